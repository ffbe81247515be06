/**
 * What a PostgreSQL database says of the tables of a rubric: which columns there are, of what type, between which least and greatest
 * number. Measured in the transaction of the query, it is true of what the query reads.
 */
import { parseNumber } from "@yardstick/exact";
import { type CoreProgram, coreOf, type Field, ownEntry } from "@yardstick/language/core";
import type { Program } from "@yardstick/language/program";
import { postgres } from "../dialects/postgres.js";
import { plainText } from "../inputs/source-column.js";
import { type ColumnDescription, greatestPercents, type TableDescription, type Tables } from "../inputs/tables.js";
import { looksBack, periodsQuery } from "../lookups/periods-query.js";
import { recordProgram } from "../lookups/record-inputs.js";
import { recordedField, resultsOfHistory, resultsOfUse } from "../lookups/recorded-fields.js";
import { isCut } from "../query/column-names.js";
import { tableName, tableParts } from "../query/source-relations.js";
import type { Connection } from "../statement/run.js";

/** The tables of a rubric as they are in the database, or why it cannot be scored on them. */
export type DescribedTables =
  | {
      readonly kind: "described";
      readonly tables: Tables;
      /** Tables with percentages, which are read as fractions; each of them with its greatest: `done 98.2%`. */
      readonly fractions: readonly { readonly table: string; readonly names: readonly string[] }[];
    }
  | { readonly kind: "table-missing"; readonly table: string }
  | {
      readonly kind: "columns-missing";
      readonly table: string;
      readonly missing: readonly string[];
      readonly found: readonly string[];
    }
  /** A column whose type does not hold what its field is: `type` is the database's name of it. */
  | { readonly kind: "column-type"; readonly table: string; readonly column: string; readonly type: string }
  /** A number that is none: `NaN`, `Infinity`. */
  | { readonly kind: "no-number"; readonly table: string; readonly column: string; readonly found: string };

type Problem = Exclude<DescribedTables, { readonly kind: "described" }>;

const EXACT = /^(?:smallint|integer|bigint|numeric(?:\(.*\))?)$/u;

/** Describes the tables of a rubric; `tables` has their names, and the columns by which rows follow each other. */
export async function describeTables(
  program: Program,
  connection: Connection,
  tables: Tables = {},
): Promise<DescribedTables> {
  const core = coreOf(program);
  const reader = new TableReader(connection);
  const keys = keysOf(core);
  const fields = core.fields.filter(({ type }) => type.kind !== "list");
  const subjects = await reader.table(core.subject, tables.subjects, fields, null);
  if ("kind" in subjects) return subjects;
  const lists = new Map<string, TableDescription>();
  for (const { name, columns } of core.lists) {
    const list = await reader.table(name, ownEntry(tables.lists ?? {}, name), [...keys, ...columns], keys);
    if ("kind" in list) return list;
    lists.set(name, list);
  }
  const hasPast = looksBack(core);
  const history = hasPast
    ? await reader.results("history", tables.history, keysOf(recordProgram(core)), resultsOfHistory(core))
    : {};
  if ("kind" in history) return history;
  const uses = new Map<string, TableDescription>();
  for (const [index, { alias, span }] of core.uses.entries()) {
    const score = recordedField("score", { kind: "number", dimension: {}, percent: false }, { span });
    const read = [score, ...resultsOfUse(core, index)];
    const use = await reader.results(alias, ownEntry(tables.uses ?? {}, alias), [{ name: "key" }], read);
    if ("kind" in use) return use;
    uses.set(alias, use);
  }
  const described: Tables = {
    ...tables,
    subjects,
    lists: Object.fromEntries(lists),
    uses: Object.fromEntries(uses),
    ...(hasPast ? { history } : {}),
  };
  const fractions = [
    { table: core.subject, names: greatestPercents(fields, subjects) },
    ...core.lists.map(({ name, columns }) => ({
      table: name,
      names: greatestPercents(columns, lists.get(name) ?? {}),
    })),
    { table: "history", names: greatestPercents(resultsOfHistory(core), history) },
  ].filter(({ names }) => names.length > 0);
  if (!hasPast) return { kind: "described", tables: described, fractions };
  const periods = await connection.rows(periodsQuery(core, described, postgres));
  const all = Array.from(periods, ([period]) => String(period));
  return { kind: "described", tables: { ...described, periods: all }, fractions };
}

/** The key, and the period where there is one. */
function keysOf({ fields, key, period }: CoreProgram): readonly Field[] {
  return [key, ...(period === null ? [] : [period])].flatMap((index) => fields[index] ?? []);
}

class TableReader {
  constructor(private readonly connection: Connection) {}

  /** A table of the data. `owner`: of a list the columns that name the subject. */
  async table(
    name: string,
    table: TableDescription = {},
    fields: readonly Field[],
    owner: readonly Field[] | null,
  ): Promise<TableDescription | Problem> {
    const columns = await this.columns(name, table);
    if ("kind" in columns) return columns;
    const lacking = missingIn(name, columns, fields);
    if (lacking !== null) return lacking;
    for (const field of fields) {
      const type = columns.get(field.name) ?? "";
      if (!holds(field, type)) return { kind: "column-type", table: name, column: field.name, type };
    }
    const numbers = fields.filter(({ type }) => type.kind === "number").map((field) => field.name);
    const measured = await this.measured(name, table, numbers, owner);
    return "kind" in measured ? measured : { ...table, ...measured };
  }

  /** A table of results, of which any column may be missing but the keys; `results`: those that are read. */
  async results(
    name: string,
    table: TableDescription = {},
    keys: readonly Pick<Field, "name">[],
    results: readonly Field[],
  ): Promise<TableDescription | Problem> {
    const columns = await this.columns(name, table);
    if ("kind" in columns) return columns;
    const lacking = missingIn(name, columns, keys);
    if (lacking !== null) return lacking;
    for (const field of results) {
      const type = columns.get(field.name);
      if (field.type.kind === "number" && type !== undefined && !holds(field, type))
        return { kind: "column-type", table: name, column: field.name, type };
    }
    const numbers = [...columns].flatMap(([column, type]) => (EXACT.test(type) ? [column] : []));
    const measured = await this.measured(name, table, numbers, null);
    if ("kind" in measured) return measured;
    const all = Object.fromEntries([...columns.keys()].map((column) => [column, { name: column }]));
    return { ...table, ...measured, columns: { ...all, ...measured.columns }, isComplete: true };
  }

  /** Types by name. */
  private async columns(name: string, table: TableDescription): Promise<ReadonlyMap<string, string> | Problem> {
    const { text, nameBytes } = postgres;
    const missing = { kind: "table-missing", table: tableName(table, name, postgres) } as const;
    // The server would cut the name, and find another table.
    if (tableParts(table, name).some((part) => isCut(part, nameBytes))) return missing;
    const rows = await this.connection.rows(
      `SELECT attname::text, format_type(atttypid, atttypmod) FROM pg_attribute ` +
        `WHERE attrelid = to_regclass(${text(missing.table)}) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    );
    const found = new Map(Array.from(rows, ([column, type]) => [String(column), String(type)]));
    return found.size === 0 ? missing : found;
  }

  /** Least, greatest and most decimals of numbers, and the number of rows. */
  private async measured(
    name: string,
    table: TableDescription,
    numbers: readonly string[],
    owner: readonly Field[] | null,
  ): Promise<TableDescription | Problem> {
    const from = tableName(table, name, postgres);
    const keys = owner?.map((field) => plainText(postgres.identifier(field.name), postgres)).join(", ");
    const most =
      keys === undefined
        ? "count(*)"
        : `(SELECT coalesce(max(c), 0) FROM (SELECT count(*) AS c FROM ${from} GROUP BY ${keys}) AS g)`;
    const cells = numbers.flatMap((column) => {
      const own = postgres.identifier(column);
      return [`min(${own})::text`, `max(${own})::text`, `max(scale(trim_scale(${own}::numeric)))`];
    });
    const [row = []] = await this.connection.rows(`SELECT ${[most, ...cells].join(", ")} FROM ${from}`);
    const columns = new Map<string, ColumnDescription>();
    for (const [index, column] of numbers.entries()) {
      const [min = null, max = null, decimals = null] = row.slice(1 + 3 * index, 4 + 3 * index);
      const ends = [min, max].map((end) => (typeof end === "string" ? end : "0"));
      const wrong = ends.find((end) => parseNumber(end) === null);
      if (wrong !== undefined) return { kind: "no-number", table: name, column, found: wrong };
      columns.set(column, { name: column, min: ends[0], max: ends[1], decimals: Number(decimals ?? 0) });
    }
    return { columns: Object.fromEntries(columns), mostRows: Math.max(1, Number(row[0] ?? 1)) };
  }
}

function missingIn(
  table: string,
  columns: ReadonlyMap<string, string>,
  fields: readonly Pick<Field, "name">[],
): Problem | null {
  const missing = fields.map(({ name }) => name).filter((name) => !columns.has(name));
  return missing.length === 0 ? null : { kind: "columns-missing", table, missing, found: [...columns.keys()] };
}

/** Whether a type of the database holds what a field is, without a cast that changes it. */
function holds({ type }: Field, name: string): boolean {
  switch (type.kind) {
    case "number":
      return EXACT.test(name);
    case "flag":
      return name === "boolean";
    case "date":
      return name === "date";
    case "level":
    case "text":
    case "period":
      return !/^(?:bytea|json|jsonb|xml|real|double precision)$|\[\]$/u.test(name);
    case "list":
      return false;
    default:
      return type satisfies never;
  }
}
