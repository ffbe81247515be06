/**
 * Tables of results that a loop without a table can compute: found by trying every entry, so that what is computed equals what would
 * be looked up.
 */

/** `start + slope x`, limited to `low .. high`. */
export interface Line {
  readonly kind: "line";
  readonly start: number;
  readonly slope: number;
  readonly low: number;
  readonly high: number;
}

/** `start + step levels[x]` of x below 16. */
export interface Levels {
  readonly kind: "levels";
  readonly start: number;
  readonly step: number;
  readonly levels: Uint8Array;
}

/** `1` above `end`, else `0`; the other way round where `flip` is 1. */
export interface Threshold {
  readonly kind: "threshold";
  readonly end: number;
  readonly flip: 0 | 1;
}

/** Number of bytes that one instruction looks up. */
const LEVELS = 16;
const BEYOND = 2 ** 31;

const forms = new WeakMap<Int32Array, Line | Levels | null>();

/** Null: neither. */
export function formOf(table: Int32Array): Line | Levels | null {
  const known = forms.get(table);
  if (known !== undefined) return known;
  const form = lineOf(table) ?? levelsOf(table);
  forms.set(table, form);
  return form;
}

function lineOf(table: Int32Array): Line | null {
  let steepest = 0;
  for (let x = 0; x + 1 < table.length; x += 1)
    if (Math.abs(table[x + 1]! - table[x]!) > Math.abs(table[steepest + 1]! - table[steepest]!)) steepest = x;
  const slope = table.length < 2 ? 0 : table[steepest + 1]! - table[steepest]!;
  const start = (table[steepest] ?? 0) - slope * steepest;
  if (Math.abs(start) + Math.abs(slope) * table.length >= BEYOND) return null;
  const [low, high] = ends(table);
  const isLine = table.every((value, x) => value === Math.min(high, Math.max(low, start + slope * x)));
  return isLine ? { kind: "line", start, slope, low, high } : null;
}

function levelsOf(table: Int32Array): Levels | null {
  if (table.length > LEVELS) return null;
  const [low, high] = ends(table);
  if (high - low >= BEYOND) return null;
  const step = table.reduce((divisor, value) => gcd(divisor, value - low), 0) || 1;
  if ((high - low) / step > 255) return null;
  const levels = new Uint8Array(LEVELS);
  table.forEach((value, x) => (levels[x] = (value - low) / step));
  return { kind: "levels", start: low, step, levels };
}

function ends(table: Int32Array): readonly [number, number] {
  return [table.reduce((a, b) => Math.min(a, b)), table.reduce((a, b) => Math.max(a, b))];
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

const flagForms = new WeakMap<Uint8Array, Levels | Threshold | null>();

/** The same of flags. */
export function flagFormOf(table: Uint8Array): Levels | Threshold | null {
  const known = flagForms.get(table);
  if (known !== undefined) return known;
  const form = thresholdOf(table) ?? flagLevelsOf(table);
  flagForms.set(table, form);
  return form;
}

function thresholdOf(table: Uint8Array): Threshold | null {
  const first = table[0] === 1 ? 1 : 0;
  const change = table.indexOf(1 - first);
  const end = change < 0 ? table.length - 1 : change - 1;
  const isThreshold = table.every((value, x) => value === (x > end ? 1 - first : first));
  return isThreshold ? { kind: "threshold", end, flip: first } : null;
}

function flagLevelsOf(table: Uint8Array): Levels | null {
  if (table.length > LEVELS) return null;
  const levels = new Uint8Array(LEVELS);
  levels.set(table);
  return { kind: "levels", start: 0, step: 1, levels };
}
