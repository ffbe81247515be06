import { describe, expect, test } from "vitest";
import { breakpoints, compile, renderExplanation } from "../../src/index.js";

const SOURCE = `考核 "联赛"
满分 100 分
数据 球队 { 名称: 文本 主键, 得分: 数值, 主场: 数值, 比赛: 明细 { 对手: 文本, 积分: 数值 } }
条目 赛季 100 分 权重 60% { 得 按比例 得分 / 100 }
条目 球迷 100 分 权重 40% { 得 按比例 主场 / 100 }
排名 总排名 按 总分 再按 直接胜负 比赛.积分 对手为 比赛.对手
`;
const ROWS = [
  { 名称: "甲", 得分: "90", 主场: "50", 比赛: [{ 对手: "乙", 积分: "0" }] },
  { 名称: "乙", 得分: "90", 主场: "50", 比赛: [{ 对手: "甲", 积分: "3" }] },
  { 名称: "丙", 得分: "60", 主场: "50", 比赛: [{ 对手: "丁", 积分: "1" }] },
];

const rubric = (() => {
  const { rubric: compiled, diagnostics } = compile(SOURCE, { lang: "zh" });
  if (compiled === null) throw new Error(JSON.stringify(diagnostics));
  return compiled;
})();

describe("ties broken head to head", () => {
  const scored = rubric.score(ROWS);
  const sheetOf = (key: string, lang: "zh" | "en") => {
    const explanation = scored.explain(key);
    if (explanation === null) throw new Error(key);
    return renderExplanation(explanation, scored.program, rubric.source, lang).rankings.map(({ text }) => text);
  };

  test("a score sheet says what those who tied had against each other", () => {
    expect(scored.ranking("总排名").map(({ key, place }) => [key, place])).toEqual([
      ["乙", 1],
      ["甲", 2],
      ["丙", 3],
    ]);
    expect(sheetOf("甲", "zh")).toEqual(["第 2 名（参排 3 个）；并列对象之间直接胜负：乙 3、甲 0"]);
    expect(sheetOf("甲", "en")).toEqual(["place 2 of 3; head to head of those who tied: 乙 3, 甲 0"]);
    expect(sheetOf("丙", "zh")).toEqual(["第 3 名（参排 3 个）"]);
  });

  test("an opponent that is not in the main table is reported", () => {
    expect(scored.result.problems.filter(({ reason }) => reason === "unknown-opponent")).toMatchObject([
      { found: "丁", column: "对手", severity: "warning" },
    ]);
  });

  test("how far a weight can move is found by trying, and the reason is given", () => {
    expect(breakpoints(rubric, ROWS, "球迷", { top: 1 })?.method).toBe("bisection");
  });
});
