// No message, help, fix, completion or hover of any rubric, valid or not, contains "[object Object]", "undefined", "null" or "NaN".

import { assert, constantFrom, nat, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse, render, type Lang } from "@yardstick/language";
import { complete, hover } from "@yardstick/service";
import { costly } from "../../../test/properties.js";
import { corpus } from "./corpus.js";

const NO_TEXT = /\[object |\bundefined\b|\bnull\b|\bNaN\b/u;

/** All texts of the diagnostics, the completions and the hover at a position. */
function* shownFor(source: string, offset: number): Generator<string> {
  const analysis = analyse(source);
  for (const lang of ["zh", "en"] satisfies Lang[]) {
    for (const found of analysis.findings) {
      const { message, help, related, fixes } = render(found, lang);
      yield* [message, help ?? "", ...related.map((each) => each.message)];
      yield* fixes.flatMap(({ title, edits }) => [title, ...edits.map(({ text }) => text)]);
    }
    yield* complete(analysis, offset, lang).flatMap(({ label, detail, text }) => [label, detail, text]);
    const pointed = hover(analysis, offset, lang);
    if (pointed !== null) yield JSON.stringify(pointed, (_, value: unknown) => value ?? "");
  }
}

function expectTexts(source: string, offset: number): void {
  // A source that contains the word may be quoted.
  if (NO_TEXT.test(source)) return;
  for (const text of shownFor(source, offset))
    expect(NO_TEXT.exec(text)?.[0] ?? null, `${text}\n— for —\n${source}`).toBe(null);
}

describe("every message of a text is readable", () => {
  test("in the corpus and the examples", () => {
    for (const source of corpus) expectTexts(source, Math.floor(source.length / 2));
  });

  test.each([
    "section 10 {",
    "条目 10 {",
    "section 10% {\n",
    "item 5 points {\n  per late deduct 1 point\n",
    "大类 2008-01-01 {",
    'item "x" {',
    "veto 3 {",
    "award 10 {",
    "by 10 {",
    "let 10 = (",
    "10 {",
    "10 points {",
    "data 10 {",
    "data x { 10: {",
    "item 10:\n per x deduct 1 point",
    "section 10:\n item a 5 points",
  ])("%j", (source) => expectTexts(source, source.length));

  /** Tokens with a value: a number with a unit, a date, a text, a name in quotes. */
  const token = constantFrom(
    "10",
    "10%",
    "3 points",
    "5 万元",
    "2008-01-01",
    '"x"',
    "`y`",
    "「名」",
    "{",
    "}",
    "(",
    ")",
    "[",
    ":",
    "=",
    "..",
    ".",
    ",",
  );

  test("in the corpus with random pieces replaced", () => {
    assert(
      property(
        constantFrom(...corpus),
        nat(),
        nat(30),
        tuple(token, constantFrom(" ", ""), token),
        (source, at, cut, pieces) => {
          const start = at % (source.length + 1);
          const broken = source.slice(0, start) + pieces.join("") + source.slice(start + cut);
          expectTexts(broken.slice(0, 6_000), Math.min(start + 3, broken.length, 6_000));
        },
      ),
      // Each step requests all completions and hovers of a text twice.
      costly,
    );
  });
});
