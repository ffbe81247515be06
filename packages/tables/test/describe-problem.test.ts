import { describe, expect, test } from "vitest";
import type { CellProblem } from "@yardstick/engine";
import { describeProblem } from "../src/index.js";

const problem = (more: Partial<CellProblem>): CellProblem => ({
  severity: "error",
  table: "社区",
  index: 0,
  row: 5,
  column: "招商完成",
  found: "三次",
  reason: "not-a-number",
  expected: [],
  ...more,
});

describe("the sentence for a problem", () => {
  test("names location, expected and found value and the next step in Chinese", () => {
    expect(describeProblem(problem({ expected: ["万元"] }), "zh")).toBe(
      "社区 第 5 行“招商完成”：应为数字（单位：万元），“三次”无法识别；请改填数字，暂缺请留空。",
    );
  });
  test("and in English", () => {
    expect(describeProblem(problem({ expected: ["万元"] }), "en")).toBe(
      "社区, row 5, “招商完成”: expected a number (unit: 万元), found “三次”; enter digits, or leave the cell blank if it is not known yet.",
    );
  });
  test("asks for the unit of a bare percentage", () => {
    expect(describeProblem(problem({ reason: "not-a-percent", found: "95" }), "zh")).toContain("没有写明 % 或 ‰");
  });
  test.each([
    [["0%", "100%"], "在 0% 至 100%", "0% to 100%"],
    [["1 万元", ""], "不小于 1 万元", "at least 1 万元"],
    [["", "5"], "不大于 5", "at most 5"],
  ])("states the range %j", (expected, zh, en) => {
    const out = problem({ reason: "out-of-range", expected });
    expect(describeProblem(out, "zh")).toContain(zh);
    expect(describeProblem(out, "en")).toContain(en);
  });
  test("suggests the column that was most likely meant", () => {
    const unknown = problem({
      reason: "unknown-column",
      column: "招商完戍",
      found: "招商完戍",
      expected: ["招商完成"],
      row: 1,
    });
    expect(describeProblem(unknown, "zh")).toBe(
      "社区：规则中没有“招商完戍”这一项，该列没有采用；是否应为“招商完成”？请改正列名。",
    );
  });
});
