import { describe, expect, it } from "vitest";
import {
  classify,
  complete,
  definition,
  folds,
  hover,
  inlayHints,
  outline,
  quickFixes,
  references,
  signature,
  testLenses,
} from "@yardstick/service";
import { analyse } from "@yardstick/language";
import { at, inItem } from "./cursor.js";

function labels(line: string, kind?: string): string[] {
  const { analysis, offset } = inItem(line);
  return complete(analysis, offset, "zh")
    .filter((c) => kind === undefined || c.kind === kind)
    .map((c) => c.label);
}

describe("completion", () => {
  it.each([
    ["|", "keyword", ["每", "若", "逐条", "扣", "酌情"]],
    ["每 |", "field", ["迟报次数", "班子不团结"]],
    ["每 迟报次数 |", "keyword", ["少于", "超过", "介于", "扣"]],
    ["每 迟报次数 扣 0.1 分 |", "keyword", ["最多", "就高 每", "除非", "依据"]],
    ["每 迟报次数 扣 0.1 分 最|", "keyword", ["最多"]],
    ["若 |", "keyword", ["非", "按"]],
    ["每 |", "function", ["求和", "个数", "舍入"]],
  ])("at %j offers %s such as %j", (line, kind, wanted) => {
    expect(labels(line, kind)).toEqual(expect.arrayContaining(wanted));
  });

  it("does not offer what the grammar would refuse", () => {
    expect(labels("每 迟报次数 |")).not.toEqual(expect.arrayContaining(["排名"]));
    expect(labels("每 迟报次数 扣 0.1 分 |", "keyword")).not.toContain("每");
    expect(labels("|", "keyword")).not.toContain("最多");
  });

  it("writes whole clauses with stops, in the vocabulary of the text", () => {
    const { analysis, offset } = inItem("|");
    const snippet = complete(analysis, offset, "zh").find((c) => c.label === "每 … 扣 … 分");
    expect(snippet?.text).toBe("每 ${1:字段} 扣 ${2:0.1} 分");
    const english = at('rubric "t"\nitem a 5 points { per x deduct 1\n|\n}');
    expect(complete(english.analysis, english.offset, "en").map((c) => c.label)).toContain("per … deduct …");
  });

  it("replaces the word being typed", () => {
    const { analysis, offset, source } = inItem("每 迟报|");
    const [start, end] = complete(analysis, offset, "zh").find((c) => c.label === "迟报次数")?.span ?? [0, 0];
    expect(source.slice(start, end)).toBe("迟报");
  });
});

describe("hover", () => {
  it("says what a field is, from whom, and what its author wrote of it", () => {
    const { analysis, offset } = inItem("每 迟报|次数 扣 0.1 分");
    expect(hover(analysis, offset, "zh")?.lines).toEqual([
      "**迟报次数**　字段",
      "计数 次；考核部门：党政办",
      "迟交材料的次数",
    ]);
    expect(hover(analysis, offset, "en")?.lines[1]).toBe("count 次；assessor: 党政办");
  });

  it("names a keyword's twin in the other vocabulary", () => {
    const { analysis, offset } = inItem("每 迟报次数 |扣 0.1 分");
    expect(hover(analysis, offset, "zh")?.lines).toEqual(["**扣** = deduct"]);
  });

  it("gives a function's form", () => {
    const { analysis, offset } = inItem("每 求|和(台账.数量) 扣 0.1 分");
    expect(hover(analysis, offset, "zh")?.lines[0]).toBe("`求和(明细.列 其中 条件)`");
  });
});

describe("names", () => {
  it("lead to where they were declared", () => {
    const { analysis, offset, source } = inItem("每 迟报|次数 扣 0.1 分");
    const [start, end] = definition(analysis, offset) ?? [0, 0];
    expect(source.slice(0, start).split("\n")).toHaveLength(6);
    expect(source.slice(start, end)).toBe("迟报次数");
  });

  it("are found everywhere, the declaration first", () => {
    const { analysis, source } = inItem("每 迟报次数 扣 0.1 分; 若 迟报次数 > 9 扣 1 分|");
    const found = references(analysis, source.indexOf("迟报次数"));
    expect(found.map(([start, end]) => source.slice(start, end))).toEqual(["迟报次数", "迟报次数", "迟报次数"]);
    expect(found[0]?.[0]).toBe(source.indexOf("迟报次数"));
  });
});

describe("what is shown beside the text", () => {
  it("outlines data, sections and items with their points", () => {
    const { analysis } = inItem("每 迟报次数 扣 0.1 分|");
    expect(outline(analysis).map((e) => [e.kind, e.name, e.detail])).toEqual([
      ["data", "社区", null],
      ["section", "党群", "10 分"],
      ["ranking", "全街道", null],
    ]);
    expect(outline(analysis)[1]?.children.map((e) => e.name)).toEqual(["信息", "团结"]);
  });

  it("folds blocks and runs of comments", () => {
    const { analysis } = at("// 一\n// 二\n大类 甲 5 分 {\n  条目 乙 5 分 {\n    扣 1 分\n  }\n}|");
    expect(folds(analysis)).toEqual([
      { from: 0, to: 1, kind: "comment" },
      { from: 2, to: 5, kind: "block" },
      { from: 3, to: 4, kind: "block" },
    ]);
  });

  it("adds sums behind headings and ranges behind items", () => {
    const { analysis } = inItem("每 迟报次数 扣 0.1 分|");
    expect(inlayHints(analysis).map((h) => h.text)).toEqual(["= 10 ✓", "= 6 + 4 ✓", "0 .. 6", "0 .. 4"]);
  });

  it("tells deductions from bonuses and declarations from names", () => {
    const { analysis, source } = inItem("每 迟报次数 扣 0.1 分|");
    const classes = classify(analysis).map((t) => `${source.slice(...t.span)}:${t.class}`);
    expect(classes).toEqual(
      expect.arrayContaining(["扣:deduct", "信息:declaration", "0.1 分:number", '"细则一":text', "每:keyword"]),
    );
    expect(classes.filter((c) => c === "迟报次数:declaration")).toHaveLength(1);
    expect(classes.filter((c) => c === "迟报次数:name")).toHaveLength(1);
  });

  it("puts a lens over each test", () => {
    expect(testLenses(analyse('样例 "甲" { 给定 { } 应得 { } }')).map((l) => l.name)).toEqual(["甲"]);
  });

  it("shows a function's form and the argument at hand while it is written", () => {
    const { analysis, offset } = inItem("每 较大(迟报次数, |1) 扣 0.1 分");
    expect(signature(analysis, offset, "zh")).toMatchObject({
      argument: 1,
      form: expect.stringContaining("较大") as string,
    });
  });

  it("offers the fixes of what is wrong under the cursor", () => {
    const { analysis, source } = inItem("若班子不团结扣 0.2 分|");
    const place = source.indexOf("若班子");
    expect(quickFixes(analysis, [place, place], "zh")).toMatchObject([
      { title: "改为 若 班子不团结 扣", code: "joined-words" },
    ]);
    expect(quickFixes(analysis, [0, 0], "zh")).toEqual([]);
  });
});
