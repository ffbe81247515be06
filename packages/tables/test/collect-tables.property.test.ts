// Random tables of departments: for every set, order and repetition of files, no row is lost or duplicated, and every difference is
// reported with all of its locations.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellIdentity } from "@yardstick/engine";
import type { Collected, HandedInFile, TableSource, TextTable } from "../src/index.js";
import { collectTables, readGrids, readTables } from "../src/index.js";
import { sample } from "./sample-program.js";

const KEYS = ["甲社区", "乙社区", "丙街道", "丁村"];
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

interface Handed {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly period: string; readonly cells: readonly string[] }[];
  readonly hasPeriod: boolean;
  readonly ledger: readonly (readonly string[])[];
}

const rowOf = (columns: readonly string[]) =>
  fc.record({
    key: fc.constantFrom(...KEYS, "丁 村", "甲社区 "),
    period: fc.constantFrom(...PERIODS),
    cells: fc.tuple(...columns.map((column) => fc.constantFrom(...(FIGURES[column] ?? [""])))),
  });

const handed: fc.Arbitrary<Handed> = fc
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
        ),
        { maxLength: 4 },
      ),
    }),
  );

const csvOf = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\n");

function filesOf(all: readonly Handed[]): readonly HandedInFile[] {
  return all.flatMap(({ columns, rows, hasPeriod, ledger }, at): readonly TableSource[] => {
    const header = ["名称", ...(hasPeriod ? ["年度"] : []), ...columns];
    const lines = rows.map(({ key, period, cells }) => [key, ...(hasPeriod ? [period] : []), ...cells]);
    const subjects = { role: "subjects", file: `f${at}.csv`, format: "csv", text: csvOf([header, ...lines]) } as const;
    const list = {
      role: "list",
      name: "台账",
      file: `l${at}.csv`,
      format: "csv",
      text: csvOf([["名称", "事项", "日期", "数量"], ...ledger]),
    } as const;
    return ledger.length === 0 ? [subjects] : [subjects, list];
  });
}

/** The existing table: every subject once. */
const present: fc.Arbitrary<readonly TextTable[]> = fc
  .tuple(...KEYS.map(() => fc.tuple(...COLUMNS.map((column) => fc.constantFrom(...(FIGURES[column] ?? [""]))))))
  .map((rows) => {
    const at = COLUMNS.filter((column) => column !== "招商完成（元）");
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

const collect = (tables: readonly TextTable[], files: readonly HandedInFile[]): Collected =>
  collectTables(sample, tables, files);

/** Typed values by key and field, and ledger rows in order of their text: the meaning of a table, independent of its row order. */
function meaning(tables: readonly TextTable[]) {
  const read = readGrids(
    sample,
    tables.map((table) => ({ ...table, file: table.name })),
  );
  return meaningOf(read);
}
function meaningOf({ subjects, lists }: ReturnType<typeof readGrids>) {
  const keyOf = (row: number) => String(subjects.columns[0]?.[row]).replace(/\s/gu, "");
  const cells = Array.from(
    { length: subjects.rows },
    (_, row) => [keyOf(row), subjects.columns.slice(2).map((column) => column[row] ?? null)] as const,
  );
  const ledger = (lists[0]?.owner ?? []).map((owner, row) =>
    JSON.stringify([keyOf(owner), lists[0]?.columns.map((column) => column[row])]),
  );
  return { cells: Object.fromEntries([...cells].sort()), ledger: [...ledger].sort() };
}

describe("collecting", () => {
  test("returns the same for every order of the files", () => {
    fc.assert(
      fc.property(
        present,
        fc.boolean(),
        fc.array(handed, { maxLength: 3 }),
        fc.infiniteStream(fc.nat()),
        (there, isFirst, all, order) => {
          const base = isFirst ? [] : there;
          const files = filesOf(all);
          const shuffled = files
            .map((file) => ({ file, at: order.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ file }) => file);
          expect(collect(base, shuffled)).toEqual(collect(base, files));
        },
      ),
    );
  });

  test("changes nothing where the same files are merged again", () => {
    fc.assert(
      fc.property(present, fc.boolean(), fc.array(handed, { maxLength: 3 }), (there, isFirst, all) => {
        const base = isFirst ? [] : there;
        const files = filesOf(all);
        const once = collect(base, files);
        const again = files.map((file) => ({ ...file, file: `z-${file.file}` }));
        expect(meaning(collect(base, [...files, ...again]).tables)).toEqual(meaning(once.tables));
        expect(meaning(collect(once.tables, files).tables)).toEqual(meaning(once.tables));
      }),
    );
  });

  test("keeps everything that is not contradicted, and every column that the rubric does not know", () => {
    fc.assert(
      fc.property(present, fc.array(handed, { maxLength: 3 }), (there, all) => {
        const { tables, changed, new: fresh } = collect(there, filesOf(all));
        const [before] = there;
        const after = tables.find(({ role }) => role === "subjects");
        const touched = new Set([...changed, ...fresh].map(({ key, field }) => `${key}/${field}`));
        for (const [row, cells] of (before?.rows ?? []).entries()) {
          for (const [at, text] of cells.entries()) {
            const header = before?.header[at] ?? "";
            if (touched.has(`${cells[0] ?? ""}/${header}`)) continue;
            expect(after?.rows[row]?.[after.header.indexOf(header)]).toBe(text);
          }
        }
        for (const { before: old } of changed) expect(old).not.toBe("");
      }),
    );
  });

  test("reports every cell on which files differ, with each location, and no other", () => {
    fc.assert(
      fc.property(fc.array(handed, { minLength: 1, maxLength: 3 }), (all) => {
        const files = filesOf(all);
        const { conflicts } = collect([], files);
        // Computed independently of merging: each file is read separately, row by row.
        const places = new Map<string, Map<unknown, Set<string>>>();
        for (const { file, row, key, field, value } of cellsOfFiles(files)) {
          const id = `${key}/${field}`;
          const values = places.get(id) ?? new Map<unknown, Set<string>>();
          places.set(id, values);
          values.set(value, (values.get(value) ?? new Set()).add(`${file}:${row}`));
        }
        const expected = new Map(
          [...places]
            .filter(([, values]) => values.size > 1)
            .map(([id, values]) => [id, [...values.values()].map((of) => [...of].sort().join(" ")).sort()]),
        );
        const found = new Map(
          conflicts.map(({ key, field, figures }) => [
            `${key.replace(/\s/gu, "")}/${field}`,
            figures
              .map(({ origins }) =>
                origins
                  .map(({ file, row }) => `${file}:${row}`)
                  .sort()
                  .join(" "),
              )
              .sort(),
          ]),
        );
        expect(Object.fromEntries([...found].sort())).toEqual(Object.fromEntries([...expected].sort()));
        for (const { figures } of conflicts) {
          for (const { origins } of figures) for (const { cell } of origins) expect(cell).toMatch(/^[A-Z]+\d+$/u);
        }
      }),
    );
  });

  test("gives the same results as scoring the files together", () => {
    fc.assert(
      fc.property(fc.array(handed, { minLength: 2, maxLength: 3 }), (all) => {
        const files = filesOf(all);
        expect(meaning(collect([], files).tables)).toEqual(meaningOf(readTables(sample, files)));
      }),
    );
  });
});

/** Each readable cell of each file with its line, by reading every row as a separate file. */
function* cellsOfFiles(files: readonly HandedInFile[]) {
  for (const source of files) {
    if (source.role !== "subjects" || !("text" in source)) continue;
    const [header = "", ...lines] = source.text.split("\n");
    for (const [at, line] of lines.entries()) {
      const { subjects } = readTables(sample, [{ ...source, text: `${header}\n${line}` }]);
      if (subjects.rows === 0) continue;
      const key = String(subjects.columns[0]?.[0]).replace(/\s/gu, "");
      for (const [field, { name }] of sample.fields.entries()) {
        const value = cellIdentity(subjects.columns[field]?.[0] ?? null);
        if (field > 1 && value !== null) yield { file: source.file, row: at + 2, key, field: name, value };
      }
    }
  }
}
