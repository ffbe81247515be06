// The data of a dataset as tables of a database, and what is known of their columns: what an office's tables would hold.

import type { Dataset } from "@yardstick/engine";
import { Decimal, decimalsOf, decimalText, rational, type Rational, ZERO } from "@yardstick/exact";
import type { Field, Program } from "@yardstick/language/program";
import type { ColumnDescription, Tables } from "../src/index.js";

export type Cell = Dataset["constants"][number];

/** Statements that make the tables, and their description with the ranges that the numbers have. */
export interface MadeTables {
  readonly statements: readonly string[];
  readonly tables: Tables;
}

/** Column of a list by which rows follow each other. */
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
  const statements: string[] = [];
  const table = (name: string, columns: readonly string[], rows: readonly string[]): void => {
    statements.push(`DROP TABLE IF EXISTS ${quote(name)}`, `CREATE TABLE ${quote(name)} (${columns.join(", ")})`);
    if (rows.length > 0) statements.push(`INSERT INTO ${quote(name)} VALUES ${rows.join(", ")}`);
  };
  const columnOf = (field: Field, of: readonly Cell[]) => `${quote(field.name)} ${typeOf(field, of)}`;
  const cells = data.subjects.columns;
  const scalar = program.fields.flatMap((field, index) => (field.type.kind === "list" ? [] : [{ field, index }]));
  table(
    program.subject,
    scalar.map(({ field, index }) => columnOf(field, cells[index] ?? [])),
    Array.from(
      { length: data.subjects.rows },
      (_, row) => `(${scalar.map(({ field, index }) => cellText(field, cells[index]?.[row])).join(", ")})`,
    ),
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
        `${quote(ORDER)} INTEGER`,
      ],
      Array.from({ length: side?.rows ?? 0 }, (_, row) => {
        const owner = Number(side?.owner[row]);
        const own = ids.map((id) => cellText(program.fields[id], cells[id]?.[owner]));
        return `(${[...own, ...columns.map((field, index) => cellText(field, side?.columns[index]?.[row])), row].join(", ")})`;
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
      { mostRows: Math.max(1, side?.rows ?? 0), order: ORDER, columns: described(columns, side?.columns ?? []) },
    ];
  });
  return {
    statements,
    tables: {
      subjects: { mostRows: Math.max(1, data.subjects.rows), columns: described(program.fields, cells) },
      lists: Object.fromEntries(lists),
      constants: Object.fromEntries(constants),
    },
  };
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
