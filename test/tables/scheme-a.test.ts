// The first example from its workbook as from its CSV: the same data, the same receipt, the same result to the last digit.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { describeReport, readTables } from "@yardstick/tables";
import { compile } from "yardstick";
import { spreadsheetForm } from "./spreadsheet-form.js";

const folder = new URL("../../examples/community-2008/", import.meta.url);
const { rubric } = compile(readFileSync(new URL("community-2008.rubric", folder), "utf8"));
if (rubric === null) throw new Error("the example has errors");

const bytes = (file: string) => readFileSync(new URL(file, folder));

describe("the example of the communities", () => {
  test("gives the same receipt and the same result from a workbook as from CSV", async () => {
    const fromCsv = readTables(rubric.program, [
      { role: "subjects", file: "data.csv", format: "csv", bytes: bytes("data.csv") },
      { role: "list", name: "台账", file: "台账.csv", format: "csv", bytes: bytes("台账.csv") },
      { role: "history", file: "history.csv", format: "csv", bytes: bytes("history.csv") },
    ]);
    const workbook = await spreadsheetForm(folder, { 社区: "data.csv", 台账: "台账.csv", 往期结果: "history.csv" });
    const fromWorkbook = readTables(rubric.program, [
      { role: "subjects", file: "data.xlsx", format: "xlsx", bytes: workbook },
    ]);
    expect(fromWorkbook.problems).toEqual([]);
    expect(fromWorkbook.reports.flatMap((report) => describeReport(report, "zh"))).toEqual([]);
    expect(fromWorkbook.subjects).toEqual(fromCsv.subjects);
    expect(fromWorkbook.lists).toEqual(fromCsv.lists);
    const [one, other] = [fromCsv, fromWorkbook].map((tables) => rubric.score(tables));
    expect(other?.receipt).toEqual(one?.receipt);
    expect(other?.toJSON()).toEqual(one?.toJSON());
    expect(one?.subjects.filter(({ status }) => status === "scored").length).toBeGreaterThan(20);
  });
});
