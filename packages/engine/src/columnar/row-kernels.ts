/**
 * Loops over side rows. `offsets[s + j]` is the first side row of the j-th subject of the batch; what is read of a row is
 * read at the row less `base`, which is 0 for a column and the first row of the batch for a register.
 */
import type { Values } from "../plan/node.js";
import type { Slice } from "../values/trim.js";
import { keptRange } from "../values/trim.js";
import type { Register } from "./kernels.js";

export interface RowsOf {
  readonly offsets: Int32Array;
  /** First subject of the batch, and how many. */
  readonly s: number;
  readonly m: number;
}

/** Values of side rows, each `k` times what is read. */
export interface OfRow {
  readonly values: Values;
  readonly base: number;
  readonly k: number;
}

export function ofOwner(d: Register, x: Values, base: number, owners: Int32Array, first: number, count: number): void {
  for (let r = 0; r < count; r += 1) d[r] = x[owners[first + r]! - base]!;
}

export function rowSum(d: Register, x: OfRow, counts: OfRow, { offsets, s, m }: RowsOf): void {
  const { values, base, k } = x;
  for (let j = 0; j < m; j += 1) {
    let sum = 0;
    const end = offsets[s + j + 1]!;
    for (let r = offsets[s + j]!; r < end; r += 1)
      if (counts.values[r - counts.base] !== 0) sum += k * values[r - base]!;
    d[j] = sum;
  }
}

export function rowAny(d: Uint8Array, counts: OfRow, { offsets, s, m }: RowsOf): void {
  for (let j = 0; j < m; j += 1) {
    let any = 0;
    const end = offsets[s + j + 1]!;
    for (let r = offsets[s + j]!; r < end; r += 1) any |= counts.values[r - counts.base]!;
    d[j] = any;
  }
}

export function rowTrimmed(d: Register, x: OfRow, counts: OfRow, slice: Slice, { offsets, s, m }: RowsOf): void {
  for (let j = 0; j < m; j += 1) {
    const kept: number[] = [];
    for (let r = offsets[s + j]!; r < offsets[s + j + 1]!; r += 1)
      if (counts.values[r - counts.base] !== 0) kept.push(x.k * x.values[r - x.base]!);
    kept.sort((a, b) => a - b);
    let sum = 0;
    const [from, to] = keptRange(slice, kept.length);
    for (let i = from; i < to; i += 1) sum += kept[i]!;
    d[j] = sum;
  }
}

/** Rows are few a subject, so that a group is found by going through them. `d` is indexed from the first row of the batch. */
export function rowGreatest(d: Uint8Array, x: OfRow, group: OfRow, counts: OfRow, { offsets, s, m }: RowsOf): void {
  const first = offsets[s]!;
  for (let j = 0; j < m; j += 1) {
    const begin = offsets[s + j]!;
    const end = offsets[s + j + 1]!;
    for (let r = begin; r < end; r += 1)
      d[r - first] = Number(counts.values[r - counts.base] !== 0 && isGreatest(r, begin, end, x, group, counts));
  }
}

/** The greatest effect, either way, of its group; of equals the first. */
function isGreatest(r: number, begin: number, end: number, x: OfRow, group: OfRow, counts: OfRow): boolean {
  const own = Math.abs(x.values[r - x.base]!);
  const name = group.values[r - group.base]!;
  for (let other = begin; other < end; other += 1) {
    if (other === r || counts.values[other - counts.base] === 0 || group.values[other - group.base] !== name) continue;
    const size = Math.abs(x.values[other - x.base]!);
    if (size > own || (size === own && other < r)) return false;
  }
  return true;
}

/** `limit` is a subject's, read at `j` less its base. */
export function rowCapped(
  d: Register,
  x: OfRow,
  group: OfRow,
  limit: OfRow,
  counts: OfRow,
  { offsets, s, m }: RowsOf,
): void {
  const sums = new Map<number, number>();
  for (let j = 0; j < m; j += 1) {
    sums.clear();
    for (let r = offsets[s + j]!; r < offsets[s + j + 1]!; r += 1) {
      if (counts.values[r - counts.base] === 0) continue;
      const name = group.values[r - group.base]!;
      sums.set(name, (sums.get(name) ?? 0) + x.k * x.values[r - x.base]!);
    }
    const most = limit.k * limit.values[j - limit.base]!;
    let total = 0;
    for (const sum of sums.values()) {
      const raised = sum < -most ? -most : sum;
      total += raised > most ? most : raised;
    }
    d[j] = total;
  }
}
