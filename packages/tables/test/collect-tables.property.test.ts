// Random tables of departments: for every set, order and repetition of files, nothing is lost or duplicated, and every difference is
// reported with all of its locations. A draw is merged a few times, and all properties are tried on the outcomes.

import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell } from "@yardstick/engine";
import { cellIdentity } from "@yardstick/engine";
import type { Collected, HandedInFile, TableSource, TextTable } from "../src/index.js";
import { collectTables, readGrids, readTables } from "../src/index.js";
import { costly } from "../../../test/properties.js";
import { sample } from "./sample-program.js";

const KEYS = ["甲社区", "乙社区", "丙街道", "丁村"];
const SPELT = [...KEYS, "丁 村", "甲社区 "];
const PERIODS = ["2008", "2008年", "２００８年度", " 2008 "];
const FIGURES: Readonly<Record<string, readonly string[]>> = {
  招商完成: ["450", "450.0", "4500000元", "500", "", ""],
  "招商完成（元）": ["4500000", "5,000,000", ""],
  违规: ["0", "1", "2件", "2", "", ""],
  满意率: ["98%", "98.0%", "９８％", "95%", ""],
  不团结: ["是", "否", "√", ""],
  档次: ["差", "中", "好", ""],
  备注: ["见附件", "无异议", ""],
};
const COLUMNS = Object.keys(FIGURES);
const LEDGER = ["名称", "事项", "日期", "数量"];
const RECORD = "记录标识（自动生成）";

interface Handed {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly period: string; readonly cells: readonly string[] }[];
  readonly hasPeriod: boolean;
  readonly ledger: readonly (readonly string[])[];
}

/** A draw: the present table, the files, and numbers that put them into another order. */
interface Draw {
  readonly present: readonly TextTable[];
  readonly files: readonly HandedInFile[];
  readonly order: readonly number[];
}

const rowOf = (columns: readonly string[]) =>
  fc.record({
    key: fc.constantFrom(...SPELT),
    period: fc.constantFrom(...PERIODS),
    cells: fc.tuple(...columns.map((column) => fc.constantFrom(...(FIGURES[column] ?? [""])))),
  });

/** `hasRecords`: each row of the ledger has one of three identities, as in copies and corrected versions of one form. */
const handed = (hasRecords: boolean): fc.Arbitrary<Handed> =>
  fc
    .subarray(COLUMNS, { minLength: 1 })
    .map((columns) => columns.filter((column) => column !== "招商完成（元）" || !columns.includes("招商完成")))
    .chain((columns) =>
      fc.record({
        columns: fc.constant(columns),
        rows: fc.array(rowOf(columns), { maxLength: 3 }),
        hasPeriod: fc.boolean(),
        ledger: fc.array(
          fc.tuple(
            fc.constantFrom(...KEYS),
            fc.constantFrom("迟报", "通报"),
            fc.constantFrom("2008-01-02", "2008年1月2日", ""),
            fc.constantFrom("1", "2"),
            ...(hasRecords ? [fc.constantFrom("f-1", "f-2", "f-3")] : []),
          ),
          { maxLength: 4 },
        ),
      }),
    );

const csvOf = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\n");

function filesOf(all: readonly Handed[], hasRecords: boolean): readonly HandedInFile[] {
  return all.flatMap(({ columns, rows, hasPeriod, ledger }, at): readonly TableSource[] => {
    const header = ["名称", ...(hasPeriod ? ["年度"] : []), ...columns];
    const lines = rows.map(({ key, period, cells }) => [key, ...(hasPeriod ? [period] : []), ...cells]);
    const subjects = { role: "subjects", file: `f${at}.csv`, format: "csv", text: csvOf([header, ...lines]) } as const;
    const list = {
      role: "list",
      name: "台账",
      file: `l${at}.csv`,
      format: "csv",
      text: csvOf([[...LEDGER, ...(hasRecords ? [RECORD] : [])], ...ledger]),
    } as const;
    return ledger.length === 0 ? [subjects] : [subjects, list];
  });
}

/** The existing table: every subject once, with a column that the rubric does not know. */
const present: fc.Arbitrary<readonly TextTable[]> = fc
  .tuple(
    fc.constantFrom("招商完成", "招商完成（元）"),
    ...KEYS.map(() => fc.tuple(...COLUMNS.map((column) => fc.constantFrom(...(FIGURES[column] ?? [""]))))),
  )
  .map(([unused, ...rows]) => {
    const at = COLUMNS.filter((column) => column !== unused);
    return [
      {
        role: "subjects",
        name: "",
        header: ["名称", "年度", "内部编号", ...at],
        rows: rows.map((cells, row) => [
          KEYS[row] ?? "",
          "2008",
          `N${row}`,
          ...at.map((column) => cells[COLUMNS.indexOf(column)] ?? ""),
        ]),
      },
    ];
  });

const draw = (hasRecords: boolean): fc.Arbitrary<Draw> =>
  fc.record({
    present: fc.oneof(fc.constant([]), present),
    files: fc.array(handed(hasRecords), { maxLength: 3 }).map((all) => filesOf(all, hasRecords)),
    order: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
  });

const collect = (tables: readonly TextTable[], files: readonly HandedInFile[]): Collected =>
  collectTables(sample, tables, files);

const plain = (key: string): string => key.replace(/\s/gu, "");

/** Typed values by key and field, and ledger rows in order of their text: the meaning of a table, independent of its row order. */
function meaning(tables: readonly TextTable[]) {
  return meaningOf(
    readGrids(
      sample,
      tables.map((table) => ({ ...table, file: table.name })),
    ),
  );
}
function meaningOf({ subjects, lists }: ReturnType<typeof readGrids>) {
  const keyOf = (row: number) => plain(String(subjects.columns[0]?.[row]));
  const cells = Array.from(
    { length: subjects.rows },
    (_, row) => [keyOf(row), subjects.columns.slice(2).map((column) => column[row] ?? null)] as const,
  );
  const ledger = (lists[0]?.owner ?? []).map((owner, row) =>
    JSON.stringify([keyOf(owner), lists[0]?.columns.map((column) => column[row])]),
  );
  return { cells: Object.fromEntries([...cells].sort()), ledger: [...ledger].sort() };
}

const shuffled = ({ files, order }: Draw): readonly HandedInFile[] =>
  files
    .map((file, at) => ({ file, at: order[at] ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ file }) => file);

/** The same files under other names. */
const copies = (files: readonly HandedInFile[]): readonly HandedInFile[] =>
  files.map((file) => ({ ...file, file: `z-${file.file}` }));

const values = new Map<string, { readonly field: string; readonly value: NonNullable<Cell> } | null>();

/** The value of a cell, read alone; null where it is blank. Independent of merging, and computed once for each text. */
function valueOf(column: string, text: string) {
  const id = `${column}\u0000${text}`;
  const known = values.get(id);
  if (known !== undefined) return known;
  const source = {
    role: "subjects",
    file: "",
    format: "csv",
    text: csvOf([
      ["名称", column],
      ["甲", text],
    ]),
  } as const;
  const { subjects } = readTables(sample, [source]);
  const field = sample.fields.findIndex(({ name }) => column.startsWith(name));
  const value = cellIdentity(subjects.columns[field]?.[0] ?? null);
  const found = value === null ? null : { field: sample.fields[field]?.name ?? "", value };
  values.set(id, found);
  return found;
}

/** The rows of a file as cells. */
const linesOf = (file: HandedInFile): readonly (readonly string[])[] =>
  "text" in file ? file.text.split("\n").map((line) => line.slice(1, -1).split('","')) : [];

/** By cell: the locations of each value. The present table has the empty location. */
function valuesByCell(base: readonly TextTable[], files: readonly HandedInFile[]) {
  const cells = new Map<string, Map<NonNullable<Cell>, Set<string>>>();
  const note = (key: string, column: string, text: string, place: string) => {
    const found = valueOf(column, text);
    if (found === null) return;
    const id = `${plain(key)}/${found.field}`;
    const of = cells.get(id) ?? new Map<NonNullable<Cell>, Set<string>>();
    cells.set(id, of);
    of.set(found.value, (of.get(found.value) ?? new Set()).add(place));
  };
  const noteRow = (header: readonly string[], row: readonly string[], place: string) => {
    for (const [at, column] of header.entries())
      if (COLUMNS.includes(column)) note(row[0] ?? "", column, row[at] ?? "", place);
  };
  for (const { header, rows } of base) for (const row of rows) noteRow(header, row, "");
  for (const file of files) {
    if (file.role !== "subjects") continue;
    const [header = [], ...lines] = linesOf(file);
    for (const [at, line] of lines.entries()) noteRow(header, line, `${file.file}:${at + 2}`);
  }
  return cells;
}

const sorted = <T>(of: Iterable<readonly [string, T]>) =>
  Object.fromEntries([...of].sort(([a], [b]) => (a < b ? -1 : 1)));

/** The comparison of `expect` costs more than a merge, so it only describes a difference. */
function expectSame(found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) expect(found).toEqual(expected);
}

/** Cells with differing values are exactly the reported ones, each with all its locations; so are the cells that change or are filled in. */
function expectEveryDifference({ present: base, files }: Draw, { conflicts, changed, new: fresh }: Collected): void {
  const cells = valuesByCell(base, files);
  const idOf = ({ key, field }: { readonly key: string; readonly field: string }) => `${plain(key)}/${field}`;
  const ofFiles = [...cells].map(([id, of]) => {
    const handedIn = [...of.values()].filter((places) => [...places].some((place) => place !== ""));
    const there = [...of.values()].find((places) => places.has(""));
    return { id, of, handedIn, there };
  });
  const expected = ofFiles
    .filter(({ handedIn }) => handedIn.length > 1)
    .map(
      ({ id, of }) =>
        [
          id,
          [...of.values()]
            .map((places) =>
              [...places]
                .filter((place) => place !== "")
                .sort()
                .join(" "),
            )
            .sort(),
        ] as const,
    );
  const found = conflicts.map((conflict) => {
    const figures = conflict.figures.map(({ origins }) =>
      origins
        .map(({ file, row }) => `${file}:${row}`)
        .sort()
        .join(" "),
    );
    return [idOf(conflict), figures.sort()] as const;
  });
  expect(sorted(found)).toEqual(sorted(expected));
  for (const { figures } of conflicts) {
    for (const { origins } of figures) for (const { cell } of origins) expect(cell).toMatch(/^[A-Z]+\d+$/u);
  }
  const single = ofFiles.filter(({ handedIn, there }) => handedIn.length === 1 && handedIn[0] !== there);
  const idsOf = (of: readonly { readonly key: string; readonly field: string }[]) => of.map(idOf).sort();
  expect(idsOf(changed)).toEqual(single.flatMap(({ id, there }) => (there === undefined ? [] : [id])).sort());
  if (base.length > 0) {
    expect(idsOf(fresh)).toEqual(single.flatMap(({ id, there }) => (there === undefined ? [id] : [])).sort());
  }
}

/** Every present text that no change is listed for stays, in its row and column. */
function expectKept({ present: [before] }: Draw, { tables, changed, new: fresh }: Collected): void {
  const after = tables.find(({ role }) => role === "subjects");
  const touched = new Set([...changed, ...fresh].map(({ key, field }) => `${key}/${field}`));
  for (const [row, cells] of (before?.rows ?? []).entries()) {
    for (const [at, text] of cells.entries()) {
      const header = before?.header[at] ?? "";
      if (touched.has(`${cells[0] ?? ""}/${header.replace(/（元）$/u, "")}`)) continue;
      expect(after?.rows[row]?.[after.header.indexOf(header)]).toBe(text);
    }
  }
  for (const { before: old } of changed) expect(old).not.toBe("");
}

/** A ledger row counts as often as in the file that has it most often, as far as its subject is known. */
function expectEveryLedgerRow({ present: base, files }: Draw, merged: readonly string[]): void {
  const subjects = new Set(
    [
      ...base.flatMap(({ rows }) => rows),
      ...files.flatMap((file) => (file.role === "subjects" ? linesOf(file).slice(1) : [])),
    ].map(([key = ""]) => plain(key)),
  );
  const most = new Map<string, number>();
  for (const file of files) {
    if (file.role !== "list") continue;
    const counts = new Map<string, number>();
    for (const [key = "", what, day = "", count] of linesOf(file).slice(1)) {
      const row = JSON.stringify([key, [what, day === "" ? null : "2008-01-02", count]]);
      if (subjects.has(key)) counts.set(row, (counts.get(row) ?? 0) + 1);
    }
    for (const [row, count] of counts) most.set(row, Math.max(most.get(row) ?? 0, count));
  }
  const expected = [...most].flatMap(([row, count]) => Array.from({ length: count }, () => row));
  expect(merged).toEqual(expected.sort());
}

describe("collecting", () => {
  test("keeps all that is handed in or there, once, in any order and however often, and names every difference", () => {
    fc.assert(
      fc.property(draw(false), (drawn) => {
        const { present: base, files } = drawn;
        const once = collect(base, files);
        expectEveryDifference(drawn, once);
        expectKept(drawn, once);
        const merged = meaning(once.tables);
        expectEveryLedgerRow(drawn, merged.ledger);
        if (files.length > 1) expectSame(collect(base, shuffled(drawn)), once);
        expectSame(collect(base, [...files, ...copies(files)]).tables, once.tables);
        expectSame(collect(once.tables, files).tables, once.tables);
        const isFirst = base.length === 0 && files.filter(({ role }) => role === "subjects").length > 1;
        if (isFirst) expect(merged).toEqual(meaningOf(readTables(sample, files)));
      }),
      costly,
    );
  });

  test("merges ledger rows with identities in any order, and again without a change", () => {
    fc.assert(
      fc.property(draw(true), (drawn) => {
        const { present: base, files } = drawn;
        const once = collect(base, files);
        expectSame(collect(base, shuffled(drawn)), once);
        expectSame(collect(once.tables, files).tables, once.tables);
        // Scoring keeps a row whose subject the files dispute, with an error; a table leaves it out until that is settled.
        const isDisputed = once.conflicts.some(({ record, field }) => record !== undefined && field === "名称");
        const isFirst = base.length === 0 && files.filter(({ role }) => role === "subjects").length > 1;
        if (isFirst && !isDisputed) expect(meaning(once.tables)).toEqual(meaningOf(readTables(sample, files)));
      }),
      costly,
    );
  });
});
