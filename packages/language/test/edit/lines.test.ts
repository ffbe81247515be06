import { describe, expect, it } from "vitest";
import { addLine, applyEdits, moveLine, parse, removeLine } from "@yardstick/language";
import { after } from "./marked-source.js";

describe("a new line", () => {
  it.each([
    [
      "first",
      "|条目 甲 5 分 {\n  // 一\n  扣 1 分\n}|",
      0,
      "若 乙 扣 2 分",
      "条目 甲 5 分 {\n  若 乙 扣 2 分\n  // 一\n  扣 1 分\n}",
    ],
    [
      "last, before a comment that stands alone",
      "|条目 甲 5 分 {\n  扣 1 分 // 一\n  // 完\n}|",
      1,
      "扣 2 分",
      "条目 甲 5 分 {\n  扣 1 分 // 一\n  扣 2 分\n  // 完\n}",
    ],
    ["on the line of the others", "|条目 甲 5 分 { 扣 1 分 }|", 1, "扣 2 分", "条目 甲 5 分 { 扣 1 分; 扣 2 分 }"],
    [
      "on lines of its own where it needs them",
      "|条目 甲 5 分 { 扣 1 分 }|",
      1,
      "若 乙 {\n  扣 2 分\n}",
      "条目 甲 5 分 { 扣 1 分\n  若 乙 {\n    扣 2 分\n  }\n}",
    ],
    [
      "in a block",
      "条目 甲 5 分 {\n  |若 乙 {\n    扣 1 分\n  } 否则 {\n    扣 3 分\n  }|\n}",
      1,
      "扣 2 分",
      "条目 甲 5 分 {\n  若 乙 {\n    扣 1 分\n    扣 2 分\n  } 否则 {\n    扣 3 分\n  }\n}",
    ],
  ])("stands %s", (_, source, index, text, expected) => {
    expect(after(source, ({ parsed, at }) => addLine(parsed, at, index, text))).toBe(expected);
  });

  it("stands under `otherwise` where that is said", () => {
    const source = "条目 甲 5 分 {\n  |若 乙 {\n    扣 1 分\n  } 否则 {\n    扣 3 分\n  }|\n}";
    const edited = after(source, ({ parsed, at }) => addLine(parsed, { ...at, branch: "otherwise" }, 0, "扣 2 分"));
    expect(edited).toBe("条目 甲 5 分 {\n  若 乙 {\n    扣 1 分\n  } 否则 {\n    扣 2 分\n    扣 3 分\n  }\n}");
  });

  it.each(["扣 1 分\n扣 2 分", "扣", "条目 乙 {}", "适用 若 乙"])("cannot be %j", (text) => {
    expect(after("|条目 甲 5 分 {}|", ({ parsed, at }) => addLine(parsed, at, 0, text))).toBeNull();
  });

  it("may use a unit that the rubric declares elsewhere", () => {
    const source = "数据 甲 {\n  面积: 数值 亩\n}\n|条目 乙 5 分 {}|";
    expect(after(source, ({ parsed, at }) => addLine(parsed, at, 0, "每 5 亩 面积 扣 1 分"))).toContain(
      "{ 每 5 亩 面积 扣 1 分 }",
    );
  });
});

describe("a line is taken out", () => {
  it.each([
    [
      "with its comments",
      "条目 甲 5 分 {\n  扣 1 分\n  /// 二\n  |扣 2 分| // 末\n  扣 3 分\n}",
      "条目 甲 5 分 {\n  扣 1 分\n  扣 3 分\n}",
    ],
    ["from the line it shares", "条目 甲 5 分 { |扣 1 分|; 扣 2 分 }", "条目 甲 5 分 { 扣 2 分 }"],
    ["out of a block", "条目 甲 5 分 {\n  若 乙 {\n    |扣 1 分|\n  }\n}", "条目 甲 5 分 {\n  若 乙 {}\n}"],
    ["as a block", "条目 甲 5 分 {\n  |若 乙 {\n    扣 1 分\n  }|\n  扣 2 分\n}", "条目 甲 5 分 {\n  扣 2 分\n}"],
  ])("%s", (_, source, expected) => {
    expect(after(source, ({ parsed, at }) => removeLine(parsed, at))).toBe(expected);
  });
});

describe("a line is moved", () => {
  const source =
    "条目 甲 5 分 {\n  // 一\n  扣 1 分 // 末\n  扣 2 分\n  若 丙 {\n    扣 3 分\n  }\n}\n条目 乙 5 分 {}\n";
  const parsed = parse(source);
  const [first, second] = parsed.rubric.declarations;
  const lines = first?.kind === "item" ? first.lines : [];

  it.each([
    ["down", first!, 1, "条目 甲 5 分 {\n  扣 2 分\n  // 一\n  扣 1 分 // 末\n  若 丙 {"],
    ["into a block", lines[2]!, 1, "  若 丙 {\n    扣 3 分\n    // 一\n    扣 1 分 // 末\n  }"],
    ["into another item", second!, 0, "条目 乙 5 分 {\n  // 一\n  扣 1 分 // 末\n}\n"],
  ])("%s, with its comments", (_, into, index, expected) => {
    expect(applyEdits(source, moveLine(parsed, lines[0]!, into, index) ?? [])).toContain(expected);
  });

  it("but not into itself", () => {
    expect(moveLine(parsed, lines[2]!, lines[2]!, 0)).toBeNull();
  });
});
