import type { TokenType } from "chevrotain";
import fc from "fast-check";
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { vocabulary } from "@yardstick/language";
import { RubricGrammar } from "../../src/syntax/grammar.js";
import { layout } from "../../src/syntax/layout.js";
import { scan } from "../../src/syntax/scan.js";
import { runs } from "../../../../test/properties.js";

const folders = ["../../../../examples/", "../../../../test/corpus/"].map((path) => new URL(path, import.meta.url));
const rubrics = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".rubric"))
    .sort()
    .map((name) => readFileSync(new URL(name.replaceAll("\\", "/"), folder), "utf8")),
);

const spellings = Object.values(vocabulary).flatMap(({ zh, en }): readonly string[] => [...zh, ...en]);
const NAME = /[\p{ID_Start}_][\p{ID_Continue}]*/gu;

/** A text in which a word stands for a name, in each place where the name is. */
function renamed(text: string, which: number, word: string): string {
  const names = [...new Set(text.match(NAME) ?? [])];
  const name = names[which % names.length] ?? "";
  return text.replace(NAME, (each) => (each === name ? word : each));
}

describe("the grammar", () => {
  it("is sound: no ambiguity, no left recursion, no rule twice", () => {
    expect(() => new RubricGrammar(true)).not.toThrow();
  });

  it("reads every text as one that always looks two tokens ahead does, with keywords as names", () => {
    const [one, two] = [new RubricGrammar(), new RubricGrammar(false, 2)];
    const read = (parser: RubricGrammar, text: string): string => {
      parser.input = layout(scan(text, new Set()).tokens).tokens;
      const tree = parser.rubric();
      // Of a text that cannot be read both say so; where, and what is skipped, depends on how far they look ahead.
      return JSON.stringify(parser.errors.length > 0 ? "an error" : tree, (key, value: unknown) =>
        key === "tokenType" ? (value as TokenType).name : value,
      );
    };
    for (const text of rubrics) expect([text, read(one, text) === read(two, text)]).toEqual([text, true]);
    // A keyword before the colon of a grade, where the choice is between a grade and a rule about grades.
    for (const word of spellings) {
      const text = `grades 年度 by 全部 { ${word}: quota 20%; else: x }`;
      expect([text, read(one, text) === read(two, text)]).toEqual([text, true]);
    }
    const short = rubrics.filter((text) => text.length < 2000);
    fc.assert(
      fc.property(fc.constantFrom(...short), fc.nat(), fc.constantFrom(...spellings), (text, which, word) => {
        const changed = renamed(text, which, word);
        expect([changed, read(one, changed) === read(two, changed)]).toEqual([changed, true]);
      }),
      runs(0.3),
    );
  });
});
