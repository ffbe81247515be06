// What the departments are responsible for, in points of the total.

import { readFileSync } from "node:fs";
import { analyse } from "@yardstick/language";
import { expect, test } from "vitest";
import { departmentProgress } from "../src/index.js";
import { sample } from "./sample-program.js";

const pointsIn = (source: string) => {
  const { program } = analyse(source);
  if (program === null) throw new Error("the rubric does not compile");
  const all = departmentProgress(program, []);
  return Object.fromEntries(all.map(({ department, points }) => [department ?? "", points]));
};

test("items in sections with weights count by what they add to the total", () => {
  const source = `满分 100 分
数据 单位 { 名称: 文本 主键, 甲数: 数值 分, 乙数: 数值 分, 丙数: 数值 分 }
大类 指标 100 分 权重 60% {
  大类 内部 50 分 权重 40% { 条目 甲 50 分 考核部门 "一办" { 得 甲数 } }
  条目 乙 100 分 权重 60% 考核部门 "二办" { 得 乙数 }
}
条目 丙 80 分 权重 40% 考核部门 "三办" { 得 丙数 }
`;
  expect(pointsIn(source)).toEqual({ 一办: "24", 二办: "36", 三办: "40" });
});

test("the points of an example with nested weights add up to its total", () => {
  const file = "../../../examples/community-secretaries/appraisal/appraisal.rubric";
  const points = Object.values(pointsIn(readFileSync(new URL(file, import.meta.url), "utf8")));
  expect(points.reduce((sum, each) => sum + Number(each ?? 0), 0)).toBe(100);
});

test("a cell that cannot be read is missing like a blank one", () => {
  const header = ["名称", "年度", "违规", "招商完成（元）"];
  const rows = ["甲,2008,0,100", "乙,2008,暂无,约 100", "丙,2008,,100？"].map((row) => row.split(","));
  const [progress] = departmentProgress(sample, [{ role: "subjects", name: "", header, rows }]);
  const missing = Object.fromEntries(
    progress?.missing.map(({ field, subjects }) => [field, subjects.map(({ key }) => key)]) ?? [],
  );
  expect(missing).toMatchObject({ 违规: ["乙", "丙"], 招商完成: ["乙", "丙"] });
});
