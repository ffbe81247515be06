// Edits that format, as an editor applies them: any text becomes the formatted one, and those of a range stay inside its lines.

import { analyse, applyEdits, format } from "@yardstick/language";
import fc from "fast-check";
import { expect, test } from "vitest";
import { editsBetween, formatting, keywordEdits, rangeFormatting } from "@yardstick/service";
import { costly } from "../../../test/properties.js";
import { corpus } from "./corpus.js";

const line = fc.constantFrom("", "", " ", "\t", "甲", " 甲", "甲 ", "乙 丙", "乙  丙", "丁\r", "戊");
const lines = fc
  .tuple(fc.array(line, { maxLength: 12 }), fc.boolean())
  .map(([all, ends]) => all.join("\n") + (ends ? "\n" : ""));

test("edits turn a text into the other, in order and apart from each other", () => {
  fc.assert(
    fc.property(lines, lines, (source, text) => {
      const edits = editsBetween(source, text);
      expect(applyEdits(source, edits)).toBe(text);
      let end = -1;
      for (const { span } of edits) {
        expect(span[0]).toBeGreaterThan(end);
        end = span[1];
      }
    }),
  );
});

/** A rubric of the repository with white space put where it changes nothing. */
const untidy = fc
  .tuple(
    fc.constantFrom(...corpus.filter((each) => each.length < 3_000)),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom("\n", "\n\n\n"))),
  )
  .map(([source, changes]) => {
    const found = source.split("\n");
    for (const [at, put] of changes) found[at % found.length] = `${put}${found[at % found.length] ?? ""}  `;
    return found.join("\n");
  });

test("formatting gives the formatted text, and a range only what is in its lines", () => {
  fc.assert(
    fc.property(untidy, fc.nat(), fc.nat(), (source, from, to) => {
      const analysis = analyse(source);
      const edits = formatting(analysis);
      if (edits === null) return;
      expect(applyEdits(source, edits)).toBe(format(source));
      const [start = 0, end = 0] = [from % (source.length + 1), to % (source.length + 1)].sort((a, b) => a - b);
      const first = source.lastIndexOf("\n", start - 1) + 1;
      const last = source.indexOf("\n", Math.max(start, end - 1));
      for (const { span } of rangeFormatting(analysis, [start, end]) ?? []) {
        expect(span[0]).toBeGreaterThanOrEqual(first);
        expect(span[1]).toBeLessThanOrEqual(last < 0 ? source.length : last + 1);
      }
    }),
    costly,
  );
});

test.each(["\n", "\r\n"])(
  "a single line is formatted where the lines beside it change too, with line ends %j",
  (end) => {
    const lines = ['考核   "试"', "满分   10 分", "条目 甲   10 分 { 扣 1 分 }", ""];
    const source = lines.join(end);
    const tidy = format(source).split(end);
    let start = 0;
    for (const [index, line] of lines.slice(0, -1).entries()) {
      const edits = rangeFormatting(analyse(source), [start, start + 1]) ?? [];
      expect(applyEdits(source, edits)).toBe(lines.with(index, tidy[index] ?? "").join(end));
      start += line.length + end.length;
    }
  },
);

test("keywords are written in the other vocabulary, and those that are in it already are no edits", () => {
  const source = "条目 甲 5 分 {\n  每 迟报 扣 1 分\n}\n";
  const english = applyEdits(source, keywordEdits(analyse(source), "en") ?? []);
  expect(english).toBe(format(source, { keywords: "en" }));
  expect(keywordEdits(analyse(source), "zh")).toEqual([]);
  expect(keywordEdits(analyse("条目 甲 5 分 { 每 每 }"), "en")).toBeNull();
});
