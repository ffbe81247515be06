// What the form says of the sum beside a heading: which parts count, and when it cannot be said yet.

import { type ast, itemWords, keywordIn, parse } from "@yardstick/language";
import { expect, test } from "vitest";
import { sumOf } from "../src/model/sums.js";

/** The sum of the parts of a section of 10 points that holds this text. */
function sumIn(text: string) {
  const { declarations } = parse(`大类 甲 10 分 {\n${text}\n}\n`).rubric;
  const section = declarations.find((each): each is ast.Section => each.kind === "section");
  if (section === undefined) throw new Error("no section");
  return sumOf(section.parts, section.points);
}

test("items and sections count, and no other kind of item does", () => {
  expect(itemWords.length).toBeGreaterThan(1);
  for (const { form, word } of itemWords) {
    const sum = sumIn(`条目 一 4 分 { }\n大类 二 6 分 { 条目 三 6 分 { } }\n${keywordIn("zh", word)} 另 最多 5 分 { }`);
    expect(sum, `beside a ${form}`).toMatchObject({ state: "right", total: "10", terms: "4 + 6", by: "" });
  }
});

test.each([
  ["条目 一 4 分 { }\n条目 二 6 分 { }", { state: "right", total: "10", by: "" }],
  ["条目 一 4 分 { }\n条目 二 5 分 { }", { state: "missing", total: "9", by: "1" }],
  ["条目 一 4 分 { }\n条目 二 6.5 分 { }", { state: "over", total: "10.5", by: "0.5" }],
  // One of them has no points yet: nothing is wrong, and nothing is right.
  ["条目 一 4 分 { }\n条目 二 { }", { state: "open", total: "4", by: "" }],
  ["条目 一 10 分 { }\n条目 二 { }", { state: "open", total: "10", by: "" }],
  ["", { state: "open", total: "0", by: "" }],
  ["条目 一 权重 30% { }\n条目 二 权重 70% { }", { state: "right", total: "100%", by: "" }],
  ["条目 一 权重 1/3 { }\n条目 二 权重 1/3 { }", { state: "missing", by: "33.333333%" }],
  ["条目 一 权重 30% { }\n条目 二 5 分 { }", { state: "open", total: "30%" }],
  ["条目 一 2 分 { }\n条目 二 2 分 { }\n条目 三 2 分 { }\n条目 四 4 分 { }", { terms: "2 × 3 + 4", state: "right" }],
])("%s", (text, expected) => {
  expect(sumIn(text)).toMatchObject(expected);
});
