import { describe, expect, it } from "vitest";
import type { Lang } from "@yardstick/language";
import { hover } from "@yardstick/service";
import { at, inEnglishItem, inItem, textIn, type AtCursor } from "./cursor.js";

const lines = ({ analysis, offset }: AtCursor, lang: Lang = "zh") => hover(analysis, offset, lang)?.lines;

describe("over a name", () => {
  it("shows a field's type, its assessor and its documentation", () => {
    const place = inItem("每 迟报|次数 扣 0.1 分");
    expect(lines(place)).toEqual(["**迟报次数**　字段", "计数 次；考核部门：党政办", "迟交材料的次数"]);
    expect(lines(place, "en")?.[1]).toBe("计数 次; assessor: 党政办");
    expect(lines(inEnglishItem("per la|te deduct 0.1 points"), "en")).toEqual([
      "**late**　field",
      "count times; assessor: office",
      "how often papers came late",
    ]);
  });

  it("shows the same while the text has errors", () => {
    expect(lines(inItem("每 迟报|次数 扣 0.1 分\n每 每"))?.[1]).toBe("计数 次；考核部门：党政办");
  });

  it("shows the levels of a choice", () => {
    expect(lines(inItem("若 评|议 = 好 扣 1 分"))).toEqual(["**评议**　字段", "档次；差、中、好"]);
    expect(lines(inItem("若 评议 = |好 扣 1 分"))?.[0]).toBe("**好**　档次");
  });

  it("distinguishes a column from a field", () => {
    expect(lines(inItem("每 求和(台账.|数量) 扣 0.1 分"))).toEqual(["**数量**　明细的列", "计数"]);
  });

  it("shows the points, range and basis of a part", () => {
    const { analysis, source } = inItem("每 迟报次数 扣 0.1 分|");
    expect(hover(analysis, source.indexOf("信息") + 1, "zh")?.lines[1]).toBe("6 分；0 .. 6；党群/信息；依据：细则一");
  });

  it("covers only that name", () => {
    const { analysis, offset, source } = inItem("每 迟报|次数 扣 0.1 分");
    expect(textIn(source, hover(analysis, offset, "zh")!.span)).toBe("迟报次数");
  });

  it("shows special characters of a name unchanged", () => {
    expect(lines(at("数据 社区 { 名称: 文本 主键; 「a*b_|c」: 计数 }"))?.[0]).toBe(String.raw`**a\*b\_c**　字段`);
  });
});

describe("over a function", () => {
  it("shows its signature and description", () => {
    expect(lines(inItem("每 求|和(台账.数量) 扣 0.1 分"))?.[0]).toBe("`求和(明细.列 其中 条件)`");
    expect(lines(inEnglishItem("per su|m(incidents.number) deduct 0.1 points"), "en")?.[0]).toBe(
      "`sum(list.column where condition)`",
    );
  });
});

describe("over a keyword", () => {
  it("shows its description and its spelling in the other vocabulary", () => {
    expect(lines(inItem("每 迟报次数 |扣 0.1 分"))).toEqual(["**扣**", "扣分 · deduct"]);
    expect(lines(inItem("每 迟报次数 |扣 0.1 分"), "en")).toEqual(["**扣**", "takes points away · deduct"]);
    expect(lines(inEnglishItem("per late |deduct 0.1 points"), "en")).toEqual(["**deduct**", "takes points away · 扣"]);
  });

  it("of several words is treated as one", () => {
    const { analysis, offset, source } = inEnglishItem("per late deduct 0.1 points up |to 1 point");
    expect(textIn(source, hover(analysis, offset, "en")!.span)).toBe("up to");
  });
});

it("without a name or keyword is empty", () => {
  expect(lines(at("// 备|注\n"))).toBeUndefined();
  expect(lines(inItem("每 迟报次数 扣 0.|1 分"))).toBeUndefined();
});
