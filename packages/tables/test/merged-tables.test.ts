import { describe, expect, test } from "vitest";
import type { TableSource } from "../src/index.js";
import { describeProblem, readTables } from "../src/index.js";
import { sample } from "./sample-program.js";

const csv = (file: string, text: string): TableSource => ({ role: "subjects", file, format: "csv", text });

const ECONOMY = "名称,年度,招商完成,违规\n甲,2008,450,2\n乙,2008,,0\n";
const OFFICE = "名称,年度,满意率,不团结,档次\n乙,2008,95%,是,中\n甲,２００８,98%,否,好\n";

describe("several tables of subjects", () => {
  test("are one table, each with its part of the columns", () => {
    const { subjects, problems } = readTables(sample, [csv("a.csv", ECONOMY), csv("b.csv", OFFICE)]);
    expect(problems).toEqual([]);
    expect(subjects.columns.slice(0, 7)).toEqual([
      ["甲", "乙"],
      ["2008", "2008"],
      ["4500000", null],
      ["2", "0"],
      ["49/50", "19/20"],
      [false, true],
      [2, 1],
    ]);
    expect(subjects.columns[7]).toEqual([null, null]);
  });

  test("fill in what another left blank, and may say the same in other words", () => {
    const more = "名称,年度,招商完成（元）,违规\n甲,2008,4500000,2件\n乙,2008,3000000,\n";
    const { subjects, problems } = readTables(sample, [
      csv("a.csv", ECONOMY),
      csv("b.csv", OFFICE),
      csv("c.csv", more),
    ]);
    expect(problems).toEqual([]);
    expect(subjects.columns[2]).toEqual(["4500000", "3000000"]);
  });

  test("that say different things are a conflict that names both places, and neither is used", () => {
    const other = "名称,年度,违规\n乙,2008,0\n甲,2008,3\n";
    const { subjects, problems } = readTables(sample, [
      csv("a.csv", ECONOMY),
      csv("b.csv", OFFICE),
      csv("c.csv", other),
    ]);
    expect(subjects.columns[3]).toEqual([null, "0"]);
    expect(problems).toMatchObject([
      {
        file: "c.csv",
        row: 3,
        index: 0,
        column: "违规",
        reason: "conflict",
        found: "3",
        expected: ["2", "a.csv", "2", ""],
      },
    ]);
    expect(problems.map((problem) => describeProblem(problem, "zh"))).toEqual([
      "社区 第 3 行“违规”：这里填“3”，a.csv 第 2 行填“2”，两处不一致，都没有采用；请核对后改为一致。",
    ]);
  });

  test("add subjects that the others do not have", () => {
    const { subjects } = readTables(sample, [csv("a.csv", ECONOMY), csv("b.csv", `${OFFICE}丙,2008,90%,否,差\n`)]);
    expect(subjects.columns[0]).toEqual(["甲", "乙", "丙"]);
    expect(subjects.columns[3]).toEqual(["2", "0", null]);
  });

  test("lack a column only where none of them has it", () => {
    const { problems } = readTables(sample, [csv("a.csv", ECONOMY), csv("b.csv", "名称,年度,满意率\n甲,2008,98%\n")]);
    expect(problems.map(({ reason, column }) => [reason, column])).toEqual([
      ["missing-column", "不团结"],
      ["missing-column", "档次"],
    ]);
  });

  test("may leave out the period where their subject has but one", () => {
    const { subjects, problems } = readTables(sample, [
      csv("a.csv", ECONOMY),
      csv("b.csv", OFFICE),
      csv("c.csv", "名称,备注\n甲,好\n"),
    ]);
    expect(problems).toEqual([]);
    expect(subjects.columns[7]).toEqual(["好", null]);
  });

  test("still doubt a key that stands twice in one of them", () => {
    const { problems, subjects } = readTables(sample, [csv("a.csv", `${ECONOMY}甲,2008,1,1\n`), csv("b.csv", OFFICE)]);
    expect(problems).toMatchObject([{ reason: "duplicate-key", file: "a.csv", row: 4 }]);
    expect(subjects.rows).toBe(2);
  });
});
