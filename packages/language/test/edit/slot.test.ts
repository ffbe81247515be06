import { describe, expect, it } from "vitest";
import { setSlot } from "@yardstick/language";
import { after, marked } from "./marked-source.js";

function written(source: string, text: string): string | null {
  return after(source, ({ parsed, at }) => {
    const slot = setSlot(parsed, at, text);
    return slot.kind === "edits" ? slot.edits : null;
  });
}

describe("a slot takes an expression", () => {
  it.each([
    ["条目 甲 5 分 { 每 |迟报| 扣 0.1 分 }", "缺席", "条目 甲 5 分 { 每 缺席 扣 0.1 分 }"],
    ["设 a = |b| * 2", "c + d", "设 a = (c + d) * 2"],
    ["设 a = (|b + 1|) * 2", "c", "设 a = (c) * 2"],
    ["处理 谈话 若 |a| 且 b", "c 或 d", "处理 谈话 若 (c 或 d) 且 b"],
    ["一票否决 甲 若 |a > 0| { 不占名次 }", "b >= 2 且 非 c", "一票否决 甲 若 b >= 2 且 非 c { 不占名次 }"],
    [
      "条目 甲 5 分 { 得 |1 分| }",
      "按 乙 { < 60: 0; 其余: 满分 }",
      "条目 甲 5 分 { 得 按 乙 { < 60: 0; 其余: 满分 } }",
    ],
    ["条目 甲 5 分 { 酌情 扣 乙 0 .. |1 分| }", "上限", "条目 甲 5 分 { 酌情 扣 乙 0 .. 上限 }"],
    ["设 a = |b|", "  c  ", "设 a = c"],
    ["常量 a: 数值 |1 * 2| .. 9", "1 + b", "常量 a: 数值 1 + b .. 9"],
    ["常量 a: 数值 1 .. |9 * 2|", "b + 1", "常量 a: 数值 1 .. b + 1"],
  ])("%s ← %s", (source, text, expected) => {
    expect(written(source, text)).toBe(expected);
  });

  it.each([
    ["a text that parses to more than one", "条目 甲 5 分 { 扣 |1 分| }", "1 分; 扣 2 分"],
    ["a text that takes what is around it along", "条目 甲 5 分 { 扣 |1 分| 最多 3 分 }", "2 分 最多 1 分"],
    ["a comment that swallows the rest", "条目 甲 5 分 { 扣 |1 分| }", "2 分 // "],
    ["nothing", "设 a = |b|", " "],
    ["anything where no expression stands", "|设| a = b", "c"],
    ["a name that would become a unit", "常量 a: 数值 |1 * 2| .. 9", "b + 1"],
    ["a name that would become a unit, alone", "常量 a: 数值 |1 * 2|", "b"],
  ])("but not %s", (_, source, text) => {
    expect(written(source, text)).toBeNull();
  });

  it("and says what is wrong with the text, counted from its start", () => {
    const { parsed, at } = marked("条目 甲 5 分 { 每 乙 扣 |1 分| }");
    const refused = setSlot(parsed, at, "5次迟报 + 1");
    expect(refused).toMatchObject({ kind: "refused", findings: [{ code: "number-touches-letters", span: [0, 4] }] });
  });
});
