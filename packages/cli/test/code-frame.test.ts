import picocolors from "picocolors";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "@yardstick/language";
import { SourceLines, codeFrame } from "../src/code-frame.js";
import { messagesOf } from "../src/messages.js";

const colors = picocolors.createColors(false);
const diagnostic = (span: readonly [number, number], more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: "unknown-name" as Diagnostic["code"],
  severity: "error",
  span,
  message: "没有“迟报次”这一项。",
  help: null,
  related: [],
  fixes: [],
  ...more,
});
const frame = (source: string, found: Diagnostic, lang: "zh" | "en" = "zh") =>
  codeFrame(found, "a.rubric", new SourceLines(source), messagesOf[lang], colors).split("\n");

describe("a code frame", () => {
  const source = "条目 学习 3 分 {\n  每 迟报次 扣 0.1 分\n}\n";
  const at = source.indexOf("迟报次");

  test("puts carets under the exact words, two columns per Chinese character", () => {
    expect(frame(source, diagnostic([at, at + 3]))).toEqual([
      "a.rubric:2:5 错误：没有“迟报次”这一项。",
      "2 │   每 迟报次 扣 0.1 分",
      "  │      ^^^^^^",
      "  unknown-name",
    ]);
  });

  test("shows help and fixes, and the code last", () => {
    const found = diagnostic([at, at + 3], {
      help: "在数据块中声明它。",
      fixes: [{ title: "改为“迟报次数”", effect: "resolves", edits: [] }],
    });
    expect(frame(source, found).slice(3)).toEqual([
      "  帮助：在数据块中声明它。",
      "  可改：改为“迟报次数”",
      "  unknown-name",
    ]);
    expect(frame(source, found, "en")[0]).toBe("a.rubric:2:5 error: 没有“迟报次”这一项。");
  });

  test("shows related information with its own location", () => {
    const found = diagnostic([at, at + 3], { related: [{ span: [3, 5], message: "条目在这里" }] });
    expect(frame(source, found).slice(3, 6)).toEqual([
      "  a.rubric:1:4 条目在这里",
      "  1 │ 条目 学习 3 分 {",
      "    │      ----",
    ]);
  });

  test("marks a span of several lines to the end of its first line, and an empty span with one caret", () => {
    expect(frame("ab\ncd", diagnostic([1, 4]))[2]).toBe("  │  ^");
    expect(frame("ab", diagnostic([2, 2]))[2]).toBe("  │   ^");
  });

  test("aligns carets after tabs", () => {
    expect(frame("\t每 x", diagnostic([3, 4])).slice(1, 3)).toEqual(["1 │   每 x", "  │      ^"]);
  });

  test("counts lines with every kind of line ending", () => {
    const lines = new SourceLines("a\r\nb\rc\nd");
    expect([0, 3, 5, 7, 8].map((offset) => lines.positionOf(offset))).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
      { line: 4, column: 2 },
    ]);
    expect(lines.line(2)).toBe("b");
  });
});
