import { expect, it } from "vitest";
import { analyse } from "@yardstick/language";
import { folds } from "@yardstick/service";

const of = (source: string) => folds(analyse(source)).map(({ from, to, kind }) => [from, to, kind]);

it("folds nested blocks and runs of comments, by line", () => {
  expect(of("// 一\n// 二\n大类 甲 5 分 {\n  条目 乙 5 分 {\n    扣 1 分\n  }\n}")).toEqual([
    [0, 1, "comment"],
    [2, 5, "block"],
    [3, 4, "block"],
  ]);
  expect(of("section a 5 points {\n  item b 5 points {\n    deduct 1 point\n  }\n}")).toEqual([
    [0, 3, "block"],
    [1, 2, "block"],
  ]);
});

it("folds neither single lines nor separate comments", () => {
  expect(of("条目 乙 5 分 { 扣 1 分 }\n// 一\n\n// 二")).toEqual([]);
});

it("folds a comment of several lines, also after code", () => {
  expect(of('/* 一\n二 */\n考核 "甲"')).toEqual([[0, 1, "comment"]]);
});

it("accepts full-width braces", () => {
  expect(of("条目 乙 5 分 ｛\n扣 1 分\n｝")).toEqual([[0, 1, "block"]]);
});

it("folds closed blocks in an incomplete text", () => {
  expect(of("大类 甲 5 分 {\n  条目 乙 5 分 {\n    扣 1 分\n  }\n")).toEqual([[1, 2, "block"]]);
});

it("ignores a brace in a text", () => {
  expect(of('条目 乙 5 分 依据 "{" {\n  扣 1 分\n}')).toEqual([[0, 1, "block"]]);
});

it("counts lines as editors do, whatever ends them", () => {
  const lines = ["大类 甲 5 分 {", "  // 一", "  // 二", "}", ""];
  for (const end of ["\n", "\r\n", "\r"])
    expect(of(lines.join(end))).toEqual([
      [0, 2, "block"],
      [1, 2, "comment"],
    ]);
});
