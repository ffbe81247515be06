/** Data as a page gives them, rows of objects, read as the tables that the elements show. */

/** A table of text as the grid shows it. */
export interface ElementTable {
  /** `subjects` and the others stand for themselves; a `list` is the table of a list field of the rubric. */
  readonly role: "subjects" | "list" | "constants" | "history";
  /** Name of the list field; empty for the other roles. */
  readonly name: string;
  /** The names of the columns. */
  readonly header: readonly string[];
  /** The cells of each row, parallel to `header`; an empty text is a missing cell. */
  readonly rows: readonly (readonly string[])[];
}

/** A cell: text, a whole number or a truth value; `null` and `undefined` are missing. Decimals are text. */
export type PageCell = string | number | bigint | boolean | null | undefined;

/** A row, keyed by column. */
export interface PageRow {
  readonly [column: string]: PageCell;
}

/**
 * Rows keyed by column: those of the subjects alone, or `subjects`, `constants` (one row), `history` and each list under its own name.
 * A number that is not a safe integer must be given as text, because the decimal form of a binary float may differ from the number that
 * was meant.
 */
export type PageData = readonly PageRow[] | { readonly [table: string]: readonly PageRow[] | PageRow };

/** Role and name of a table by the name that a page gives it. */
export function placeOfTable(name: string): Pick<ElementTable, "role" | "name"> {
  return name === "subjects" || name === "constants" || name === "history"
    ? { role: name, name: "" }
    : { role: "list", name };
}

/**
 * Converts rows of objects to tables. Throws a `TypeError` for what is no row or no cell and a `RangeError` for a number that is not a
 * safe integer; the message names table, row and column.
 */
export function tablesOfData(data: PageData): readonly ElementTable[] {
  if (typeof data !== "object" || data === null)
    throw new TypeError(`data must be rows or tables of rows, not ${shown(data)}`);
  const named = Array.isArray(data)
    ? { subjects: data as readonly PageRow[] }
    : (data as Exclude<PageData, readonly PageRow[]>);
  return Object.entries(named).map(([table, given]) => {
    const rows = Array.isArray(given) ? (given as readonly PageRow[]) : [given as PageRow];
    rows.forEach((row: unknown, index) => {
      if (typeof row === "object" && row !== null && !Array.isArray(row)) return;
      throw new TypeError(`${table}, row ${index + 1}: a row must be an object keyed by column, not ${shown(row)}`);
    });
    const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const cellsOf = (row: PageRow, index: number) =>
      header.map((column) => {
        const cell = Object.hasOwn(row, column) ? row[column] : undefined;
        return textOf(cell, () => `${table}, row ${index + 1}, column “${column}”`);
      });
    return { ...placeOfTable(table), header, rows: rows.map(cellsOf) };
  });
}

function textOf(cell: unknown, place: () => string): string {
  switch (typeof cell) {
    case "string":
      return cell;
    case "boolean":
      return cell ? "是" : "否";
    case "bigint":
      return String(cell);
    case "number":
      if (Number.isSafeInteger(cell)) return String(cell);
      throw new RangeError(`${place()}: ${cell} is a binary float; pass numbers with decimals as text`);
    default:
      if (cell === null || cell === undefined) return "";
      throw new TypeError(`${place()}: a cell must be text, a whole number or a truth value, not ${shown(cell)}`);
  }
}

function shown(value: unknown): string {
  if (value instanceof Date) return "a Date; pass dates as text";
  if (Array.isArray(value)) return "an array; pass side rows as a table of their own";
  return value === null ? "null" : typeof value;
}

/** Whether tables have the same roles, names, columns and cells in the same order. */
export function sameTables(a: readonly ElementTable[], b: readonly ElementTable[]): boolean {
  return (
    a === b ||
    sameItems(
      a,
      b,
      (one, other) =>
        one.role === other.role &&
        one.name === other.name &&
        sameItems(one.header, other.header, Object.is) &&
        sameItems(one.rows, other.rows, (row, before) => row === before || sameItems(row, before, Object.is)),
    )
  );
}

function sameItems<T>(a: readonly T[], b: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  return a.length === b.length && a.every((one, index) => isSame(one, b[index] as T));
}
