// The data of a dataset as tables of a database, and what is known of their columns: what an office's tables would hold.

import type { Dataset, UsedResults } from "@yardstick/engine";
import { Decimal, decimalsOf, decimalText, rational, Rational, ZERO } from "@yardstick/exact";
import type { Field, Program, ValueType } from "@yardstick/language/program";
import { publishedFromText } from "../../engine/src/values/published-text.js";
import type { ColumnDescription, TableDescription, Tables } from "../src/index.js";

export type Cell = Dataset["constants"][number];

/** Statements that make the tables, and their description with the ranges that the numbers have. */
export interface MadeTables {
  readonly statements: readonly string[];
  readonly made: readonly MadeTable[];
  readonly tables: Tables;
}

/** A table: its columns with their types, and the cells of its rows as SQL literals. */
export interface MadeTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly string[])[];
}

/** Column by which rows follow each other. */
const ORDER = "row number";

const TYPES: Readonly<Record<Field["type"]["kind"], string>> = {
  text: "VARCHAR",
  period: "VARCHAR",
  level: "VARCHAR",
  flag: "BOOLEAN",
  date: "DATE",
  list: "",
  number: "DECIMAL",
};

/** Decimals that write every number exactly; repeating ones are in no table. */
function decimalsIn(field: Field, cells: readonly Cell[]): number {
  return Math.max(0, ...cells.map((cell) => decimalsOf(storedNumber(field, cell) ?? ZERO) ?? 0));
}

const typeOf = (field: Field, cells: readonly Cell[]) =>
  field.type.kind === "number" ? `DECIMAL(38, ${decimalsIn(field, cells)})` : TYPES[field.type.kind];

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** A number as it is stored: in the field's own unit. */
function storedNumber({ type }: Field, cell: Cell): Rational | null {
  if (type.kind !== "number" || (typeof cell !== "string" && !(cell instanceof Decimal))) return null;
  const own = cell instanceof Decimal ? cell.toRational() : rational(cell);
  return type.unit === null ? own : own.div(rational(type.unit.scale));
}

export function dataTables(program: Program, data: Dataset): MadeTables {
  const levelName = (choice: number, cell: Cell) => program.choices[choice]?.levels[Number(cell)]?.name ?? "";
  const cellText = (field: Field | undefined, cell: Cell | undefined): string => {
    if (field === undefined || cell === undefined || cell === null) return "NULL";
    const number = storedNumber(field, cell);
    if (number !== null) return decimalText(number, 4);
    if (field.type.kind === "level") return literal(levelName(field.type.choice, cell));
    return field.type.kind === "flag" ? String(cell === true) : literal(String(cell));
  };
  const made: MadeTable[] = [];
  const table: MakeTable = (name, columns, rows) => made.push({ name, columns, rows });
  const columnOf = (field: Field, of: readonly Cell[]) => ({ name: field.name, type: typeOf(field, of) });
  const cells = data.subjects.columns;
  const scalar = program.fields.flatMap((field, index) => (field.type.kind === "list" ? [] : [{ field, index }]));
  table(
    program.subject,
    [...scalar.map(({ field, index }) => columnOf(field, cells[index] ?? [])), { name: ORDER, type: "INTEGER" }],
    Array.from({ length: data.subjects.rows }, (_, row) => [
      ...scalar.map(({ field, index }) => cellText(field, cells[index]?.[row])),
      String(row),
    ]),
  );
  const ids = [program.key, ...(program.period === null ? [] : [program.period])];
  const idFields = ids.flatMap((id) => program.fields[id] ?? []);
  program.lists.forEach(({ name, columns }, list) => {
    const side = data.lists[list];
    table(
      name,
      [
        ...idFields.map((field) => columnOf(field, [])),
        ...columns.map((field, index) => columnOf(field, side?.columns[index] ?? [])),
        { name: ORDER, type: "INTEGER" },
      ],
      Array.from({ length: side?.rows ?? 0 }, (_, row) => {
        const owner = Number(side?.owner[row]);
        const own = ids.map((id) => cellText(program.fields[id], cells[id]?.[owner]));
        return [...own, ...columns.map((field, index) => cellText(field, side?.columns[index]?.[row])), String(row)];
      }),
    );
  });
  const constants = program.constants.flatMap((field, index): [string, string | boolean][] => {
    const cell = data.constants[index] ?? null;
    if (cell === null) return [];
    if (typeof cell === "boolean") return [[field.name, cell]];
    if (field.type.kind === "level") return [[field.name, levelName(field.type.choice, cell)]];
    const number = storedNumber(field, cell);
    return [[field.name, number === null ? String(cell) : number.toString()]];
  });
  const lists = program.lists.map(({ name, columns }, list) => {
    const side = data.lists[list];
    return [
      name,
      {
        mostRows: Math.max(1, side?.rows ?? 0),
        order: ORDER,
        firstRow: 0,
        columns: described(columns, side?.columns ?? []),
      },
    ];
  });
  const past = historyTable(program, data, table);
  const used = program.uses.map((use, index) => usedTable(program, index, data.used[index], table));
  return {
    made,
    statements: made.flatMap(statementsOf),
    tables: {
      history: past,
      uses: Object.fromEntries(program.uses.map(({ alias }, index) => [alias, used[index] ?? {}])),
      subjects: {
        mostRows: Math.max(1, data.subjects.rows),
        order: ORDER,
        firstRow: 0,
        columns: described(program.fields, cells),
      },
      lists: Object.fromEntries(lists),
      constants: Object.fromEntries(constants),
    },
  };
}

function statementsOf({ name, columns, rows }: MadeTable): readonly string[] {
  const types = columns.map((column) => `${quote(column.name)} ${column.type}`);
  const values = rows.map((row) => `(${row.join(", ")})`);
  return [
    `DROP TABLE IF EXISTS ${quote(name)}`,
    `CREATE TABLE ${quote(name)} (${types.join(", ")})`,
    ...(rows.length === 0 ? [] : [`INSERT INTO ${quote(name)} VALUES ${values.join(", ")}`]),
  ];
}

function described(fields: readonly Field[], columns: readonly (readonly Cell[])[]): Record<string, ColumnDescription> {
  return Object.fromEntries(
    fields.flatMap((field, index): [string, ColumnDescription][] => {
      if (field.type.kind !== "number") return [];
      const numbers = (columns[index] ?? []).flatMap((cell) => storedNumber(field, cell) ?? []);
      const sorted = numbers.toSorted((a, b) => a.compare(b)).map((each) => decimalText(each, 4));
      return [
        [
          field.name,
          { decimals: decimalsIn(field, columns[index] ?? []), min: sorted[0] ?? "0", max: sorted.at(-1) ?? "0" },
        ],
      ];
    }),
  );
}

type MakeTable = (name: string, columns: MadeTable["columns"], rows: MadeTable["rows"]) => void;

/** A result of a record, with its type. */
interface Result {
  readonly name: string;
  readonly type: ValueType;
}

const NUMBER: ValueType = { kind: "number", dimension: {}, percent: false };

/** What a history publishes, each name with its type. */
function resultsOf(program: Program): readonly Result[] {
  const { rankings, parts, outputs, grades, awards, vetoes, fields } = program;
  const sections = parts.filter(({ parent }) => parent === null).map(({ name }) => name);
  return [
    ...fields.map(({ name, type }): Result => ({ name, type: fieldType(type) })),
    ...["总分", "score"].map((name) => ({ name, type: NUMBER })),
    ...parts.flatMap(({ path, name }) => [path, name].map((each) => ({ name: each, type: NUMBER }))),
    ...rankings.flatMap(({ name }) =>
      [name, ...sections.map((each) => `${name}/${each}`)].map((each) => ({ name: each, type: NUMBER })),
    ),
    ...grades.map(({ name, choice }): Result => ({ name, type: { kind: "level", choice } })),
    ...awards.map(({ name }) => ({ name, type: NUMBER })),
    ...[...vetoes.map(({ name }) => name), "vetoed"].map((name): Result => ({ name, type: { kind: "flag" } })),
    ...outputs.map(({ name, value }) => ({ name, type: value.type })),
  ];
}

function fieldType(type: Field["type"]): ValueType {
  if (type.kind === "number") return { kind: "number", dimension: {}, percent: type.form === "percent" };
  return type.kind === "flag" || type.kind === "level" || type.kind === "date" ? type : { kind: "text" };
}

/** A table of results: `rows` are the texts of key, period and results. */
function resultTable(
  program: Program,
  name: string,
  ids: readonly string[],
  rows: readonly { readonly ids: readonly string[]; readonly results: Readonly<Record<string, Cell>> }[],
  results: readonly Result[],
  make: MakeTable,
  read: (type: ValueType, cell: Cell) => Rational | string | boolean | null,
): TableDescription {
  const found = new Map(results.map((result) => [result.name, result]));
  const present = [...found.values()].filter(
    (each) => !ids.includes(each.name) && rows.some((row) => Object.hasOwn(row.results, each.name)),
  );
  const columns = present.map(({ name: own, type }) => {
    const values = rows.map((row) => read(type, row.results[own] ?? null));
    const decimals = Math.max(0, ...values.map((value) => (value instanceof Rational ? (decimalsOf(value) ?? 0) : 0)));
    const texts = values.map((value) => {
      if (value === null) return "NULL";
      if (value instanceof Rational) return decimalText(value, 4);
      if (typeof value === "boolean") return String(value);
      return type.kind === "level"
        ? literal(program.choices[type.choice]?.levels[Number(value)]?.name ?? value)
        : literal(value);
    });
    const sqlType =
      type.kind === "number"
        ? `DECIMAL(38, ${decimals})`
        : type.kind === "flag"
          ? "BOOLEAN"
          : type.kind === "date"
            ? "DATE"
            : "VARCHAR";
    const sorted = values.filter((value) => value instanceof Rational).toSorted((a, b) => a.compare(b));
    const ends = [sorted[0], sorted.at(-1)].map((end) => (end === undefined ? undefined : decimalText(end, 4)));
    return { name: own, decimals, ends, texts, sqlType };
  });
  make(
    name,
    [
      ...ids.map((id) => ({ name: id, type: "VARCHAR" })),
      ...columns.map((each) => ({ name: each.name, type: each.sqlType })),
    ],
    rows.map((row, index) => [...row.ids.map(literal), ...columns.map(({ texts }) => texts[index] ?? "NULL")]),
  );
  const names = new Set(columns.map((each) => each.name));
  const absent = [...found.keys()].filter((each) => !names.has(each) && !ids.includes(each));
  return {
    name,
    mostRows: Math.max(1, rows.length),
    columns: {
      ...Object.fromEntries(absent.map((each) => [each, { name: null }])),
      ...Object.fromEntries(
        columns.map((each) => [
          each.name,
          {
            name: each.name,
            decimals: each.decimals,
            ...(each.ends[0] === undefined ? {} : { min: each.ends[0], max: each.ends[1] }),
          },
        ]),
      ),
    },
  };
}

/** The history as a table. */
function historyTable(program: Program, { history }: Dataset, make: MakeTable): TableDescription {
  const ids = [
    program.fields[program.key]?.name ?? "",
    program.period === null ? "period" : (program.fields[program.period]?.name ?? ""),
  ];
  const rows = history.map(({ key, period, results }) => ({ ids: [key, period], results }));
  const read = (type: ValueType, cell: Cell) =>
    publishedFromText(program, type, typeof cell === "string" ? cell : null);
  return resultTable(program, "yardstick history", ids, rows, resultsOf(program), make, (type, cell) => {
    const value = read(type, cell);
    return value === null || value instanceof Rational || typeof value === "boolean" ? value : String(value);
  });
}

/** The results of a used rubric as a table. */
function usedTable(program: Program, use: number, used: UsedResults | undefined, make: MakeTable): TableDescription {
  const results = new Map<string, ValueType>();
  JSON.stringify(program, (_, value: unknown) => {
    const node = value as {
      readonly kind?: string;
      readonly to?: { readonly kind: string; readonly use: number; readonly result: string };
      readonly type: ValueType;
    } | null;
    if (node?.kind === "reference" && node.to?.kind === "used" && node.to.use === use)
      results.set(node.to.result, node.type);
    return value;
  });
  const records = [...(used ?? new Map())].flatMap(
    ([key, each]: [
      string,
      readonly { readonly period: string | null; readonly results: Readonly<Record<string, Cell>> }[],
    ]) => each.map(({ period, results: own }) => ({ key, period, own })),
  );
  const isPeriodic = records.some(({ period }) => period !== null);
  const rows = records.map(({ key, period, own }) => ({ ids: isPeriodic ? [key, period ?? ""] : [key], results: own }));
  const all = Array.from(results, ([name, type]) => ({ name, type }));
  const table = resultTable(
    program,
    `yardstick used ${use}`,
    isPeriodic ? ["key", "period"] : ["key"],
    rows,
    all,
    make,
    (type, cell) => {
      if (cell === null || typeof cell === "boolean") return cell;
      if (type.kind === "number") return cell instanceof Decimal ? cell.toRational() : rational(String(cell));
      return String(cell);
    },
  );
  return isPeriodic ? table : { ...table, columns: { ...table.columns, period: { name: null } } };
}
