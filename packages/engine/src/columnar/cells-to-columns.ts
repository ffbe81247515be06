/**
 * Cells of a dataset made into typed columns: exact numbers over their common denominator, texts as indexes into a sorted
 * list of those that occur. A cell that does not fit leaves the whole rubric to the reference evaluator.
 */
import { Decimal, lcm } from "@yardstick/exact";
import type { CodedCells, Codes } from "../data/coded-cells.js";
import { codedCellsOf, occurringCodes } from "../data/coded-cells.js";
import type { Cell } from "../data/dataset.js";
import { F64 } from "../plan/facts.js";
import type { Values } from "../plan/node.js";
import { Unsupported } from "../plan/node.js";
import type { Column, Marks } from "./columns.js";
import { valuesFor } from "./columns.js";

type Form = "number" | "code" | "text";

/** `markOf` tells whether a cell without a value is blank (1) or could not be read (2). */
export function columnOfCells(
  cells: readonly Cell[],
  rows: number,
  form: Form,
  markOf: (row: number) => number,
): Exclude<Column, { kind: "cells" }> {
  const coded = codedCellsOf(cells);
  if (coded !== null) return columnOfCodedCells(coded, rows, form, markOf);
  const marks = marksOf(cells, rows, markOf);
  switch (form) {
    case "number":
      return { kind: "numbers", ...numbersOf(cells, rows), marks };
    case "code":
      return { kind: "numbers", ...codesOf(cells, rows), marks };
    case "text":
      return { kind: "texts", ...textsOf(cells, rows), marks };
  }
}

/** Makes the column of the different cells that occur, and takes its values by the codes of the rows. */
function columnOfCodedCells(
  { codes, cells }: CodedCells,
  rows: number,
  form: Form,
  markOf: (row: number) => number,
): Exclude<Column, { kind: "cells" }> {
  const count = Math.min(rows, codes.length);
  const used = codes.subarray(0, count);
  const occurs = occurringCodes(used, cells.length);
  const occurring = cells.map((cell, code) => (occurs[code] === 1 ? cell : null));
  const ofCodes = columnOfCells(occurring, cells.length, form, () => 1);
  const values = valuesLike(ofCodes.values, rows);
  takeByCode(values, ofCodes.values, used);
  const isBlank = ofCodes.marks;
  const hasBlanks = isBlank?.some((mark, code) => mark === 1 && occurs[code] === 1) === true;
  if (!hasBlanks && count === rows) return { ...ofCodes, values, marks: null };
  let marks: Uint8Array | null = null;
  for (let row = 0; row < rows; row += 1) {
    if (row >= count || isBlank?.[codes[row] ?? 0] === 1) (marks ??= new Uint8Array(rows))[row] = markOf(row);
  }
  return { ...ofCodes, values, marks };
}

function takeByCode(values: Values, own: Values, codes: Codes): void {
  for (let row = 0; row < codes.length; row += 1) values[row] = own[codes[row]!]!;
}

function valuesLike(values: Values, length: number): Values {
  if (values instanceof Uint8Array) return new Uint8Array(length);
  if (values instanceof Uint16Array) return new Uint16Array(length);
  return values instanceof Int32Array ? new Int32Array(length) : new Float64Array(length);
}

function marksOf(cells: readonly Cell[], rows: number, markOf: (row: number) => number): Marks {
  let marks: Uint8Array | null = null;
  for (let row = 0; row < rows; row += 1) {
    if ((cells[row] ?? null) === null) (marks ??= new Uint8Array(rows))[row] = markOf(row);
  }
  return marks;
}

function numbersOf(cells: readonly Cell[], rows: number) {
  return decimalsOf(cells, rows) ?? fractionsOf(cells, rows);
}

/** Powers of ten that doubles hold exactly. */
const POWERS = Float64Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/**
 * Cells that are all decimals or blanks, over the least common denominator of all: their greatest power of ten, less what all of them
 * share with it. Null where a cell is none, or the digits do not fit.
 */
function decimalsOf(cells: readonly Cell[], rows: number) {
  const units = new Float64Array(rows);
  const scales = new Uint8Array(rows);
  let scale = 0;
  for (let row = 0; row < rows; row += 1) {
    const cell = cells[row] ?? null;
    if (cell === null) continue;
    if (!(cell instanceof Decimal)) return null;
    units[row] = cell.units;
    scales[row] = cell.scale;
    if (cell.scale > scale) scale = cell.scale;
  }
  if (scale >= POWERS.length) return null;
  const power = POWERS[scale] ?? 1;
  let shared = power;
  for (let row = 0; row < rows; row += 1) {
    const value = (units[row] as number) * (POWERS[scale - (scales[row] as number)] as number);
    if (!Number.isSafeInteger(value)) return null;
    units[row] = value;
    if (shared > 1) shared = gcd(value, shared);
  }
  let [low, high] = [Infinity, -Infinity];
  for (let row = 0; row < rows; row += 1) {
    const value = (units[row] as number) / shared;
    units[row] = value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { values: narrowed(units, low, high), den: BigInt(power / shared) };
}

function fractionsOf(cells: readonly Cell[], rows: number) {
  const numerators = new Float64Array(rows);
  const denominators = new Map<number, number>();
  let den = 1n;
  let divisors: Float64Array | null = null;
  for (let row = 0; row < rows; row += 1) {
    const cell = cells[row] ?? null;
    if (cell === null) continue;
    const text = String(cell);
    const slash = text.indexOf("/");
    const numerator = Number(slash < 0 ? text : text.slice(0, slash));
    if (!Number.isSafeInteger(numerator)) throw new Unsupported("a number has too many digits");
    numerators[row] = numerator;
    if (slash < 0) continue;
    const divisor = Number(text.slice(slash + 1));
    if (!Number.isSafeInteger(divisor) || divisor <= 0) throw new Unsupported("a fraction has too many digits");
    (divisors ??= new Float64Array(rows).fill(1))[row] = divisor;
    if (!denominators.has(divisor)) {
      denominators.set(divisor, 1);
      den = lcm(den, BigInt(divisor));
      if (den > F64) throw new Unsupported("fractions without a common denominator");
    }
  }
  let [low, high] = [Infinity, -Infinity];
  const scale = Number(den);
  for (let row = 0; row < rows; row += 1) {
    const value = (numerators[row] ?? 0) * (divisors === null ? 1 : scale / (divisors[row] ?? 1));
    if (!Number.isSafeInteger(value)) throw new Unsupported("a number has too many digits");
    numerators[row] = value;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { values: narrowed(numerators, low, high), den };
}

function narrowed(values: Float64Array, low: number, high: number) {
  const narrow = valuesFor(values.length, low, high);
  if (narrow instanceof Float64Array) return values;
  narrow.set(values);
  return narrow;
}

/** Flags and levels. */
function codesOf(cells: readonly Cell[], rows: number) {
  const codes = new Float64Array(rows);
  let high = 0;
  for (let row = 0; row < rows; row += 1) {
    codes[row] = Number(cells[row] ?? 0);
    high = Math.max(high, codes[row] ?? 0);
  }
  return { values: narrowed(codes, 0, high), den: 1n };
}

function textsOf(cells: readonly Cell[], rows: number) {
  const seen = new Set<string>();
  for (let row = 0; row < rows; row += 1) {
    const cell = cells[row] ?? null;
    if (cell !== null) seen.add(String(cell));
  }
  const texts = [...seen].sort();
  const codes = new Map(texts.map((text, code) => [text, code]));
  const values = valuesFor(rows, 0, texts.length);
  for (let row = 0; row < rows; row += 1) {
    const cell = cells[row] ?? null;
    if (cell !== null) values[row] = codes.get(String(cell)) ?? 0;
  }
  return { values, texts };
}
