// Tables one below the other in one sheet or file: each is read under its own headers.

import { expect, test } from "vitest";
import type { TableSource } from "../src/index.js";
import { collectTables, readTables, writtenTables } from "../src/index.js";
import { sample } from "./sample-program.js";

const FIRST = ["名称,年度,违规", "甲,2008,1", "乙,2008,2"];
const SECOND = ["名称,年度,满意率", "乙,2008,95%", "甲,2008,96%"];
const csv = (lines: readonly string[]): TableSource => ({
  role: "subjects",
  file: "a.csv",
  format: "csv",
  text: `${lines.join("\n")}\n`,
});

/** Columns 违规 and 满意率, with the names that a table has, and the errors but for columns that no table has. */
function read(lines: readonly string[]) {
  const { subjects, problems } = readTables(sample, [csv(lines)]);
  return {
    names: subjects.columns[0],
    figures: [subjects.columns[3], subjects.columns[4]],
    errors: problems.flatMap(({ severity, reason }) =>
      severity === "error" && reason !== "missing-column" ? [reason] : [],
    ),
  };
}

const BOTH = {
  names: ["甲", "乙"],
  figures: [
    ["1", "2"],
    ["24/25", "19/20"],
  ],
  errors: [],
};

test.each([
  ["directly below", [...FIRST, ...SECOND]],
  ["below an empty line", [...FIRST, "", ...SECOND]],
  ["with titles", ["一、违规,,", ...FIRST, "", "二、满意率,,", ...SECOND]],
  ["with its key in another column", [...FIRST, "", "满意率,序号,名称,年度", "95%,1,乙,2008", "96%,2,甲,2008"]],
  ["with the columns in another order", [...FIRST, "", "名称,满意率,年度", "乙,95%,2008", "甲,96%,2008"]],
  ["with the headers again in between", [...FIRST, FIRST[0] ?? "", ...SECOND, SECOND[0] ?? ""]],
])("a second table %s has its own columns", (_, lines) => {
  expect(read(lines)).toEqual(BOTH);
});

test("rows after an empty line stay in their table", () => {
  const { names, figures } = read([...FIRST.slice(0, 2), "", ...FIRST.slice(2), ...SECOND]);
  expect({ names, figures }).toEqual({ names: BOTH.names, figures: BOTH.figures });
});

test("a subject whose name is that of another column is no header", () => {
  const { names, errors } = read([...FIRST, "违规,2008,3"]);
  expect(names).toEqual(["甲", "乙", "违规"]);
  expect(errors).not.toContain("unknown-column");
});

test("a figure of the second table is not taken for the first one's column", () => {
  const file = csv([...FIRST, "名称,年度,招商完成", "丙,2008,9"]);
  const { tables, conflicts } = collectTables(sample, [], [file]);
  const [subjects] = tables;
  const at = subjects?.header.findIndex((header) => header.startsWith("违规")) ?? -1;
  expect(subjects?.rows.map((row) => row[at] ?? "")).toEqual(["1", "2", ""]);
  expect(conflicts).toEqual([]);
});

test("a table that is shown to be corrected is read as it is scored", () => {
  const { tables } = writtenTables(sample, [csv([...FIRST, "", "名称,年度,招商完成", "丙,2008,9"])]);
  expect(tables.map(({ header, rows }) => [header, ...rows])).toEqual([
    FIRST.map((line) => line.split(",")),
    [
      ["名称", "年度", "招商完成"],
      ["丙", "2008", "9"],
    ],
  ]);
});

test("a text called after the key in another column is no header", () => {
  const rows = ["名称,年度,违规,备注", "甲,2008,1,名称", "违规,2008,2,名称", "乙,2008,,名称"];
  expect(read(rows).names).toEqual(["甲", "违规", "乙"]);
});

test("a unit stated above a table that is shown to be corrected stands in its header", () => {
  const { tables } = writtenTables(sample, [csv(["招商情况,,", "单位：元,,", "名称,年度,招商完成", "甲,2008,255000"])]);
  expect(tables[0]).toMatchObject({ header: ["名称", "年度", "招商完成（元）"], rows: [["甲", "2008", "255000"]] });
});

test("a row with data is no header, though its key and another cell are called after fields", () => {
  const rows = (row: string) => read(["名称,年度,违规,满意率", "甲,2008,1,95%", row, "乙,2008,2,96%"]).names;
  for (const row of ["名称,2008,违规,95%", "名称,2008,违规,", "名称,2008-01-02,违规,", "名称,是,违规,"])
    expect([row, rows(row)]).toEqual([row, ["甲", "名称", "乙"]]);
  expect(rows("名称,年度,违规,")).toEqual(["甲", "乙"]);
});
