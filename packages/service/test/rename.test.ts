import { describe, expect, it } from "vitest";
import { analyse, applyEdits } from "@yardstick/language";
import { renamable, rename } from "@yardstick/service";
import { inEnglishItem, inItem, type AtCursor } from "./cursor.js";

function renamed({ analysis, offset, source }: AtCursor, to: string): string | null {
  const found = rename(analysis, offset, to, "zh");
  return "edits" in found ? applyEdits(source, found.edits) : null;
}

describe("a new name", () => {
  it("replaces every occurrence, and the rubric means the same", () => {
    const place = inItem("每 迟报|次数 扣 0.1 分 除非 迟报次数 > 9");
    const text = renamed(place, "晚交次数");
    expect(text?.match(/晚交次数/g)).toHaveLength(3);
    expect(text).not.toContain("迟报次数");
    expect(analyse(text!).findings.map(({ code }) => code)).toEqual(place.analysis.findings.map(({ code }) => code));
  });

  it("can be given at the declaration and at a use", () => {
    const { analysis, source } = inEnglishItem("per late deduct 0.1 points|");
    expect(renamed({ analysis, source, offset: source.indexOf("late:") }, "tardy")).toContain("per tardy deduct");
  });

  it("that is not an identifier is quoted", () => {
    expect(renamed(inItem("每 迟报|次数 扣 0.1 分"), "2008 年迟报")).toContain("每 「2008 年迟报」 扣");
  });

  it("can be given while the text has errors elsewhere", () => {
    expect(renamed(inItem("每 迟报|次数 扣 0.1 分\n每 每 扣"), "晚交")).toContain("晚交: 计数 次");
  });

  it.each(["班子不团结", "", "  "])("%j is refused: it is taken, or not a name", (to) => {
    const { analysis, offset } = inItem("每 迟报|次数 扣 0.1 分");
    expect(rename(analysis, offset, to, "zh")).toEqual({ refusal: expect.stringContaining("迟报次数") as string });
    expect(rename(analysis, offset, to, "en")).toEqual({
      refusal: expect.stringMatching(/cannot be renamed/) as string,
    });
  });
});

describe("what can be renamed", () => {
  it("is a name of this text, given without its quotes", () => {
    const { analysis, offset } = inItem("每 迟报|次数 扣 0.1 分");
    expect(renamable(analysis, offset)?.name).toBe("迟报次数");
  });

  it.each(["每 求|和(台账.数量) 扣 0.1 分", "每 迟报次数 |扣 0.1 分", "// 迟|报"])("is nothing at %j", (line) => {
    const { analysis, offset } = inItem(line);
    expect(renamable(analysis, offset)).toBeNull();
  });
});
