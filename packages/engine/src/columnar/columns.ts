/**
 * What the columnar engine reads: typed columns, made from the cells of a dataset or passed as they are. Numbers are
 * whole multiples of one fraction, texts are indexes into one sorted list, blanks are marked beside the values.
 */
import type { CellProblem } from "../data/cell-problem.js";
import type { Cell, HistoryRow, UsedResults } from "../data/dataset.js";
import type { Values } from "../plan/node.js";

/** For each value: 0 present, 1 blank, 2 not readable. */
export type Marks = Uint8Array | null;

/** The cells of one field. `marks` flags blank cells and cells in error. */
export type Column =
  /** Each value is `values[row] / den`. Flags are 0 and 1, levels their index. */
  | { readonly kind: "numbers"; readonly values: Values; readonly den: bigint; readonly marks: Marks }
  /** Each value is `texts[values[row]]`, for texts, periods and ISO dates. */
  | { readonly kind: "texts"; readonly values: Values; readonly texts: readonly string[]; readonly marks: Marks }
  /** As a dataset holds them; made into one of the above if a rubric reads them. */
  | { readonly kind: "cells"; readonly cells: readonly Cell[] };

/** A side table in columns. */
export interface SideColumns {
  readonly rows: number;
  readonly columns: readonly (Column | null)[];
  /** Row of the subject that each side row belongs to. */
  readonly owner: ArrayLike<number>;
}

/** A dataset in columns. `fields` is parallel to `Program.fields`; null: nothing but blanks. */
export interface Columns {
  readonly kind: "columns";
  readonly rows: number;
  readonly fields: readonly (Column | null)[];
  readonly lists: readonly SideColumns[];
  readonly constants: readonly Cell[];
  readonly history: readonly HistoryRow[];
  readonly used: readonly UsedResults[];
  readonly problems: readonly CellProblem[];
}

/** The narrowest of the physical types that holds whole numbers of this range. */
export function valuesFor(length: number, low: number, high: number): Values {
  if (low >= 0 && high <= 255) return new Uint8Array(length);
  if (low >= 0 && high <= 65535) return new Uint16Array(length);
  if (low >= -(2 ** 31) && high < 2 ** 31) return new Int32Array(length);
  return new Float64Array(length);
}

/** No value lies outside; of bytes the ends may lie a little further out than the values do. */
export function rangeOf(values: Values): { readonly low: number; readonly high: number } {
  if (values instanceof Uint8Array) return rangeOfBytes(values);
  if (values instanceof Uint16Array) return rangeOfShorts(values);
  let low = values[0] ?? 0;
  let high = low;
  for (let row = 1; row < values.length; row += 1) {
    const value = values[row] as number;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  return { low, high };
}

/** Four at a time: all bits that occur, and whether any byte is 0. */
function rangeOfBytes(values: Uint8Array): { readonly low: number; readonly high: number } {
  const ahead = Math.min(values.length, (4 - (values.byteOffset & 3)) & 3);
  const words = new Uint32Array(values.buffer, values.byteOffset + ahead, (values.length - ahead) >> 2);
  let bits = 0;
  let zeros = 0;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]! | 0;
    bits |= word;
    zeros |= (word - 0x01010101) & ~word & 0x80808080;
  }
  let all = (bits | (bits >>> 8) | (bits >>> 16) | (bits >>> 24)) & 255;
  let isZero = zeros !== 0;
  const rest = (index: number): void => {
    all |= values[index]!;
    isZero ||= values[index] === 0;
  };
  for (let index = 0; index < ahead; index += 1) rest(index);
  for (let index = ahead + words.length * 4; index < values.length; index += 1) rest(index);
  const most = all === 0 ? 0 : 2 ** (32 - Math.clz32(all)) - 1;
  return { low: isZero || all === 0 ? 0 : 1, high: most };
}

function rangeOfShorts(values: Uint16Array): { readonly low: number; readonly high: number } {
  let low = values[0] ?? 0;
  let high = low;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}
