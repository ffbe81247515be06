// The same bad data by every way in: rows of a program, typed columns, CSV, JSON, a workbook, the grid of the app. Each gives the same
// problems and the same results, and what is refused is never ranked.

import { readGrids, readTables, sheetNames, writeWorkbook } from "@yardstick/tables";
import type { TableSource, TablesRead } from "@yardstick/tables";
import { beforeAll, describe, expect, test } from "vitest";
import type { CellProblem, Rubric, Scored } from "yardstick";
import { compile, describeProblem } from "yardstick";

const RUBRIC = `rubric "r"
total 10 points
data town {
  name: text key
  late: count times
  done: number 万元 0 .. 1000
  rate: percent
  open: flag
  day: date
  grade: choice(low < high)
  remark: text optional
  bonus: number points 0 .. 5 = 0 points
  acts: list { what: text, cost: number yuan optional }
}
item a 10 points {
  per late deduct 1 point
  each acts where what = "fire" deduct 1 point
  if rate < 50% deduct 1 point
  if not open deduct 1 point
  if day < 2024-01-01 deduct 1 point
  if grade = low deduct 1 point
  if done < 1 万元 deduct 1 point
  add bonus
}
ranking overall by score ties share
`;

type Texts = Readonly<Record<string, string>>;

const good = (name: string, change: Texts = {}): Texts => ({
  name,
  late: "1",
  done: "5",
  rate: "80%",
  open: "yes",
  day: "2024-05-01",
  grade: "high",
  ...change,
});

/** A row with one column under another name. */
function renamed(row: Texts, from: string, to: string): Texts {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name === from ? to : name, value]));
}

interface Case {
  readonly says: string;
  readonly towns: readonly Texts[];
  readonly acts?: readonly Texts[];
  /** Reason, column (null where it is the row's or the table's), and row from 1 (null where it is the column's). */
  readonly problems: readonly (readonly [string, string | null, number | null])[];
  readonly ranked: readonly string[];
}

const cases: readonly Case[] = [
  { says: "nothing wrong", towns: [good("A"), good("B")], problems: [], ranked: ["A", "B"] },
  {
    says: "a key that stands twice",
    towns: [good("A"), good("A", { late: "5" }), good("B")],
    problems: [["duplicate-key", null, 2]],
    ranked: ["B"],
  },
  {
    says: "a key that stands twice in other widths",
    towns: [good("A1"), good("Ａ１", { late: "5" }), good("B")],
    problems: [["duplicate-key", null, 2]],
    ranked: ["B"],
  },
  {
    says: "a key that stands three times",
    towns: [good("A"), good("B"), good("A"), good("A")],
    problems: [
      ["duplicate-key", null, 3],
      ["duplicate-key", null, 4],
    ],
    ranked: ["B"],
  },
  {
    says: "a row without a key",
    towns: [good("A"), good(""), good("B")],
    problems: [["missing-key", "name", 2]],
    ranked: ["A", "B"],
  },
  {
    says: "a misspelt key column",
    towns: [renamed(good("A"), "name", "nam"), renamed(good("B"), "name", "nam")],
    problems: [["unknown-column", "nam", null]],
    ranked: [],
  },
  {
    says: "a misspelt column",
    towns: [renamed(good("A"), "late", "lat"), renamed(good("B"), "late", "lat")],
    problems: [["unknown-column", "lat", null]],
    ranked: [],
  },
  {
    says: "a misspelt column that has a default",
    towns: [{ ...good("A"), bonos: "5" }, good("B")].map((row) => ({ bonos: "", ...row })),
    problems: [["unknown-column", "bonos", null]],
    ranked: ["A", "B"],
  },
  {
    says: "a column that is misspelt in one row",
    towns: [good("A"), renamed(good("B"), "late", "lat"), good("C")],
    problems: [["unknown-column", "lat", null]],
    ranked: ["A", "C"],
  },
  {
    says: "a column that the rubric does not know",
    towns: [good("A"), good("B")].map((row) => ({ ...row, telephone: "123" })),
    problems: [["unknown-column", "telephone", null]],
    ranked: ["A", "B"],
  },
  {
    says: "a column that is not there",
    towns: [good("A"), good("B")].map(({ rate: _, ...row }) => row),
    problems: [["missing-column", "rate", null]],
    ranked: [],
  },
  ...(
    [
      ["late", "many", "not-a-number"],
      ["late", "-1", "out-of-range"],
      ["late", "1.5", "not-whole"],
      ["done", "1001", "out-of-range"],
      ["rate", "80", "not-a-percent"],
      ["open", "perhaps", "not-a-flag"],
      ["day", "2023-02-29", "not-a-date"],
      ["grade", "middling", "not-a-level"],
    ] as const
  ).map(([column, value, reason]): Case => ({
    says: `${column} is ${value}`,
    towns: [good("A", { [column]: value }), good("B")],
    problems: [[reason, column, 1]],
    ranked: ["B"],
  })),
  {
    says: "side rows of a subject that is not there, and of none",
    towns: [good("A"), good("B")],
    acts: [
      { name: "A", what: "fire" },
      { name: "C", what: "fire" },
      { name: "", what: "fire" },
    ],
    problems: [
      ["unknown-key", "name", 2],
      ["missing-key", "name", 3],
    ],
    ranked: ["B", "A"],
  },
  {
    says: "a misspelt column of side rows",
    towns: [good("A"), good("B")],
    acts: [{ name: "A", waht: "fire" }],
    problems: [["unknown-column", "waht", null]],
    ranked: ["B"],
  },
];

const rubric = (() => {
  const compiled = compile(RUBRIC);
  if (compiled.rubric === null) throw new Error(JSON.stringify(compiled.diagnostics));
  return compiled.rubric as Rubric;
})();

function headersOf(rows: readonly Texts[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

const linesOf = (rows: readonly Texts[]) => {
  const headers = headersOf(rows);
  return [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ""))];
};

const csvOf = (rows: readonly Texts[]) =>
  `${linesOf(rows)
    .map((cells) => cells.map((cell) => `"${cell}"`).join(","))
    .join("\n")}\n`;

function csv({ towns, acts }: Case): TablesRead {
  const sources: TableSource[] = [{ role: "subjects", file: "data.csv", format: "csv", text: csvOf(towns) }];
  if (acts !== undefined)
    sources.push({ role: "list", name: "acts", file: "acts.csv", format: "csv", text: csvOf(acts) });
  return readTables(rubric.program, sources);
}

function json({ towns, acts }: Case): TablesRead {
  const text = JSON.stringify({ subjects: towns, ...(acts === undefined ? {} : { acts }) });
  return readTables(rubric.program, [{ role: "subjects", file: "data.json", format: "json", text }]);
}

function grid({ towns, acts }: Case): TablesRead {
  const table = (role: "subjects" | "list", rows: readonly Texts[]) => {
    const [header = [], ...lines] = linesOf(rows);
    return { role, name: "acts", file: role, header, rows: lines };
  };
  return readGrids(rubric.program, [table("subjects", towns), ...(acts === undefined ? [] : [table("list", acts)])]);
}

async function xlsx({ towns, acts }: Case): Promise<TablesRead> {
  const tables = [towns, ...(acts === undefined ? [] : [acts])];
  const names = sheetNames(["town", "acts"]);
  const sheets = tables.map((rows, index) => ({
    name: names[index] ?? names[0]!,
    columns: [],
    rows: linesOf(rows).map((cells) =>
      cells.map((text) => (text === "" ? null : { value: { kind: "text" as const, text } })),
    ),
  }));
  const bytes = await writeWorkbook({ title: "t", sheets });
  return readTables(rubric.program, [{ role: "subjects", file: "data.xlsx", format: "xlsx", bytes }]);
}

const rowsOf = ({ towns, acts }: Case) => (acts === undefined ? towns : { subjects: towns, acts });

/** Rows of a file stand below its headers; those of a header are the header's own. */
function said(scored: Scored, below: number) {
  return scored.problems
    .map(({ severity, table, reason, column, row, index, found, expected }) => ({
      severity,
      table,
      reason,
      column,
      row: row === null || ["unknown-column", "missing-column"].includes(reason) ? null : row - below,
      index,
      found,
      expected,
    }))
    .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

describe.each(cases)("$says", (given) => {
  let byRows: Scored;
  beforeAll(() => (byRows = rubric.score(rowsOf(given))));

  test("is found in rows of a program", async () => {
    expect(byRows.problems.map(({ reason, column, row }) => [reason, column, row])).toEqual(given.problems);
    expect(byRows.ranking("overall").map(({ key }) => key)).toEqual(given.ranked);
    expect(byRows.ok).toBe(byRows.problems.every(({ severity }) => severity !== "error"));
    expect(byRows.failures).toEqual([]);
    expect((await rubric.scoreAsync(rowsOf(given))).toJSON()).toEqual(byRows.toJSON());
    for (const lang of ["zh", "en"] as const)
      for (const problem of byRows.problems)
        expect(describeProblem(problem, lang)).not.toMatch(/undefined|null|\[object/u);
  });

  test.each([
    ["CSV", csv, 1],
    ["JSON", json, 0],
    ["a workbook", xlsx, 1],
    ["the grid of the app", grid, 1],
  ] as const)("gives the same by %s", async (_, read, below) => {
    const dataset = await read(given);
    const scored = rubric.score(dataset);
    expect(said(scored, below)).toEqual(said(byRows, 0));
    expect(scored.subjects).toEqual(
      byRows.subjects.map((subject) => ({ ...subject, awaiting: expect.any(Array) as unknown })),
    );
    expect(scored.ok).toBe(byRows.ok);
    expect(scored.receipt.data).toBe(byRows.receipt.data);
    expect(scored.ranking("overall").map(({ key }) => key)).toEqual(given.ranked);
  });
});

test("typed columns with keys that stand twice or are missing are held to the same", () => {
  const { dataset } = rubric.score({
    subjects: [good("A"), good("B"), good("C"), good("D")],
    acts: [
      { name: "C", what: "fire" },
      { name: "D", what: "fire" },
    ],
  });
  const [names, ...others] = dataset.subjects.columns;
  expect(names).toEqual(["A", "B", "C", "D"]);
  const problem = (found: string, index: number): CellProblem => ({
    severity: "error",
    table: "town",
    index,
    row: index + 1,
    column: "late",
    found,
    reason: "not-a-number",
    expected: [],
  });
  const columns = [["A", "A", null, "D"], ...others];
  const scored = rubric.score({ ...dataset, subjects: { rows: 4, columns }, problems: [problem("x", 3)] });
  expect(scored.subjects.map(({ key, status }) => [key, status])).toEqual([
    ["A", "invalid"],
    ["D", "scored"],
  ]);
  expect(scored.ranking("overall").map(({ key }) => key)).toEqual(["D"]);
  expect(scored.problems.map(({ reason, index, row }) => [reason, index, row])).toEqual([
    ["not-a-number", 1, 4],
    ["duplicate-key", 0, 2],
    ["missing-key", null, 3],
  ]);
  expect(scored.dataset.lists[0]).toEqual({ rows: 1, columns: [["fire"], [null]], owner: [1] });
  expect(scored.ok).toBe(false);
});
