// The next period of a project, the period after another, and the comparison with earlier results.

import { expect, test } from "vitest";
import { withFixed, type FixedPeriod } from "../../src/project/fixed-period.js";
import { lastingColumns, periodAfter, tablesOfNextPeriod } from "../../src/project/periods.js";
import type { TableText } from "../../src/project/project.js";
import { comparedWithBefore } from "../../src/store/compared-period.js";
import { fixPeriod } from "../../src/worker/fix-period.js";
import { Evaluator } from "../../src/worker/evaluate.js";
import { smallGood, smallRubric, smallTables } from "../store/small-rubric.js";

const { program } = smallGood();

test.each([
  ["2008", "2009"],
  ["2008年度", "2009年度"],
  ["FY2024", "FY2025"],
  ["2024年上半年", "2025年上半年"],
  ["2024-07", ""],
  ["第一学期", ""],
])("after %s comes %j", (period, next) => {
  expect(periodAfter(period)).toBe(next);
});

test("the next period has the same subjects, blank cells, empty lists, and the earlier results as they were", () => {
  const tables = tablesOfNextPeriod(program, smallTables, "2025", ["任务"]);
  const [before] = smallTables;
  const [subjects] = tables;
  const at = (name: string) => subjects?.header.indexOf(name) ?? -1;
  expect(subjects?.rows.map((row) => row[at("名称")])).toEqual([
    ...new Set(before?.rows.map((row) => row[before.header.indexOf("名称")])),
  ]);
  expect(new Set(subjects?.rows.map((row) => row[at("年度")]))).toEqual(new Set(["2025"]));
  expect(new Set(subjects?.rows.map((row) => row[at("迟报")]))).toEqual(new Set([""]));
  expect(subjects?.rows[0]?.[at("任务")]).toBe(before?.rows[0]?.[before.header.indexOf("任务")]);
  expect(tables.find(({ role }) => role === "list")?.rows).toEqual([]);
  const history = smallTables.find(({ role }) => role === "history");
  expect(tables.find(({ role }) => role === "history")).toBe(history);
  expect(lastingColumns(program)).toEqual([]);
});

test("results are fixed once a period, with their receipt, and are the ones that later periods compare with", () => {
  const evaluator = new Evaluator();
  const inputs = { rubric: smallRubric, tables: smallTables, scenario: null, lang: "zh" } as const;
  evaluator.evaluate(inputs);
  const { last } = evaluator;
  if (last === null) throw new Error("nothing was scored");
  const found = fixPeriod(last, smallTables, { path: "main.rubric", period: null }, "zh");
  if (found.problem !== null) throw new Error(found.problem);
  expect(found.periods).toEqual(["2024"]);
  expect(found.added).toBe(found.scored);
  expect(found.receipt.rubric).toMatch(/^sha256:/u);
  const tables: readonly TableText[] = [...smallTables.filter(({ role }) => role !== "history"), found.history];
  const again = fixPeriod(last, tables, { path: "main.rubric", period: null }, "zh");
  expect(again).toMatchObject({ problem: null, added: 0, replaced: 0, history: found.history });

  const good = smallGood();
  const later = comparedWithBefore(good, "2025", found.history);
  expect(later?.period).toBe("2024");
  for (const { before, now, change } of later?.rows ?? []) {
    expect(before).toBe(now);
    if (now !== null) expect(Number(change)).toBe(0);
  }
  // A period is not compared with itself, however it is written.
  for (const same of ["2024", "2024年", " ２０２４ "])
    expect(comparedWithBefore(good, same, found.history)?.period, `for ${same}`).toBe("2023");
  expect(comparedWithBefore(good, "2020", found.history)).toBeNull();
  expect(comparedWithBefore(good, "2025", undefined)).toBeNull();
});

test("a period that is fixed again replaces the earlier receipt", () => {
  const of = (period: string, data: string): FixedPeriod => ({
    period,
    data,
    fixed: 1,
    rubric: "r",
    engine: "e",
    scored: 1,
    open: 0,
  });
  const all = [of("2008", "a"), of("2009", "b"), of("2008", "c")].reduce(withFixed, [] as readonly FixedPeriod[]);
  expect(all.map(({ period, data }) => [period, data])).toEqual([
    ["2009", "b"],
    ["2008", "c"],
  ]);
});
