// Tables that are kept between edits of the rubric are those that would be read afresh, whatever the edit.

import { expect, test } from "vitest";
import { compile } from "yardstick";
import type { TableText } from "../../src/project/project.js";
import { TableReader } from "../../src/worker/table-reader.js";

const head = `考核 "小"
满分 10 分
数据 队 { 名称: 文本 主键, 组别: 文本, 得分: 数值 分 0 .. 10, 比赛: 明细 { 对手: 文本, 积分: 数值 } }
条目 成绩 10 分 { 得 得分 }
`;
/** Ends of the text that change what reading depends on, one after the other and back. */
const ends = [
  "",
  "排名 全部 按 得分 同 组别\n",
  '设 首组 = 组别 = "第1组"\n一票否决 首组 若 首组 { 不排名 }\n',
  "排名 全部 按 得分 再按 直接胜负 比赛.积分 对手为 比赛.对手\n",
  "排名 全部 按 得分\n",
  "// 只是说明\n",
  "",
];
const tables: readonly TableText[] = [
  {
    role: "subjects",
    name: "",
    header: ["名称", "组别", "得分"],
    rows: [
      ["甲", "第１组", "9"],
      ["乙", "第 1 组", "8"],
      ["丙", "第1组", "8"],
    ],
  },
  {
    role: "list",
    name: "比赛",
    header: ["名称", "对手", "积分"],
    rows: [
      ["乙", "丙", "3"],
      ["丙", "无此队", "1"],
    ],
  },
];

test("a rule that compares a column, or names opponents, reads the tables again", () => {
  const kept = new TableReader();
  for (const end of ends) {
    const { rubric, diagnostics } = compile(head + end, { lang: "zh" });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const { program } = rubric!;
    const [read, fresh] = [kept.read(program, tables), new TableReader().read(program, tables)];
    expect([end, read.subjects.columns, read.lists, read.problems]).toEqual([
      end,
      fresh.subjects.columns,
      fresh.lists,
      fresh.problems,
    ]);
  }
});

test("a change of words alone reads nothing again", () => {
  const kept = new TableReader();
  const read = (text: string) => kept.read(compile(text, { lang: "zh" }).rubric!.program, tables);
  expect(read(`${head}// 一\n`)).toBe(read(`// 二\n${head}`));
});
