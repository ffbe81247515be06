import { expect, it } from "vitest";
import { analyse, applyEdits, format } from "@yardstick/language";
import { formatting } from "@yardstick/service";
import { inItem } from "./cursor.js";

const untidy = `考核   "试"
满分 10分
条目 甲 10 分 {
      每   迟报 扣0.1分   // 备注
若 迟报>9 扣 1 分
}
数据 社区 { 名称:文本 主键; 迟报:计数 次 }
`;

it("formats a text in the standard layout", () => {
  const edits = formatting(analyse(untidy));
  expect(applyEdits(untidy, edits!)).toBe(format(untidy));
});

it("works in either vocabulary", () => {
  const english = 'rubric  "t"\nitem a   5 points { per   x deduct 1 point }\n';
  expect(applyEdits(english, formatting(analyse(english))!)).toBe(format(english));
});

it("changes only lines that change", () => {
  const tidy = format(untidy);
  const source = tidy.replace("  若 ", "      若 ");
  const edits = formatting(analyse(source))!;
  expect(edits).toHaveLength(1);
  expect(
    source
      .slice(...edits[0]!.span)
      .trim()
      .startsWith("若"),
  ).toBe(true);
});

it("makes no edits in a formatted text", () => {
  expect(formatting(analyse(format(untidy)))).toEqual([]);
});

it("works where only the checker finds errors", () => {
  const source = "条目  甲 5 分 { 每 无此字段 扣 1 分 }\n";
  expect(analyse(source).program).toBeNull();
  expect(formatting(analyse(source))).toHaveLength(1);
});

it("makes no edits in a text with syntax errors", () => {
  expect(formatting(inItem("每 每|").analysis)).toBeNull();
});
