// A text that resembles one parsed before is parsed from that one. The outcome is the same in every part.

import { readFileSync } from "node:fs";
import { array, assert, constantFrom, nat, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../../../test/properties.js";
import { parse, parseAll } from "../../src/syntax/parse.js";
import { keep, reparse } from "../../src/syntax/reparse.js";

const example = (name: string): string =>
  readFileSync(new URL(`../../../../examples/${name}/${name}.rubric`, import.meta.url), "utf8");

/** Examples one after another: long enough to be kept, short enough to be parsed often. */
const text = ["tender", "ice-gala", "course-gradebook"].map(example).join("\n");
const noUnits: ReadonlySet<string> = new Set();

/** Pieces that change how the text around them is read. */
const pieces = [
  "",
  "7",
  " ",
  "\n",
  "\r\n",
  ";",
  "{",
  "}",
  "(",
  "]",
  '"',
  "「",
  "/*",
  "*/",
  "//",
  "\n/// 说明\n",
  "#",
  "＃",
  "-",
  "+",
  "，",
  "。",
  "按",
  "若",
  "否则",
  "扣",
  "1 分",
  "条目 新 1 分 {}\n",
  "total 5\n",
  "数据 x { y: 数值 公里 }\n",
  "\u200b",
  example("tender").slice(40, 400),
];

const edit = record({ at: nat(), removed: nat({ max: 40 }), piece: constantFrom(...pieces) });

function edited(source: string, { at, removed, piece }: { at: number; removed: number; piece: string }): string {
  const start = at % (source.length + 1);
  // Most edits remove nothing or a letter.
  return source.slice(0, start) + piece + source.slice(start + (removed > 30 ? removed : removed % 2));
}

/** All of a parsed text, with what is only computed where it is asked for, as text: a token names its type. */
function whole({ tree, rubric, findings }: ReturnType<typeof parse>): string {
  const all = { tokens: tree.tokens, comments: tree.comments, root: tree.root, rubric, findings };
  return JSON.stringify(all, (key, value: unknown) =>
    key === "tokenType" ? (value as { readonly name: string }).name : value,
  );
}

describe("parsing again after an edit", () => {
  it("gives what parsing the whole text gives, edit after edit", () => {
    assert(
      property(array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        parse(text);
        let source = text;
        for (const one of edits) {
          source = edited(source, one);
          expect(whole(parse(source))).toBe(whole(parseAll(source)));
        }
      }),
      runs(0.02),
    );
  });

  it.each([
    ["a digit in the first line of an item", (s: string) => s.replace("条目", "条目 甲 3 分 {}\n条目")],
    ["a longer name near the beginning", (s: string) => s.replace("满分", "满分  ")],
    ["a letter near the end", (s: string) => s.trimEnd().slice(0, -1)],
    ["a comment", (s: string) => s.replace("\n", "\n// 说明\n")],
    ["nothing", (s: string) => s],
  ])("reads only what lies around an edit: %s", (_name, change) => {
    const before = parseAll(text);
    expect(before.findings).toEqual([]);
    keep(before, noUnits);
    const source = change(text);
    const again = reparse(source, noUnits);
    expect(again).not.toBeNull();
    expect(whole(again!)).toBe(whole(parseAll(source)));
  });

  it("keeps the nodes of declarations in front of an edit, and of all others where no offset changes", () => {
    const before = parse(text);
    const digit = text.search(/[0-9](?=[^0-9]*$)/u);
    const source = `${text.slice(0, digit)}${(Number(text[digit]) + 1) % 10}${text.slice(digit + 1)}`;
    const after = parse(source);
    const same = after.rubric.declarations.filter((each) => before.rubric.declarations.includes(each));
    expect(same.length).toBeGreaterThan(after.rubric.declarations.length / 2);
    expect(same.length).toBeLessThan(after.rubric.declarations.length);
  });

  it("keeps a document beside what an edit of it leads to, so that each follows from its own former text", () => {
    const ended = (source: string): string => `${source.trimEnd()} // 末行\n`;
    const begun = (source: string): string => `// 首行\n${source}`;
    for (const source of [text, ended(text)]) keep(parseAll(source), noUnits);
    // From the other one, which differs at both ends, all would be read again.
    for (const source of [begun(text), begun(ended(text))]) {
      const again = reparse(source, noUnits);
      expect(again).not.toBeNull();
      expect(whole(again!)).toBe(whole(parseAll(source)));
      keep(again!, noUnits);
    }
  });

  it("reads all of a text whose units are others, or that resembles none", () => {
    keep(parseAll(text), noUnits);
    expect(reparse(text, new Set(["公里"]))).toBeNull();
    expect(reparse(example("community-2008"), noUnits)).toBeNull();
  });
});
