import { describe, expect, test } from "vitest";
import type { Result, SubjectResult } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import type { ResultMessages } from "../src/index.js";
import { readTables, resultCsv } from "../src/index.js";
import { sample } from "./sample-program.js";

const NUMBER = { kind: "number", dimension: {}, percent: false } as const;
const span = [0, 0] as const;
const value = { kind: "number", span, type: NUMBER, value: "1" } as const;

const section = { kind: "section", name: "党群", path: "党群" } as unknown as Program["parts"][number];
const item = { kind: "item", name: "制度", path: "党群/制度" } as unknown as Program["parts"][number];
const program: Program = {
  ...sample,
  parts: [section, item],
  roots: [0],
  rankings: [
    { name: "全街道", span, by: value, lowestFirst: false, within: null, where: null, ties: "gap", thenBy: [] },
    { name: "分线", span, by: "each-section", lowestFirst: false, within: null, where: null, ties: "gap", thenBy: [] },
  ],
  grades: [{ name: "等次", span, by: null, choice: 0, rows: [], otherwise: null, adjustments: [] }],
  outputs: [{ name: "奖金", span, value, decimals: 2 }],
};

const subject = (more: Partial<SubjectResult>): SubjectResult => ({
  key: "甲",
  period: "2008",
  status: "scored",
  awaiting: [],
  score: "97.80",
  parts: { 党群: "17.8", "党群/制度": "1.8" },
  coefficients: {},
  vetoes: [],
  rankings: { 全街道: 1, "分线/党群": 2 },
  grades: { 等次: "好" },
  awards: [],
  consequences: [],
  outputs: { 奖金: "-3000.00" },
  provisional: [],
  undecided: [],
  rankedBy: {},
  ...more,
});
const result = (...subjects: SubjectResult[]): Result => ({
  rubric: null,
  scenario: null,
  subjects,
  requirements: [],
  policies: [],
  cuts: [],
  problems: [],
});

const words: ResultMessages = {
  lang: "zh",
  describeAward: ({ name }) => name,
  withUndecided: (known, undecided) => [...known, ...undecided.map((name) => `${name}？`)].join("、"),
  undecided: "？",
  notesOf: () => [],
};

describe("results as CSV", () => {
  test("contain key, period, score, sections, places, grades and outputs, for spreadsheets", () => {
    expect(resultCsv(result(subject({})), program, words)).toBe(
      "\ufeff名称,年度,总分,党群,全街道,分线/党群,等次,奖金,全街道（依据）,状态,一票否决,奖励,处理,说明\r\n甲,2008,97.80,17.8,1,2,好,-3000.00,,已评分,,,,\r\n",
    );
  });
  test("leave a pending result blank and mark it", () => {
    const pending = subject({
      status: "pending",
      undecided: [{ kind: "consequence", name: "诫勉", awaiting: [] }],
      score: null,
      parts: { 党群: null },
      rankings: { 全街道: null },
      grades: {},
      outputs: {},
    });
    expect(resultCsv(result(pending), program, words)).toContain("甲,2008,,,,,,,,待定,,,诫勉？,\r\n");
  });
  test.each(["=1+1", "+1", "-1", "@x"])("keep the text %s from running as a formula", (key) => {
    expect(resultCsv(result(subject({ key })), program, words)).toContain(`\r\n'${key},2008,97.80`);
  });
  test("quote commas, quotes and line breaks", () => {
    expect(resultCsv(result(subject({ key: '甲,"乙"\n丙' })), program, words)).toContain('"甲,""乙""\n丙",2008');
  });
  test("can be read as history", () => {
    const text = resultCsv(result(subject({})), program, words);
    const { history, problems } = readTables(sample, [{ role: "history", file: "h.csv", format: "csv", text }]);
    expect(problems).toEqual([]);
    expect(history).toMatchObject([
      {
        key: "甲",
        period: "2008",
        results: { 总分: "97.80", 党群: "17.8", 全街道: "1", "分线/党群": "2", 等次: "好", 奖金: "-3000.00" },
      },
    ]);
  });
});
