/**
 * A column of cells held as one small number a row and the cell of each number: a table of a million rows seldom has more than some
 * hundred different cells in a column. It is read like any array of cells; the columnar evaluator takes the numbers as they are.
 */
import type { Cell } from "./dataset.js";

/** The numbers of the rows, in the narrowest type that holds them. */
export type Codes = Uint8Array | Uint16Array | Int32Array;

/** `cells[codes[row]]` is the cell of a row. One cell may have several codes, and a code may have no row. */
export interface CodedCells {
  readonly codes: Codes;
  readonly cells: readonly Cell[];
}

const coded = new WeakMap<readonly Cell[], CodedCells>();

const INDEX = /^(?:0|[1-9]\d*)$/u;

function refused(): never {
  throw new TypeError("a column that was read from a file cannot be changed; change a copy of it: [...column]");
}

/** The column as a read-only array of cells; to write to it or to freeze it throws a `TypeError`. It cannot be cloned into another thread. */
export function arrayOfCodedCells(column: CodedCells): readonly Cell[] {
  const { codes, cells } = column;
  const { length } = codes;
  const at = (row: number): Cell => cells[codes[row] ?? -1] ?? null;
  const slice = (from = 0, to = length): Cell[] => Array.from(codes.subarray(from, to), (code) => cells[code] ?? null);
  const indexOf = (name: string | symbol): number | null => {
    if (typeof name !== "string" || !INDEX.test(name)) return null;
    const row = Number(name);
    return row < length ? row : null;
  };
  // The array behind it stays empty: an array of this length would take the memory that codes save.
  const array = new Proxy<readonly Cell[]>([], {
    get: (made, name, receiver) => {
      if (name === "length") return length;
      const row = indexOf(name);
      if (row !== null) return at(row);
      return name === "slice" ? slice : Reflect.get(made, name, receiver);
    },
    has: (made, name) => indexOf(name) !== null || Reflect.has(made, name),
    ownKeys: () => [...Array.from({ length }, (_, row) => String(row)), "length"],
    getOwnPropertyDescriptor: (made, name) => {
      if (name === "length") return { value: length, writable: true, enumerable: false, configurable: false };
      const row = indexOf(name);
      if (row === null) return Reflect.getOwnPropertyDescriptor(made, name);
      return { value: at(row), writable: true, enumerable: true, configurable: true };
    },
    set: refused,
    defineProperty: refused,
    deleteProperty: refused,
    preventExtensions: refused,
  });
  coded.set(array, column);
  return array;
}

/** By code, 1 where it occurs. `count` is the number of codes that there are. */
export function occurringCodes(codes: Codes, count: number): Uint8Array {
  const occurs = new Uint8Array(count);
  for (let row = 0; row < codes.length; row += 1) occurs[codes[row]!] = 1;
  return occurs;
}

/** The codes behind an array of `arrayOfCodedCells`; null for any other array. */
export function codedCellsOf(cells: readonly Cell[]): CodedCells | null {
  return coded.get(cells) ?? null;
}

/** The cell of a row, without the detour over an array of coded cells; null where there is none. */
export function cellOf(cells: readonly Cell[] | undefined, row: number): Cell {
  if (cells === undefined) return null;
  const column = coded.get(cells);
  return (column === undefined ? cells[row] : column.cells[column.codes[row] ?? -1]) ?? null;
}
