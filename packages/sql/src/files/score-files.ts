/**
 * Scores files in DuckDB, out of core: CSV, Parquet and JSON become views, the ranges of their numbers are measured, the query runs, and
 * its rows are written to a file.
 */
import { type CoreProgram, coreOf, type Field, ownEntry } from "@yardstick/language/core";
import type { Program } from "@yardstick/language/program";
import { duckdb } from "../dialects/duckdb.js";
import type { ColumnDescription, TableDescription, Tables } from "../inputs/tables.js";
import type { SqlRefusal } from "../refusals/refusals.js";
import type { Connection } from "../statement/run.js";
import { type LeftOut, toSql } from "../statement/to-sql.js";
import { cellText, decimalsText } from "./file-cells.js";

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
  | {
      readonly kind: "written";
      readonly subjects: number;
      readonly pending: number;
      readonly provisional: number;
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
  const made = new TablesOfFiles(core, connection);
  const subjects = await made.table(core.subject, core.fields, files.subjects, false);
  if ("kind" in subjects) return subjects;
  const lists = new Map<string, TableDescription>();
  for (const { name, columns } of core.lists) {
    const file = ownEntry(files.lists, name) ?? null;
    const list = await made.table(name, [...made.keys, ...columns], file, true);
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
  const [counts = []] = await connection.rows(
    `SELECT count(*), count(*) FILTER (WHERE ${nameOf("status")} = 'pending'), count(*) FILTER (WHERE ${nameOf("provisional")}), ` +
      `count(*) FILTER (WHERE len(${nameOf("requirements")}) > 0) FROM ${RESULT}`,
  );
  const lines = ["missing", "outside", "vetoes", "awards", "consequences", "requirements", "undecided"].map(
    (of) => `nullif(array_to_string(${nameOf(of)}, '; '), '') AS ${nameOf(of)}`,
  );
  const ending = endingOf(out);
  const replaced = ending === "csv" ? ` REPLACE (${lines.join(", ")})` : "";
  await connection.rows(
    `COPY (SELECT *${replaced} FROM ${RESULT}) TO ${duckdb.text(out)} (${FORMATS.get(ending) ?? "FORMAT csv"})`,
  );
  const [all = 0, pending = 0, provisional = 0, failing = 0] = [...counts].map(Number);
  return { kind: "written", subjects: all, pending, provisional, failing, leftOut };
}

type Made = TableDescription | Extract<FileResult, { readonly kind: "columns-missing" | "nested-rows" }>;

class TablesOfFiles {
  constructor(
    private readonly program: CoreProgram,
    private readonly connection: Connection,
  ) {}

  get keys(): readonly Field[] {
    const { fields, key, period } = this.program;
    return [key, ...(period === null ? [] : [period])].flatMap((index) => fields[index] ?? []);
  }

  /** Makes a view of a file under the name of a table, and measures what its numbers are. */
  async table(name: string, fields: readonly Field[], file: string | null, isList: boolean): Promise<Made> {
    const cells = fields.filter(({ type }) => type.kind !== "list");
    const view = duckdb.identifier(name);
    const from = file === null ? null : await this.reader(file);
    const types = from === null ? new Map<string, string>() : await this.typesOf(from);
    const nested = isList ? undefined : this.program.lists.find((list) => types.has(list.name));
    if (file !== null && nested !== undefined) return { kind: "nested-rows", file, list: nested.name };
    const missing = cells.filter((field) => !types.has(field.name) && !isLeftOut(field)).map((field) => field.name);
    if (file !== null && missing.length > 0)
      return { kind: "columns-missing", file, missing, found: [...types.keys()] };
    const typed = (field: Field) => types.get(field.name) ?? null;
    const numbers = cells.filter(({ name: own, type }) => type.kind === "number" && types.has(own));
    const decimals = from === null ? new Map<string, number>() : await this.decimalsOf(numbers, types, from);
    const columns = cells.map((field) => {
      const type = typed(field);
      const value =
        type === null
          ? `CAST(NULL AS ${blankType(field)})`
          : cellText(field, field.name, type, decimals.get(field.name) ?? 0);
      return `${value} AS ${duckdb.identifier(field.name)}`;
    });
    const order = isList ? [`row_number() OVER () AS ${duckdb.identifier(ORDER)}`] : [];
    const source = from === null ? "(SELECT 1 WHERE false) AS nothing" : from;
    await this.connection.rows(
      `CREATE OR REPLACE TEMP VIEW ${view} AS SELECT ${[...columns, ...order].join(", ")} FROM ${source}`,
    );
    return this.measured(view, numbers, decimals, isList);
  }

  private async measured(
    view: string,
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
    const [row = []] = await this.connection.rows(`SELECT ${[most, ...ends].join(", ")} FROM ${view}`);
    const columns = numbers.map(({ name }, index): [string, ColumnDescription] => {
      const [min, max] = [row[1 + 2 * index], row[2 + 2 * index]];
      // Of binary fractions nothing is measured: the query refuses them.
      const end = (value: unknown) => (typeof value === "string" && /^-?\d+(\.\d+)?$/u.test(value) ? value : "0");
      return [name, { decimals: decimals.get(name) ?? 0, min: end(min), max: end(max) }];
    });
    return { mostRows: Math.max(1, Number(row[0] ?? 1)), columns: Object.fromEntries(columns) };
  }

  /** The table function that reads a file. Of text and JSON every cell comes as text, so that no number is read as a binary fraction. */
  private async reader(file: string): Promise<string> {
    const path = duckdb.text(file);
    switch (endingOf(file)) {
      case "parquet":
        return `read_parquet(${path}, union_by_name = true)`;
      case "json":
      case "ndjson": {
        // Every row is looked at: a column may first occur in the last one.
        const found = `read_json_auto(${path}, sample_size = -1, union_by_name = true, maximum_depth = 1)`;
        const names = [...(await this.typesOf(found)).keys()];
        const columns = names.map((name) => `${duckdb.text(name)}: 'VARCHAR'`).join(", ");
        return `read_json(${path}, columns = {${columns}})`;
      }
      default:
        return `read_csv(${path}, all_varchar = true, header = true, union_by_name = true, skip = 0, comment = '')`;
    }
  }

  private async typesOf(from: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.connection.rows(`DESCRIBE SELECT * FROM ${from}`);
    return new Map([...rows].map(([name, type]) => [`${String(name)}`, String(type)]));
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

/** A column that may be left out: blanks are allowed, replaced, or mean that nothing was given. */
function isLeftOut({ optional, default: otherwise, judgement }: Field): boolean {
  return optional || otherwise !== null || judgement !== null;
}

function blankType({ type }: Field): string {
  if (type.kind === "number") return "INTEGER";
  return type.kind === "flag" ? "BOOLEAN" : type.kind === "date" ? "DATE" : "VARCHAR";
}

function endingOf(file: string): string {
  return /\.([a-z]+)$/iu.exec(file)?.[1]?.toLowerCase() ?? "csv";
}
