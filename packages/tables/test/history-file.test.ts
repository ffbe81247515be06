import { describe, expect, test } from "vitest";
import type { Result, SubjectResult } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { appendHistory, readTables } from "../src/index.js";
import { encode } from "./encode.js";
import { sample } from "./sample-program.js";

const program: Program = {
  ...sample,
  outputs: [
    {
      name: "奖金",
      span: [0, 0],
      value: { kind: "number", span: [0, 0], type: { kind: "number", dimension: {}, percent: false }, value: "1" },
      decimals: 2,
    },
  ],
};
const subject = (key: string, score: string | null, more: Partial<SubjectResult> = {}): SubjectResult => ({
  key,
  period: "2008",
  status: score === null ? "pending" : "scored",
  awaiting: [],
  score,
  parts: {},
  coefficients: {},
  vetoes: [],
  rankings: {},
  grades: {},
  awards: [],
  consequences: [],
  outputs: { 奖金: "-0.50" },
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
const options = { lang: "zh", period: null } as const;

function appended(existing: string | null, of: Result) {
  const outcome = appendHistory(existing === null ? null : encode(existing, "utf-8"), of, program, options);
  if (!("text" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe("results appended to a history", () => {
  test("create the file where there is none", () => {
    expect(appended(null, result(subject("甲", "97.80")))).toEqual({
      text: "\ufeff名称,年度,总分,奖金\r\n甲,2008,97.80,-0.50\r\n",
      added: 1,
      replaced: 0,
      unchanged: 0,
    });
  });

  test("are added below the existing rows, in their columns, with new columns at the end", () => {
    const before = '年度,名称,全街道,总分\n2007,"甲, 乙",1,"1,097.00"\n';
    expect(appended(before, result(subject("甲", "97.80"))).text).toBe(
      '\ufeff年度,名称,全街道,总分,奖金\r\n2007,"甲, 乙",1,"1,097.00",\r\n2008,甲,,97.80,-0.50\r\n',
    );
  });

  test("twice are the same as once", () => {
    const once = appended("名称,年度,总分\n甲,2007,90\n", result(subject("甲", "97.80"), subject("=乙", "90.00")));
    const twice = appended(once.text, result(subject("甲", "97.80"), subject("=乙", "90.00")));
    expect(twice).toEqual({ ...once, added: 0, replaced: 0, unchanged: 2 });
  });

  test("replace earlier ones of the same key and period", () => {
    const { text, replaced } = appended(
      "名称,年度,总分\n甲,２００８,90.00\n乙,2008,80\n",
      result(subject("甲", "97.80")),
    );
    expect(replaced).toBe(1);
    expect(text).toBe("\ufeff名称,年度,总分,奖金\r\n甲,２００８,97.80,-0.50\r\n乙,2008,80,\r\n");
  });

  test("leave out pending subjects", () => {
    expect(appended(null, result(subject("甲", null), subject("乙", "1.00"))).added).toBe(1);
  });

  test("keep a history in GB18030 readable", () => {
    const outcome = appendHistory(
      encode("名称,年度,总分\n学校,2007,90\n", "gb18030"),
      result(subject("甲", "1.00")),
      program,
      options,
    );
    expect(outcome).toMatchObject({ text: "\ufeff名称,年度,总分,奖金\r\n学校,2007,90,\r\n甲,2008,1.00,-0.50\r\n" });
  });

  test("are read back as they were published", () => {
    const { text } = appended(null, result(subject("=甲", "97.80")));
    const { history, problems } = readTables(program, [{ role: "history", file: "h.csv", format: "csv", text }]);
    expect(problems).toEqual([]);
    expect(history).toEqual([{ key: "=甲", period: "2008", results: { 总分: "97.80", 奖金: "-0.50" } }]);
  });

  test.each([
    ["a file that is no history", "a,b\n1,2\n"],
    ["titles that would be lost", "历年结果\n名称,年度,总分\n甲,2007,90\n"],
    ["a row with shifted cells", "名称,年度,总分\n甲,2007,1,090\n"],
    ["a quote that is not closed", '名称,年度,总分\n"甲,2007,90\n'],
  ])("never write over %s", (_, text) => {
    expect(appendHistory(encode(text, "utf-8"), result(subject("甲", "1.00")), program, options)).toEqual({
      unreadable: true,
    });
  });

  test("need a period, which can be passed", () => {
    const without = result(subject("甲", "1.00", { period: null }));
    const { period: _, ...rest } = program;
    const plain = { ...rest, period: null };
    expect(appendHistory(null, without, plain, options)).toEqual({ noPeriod: true });
    expect(appendHistory(null, without, plain, { lang: "zh", period: "2024" })).toMatchObject({
      text: "\ufeff名称,期别,总分,奖金\r\n甲,2024,1.00,-0.50\r\n",
    });
  });
});
