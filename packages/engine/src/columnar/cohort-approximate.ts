/**
 * Functions across subjects of numbers that columns hold only approximately. Doubles decide wherever they lie further apart
 * than they may be wrong; the others are put in order, and added up on request, by exact rationals.
 */
import { type Rational, ZERO } from "@yardstick/exact";
import type { Node, Values, Whole } from "../plan/node.js";
import type { Groups } from "./groups.js";

export type ExactAt = (row: number) => Rational;

/** Whole numbers in the order of the numbers: equal where those are equal, greater where those are greater. */
export function ordinalsOf(values: Values, error: number, exactAt: ExactAt, rows: number): Int32Array {
  const order = Int32Array.from({ length: rows }, (_, row) => row).sort((a, b) => values[a]! - values[b]!);
  const ordinals = new Int32Array(rows);
  let next = 0;
  for (let begin = 0; begin < rows;) {
    let end = begin + 1;
    // Neighbours that may have changed places are in one cluster.
    while (end < rows && !(values[order[end]!]! - values[order[end - 1]!]! > 2 * error)) end += 1;
    next = orderedExactly(order.subarray(begin, end), exactAt, ordinals, next);
    begin = end;
  }
  return ordinals;
}

/** Numbers one cluster from `next` on; gives the next number that is free. */
function orderedExactly(cluster: Int32Array, exactAt: ExactAt, ordinals: Int32Array, next: number): number {
  if (cluster.length === 1) {
    ordinals[cluster[0]!] = next;
    return next + 1;
  }
  const exact = [...cluster].map((row) => ({ row, value: exactAt(row) })).sort((a, b) => a.value.compare(b.value));
  let number = next;
  exact.forEach(({ row, value }, index) => {
    const before = exact[index - 1];
    if (before !== undefined && !before.value.equals(value)) number += 1;
    ordinals[row] = number;
  });
  return number + 1;
}

/** The greatest or least member of each group. */
export function extremeOf(
  values: Values,
  ordinals: Int32Array,
  members: Uint8Array,
  { of, count }: Groups,
  isHighest: boolean,
  exactAt: ExactAt,
): Whole {
  const best = new Int32Array(count).fill(-1);
  for (let row = 0; row < members.length; row += 1) {
    if (members[row] === 0) continue;
    const group = of === null ? 0 : of[row]!;
    const known = best[group]!;
    if (known < 0 || (isHighest ? ordinals[row]! > ordinals[known]! : ordinals[row]! < ordinals[known]!))
      best[group] = row;
  }
  const bestOf = (row: number) => best[of === null ? 0 : of[row]!]!;
  const exact = (row: number) => (bestOf(row) < 0 ? ZERO : exactAt(bestOf(row)));
  return {
    values: Float64Array.from(members, (_, row) => (bestOf(row) < 0 ? 0 : values[bestOf(row)]!)),
    den: 1n,
    exact,
  };
}

/** The sum of each group's members. */
export function totalOf(values: Values, members: Uint8Array, { of, count }: Groups, exactAt: ExactAt): Whole {
  const sums = new Float64Array(count);
  for (let row = 0; row < members.length; row += 1)
    if (members[row] !== 0) sums[of === null ? 0 : of[row]!]! += values[row]!;
  const known = new Map<number, Rational>();
  const exact = (row: number): Rational => {
    const group = of === null ? 0 : of[row]!;
    const sum = known.get(group) ?? exactSum(group);
    known.set(group, sum);
    return sum;
  };
  const exactSum = (group: number): Rational => {
    let sum = ZERO;
    for (let row = 0; row < members.length; row += 1)
      if (members[row] !== 0 && (of === null ? 0 : of[row]!) === group) sum = sum.add(exactAt(row));
    return sum;
  };
  return { values: Float64Array.from(members, (_, row) => sums[of === null ? 0 : of[row]!]!), den: 1n, exact };
}

export function isApproximate(node: Node | null): boolean {
  return node?.rep === "approximate";
}
