/**
 * Rows of tables as the dataset of the reference evaluator, of one subject or of all: cells and side rows, records of earlier periods, and
 * results of other rubrics.
 */
import type { Cell, CellProblem, Dataset, HistoryRow, UsedResults } from "@yardstick/engine";
import { comparePeriods } from "@yardstick/engine/plan";
import { parseNumber, Rational, rational, rationalText, readableText } from "@yardstick/exact";
import { type CoreProgram, type Expression, type Field, findExpression, ownEntry } from "@yardstick/language/core";
import type { Dialect } from "../dialects/index.js";
import { constantValue } from "../inputs/constant-value.js";
import { plainText } from "../inputs/source-column.js";
import { columnIn, type TableDescription, type Tables } from "../inputs/tables.js";
import { looksBack } from "../lookups/periods-query.js";
import { recordProgram } from "../lookups/record-inputs.js";
import { resultsOfHistory, resultsOfUse } from "../lookups/recorded-fields.js";
import { expressionsOf } from "../query/reads-population.js";
import { tableName } from "../query/source-relations.js";
import { refuse } from "../refusals/refusals.js";
import type { Connection } from "../statement/run.js";
import type { Id } from "./cohort-query.js";

type NumberType = Extract<Field["type"], { readonly kind: "number" }>;

/** Data of tables. */
export interface TableData {
  readonly dataset: Dataset;
  /** Rows from 0 in the whole table, by the rows of the dataset: of the subjects, and by name of each list. Null: the table does not number them. */
  readonly positions: ReadonlyMap<string, readonly number[] | null>;
}

/** A row with what names its subject. */
interface Row extends Id {
  readonly cells: readonly Cell[];
}

const nameOf = ({ key, period }: Id): string => JSON.stringify([key, period]);

/** Reads rows of tables. `program` is the rubric as given, without a scenario. */
export class TableRows {
  private problems: CellProblem[] = [];
  private positions = new Map<string, readonly number[] | null>();

  constructor(
    private readonly program: CoreProgram,
    private readonly tables: Tables,
    private readonly dialect: Dialect,
    private readonly connection: Connection,
  ) {}

  /** The data of one subject; null: of all. Throws `Refused` where one subject is asked for, and an earlier period is read across subjects. */
  async dataset(id: Id | null): Promise<TableData> {
    const { program, tables } = this;
    this.problems = [];
    this.positions = new Map();
    const all = await this.rows(tables.subjects ?? {}, program.subject, program.fields, id);
    const columnsOf = (fields: readonly Field[], rows: readonly Row[]) =>
      fields.map((_, field) => rows.map(({ cells }) => cells[field] ?? null));
    const owners = new Map(all.map((row, index) => [nameOf(row), index]));
    const lists: Dataset["lists"][number][] = [];
    for (const { name, columns } of program.lists) {
      const rows = await this.rows(ownEntry(tables.lists ?? {}, name) ?? {}, name, columns, id);
      const owner = rows.map((row) => owners.get(nameOf(row)) ?? 0);
      lists.push({ rows: rows.length, columns: columnsOf(columns, rows), owner });
    }
    const history = await this.history(id);
    const used = await this.used(id === null ? null : all);
    const subjects = { rows: all.length, columns: columnsOf(program.fields, all) };
    const dataset = { subjects, lists, constants: this.constants(), history, used, problems: this.problems };
    return { dataset, positions: this.positions };
  }

  /** The most rows of subjects, and of one list. */
  async sizes(): Promise<{ readonly subjects: number; readonly sideRows: number }> {
    const { program, tables, dialect } = this;
    const sizeOf = async (table: TableDescription, name: string) => {
      const [row] = [...(await this.connection.rows(`SELECT count(*) AS n FROM ${tableName(table, name, dialect)}`))];
      return Number(row?.[0] ?? 0);
    };
    let sideRows = 0;
    for (const { name } of program.lists)
      sideRows = Math.max(sideRows, await sizeOf(ownEntry(tables.lists ?? {}, name) ?? {}, name));
    return { subjects: await sizeOf(tables.subjects ?? {}, program.subject), sideRows };
  }

  /** The periods of a key, as the table has them; null for a rubric without periods. */
  async idsOf(key: string): Promise<readonly Id[]> {
    const { program, tables, dialect } = this;
    const [own, period] = this.keysIn(tables.subjects ?? {});
    const from = tableName(tables.subjects ?? {}, program.subject, dialect);
    const rows = await this.connection.rows(
      `SELECT ${period ?? "NULL"} AS p FROM ${from} WHERE ${own ?? "NULL"} = ${dialect.text(key)}`,
    );
    return Array.from(rows, ([found]) => ({ key, period: textOf(found) })).sort((a, b) =>
      comparePeriods(b.period ?? "", a.period ?? ""),
    );
  }

  /** The periods there are. */
  async periods(): Promise<readonly string[]> {
    const [, period] = this.keysIn(this.tables.subjects ?? {});
    return period === undefined ? [] : this.distinct(period, "");
  }

  /** At most so many of the keys there are, of one period or of all. */
  async keys(period: string | null, most: number): Promise<readonly string[]> {
    const [own = "NULL", ofPeriod = "NULL"] = this.keysIn(this.tables.subjects ?? {});
    const where = period === null ? "" : ` WHERE ${ofPeriod} = ${this.dialect.text(period)}`;
    return this.distinct(own, where, ` LIMIT ${most}`);
  }

  /** Texts of the subjects, each once, in the order of the data where a column holds it; else in their own order. */
  private async distinct(text: string, where: string, limit = ""): Promise<readonly string[]> {
    const { program, tables, dialect } = this;
    const { order } = tables.subjects ?? {};
    const from = tableName(tables.subjects ?? {}, program.subject, dialect);
    const sorted = order === undefined ? "1" : `min(${dialect.identifier(order)})`;
    const rows = await this.connection.rows(
      `SELECT ${text} AS v FROM ${from}${where} GROUP BY 1 ORDER BY ${sorted}${limit}`,
    );
    return Array.from(rows, ([found]) => textOf(found)).filter((found) => found !== null);
  }

  /** The keys in the order of the data, where a column holds it; else in their own order. */
  async inOrder(keys: readonly string[], period: string | null): Promise<readonly string[]> {
    const { program, tables, dialect } = this;
    const { order } = tables.subjects ?? {};
    const different = [...new Set(keys)].sort();
    if (order === undefined || different.length < 2) return different;
    const [own, ofPeriod] = this.keysIn(tables.subjects ?? {});
    const some = different.map((key) => dialect.text(key)).join(", ");
    const same = period === null ? "" : ` AND ${ofPeriod ?? "NULL"} = ${dialect.text(period)}`;
    const from = tableName(tables.subjects ?? {}, program.subject, dialect);
    const rows = await this.connection.rows(
      `SELECT ${own ?? "NULL"} AS k FROM ${from} WHERE ${own ?? "NULL"} IN (${some})${same} ORDER BY ${dialect.identifier(order)}`,
    );
    return Array.from(rows, ([key]) => String(key));
  }

  /** Key and period as texts. */
  private keysIn(table: TableDescription): readonly string[] {
    const { fields, key, period } = this.program;
    return [key, ...(period === null ? [] : [period])].map((index) => {
      const field = fields[index]?.name ?? "";
      const column = columnIn(table, field).name ?? columnIn(this.tables.subjects ?? {}, field).name ?? field;
      return plainText(this.dialect.identifier(column), this.dialect);
    });
  }

  /** What selects the rows of a subject. */
  private where(id: Id | null, [key = "NULL", period]: readonly string[]): string {
    if (id === null) return "";
    const same = period === undefined ? "" : ` AND ${period} = ${this.dialect.text(id.period ?? "")}`;
    return ` WHERE ${key} = ${this.dialect.text(id.key)}${same}`;
  }

  private async rows(
    table: TableDescription,
    name: string,
    fields: readonly Field[],
    id: Id | null,
  ): Promise<readonly Row[]> {
    const { dialect } = this;
    const there = fields.flatMap((field, index) => {
      const described = columnIn(table, field.name);
      if (field.type.kind === "list" || described.name === null) return [];
      return [{ field, index, text: this.cellText(field, dialect.identifier(described.name ?? field.name)) }];
    });
    const { order, firstRow } = table;
    const number = order === undefined || firstRow === undefined ? null : dialect.identifier(order);
    const keys = this.keysIn(table);
    const [key = "NULL", period = "NULL"] = keys;
    const texts = [key, period, number ?? "1", ...there.map(({ text }) => text)];
    // Without a column that holds the order, the rows follow in the order of their cells.
    const sorted = order === undefined ? texts.map((_, at) => at + 1).join(", ") : dialect.identifier(order);
    const selected = texts.map((text, at) => `${text} AS c${at}`).join(", ");
    const found = await this.connection.rows(
      `SELECT ${selected} FROM ${tableName(table, name, dialect)}${this.where(id, keys)} ORDER BY ${sorted}`,
    );
    const positions: number[] = [];
    const rows = Array.from(found, ([own, ofPeriod, position, ...values], line): Row => {
      positions.push(Number(position) - (firstRow ?? 0));
      const cells: Cell[] = fields.map(() => null);
      there.forEach(
        ({ field, index }, at) => (cells[index] = this.cell(field, values[at] ?? null, { table: name, line })),
      );
      return { key: String(own), period: textOf(ofPeriod), cells };
    });
    this.positions.set(name, number === null ? null : positions);
    return rows;
  }

  /** A cell as text: dates as whole numbers, whatever the engine's settings say of how they are written. */
  private cellText({ type }: Field, column: string): string {
    const { varchar } = this.dialect;
    if (type.kind === "flag") return `CAST(CAST(${column} AS BOOLEAN) AS ${varchar})`;
    if (type.kind === "date") {
      const part = (name: string) => `CAST(EXTRACT(${name} FROM CAST(${column} AS DATE)) AS INTEGER)`;
      return `CAST(${part("YEAR")} * 10000 + ${part("MONTH")} * 100 + ${part("DAY")} AS ${varchar})`;
    }
    return type.kind === "number" ? `CAST(${column} AS ${varchar})` : plainText(column, this.dialect);
  }

  private cell(field: Field, found: unknown, at: { readonly table: string; readonly line: number }): Cell {
    const text = textOf(found);
    if (text === null) return null;
    const { type } = field;
    switch (type.kind) {
      case "flag":
        return text === "true" || text === "t";
      case "level": {
        const level = (this.program.choices[type.choice]?.levels ?? []).findIndex(({ name }) => name === text);
        return level < 0 ? null : level;
      }
      case "date":
        return dateText(text);
      case "number":
        return this.number(field.name, type, text, at);
      case "text":
      case "period":
      case "list":
        return text;
      default:
        return type satisfies never;
    }
  }

  /** A number in the base unit; one outside the range that the rubric declares is a problem of its cell. */
  private number(
    column: string,
    type: NumberType,
    text: string,
    { table, line }: { readonly table: string; readonly line: number },
  ): Cell {
    const own = parseNumber(text);
    if (own === null) return null;
    const scale = rational(type.unit?.scale ?? "1");
    const value = own.mul(scale);
    const [least, max] = [type.min, type.max].map((end) => (end === null ? null : rational(end)));
    const min = type.form === "count" && (least == null || least.compare(0) < 0) ? rational("0") : (least ?? null);
    const isOutside = (min !== null && value.compare(min) < 0) || (max != null && value.compare(max) > 0);
    if (!isOutside || (type.orZero === true && value.equals(0))) return rationalText(value);
    const shown = (of: Rational) =>
      type.form === "percent" ? `${readableText(of.mul(100))}%` : readableText(of.div(scale));
    const unit = type.unit === null || type.form === "percent" ? "" : ` ${type.unit.name}`;
    const bound = (end: Rational | null) => (end === null ? "" : `${shown(end)}${unit}`);
    this.problems.push({
      severity: "error",
      table,
      index: line,
      row: null,
      column,
      found: shown(value),
      reason: "out-of-range",
      expected: [bound(min), bound(max ?? null)],
    });
    return null;
  }

  private constants(): readonly Cell[] {
    const { program, tables } = this;
    return program.constants.map((field) => {
      const given = ownEntry(tables.constants ?? {}, field.name);
      if (given === undefined) return null;
      const value = constantValue(program, field, given);
      if (!(value instanceof Rational)) return value;
      return field.type.kind === "level" ? value.toNumber() : rationalText(value);
    });
  }

  /** The records. Beside those of one subject, a record without results stands for each period in which others have one. */
  private async history(id: Id | null): Promise<readonly HistoryRow[]> {
    const { program, tables, dialect, connection } = this;
    if (!looksBack(program)) return [];
    if (id !== null && readsPastAcross(program)) refuse("sql-explain-history");
    const table = tables.history ?? {};
    const records = recordProgram(program);
    const keyOf = (index: number) => {
      const field = records.fields[index]?.name ?? "";
      return plainText(dialect.identifier(columnIn(table, field).name ?? field), dialect);
    };
    const [own, period] = [keyOf(records.key), keyOf(records.period ?? 0)];
    const from = tableName(table, records.subject, dialect);
    const results = resultsOfHistory(program).filter(({ name }) => typeof columnIn(table, name).name === "string");
    const texts = results.map((field) =>
      this.cellText(field, dialect.identifier(columnIn(table, field.name).name ?? field.name)),
    );
    const selected = [own, period, ...texts].map((text, index) => `${text} AS c${index}`).join(", ");
    const rows = await connection.rows(`SELECT ${selected} FROM ${from}${this.where(id, [own])}`);
    const found = Array.from(rows, ([key, of, ...values]) => ({
      key: String(key),
      period: String(of),
      results: Object.fromEntries(
        results.map((field, index) => [field.name, publishedText(field, values[index] ?? null)]),
      ),
    }));
    if (id === null) return found;
    const others = await connection.rows(
      `SELECT DISTINCT ${period} AS p FROM ${from} WHERE ${own} <> ${dialect.text(id.key)}`,
    );
    return [...found, ...Array.from(others, ([of]) => ({ key: "", period: String(of), results: {} }))];
  }

  /** Results of other rubrics for some rows; null: for all. */
  private async used(rows: readonly Row[] | null): Promise<readonly UsedResults[]> {
    const { program, tables, dialect, connection } = this;
    const found: UsedResults[] = [];
    for (const [index, { alias, by }] of program.uses.entries()) {
      const table = ownEntry(tables.uses ?? {}, alias) ?? {};
      const fields = resultsOfUse(program, index).filter(({ name }) => columnIn(table, name).name !== null);
      const columnOf = (name: string) => dialect.identifier(columnIn(table, name).name ?? name);
      const key = plainText(columnOf("key"), dialect);
      const hasPeriods = program.period !== null && columnIn(table, "period").name !== null;
      const period = hasPeriods ? plainText(columnOf("period"), dialect) : "NULL";
      const texts = [key, period, ...fields.map((field) => this.cellText(field, columnOf(field.name)))];
      const selected = texts.map((text, at) => `${text} AS c${at}`).join(", ");
      const named = (rows ?? []).flatMap(({ cells }) =>
        typeof cells[by] === "string" ? [dialect.text(cells[by])] : [],
      );
      const where = rows === null ? "" : ` WHERE ${named.length === 0 ? "1 = 0" : `${key} IN (${named.join(", ")})`}`;
      const all = new Map<string, { readonly period: string | null; readonly results: Record<string, Cell> }[]>();
      for (const [own, of, ...values] of await connection.rows(
        `SELECT ${selected} FROM ${tableName(table, alias, dialect)}${where}`,
      )) {
        const cells = fields.map((field, at) => this.cell(field, values[at] ?? null, { table: alias, line: 0 }));
        const results = Object.fromEntries(fields.map((field, at) => [field.name, cells[at] ?? null]));
        const records = all.get(String(own)) ?? [];
        records.push({ period: textOf(of), results });
        all.set(String(own), records);
      }
      for (const records of all.values()) records.sort((a, b) => comparePeriods(a.period ?? "", b.period ?? ""));
      found.push(all);
    }
    return found;
  }
}

/** Whether results of an earlier period are read of all subjects. */
function readsPastAcross(program: CoreProgram): boolean {
  const isAcross = (each: Expression) => findExpression(each, ({ kind }) => kind === "cohort") !== null;
  return expressionsOf(program).some(
    (each) =>
      findExpression(
        each,
        (node) =>
          (node.kind === "previous" && isAcross(node.operand)) || (node.kind === "running" && isAcross(node.condition)),
      ) !== null,
  );
}

/** Every column is asked for as text. */
function textOf(found: unknown): string | null {
  return typeof found === "string" ? found : null;
}

function dateText(number: string): string {
  const digits = number.padStart(8, "0");
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** A result as a history writes it. */
function publishedText({ type }: Field, found: unknown): string | null {
  const text = textOf(found);
  if (text === null) return null;
  if (type.kind === "date") return dateText(text);
  const number = type.kind === "number" && type.form === "percent" ? parseNumber(text) : null;
  return number === null ? text : `${readableText(number.mul(100))}%`;
}
