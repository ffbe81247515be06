import { describe, expect, test } from "vitest";
import type { Cell } from "@yardstick/engine";
import { describeProblem, describeReport, readTables } from "../src/index.js";
import type { CorpusCase } from "./corpus/case.js";
import { encodingCases } from "./corpus/encodings.js";
import { layoutCases } from "./corpus/layouts.js";
import { workbookCases } from "./corpus/workbooks.js";
import { sample } from "./sample-program.js";

function expectCase({ sources, limits = {}, expected }: CorpusCase): void {
  const read = readTables(sample, sources, { limits });
  const found = read.problems.map(({ reason, row, column }) => [reason, row, column]);
  expect(found).toEqual(expected.problems ?? []);
  for (const problem of read.problems) {
    for (const lang of ["zh", "en"] as const) expect(describeProblem(problem, lang)).not.toContain("undefined");
  }
  const columns = Object.keys(expected.columns ?? {}).map((name): [string, readonly Cell[]] => [
    name,
    read.subjects.columns[sample.fields.findIndex((field) => field.name === name)] ?? [],
  ]);
  expect(Object.fromEntries(columns)).toEqual(expected.columns ?? {});
  expect(read.lists[0]?.columns).toEqual(expected.listColumns ?? read.lists[0]?.columns);
  const notes = read.reports.flatMap((report) => describeReport(report, "zh"));
  expect(notes.map((note, at) => note.slice(0, expected.notes?.[at]?.length ?? note.length))).toEqual(
    expected.notes ?? [],
  );
  expect(read.reports.flatMap((report) => describeReport(report, "en"))).toHaveLength(notes.length);
}

describe("office files", () => {
  const all = [...encodingCases(), ...layoutCases(), ...workbookCases()];

  test("are more than 120, each with its own name", () => {
    expect(all.length).toBeGreaterThanOrEqual(120);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  test.each(all.map((each) => [each.name, each] as const))("%s", (_, each) => expectCase(each));
});
