import { describe, expect, test } from "vitest";
import {
  breakpoints,
  compareScenarios,
  compile,
  describeAssumption,
  sampleRanks,
  sensitivity,
  weighableParts,
} from "../src/index.js";

const SOURCE = `考核 "权重"
满分 100 分
数据 社区 { 名称: 文本 主键; 甲分: 数值 0 .. 100; 乙分: 数值 0 .. 100; 丙分: 数值 0 .. 100 }
大类 党建 100 分 权重 30% 限 20% .. 40% { 条目 党建项 100 分 { 得 按比例 甲分 / 100 } }
大类 治理 100 分 权重 50% 限 30% .. 60% { 条目 治理项 100 分 { 得 按比例 乙分 / 100 } }
大类 作风 100 分 权重 20% 限 10% .. 30% { 条目 作风项 100 分 { 得 按比例 丙分 / 100 } }
排名 全街道 按 总分 并列 同名次
方案 "治理优先" { 党建: 权重 20%; 治理: 权重 60% }
方案 "党建优先" { 党建: 权重 40%; 治理: 权重 40% }
`;
const ROWS = [
  { 名称: "书院", 甲分: "95", 乙分: "80", 丙分: "90" },
  { 名称: "河沿", 甲分: "80", 乙分: "90", 丙分: "88" },
  { 名称: "南门", 甲分: "70", 乙分: "75", 丙分: "95" },
];

const rubric = (() => {
  const { rubric: compiled, diagnostics } = compile(SOURCE);
  if (compiled === null) throw new Error(JSON.stringify(diagnostics));
  return compiled;
})();

describe("weights by name", () => {
  test("the parts that can be examined are those with a relative weight", () => {
    expect(weighableParts(rubric.program)).toEqual(["党建", "治理", "作风"]);
  });

  test("a breakpoint is the weight at which the published scores of two change their order", () => {
    // With x for governance and 3 to 2 for the others: 93 − 13x against 83.2 + 6.8x.
    const found = breakpoints(rubric, ROWS, "治理", { top: 1 });
    expect(found?.reach).toEqual({ from: "3/10", to: "3/5" });
    expect(found?.first).toMatchObject({ to: "3/5", reachesTo: true, reachesFrom: false });
    const [n = 0, d = 1] = (found?.first?.from ?? "").split("/").map(Number);
    expect(n / d).toBeCloseTo((93 - 83.2) / 19.8, 3);
  });

  test("a report names weights, the deciding parts and the assumptions, in both languages", () => {
    const report = sensitivity(rubric, ROWS, { samples: 100, seed: 5 });
    expect(report?.weights.map(({ name }) => name)).toEqual(["党建", "治理", "作风"]);
    const said = report?.assumptions.map((assumption) => describeAssumption(assumption, () => "", "zh")).join("；");
    expect(said).toContain("按现有比例分担");
    expect(said).toContain("取值 100 次（步长 0.1%，种子 5）");
    expect(
      report?.assumptions.map((assumption) => describeAssumption(assumption, () => "", "en")).join("; "),
    ).toContain("drawn 100 times");
  });

  test("sampled places are within those that the ranges allow", () => {
    const spread = sampleRanks(rubric, ROWS, { samples: 300, seed: 1, top: 1 });
    const last = spread?.subjects.find(({ key }) => key === "南门");
    expect(last).toMatchObject({ best: 3, worst: 3, first: 0 });
    expect(spread?.subjects.reduce((sum, { first }) => sum + first, 0)).toBeGreaterThanOrEqual(300);
  });

  test("an unknown name throws", () => {
    expect(() => breakpoints(rubric, ROWS, "经济")).toThrow(RangeError);
    expect(() => compareScenarios(rubric, ROWS, ["民生优先"])).toThrow(RangeError);
  });
});

test("scenarios are listed side by side, after the rubric as written", () => {
  const compared = compareScenarios(rubric, ROWS, ["治理优先", "党建优先"]);
  expect(compared.scenarios).toEqual([null, "治理优先", "党建优先"]);
  const places = compared.subjects.map(({ key, results }) => [
    key,
    ...results.map(({ rankings }) => rankings["全街道"]),
  ]);
  expect(places).toEqual([
    ["书院", 2, 2, 1],
    ["河沿", 1, 1, 2],
    ["南门", 3, 3, 3],
  ]);
});
