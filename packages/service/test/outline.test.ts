import { expect, it } from "vitest";
import { analyse } from "@yardstick/language";
import { outline, type OutlineEntry } from "@yardstick/service";
import { inEnglishItem, inItem, textIn } from "./cursor.js";

const names = (entries: readonly OutlineEntry[]): unknown[] =>
  entries.map(({ kind, name, detail, children }) => [
    kind,
    name,
    detail,
    ...(children.length > 0 ? [names(children)] : []),
  ]);

it("contains declarations with their members and points", () => {
  const { analysis } = inItem("每 迟报次数 扣 0.1 分|");
  const [choice, data, section, ranking] = names(outline(analysis)) as unknown[][];
  expect([choice, ranking]).toEqual([
    ["choice", "档次", null],
    ["ranking", "全街道", null],
  ]);
  expect(data?.slice(0, 3)).toEqual(["data", "社区", null]);
  expect((data as unknown[][][])[3]?.[1]).toEqual(["field", "迟报次数", "计数 次"]);
  expect(section).toEqual([
    "section",
    "党群",
    "10 分",
    [
      ["item", "信息", "6 分"],
      ["item", "团结", "4 分"],
    ],
  ]);
});

it("is the same in English, and available while the text has errors", () => {
  const { analysis } = inEnglishItem("per per|");
  expect(analysis.program).toBeNull();
  expect(outline(analysis).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    "choice standing",
    "data village",
    "section party",
    "ranking all",
  ]);
});

it("selects the name and covers the whole declaration", () => {
  const { analysis, source } = inItem("每 迟报次数 扣 0.1 分|");
  const section = outline(analysis).find(({ kind }) => kind === "section")!;
  expect(textIn(source, section.nameSpan)).toBe("党群");
  expect(textIn(source, section.span).startsWith("大类 党群")).toBe(true);
  expect(textIn(source, section.span).endsWith("}")).toBe(true);
});

it("has a kind for every declaration", () => {
  const source = `引用 "a.rubric" 作 甲 按 名称
常量 基数: 数值 = 1
加分项 奖 最多 3 分 { 加 1 分 }
扣分项 罚 最多 3 分 { 扣 1 分 }
一票否决 安全 若 是 { 总分归零 }
系数 难度 1.1 用于 总分
等次 评定 { 优秀: 名额 20%; 其余: 称职 }
奖励 红旗 全 第 1 名 1 元
处理 约谈 若 是
设 半 = 基数 / 2
公布 净 = 总分
方案 "一" { 奖: 2 分 }
样例 "二" { 给定 { 其余: 满分 } 应得 { 总分: 1 } }
`;
  expect(outline(analyse(source)).map(({ kind }) => kind)).toEqual(
    "use constant bonus penalty veto coefficient grades award consequence let output scenario test".split(" "),
  );
});

it("contains the parts of every variant", () => {
  const { children } = outline(
    analyse("大类 业绩 5 分 按 类别 { 城区 { 条目 甲 5 分 { 扣 1 分 } } 其余 { 条目 乙 5 分 { 扣 1 分 } } }"),
  )[0]!;
  expect(children.map(({ name }) => name)).toEqual(["甲", "乙"]);
});
