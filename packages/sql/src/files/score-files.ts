/**
 * Scores files in DuckDB, out of core: CSV, Parquet and JSON become views, the ranges of their numbers are measured, the query runs, and
 * its rows are written to a file.
 */
import { type CoreProgram, coreOf, type Field, ownEntry } from "@yardstick/language/core";
import { readableText } from "@yardstick/exact";
import type { Program } from "@yardstick/language/program";
import { duckdb } from "../dialects/duckdb.js";
import { type ColumnDescription, describedNumber, type TableDescription, type Tables } from "../inputs/tables.js";
import type { SqlRefusal } from "../refusals/refusals.js";
import type { Connection } from "../statement/run.js";
import { type LeftOut, toSql } from "../statement/to-sql.js";
import { comparedIn, type Compared, examineRows, type RowDoubt } from "./examine-rows.js";
import { cellText, decimalsText, isFraction, plainCell } from "./file-cells.js";
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
  const lines = ["missing", "outside", "vetoes", "awards", "consequences", "requirements", "undecided"].map(
    (of) => `nullif(array_to_string(${nameOf(of)}, '; '), '') AS ${nameOf(of)}`,
  );
  const ending = endingOf(out);
  const replaced = ending === "csv" ? ` REPLACE (${lines.join(", ")})` : "";
  await connection.rows(
    `COPY (SELECT *${replaced} FROM ${RESULT}) TO ${duckdb.text(out)} (${FORMATS.get(ending) ?? "FORMAT csv"})`,
  );
  const [all = 0, pending = 0, provisional = 0, failing = 0, outside = 0] = [...counts].map(Number);
  return { kind: "written", subjects: all, pending, provisional, failing, outside, notes: made.notes, leftOut };
}

type Ended = Extract<FileResult, { readonly kind: "columns-missing" | "nested-rows" | "doubtful" }>;

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
    const texts = new Set(
      cells.filter(({ type }) => /^(?:text|period|level)$/u.test(type.kind)).map((each) => each.name),
    );
    const opened = file === null ? null : await openFiles(this.connection, file, (column) => texts.has(column));
    if (file !== null && opened !== null) {
      const ended = this.problemOf(file, opened, cells, isList);
      if (ended !== null) return ended;
    }
    const types = opened?.types ?? new Map<string, string>();
    const view = duckdb.identifier(name);
    const numbers = cells.filter(({ name: own, type }) => type.kind === "number" && types.has(own));
    const decimals = opened === null ? new Map<string, number>() : await this.decimalsOf(numbers, types, opened.from);
    const columns = cells.map((field) => {
      const type = types.get(field.name) ?? null;
      const value =
        type === null
          ? `CAST(NULL AS ${blankType(field)})`
          : cellText(field, this.program, field.name, type, decimals.get(field.name) ?? 0);
      return `${value} AS ${duckdb.identifier(field.name)}`;
    });
    const order = isList ? [`row_number() OVER () AS ${duckdb.identifier(ORDER)}`] : [];
    const source = opened?.from ?? "(SELECT 1 WHERE false) AS nothing";
    await this.connection.rows(
      `CREATE OR REPLACE TEMP VIEW ${view} AS SELECT ${[...columns, ...order].join(", ")} FROM ${source}`,
    );
    const measured = await this.measured(view, cells, numbers, decimals, isList);
    if (file === null || opened === null) return measured;
    this.noteFractions(file, numbers, types, measured);
    return (await this.doubtOf(list, file, cells, view, opened)) ?? measured;
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
    cells: readonly Field[],
    view: string,
    { from, types }: SourceFiles,
  ): Promise<Ended | null> {
    const { fields, key, period, lists } = this.program;
    const read = cells.filter(({ name }) => types.has(name));
    const [keyName, periodName] = this.keys.map(({ name }) => name);
    const writtenOf = (kinds: readonly string[]) =>
      read
        .filter(({ name, type }) => name !== keyName && kinds.includes(type.kind))
        .map(({ name }) => plainCell(name, types.get(name) ?? ""));
    const isCompared = (field: Field) =>
      list < 0
        ? this.compared.fields.has(fields.indexOf(field)) && field !== fields[key] && field !== fields[period ?? -1]
        : this.compared.columns.has(`${list}/${lists[list]?.columns.indexOf(field) ?? -1}`);
    const found = await examineRows(this.connection, {
      view,
      source: from,
      isOfSubjects: list < 0,
      key: duckdb.identifier(keyName ?? ""),
      period: periodName === undefined ? null : duckdb.identifier(periodName),
      written: {
        key: plainCell(keyName ?? "", types.get(keyName ?? "") ?? ""),
        texts: writtenOf(["text", "period"]),
        numbers: writtenOf(["number"]),
        others: writtenOf(["flag", "date", "level"]),
      },
      compared: read
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
    types: ReadonlyMap<string, string>,
    { columns = {} }: TableDescription,
  ): void {
    const names = numbers
      .filter((field) => isFraction(field, types.get(field.name) ?? ""))
      .map(({ name }) => `${name} ${readableText(describedNumber(ownEntry(columns, name)?.max ?? "0").mul(100))}%`);
    if (names.length > 0) this.notes.push({ file, what: "fractions", names });
  }

  /** Reads every cell once, so that one that cannot be read ends the run even where no rule reads it. */
  private async measured(
    view: string,
    cells: readonly Field[],
    numbers: readonly Field[],
    decimals: ReadonlyMap<string, number>,
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
      return [name, { decimals: decimals.get(name) ?? 0, min: end(min), max: end(max) }];
    });
    return { mostRows: Math.max(1, Number(row[0] ?? 1)), columns: Object.fromEntries(columns) };
  }

  /** The most decimals of each number. */
  private async decimalsOf(
    numbers: readonly Field[],
    types: ReadonlyMap<string, string>,
    from: string,
  ): Promise<ReadonlyMap<string, number>> {
    if (numbers.length === 0) return new Map();
    const texts = numbers.map((field) => `max(${decimalsText(field, field.name, types.get(field.name) ?? "")})`);
    const [row = []] = await this.connection.rows(`SELECT ${texts.join(", ")} FROM ${from}`);
    return new Map(numbers.map(({ name }, index) => [name, Number(row[index] ?? 0)]));
  }
}

function blankType({ type }: Field): string {
  if (type.kind === "number") return "INTEGER";
  return type.kind === "flag" ? "BOOLEAN" : type.kind === "date" ? "DATE" : "VARCHAR";
}
