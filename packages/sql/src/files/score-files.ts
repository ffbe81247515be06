/**
 * Scores files in DuckDB, out of core: CSV, Parquet and JSON become views, the ranges of their numbers are measured, the query runs, and
 * its rows are written to a file.
 */
import { type CoreProgram, coreOf, type Field, ownEntry } from "@yardstick/language/core";
import { readableText } from "@yardstick/exact";
import type { Program } from "@yardstick/language/program";
import { duckdb } from "../dialects/duckdb.js";
import { MOST_DECIMALS } from "../inputs/source-column.js";
import { type ColumnDescription, describedNumber, type TableDescription, type Tables } from "../inputs/tables.js";
import { refusalOf, type SqlRefusal } from "../refusals/refusals.js";
import type { Connection } from "../statement/run.js";
import { type LeftOut, toSql } from "../statement/to-sql.js";
import { comparedIn, type Compared, examineRows, type RowDoubt } from "./examine-rows.js";
import {
  cellText,
  decimalsText,
  figureText,
  isFraction,
  type NumberSize,
  type WrittenCell,
  writtenCell,
} from "./file-cells.js";
import { headerProblem } from "./header-problems.js";
import { endingOf, openFiles, type SourceFiles } from "./source-files.js";

/** The files of a rubric: paths, or patterns such as `2024/*.parquet`. */
export interface DataFiles {
  readonly subjects: string;
  /** By name of the list. A list without a file has no rows. */
  readonly lists: Readonly<Record<string, string>>;
}

/** Options of `scoreFiles`. */
export interface FileOptions {
  readonly scenario?: string | null | undefined;
  /** Constants that the rubric leaves to the data. */
  readonly constants?: Tables["constants"];
}

/**
 * What is in doubt. `header`: a header, and the field that it resembles; `column-twice`: a field with two columns; `json-number`: a number
 * with more digits than DuckDB keeps; `rows`: keys of rows that may be no subjects; `alike`: spellings of one name; `period`: periods
 * that are not plainly written.
 */
export type FileDoubt = "header" | "column-twice" | "json-number" | RowDoubt;

/**
 * What is said of a file that was read. `unused`: columns that the rubric does not have; `fractions`: percentages stored as numbers, with
 * the greatest; `agreeing`: keys of subjects whose figures happen to add up; `not-examined`: the table has too many rows to look for
 * totals and for spellings of one name.
 */
export interface FileNote {
  readonly file: string;
  readonly what: "unused" | "fractions" | "agreeing" | "not-examined";
  readonly names: readonly string[];
}

/** What became of the files. */
export type FileResult =
  | { readonly kind: "refused"; readonly refusals: readonly SqlRefusal[] }
  /** Columns that the rubric needs and the file does not have. */
  | {
      readonly kind: "columns-missing";
      readonly file: string;
      readonly missing: readonly string[];
      readonly found: readonly string[];
    }
  /** The rows of the subjects contain those of a list. */
  | { readonly kind: "nested-rows"; readonly file: string; readonly list: string }
  /** What a query would count, and `yardstick score` might not: nothing was scored. */
  | { readonly kind: "doubtful"; readonly file: string; readonly what: FileDoubt; readonly found: readonly string[] }
  | {
      readonly kind: "written";
      readonly subjects: number;
      readonly pending: number;
      readonly provisional: number;
      /** Subjects with a cell beyond the range that the rubric declares. */
      readonly outside: number;
      readonly notes: readonly FileNote[];
      /** Results that no query gives exactly: the file does not have them. */
      readonly leftOut: readonly LeftOut[];
      /** Subjects of whom a requirement does not hold. */
      readonly failing: number;
    };

/** Formats by the ending of a file's name. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ["csv", "FORMAT csv, HEADER"],
  ["parquet", "FORMAT parquet"],
  ["json", "FORMAT json, ARRAY true"],
  ["ndjson", "FORMAT json"],
]);

/** Endings of the files that are read and written. */
export const fileFormats: readonly string[] = [...FORMATS.keys()];

const RESULT = duckdb.identifier("yardstick result");
const ORDER = "yardstick row";

/**
 * Scores files and writes the result to `out`, in the format of its ending. `connection` is one of DuckDB, of a database that nothing else
 * uses. The promise is rejected with the engine's error, of a cell among them; then nothing is written.
 */
export async function scoreFiles(
  program: Program,
  connection: Connection,
  files: DataFiles,
  out: string,
  options: FileOptions = {},
): Promise<FileResult> {
  const core = coreOf(program);
  const made = new TablesOfFiles(core, comparedIn(program), connection);
  const subjects = await made.table(-1, core.subject, core.fields, files.subjects);
  if ("kind" in subjects) return subjects;
  const lists = new Map<string, TableDescription>();
  for (const [index, { name, columns }] of core.lists.entries()) {
    const file = ownEntry(files.lists, name) ?? null;
    const list = await made.table(index, name, [...made.keys, ...columns], file);
    if ("kind" in list) return list;
    lists.set(name, { ...list, order: ORDER });
  }
  const tables: Tables = { subjects, lists: Object.fromEntries(lists), constants: options.constants };
  const { text, columns, leftOut, refusals } = toSql(program, {
    dialect: "duckdb",
    scenario: options.scenario,
    tables,
  });
  if (text === null) return { kind: "refused", refusals };
  await connection.rows(`CREATE OR REPLACE TEMP TABLE ${RESULT} AS ${text}`);
  const nameOf = (of: string) => duckdb.identifier(columns.find(({ meaning }) => meaning.of === of)?.name ?? of);
  const countOf = (condition: string) => `count(*) FILTER (WHERE ${condition})`;
  const counted = [
    "count(*)",
    countOf(`${nameOf("status")} = 'pending'`),
    countOf(nameOf("provisional")),
    countOf(`len(${nameOf("requirements")}) > 0`),
    countOf(`len(${nameOf("outside")}) > 0`),
  ];
  const [counts = []] = await connection.rows(`SELECT ${counted.join(", ")} FROM ${RESULT}`);
  const ending = endingOf(out);
  const replaced = ending === "csv" ? ` REPLACE (${(await csvColumns(connection)).join(", ")})` : "";
  await connection.rows(
    `COPY (SELECT *${replaced} FROM ${RESULT}) TO ${duckdb.text(out)} (${FORMATS.get(ending) ?? "FORMAT csv"})`,
  );
  const [all = 0, pending = 0, provisional = 0, failing = 0, outside = 0] = [...counts].map(Number);
  return { kind: "written", subjects: all, pending, provisional, failing, outside, notes: made.notes, leftOut };
}

/** Columns of texts as CSV holds them: names one after the other, and an apostrophe before what a spreadsheet would run as a formula. */
async function csvColumns(connection: Connection): Promise<readonly string[]> {
  const columns = await connection.rows(`DESCRIBE SELECT * FROM ${RESULT}`);
  return [...columns].flatMap(([column, type]) => {
    if (type !== "VARCHAR" && type !== "VARCHAR[]") return [];
    const own = duckdb.identifier(String(column));
    const text = type === "VARCHAR" ? own : `nullif(array_to_string(${own}, '; '), '')`;
    const isFormula = `regexp_matches(${text}, ${duckdb.text("^'*[=+@\\t\\r-]")})`;
    return [`CASE WHEN ${isFormula} THEN ${duckdb.text("'")} || ${text} ELSE ${text} END AS ${own}`];
  });
}

type Ended = Extract<FileResult, { readonly kind: "refused" | "columns-missing" | "nested-rows" | "doubtful" }>;

class TablesOfFiles {
  readonly notes: FileNote[] = [];

  constructor(
    private readonly program: CoreProgram,
    private readonly compared: Compared,
    private readonly connection: Connection,
  ) {}

  get keys(): readonly Field[] {
    const { fields, key, period } = this.program;
    return [key, ...(period === null ? [] : [period])].flatMap((index) => fields[index] ?? []);
  }

  /** Makes a view of a file under the name of a table, measures what its numbers are, and examines its rows. `list` is -1 for the subjects. */
  async table(
    list: number,
    name: string,
    fields: readonly Field[],
    file: string | null,
  ): Promise<TableDescription | Ended> {
    const cells = fields.filter(({ type }) => type.kind !== "list");
    const isList = list >= 0;
    const isTyped = (column: string) =>
      cells.some(({ name: own, type }) => own === column && /^(?:text|period|level)$/u.test(type.kind));
    const opened = file === null ? null : await openFiles(this.connection, file, isTyped);
    if (file !== null && opened !== null) {
      const ended = this.problemOf(file, opened, cells, isList);
      if (ended !== null) return ended;
    }
    const written = new Map<Field, WrittenCell>(
      cells.flatMap((field) => {
        const type = opened?.types.get(field.name);
        return type === undefined ? [] : [[field, writtenCell(field, type)] as const];
      }),
    );
    const texts = Array.from(written, ([field, { text }]) => `${text} AS ${duckdb.identifier(field.name)}`);
    const source = opened === null ? "(SELECT 1 WHERE false)" : `(SELECT ${texts.join(", ")} FROM ${opened.from})`;
    const view = duckdb.identifier(name);
    const numbers = cells.filter((field) => field.type.kind === "number" && written.has(field));
    const sizes = await this.sizesOf(numbers, written, source);
    for (const [field, { decimals }] of sizes)
      if (decimals > MOST_DECIMALS)
        return { kind: "refused", refusals: [refusalOf("sql-decimals", { field, decimals, most: MOST_DECIMALS })] };
    const columns = cells.map((field) => {
      const cell = written.get(field);
      const value =
        cell === undefined
          ? `CAST(NULL AS ${blankType(field)})`
          : cellText(field, this.program, cell, sizes.get(field.name) ?? { decimals: 0, letters: 0 });
      return `${value} AS ${duckdb.identifier(field.name)}`;
    });
    const order = isList ? [`row_number() OVER () AS ${duckdb.identifier(ORDER)}`] : [];
    await this.connection.rows(
      `CREATE OR REPLACE TEMP VIEW ${view} AS SELECT ${[...columns, ...order].join(", ")} FROM ${source} AS written`,
    );
    const measured = await this.measured(view, cells, numbers, sizes, isList);
    if (file === null) return measured;
    this.noteFractions(file, numbers, written, measured);
    return (await this.doubtOf(list, file, view, source, written)) ?? measured;
  }

  /** What is wrong with the files as a whole; null where nothing is. */
  private problemOf(
    file: string,
    { headers, inexact }: SourceFiles,
    cells: readonly Field[],
    isList: boolean,
  ): Ended | null {
    if (inexact !== null) return { kind: "doubtful", file, what: "json-number", found: [inexact] };
    const unused = new Set<string>();
    for (const { file: own, names } of headers) {
      const lists = isList ? [] : this.program.lists.map((list) => list.name);
      const nested = lists.find((list) => names.includes(list));
      if (nested !== undefined) return { kind: "nested-rows", file: own, list: nested };
      const problem = headerProblem(names, cells, lists);
      switch (problem?.what) {
        case "missing":
          return { kind: "columns-missing", file: own, missing: problem.names, found: names };
        case "resembling":
          return { kind: "doubtful", file: own, what: "header", found: [problem.header, problem.field] };
        case "twice":
          return { kind: "doubtful", file: own, what: "column-twice", found: [problem.field] };
        case undefined:
          break;
        default:
          return problem satisfies never;
      }
      for (const name of names) if (cells.every((field) => field.name !== name)) unused.add(name);
    }
    if (unused.size > 0) this.notes.push({ file, what: "unused", names: [...unused] });
    return null;
  }

  /** What is in doubt about the rows; null where nothing is. */
  private async doubtOf(
    list: number,
    file: string,
    view: string,
    source: string,
    written: ReadonlyMap<Field, WrittenCell>,
  ): Promise<Ended | null> {
    const { fields, key, period, lists } = this.program;
    const [keyName = "", periodName] = this.keys.map(({ name }) => name);
    const writtenOf = (kinds: readonly string[]) =>
      [...written]
        .filter(([{ name, type }]) => name !== keyName && kinds.includes(type.kind))
        .map(([field, cell]) => figureText(field, cell));
    const isCompared = (field: Field) =>
      list < 0
        ? this.compared.fields.has(fields.indexOf(field)) && field !== fields[key] && field !== fields[period ?? -1]
        : this.compared.columns.has(`${list}/${lists[list]?.columns.indexOf(field) ?? -1}`);
    const found = await examineRows(this.connection, {
      view,
      source,
      isOfSubjects: list < 0,
      key: duckdb.identifier(keyName),
      period: periodName === undefined ? null : duckdb.identifier(periodName),
      written: {
        key: duckdb.identifier(keyName),
        texts: writtenOf(["text", "period"]),
        numbers: writtenOf(["number"]),
        others: writtenOf(["flag", "date", "level"]),
      },
      compared: [...written.keys()]
        .filter((field) => field.type.kind === "text" && isCompared(field))
        .map(({ name }) => duckdb.identifier(name)),
      literals: this.compared.literals,
    });
    if (found.doubt !== null) return { kind: "doubtful", file, what: found.doubt.what, found: found.doubt.found };
    if (found.agreeing.length > 0) this.notes.push({ file, what: "agreeing", names: found.agreeing });
    if (found.isPartial) this.notes.push({ file, what: "not-examined", names: [] });
    return null;
  }

  private noteFractions(
    file: string,
    numbers: readonly Field[],
    written: ReadonlyMap<Field, WrittenCell>,
    { columns = {} }: TableDescription,
  ): void {
    const names = numbers.flatMap((field) => {
      const cell = written.get(field);
      if (cell === undefined || !isFraction(field, cell)) return [];
      const greatest = describedNumber(ownEntry(columns, field.name)?.max ?? "0");
      return [`${field.name} ${readableText(greatest.mul(100))}%`];
    });
    if (names.length > 0) this.notes.push({ file, what: "fractions", names });
  }

  /** Reads every cell once, so that one that cannot be read ends the run even where no rule reads it. */
  private async measured(
    view: string,
    cells: readonly Field[],
    numbers: readonly Field[],
    sizes: ReadonlyMap<string, NumberSize>,
    isList: boolean,
  ): Promise<TableDescription> {
    const keys = this.keys.map(({ name }) => duckdb.identifier(name)).join(", ");
    const most = isList ? `(SELECT max(c) FROM (SELECT count(*) AS c FROM ${view} GROUP BY ${keys}))` : "count(*)";
    const ends = numbers.flatMap(({ name }) => {
      const column = duckdb.identifier(name);
      return [`CAST(min(${column}) AS VARCHAR)`, `CAST(max(${column}) AS VARCHAR)`];
    });
    const others = cells
      .filter(({ type }) => type.kind !== "number")
      .map(({ name }) => `count(${duckdb.identifier(name)})`);
    const [row = []] = await this.connection.rows(`SELECT ${[most, ...ends, ...others].join(", ")} FROM ${view}`);
    const columns = numbers.map(({ name }, index): [string, ColumnDescription] => {
      const [min, max] = [row[1 + 2 * index], row[2 + 2 * index]];
      // A column without a number has no least and no greatest one.
      const end = (value: unknown) => (typeof value === "string" ? value : "0");
      return [name, { decimals: sizes.get(name)?.decimals ?? 0, min: end(min), max: end(max) }];
    });
    return { mostRows: Math.max(1, Number(row[0] ?? 1)), columns: Object.fromEntries(columns) };
  }

  /** The sizes of numbers by name. */
  private async sizesOf(
    numbers: readonly Field[],
    written: ReadonlyMap<Field, WrittenCell>,
    source: string,
  ): Promise<ReadonlyMap<string, NumberSize>> {
    if (numbers.length === 0) return new Map();
    const texts = numbers.flatMap((field) => {
      const cell = written.get(field);
      if (cell?.isText === false) return [`${cell.decimals}`, "0"];
      return [`max(${decimalsText(field)})`, `max(length(${duckdb.identifier(field.name)}))`];
    });
    const [row = []] = await this.connection.rows(`SELECT ${texts.join(", ")} FROM ${source} AS written`);
    const sizeAt = (index: number) => ({
      decimals: Number(row[2 * index] ?? 0),
      letters: Number(row[2 * index + 1] ?? 0),
    });
    return new Map(numbers.map(({ name }, index) => [name, sizeAt(index)]));
  }
}

function blankType({ type }: Field): string {
  if (type.kind === "number") return "INTEGER";
  return type.kind === "flag" ? "BOOLEAN" : type.kind === "date" ? "DATE" : "VARCHAR";
}
