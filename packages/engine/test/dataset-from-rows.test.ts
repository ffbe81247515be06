import { describe, expect, test } from "vitest";
import { datasetFromRows, emptyDataset } from "../src/index.js";
import { fieldOf, numberType, Rubric, WAN } from "./builder.js";

function rubric() {
  const r = new Rubric();
  r.number("任务", { unit: WAN, min: "10000", max: "100000000" });
  r.count("次数");
  r.percent("比率");
  r.flag("有无");
  r.date("日期");
  r.level("等级", r.choice("差", "好"));
  r.period("年度");
  r.list("台账", { 事项: { kind: "text" }, 数量: fieldOf("数量", numberType("count")) });
  r.constant("预算");
  return r.build();
}
const program = rubric();
const field = (name: string) => program.fields.findIndex((each) => each.name === name);

/** The cell of one field, and the problems found in it. */
function read(name: string, value: unknown) {
  const { subjects, problems } = datasetFromRows(program, { subjects: [{ 名称: "甲", [name]: value }] });
  return [
    subjects.columns[field(name)]?.[0],
    problems.map(({ reason, found, expected }) => [reason, found, ...expected]),
  ];
}

describe("cells that are read", () => {
  test.each([
    ["任务", "450.5", "4505000"],
    ["任务", "450 万元", "4500000"],
    ["任务", 450, "4500000"],
    ["任务", 450n, "4500000"],
    ["次数", "3", "3"],
    ["比率", "98.2%", "491/500"],
    ["比率", 0, "0"],
    ["有无", true, true],
    ["有无", "是", true],
    ["有无", "No", false],
    ["有无", "FALSE", false],
    ["日期", "2008-02-29", "2008-02-29"],
    ["等级", "好", 1],
    ["年度", 2008, "2008"],
    ["名称", " 书院社区 ", "书院社区"],
    ["名称", 7n, "7"],
  ])("%s, case %#", (name, value, expected) => {
    expect(read(name, value)).toEqual([expected, []]);
  });

  test.each([null, undefined, "", "  "])("%j is a blank", (value) => {
    expect(read("次数", value)).toEqual([null, []]);
  });
});

describe("cells that cannot be read are blank, with the reason", () => {
  test.each([
    ["任务", "约450", ["not-a-number", "约450", "万元"]],
    ["任务", "0.5", ["out-of-range", "0.5", "1 万元", "10000 万元"]],
    ["任务", "1,000", ["not-a-number", "1,000", "万元"]],
    ["次数", "2.5", ["not-whole", "2.5"]],
    ["次数", "-1", ["out-of-range", "-1", "0", ""]],
    ["次数", Number.NaN, ["not-a-number", 'NaN (a binary number: pass the text "NaN")']],
    ["任务", 0.1, ["not-a-number", '0.1 (a binary number: pass the text "0.1")', "万元"]],
    ["比率", "98.2", ["not-a-percent", "98.2", "%"]],
    ["有无", "1", ["not-a-flag", "1", "是", "否"]],
    ["日期", "2007-02-29", ["not-a-date", "2007-02-29", "2024-01-02"]],
    ["日期", "2008/1/2", ["not-a-date", "2008/1/2", "2024-01-02"]],
    ["等级", "中", ["not-a-level", "中", "差", "好"]],
    ["次数", { 三: 3 }, ["not-a-number", "{…}"]],
  ])("%s, case %#", (name, value, problem) => {
    expect(read(name, value)).toEqual([null, [problem]]);
  });
});

describe("rows", () => {
  test("side rows nest in their subject, or stand apart with its key and period", () => {
    const { lists, problems } = datasetFromRows(program, {
      subjects: [
        { 名称: "甲", 年度: "2008", 台账: [{ 事项: "迟报" }] },
        { 名称: "乙", 年度: "2008" },
      ],
      lists: { 台账: [{ 名称: "乙", 年度: "2008", 事项: "表扬", 数量: "2" }] },
    });
    expect(lists).toEqual([
      {
        rows: 2,
        owner: [0, 1],
        columns: [
          ["迟报", "表扬"],
          [null, "2"],
        ],
      },
    ]);
    expect(problems).toEqual([]);
  });

  test("side rows of nobody are left out and told", () => {
    const { lists, problems } = datasetFromRows(program, {
      subjects: [{ 名称: "甲", 年度: "2008", 台账: "三次" }],
      lists: { 台账: [{ 名称: "甲", 年度: "2007", 事项: "迟报" }, { 事项: "迟报" }], 流水: [] },
    });
    expect(lists[0]?.rows).toBe(0);
    expect(problems.map(({ table, row, column, reason }) => [table, row, column, reason])).toEqual([
      ["社区", 1, "台账", "unreadable"],
      ["台账", 1, "名称", "unknown-key"],
      ["台账", 2, "名称", "missing-key"],
      ["流水", null, "流水", "unknown-column"],
    ]);
  });

  test("a key that is missing or comes twice in one period, and a column nobody asked for, are told", () => {
    const { problems } = datasetFromRows(program, {
      subjects: [
        { 名称: "甲", 年度: "2008", 备注: "x" },
        { 名称: "甲", 年度: "2009" },
        { 名称: "甲", 年度: "2008", 备注: "y" },
        { 年度: "2008" },
      ],
    });
    expect(problems.map(({ index, column, found, reason }) => [index, column, found, reason])).toEqual([
      [null, "备注", "备注", "unknown-column"],
      [2, "名称", "甲", "duplicate-key"],
      [3, "名称", "", "missing-key"],
    ]);
  });

  test("constants and history come by name", () => {
    const { constants, history, problems } = datasetFromRows(program, {
      subjects: [],
      constants: { 预算: "250000", 预备: "1" },
      history: [
        { 名称: "甲", 年度: 2007, 总分: "97.80", 全街道: 1, 等次: "" },
        { key: "乙", period: "2007", results: { 总分: "1" } },
      ],
    });
    expect([constants, problems.map(({ table, column, reason }) => [table, column, reason])]).toEqual([
      ["250000"],
      [["constants", "预备", "unknown-column"]],
    ]);
    expect(history).toEqual([
      { key: "甲", period: "2007", results: { 总分: "97.80", 全街道: "1", 等次: null } },
      { key: "乙", period: "2007", results: { 总分: "1" } },
    ]);
  });
});

test("an empty dataset has a column for every field and no rows", () => {
  const empty = emptyDataset(program);
  expect([empty.subjects.rows, empty.subjects.columns.length, empty.lists[0]?.columns.length, empty.constants]).toEqual(
    [0, program.fields.length, 2, [null]],
  );
});
