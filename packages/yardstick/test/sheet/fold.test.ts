import { describe, expect, test } from "vitest";
import { isUneventful, linesWithoutEffect, runsOf } from "../../src/sheet/fold.js";
import { compile, scoreSheets, type SheetItem, type SheetPart } from "../../src/index.js";

const SOURCE = `考核 "样例"
满分 40 分
数据 社区 { 名称: 文本 主键, 迟报: 计数 次, 备案: 是否, 达标: 是否, 投诉: 计数 件 }
大类 甲 30 分 {
  条目 报送 10 分 { 每 迟报 扣 1 分 }
  条目 备案 10 分 { 每 迟报 扣 1 分 除非 备案 }
  条目 达标 10 分 { 若 达标 得 10 分 }
}
条目 投诉 10 分 { 每 投诉 扣 1 分 最多 3 分 }
加分项 表扬 最多 3 分 { 若 达标 加 1 分 }
`;

function itemsOf(row: Record<string, string | null>): Readonly<Record<string, SheetItem>> {
  const { rubric } = compile(SOURCE);
  if (rubric === null) throw new Error("the rubric has errors");
  const [sheet] = scoreSheets(rubric.score([{ 名称: "一", ...row }]), SOURCE, "zh");
  if (sheet === undefined) throw new Error("no sheet");
  const within = (parts: readonly SheetPart[]): readonly SheetItem[] =>
    parts.flatMap((part) => (part.kind === "item" ? [part] : within(part.parts)));
  return Object.fromEntries(within(sheet.parts).map((item) => [item.name, item]));
}

const folded = (row: Record<string, string | null>): readonly string[] =>
  Object.values(itemsOf(row))
    .filter(isUneventful)
    .map(({ name }) => name);

describe("items that a sheet folds", () => {
  test("have full marks, or as a bonus nothing, and no rule had an effect", () => {
    expect(folded({ 迟报: "0", 备案: "否", 达标: "否", 投诉: "0" })).toEqual(["报送", "备案", "投诉", "表扬"]);
  });

  test("are none that lost points because no rule fired", () => {
    expect(itemsOf({ 迟报: "0", 备案: "否", 达标: "否", 投诉: "0" })["达标"]).toMatchObject({ score: "0.00" });
  });

  test("are none with a rule that acted, was waived or is pending", () => {
    expect(folded({ 迟报: "2", 备案: "是", 达标: "是", 投诉: null })).toEqual([]);
  });
});

test("parts are grouped in their order, items between sections together, and rules without effect are counted at all depths", () => {
  const { rubric } = compile(SOURCE);
  const [sheet] = scoreSheets(
    // The rubric has no errors: see above.
    (rubric as NonNullable<typeof rubric>).score([{ 名称: "一", 迟报: "0", 备案: "否", 达标: "是", 投诉: "1" }]),
    SOURCE,
    "zh",
  );
  if (sheet === undefined) throw new Error("no sheet");
  expect(runsOf(sheet.parts).map((run) => ("kind" in run ? run.name : run.map(({ name }) => name)))).toEqual([
    "甲",
    ["投诉", "表扬"],
  ]);
  expect(linesWithoutEffect(sheet)).toBe(2);
});
