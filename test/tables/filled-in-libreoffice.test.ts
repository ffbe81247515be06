// The forms of all departments of an example, filled in by LibreOffice with the example's data: collected, they are what the same forms
// are that our own writer has filled in, and give the data of the example and its result. Runs in `npm run long -- libreoffice`.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Program } from "@yardstick/language/program";
import {
  collectTables,
  describeProblem,
  entryForm,
  formAssessors,
  readGrids,
  readTables,
  writeWorkbook,
  type Book,
  type TablesRead,
} from "@yardstick/tables";
import { describe, expect, test } from "vitest";
import { compile } from "yardstick";
import { parseCsv } from "../../packages/tables/src/csv.js";
import { DEFAULT_TABLE_LIMITS } from "../../packages/tables/src/limits.js";
import { fieldOfHead, filledInLibreOffice, libreOffice, type FormToFill, type TypedCell } from "./libreoffice.js";
import { typed as cellTyped } from "./spreadsheet-form.js";

const root = fileURLToPath(new URL("../../examples/", import.meta.url));

/** The examples with departments whose rubric and data stand alone. */
const EXAMPLES = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".rubric") && existsSync(join(root, dirname(path), "data.csv")))
  .sort()
  .flatMap((path) => {
    const { rubric } = compile(readFileSync(join(root, path), "utf8"));
    return rubric === null || formAssessors(rubric.program).length === 0 ? [] : [{ path, rubric }];
  });

interface Table {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function tableOf(file: string, name: string): Table {
  const read = parseCsv(readFileSync(file, "utf8"), DEFAULT_TABLE_LIMITS);
  if (!("table" in read)) throw new Error(`${file} cannot be read`);
  const [header = [], ...rows] = read.table.rows.map(({ cells }) => cells.map(String));
  return { name, header, rows };
}

/** What is typed below the head of a sheet: the cells of the rows whose field is in the head and among `fields`. */
function typedFrom(book: Book, sheet: number, { header, rows }: Table, fields: ReadonlySet<string>) {
  const head = (book.sheets[sheet]?.rows[0] ?? []).map(fieldOfHead);
  return rows.flatMap((row, at) =>
    head.flatMap((field, column): readonly TypedCell[] => {
      const text = row[header.indexOf(field)] ?? "";
      return text !== "" && fields.has(field) ? [{ sheet, row: at + 1, column, text }] : [];
    }),
  );
}

interface Named extends FormToFill {
  readonly file: string;
}

/** The forms of all departments and one for what no department gives, with the data divided among them. */
function formsOf(program: Program, main: Table, lists: readonly Table[]): readonly Named[] {
  const columnOf = (field: number | null) => main.header.indexOf(program.fields[field ?? -1]?.name ?? "");
  const [key, period] = [columnOf(program.key), columnOf(program.period)];
  const subjects = main.rows.map((row) => ({ key: row[key] ?? "", period: row[period] ?? null }));
  const departments = formAssessors(program).map((assessor) => ({
    file: `${assessor}.xlsx`,
    book: entryForm(program, { assessor, subjects }).book,
  }));
  const headOf = ({ sheets }: Book) => (sheets[0]?.rows[0] ?? []).map(fieldOfHead);
  const given = new Set(departments.flatMap(({ book }) => headOf(book)));
  const rest = { file: "rest.xlsx", book: entryForm(program, { subjects }).book };
  return [...departments, rest].map(({ file, book }) => {
    const isRest = book === rest.book;
    const fields = new Set(headOf(book).filter((field) => !isRest || !given.has(field)));
    const listed = lists.flatMap((list) => {
      const owners = departments.filter((each) => each.book.sheets.some(({ name }) => name === list.name));
      const writers = owners.length > 0 ? owners.map((each) => each.book) : [rest.book];
      const own = writers.indexOf(book);
      const rows = own < 0 ? [] : list.rows.filter((_, at) => at % writers.length === own);
      const sheet = book.sheets.findIndex(({ name }) => name === list.name);
      return typedFrom(book, sheet, { ...list, rows }, new Set(list.header));
    });
    return { file, book, typed: [...typedFrom(book, 0, main, fields), ...listed] };
  });
}

/** The form with the typed cells, as our own writer has it. */
function filledIn({ book, typed }: FormToFill): Book {
  const at = new Map(typed.map(({ sheet, row, column, text }) => [`${sheet},${row},${column}`, cellTyped(text)]));
  return {
    ...book,
    sheets: book.sheets.map((sheet, index) => ({
      ...sheet,
      rows: sheet.rows.map((cells, row) => {
        const width = Math.max(cells.length, ...typed.flatMap((each) => (each.row === row ? each.column + 1 : 0)));
        return Array.from(
          { length: width },
          (_, column) => at.get(`${index},${row},${column}`) ?? cells[column] ?? null,
        );
      }),
    })),
  };
}

function collected(program: Program, files: readonly { readonly file: string; readonly bytes: Uint8Array }[]) {
  const found = collectTables(
    program,
    [],
    files.map((each) => ({ ...each, role: "subjects" as const, format: "xlsx" as const, modified: null })),
  );
  return {
    states: found.files.map(({ file, state, department, recognised }) => [file, state, department, recognised]),
    problems: [...found.problems, ...found.unread].map((each) => describeProblem(each, "en")),
    others: [found.conflicts, found.unmatched, found.nearKeys, found.unknownColumns, found.aside, found.periods],
    tables: found.tables,
  };
}

/** The cells of the subjects; rows of lists may be in another order, which changes no result. */
const subjectsOf = ({ subjects }: TablesRead): unknown =>
  JSON.parse(JSON.stringify(subjects, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)));

describe.skipIf(libreOffice === null)("forms filled in by LibreOffice", () => {
  test.each(EXAMPLES)("of $path give the data of the example", async ({ path, rubric }) => {
    const { program } = rubric;
    const folder = join(root, dirname(path));
    const lists = program.lists
      .map(({ name }) => name)
      .filter((name) => existsSync(join(folder, `${name}.csv`)))
      .map((name) => tableOf(join(folder, `${name}.csv`), name));
    const forms = formsOf(program, tableOf(join(folder, "data.csv"), ""), lists);
    expect(forms.flatMap(({ typed }) => typed).length).toBeGreaterThan(20);

    const bytes = await filledInLibreOffice(forms);
    const theirs = collected(
      program,
      forms.map(({ file }, at) => ({ file, bytes: new Uint8Array(bytes[at] ?? []) })),
    );
    const written = await Promise.all(
      forms.map(async (form) => ({ file: form.file, bytes: await writeWorkbook(filledIn(form)) })),
    );
    expect(theirs).toEqual(collected(program, written));
    expect(theirs.states.filter(([, state]) => state !== "merged")).toEqual([]);
    expect(theirs.others.slice(0, 2).flat()).toEqual([]);

    const files = [
      { name: "data", role: "subjects" as const },
      ...lists.map(({ name }) => ({ name, role: "list" as const })),
    ];
    const example = readTables(
      program,
      files.map(({ name, role }) => ({
        role,
        name,
        file: `${name}.csv`,
        format: "csv" as const,
        bytes: new Uint8Array(readFileSync(join(folder, `${name}.csv`))),
      })),
    );
    const read = readGrids(
      program,
      theirs.tables.map((table) => ({ ...table, file: "" })),
    );
    expect(read.problems).toEqual([]);
    const scores = (tables: TablesRead) =>
      new Map(rubric.score(tables).subjects.map(({ key, status, outputs }) => [key, { status, outputs }]));
    expect(scores(read)).toEqual(scores(example));
    expect(subjectsOf(read)).toEqual(subjectsOf(example));
  });
});
