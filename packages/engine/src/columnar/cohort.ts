/**
 * Functions across subjects: `highest lowest mean total count rank`, of each group at once. Sums that do not fit 53 bits
 * leave the rubric to the reference evaluator before anything runs.
 */
import { keptRange } from "../values/trim.js";
import type { Population, Values, Whole } from "../plan/node.js";
import type { CohortSpec } from "../plan/population-ops.js";
import type { ExactAt } from "./cohort-approximate.js";
import { extremeOf, isApproximate, ordinalsOf, totalOf } from "./cohort-approximate.js";
import type { Groups } from "./groups.js";
import { groupsOf } from "./groups.js";

export function cohortWork(order: CohortSpec): Population {
  const { key, name, period, group, groupPending, counts, open, value } = order;
  return {
    key,
    args: [
      groupPending,
      counts,
      open,
      ...(value === null ? [] : [value]),
      ...(period === null ? [] : [period]),
      ...(group === null ? [] : [group]),
    ],
    run: (columns, rows, exactOf) => {
      const [noGroup, counting, opens] = columns;
      if (noGroup === undefined || counting === undefined || opens === undefined)
        throw new RangeError("a function across subjects without its columns");
      let next = 3;
      const own = value === null ? null : (columns[next++] ?? null);
      const periods = period === null ? null : (columns[next++] ?? null);
      const groups = groupsOf(periods, group === null ? null : (columns[next++] ?? null), rows);
      const members = membersOf(counting.values, noGroup.values, rows);
      const outputs = new Map<string, () => Whole>();
      outputs.set("size", () => ({ values: spread(sizes(members, groups, rows), groups, rows), den: 1n }));
      outputs.set("open", () => ({
        values: openMembers(opens.values, noGroup.values, groups, groupsOf(periods, null, rows), rows),
        den: 1n,
      }));
      if (own === null) return outputs;
      if (value !== null && isApproximate(value)) {
        approximate(outputs, order, own.values, members, groups, (row) => exactOf(value, row));
        return outputs;
      }
      const { values, den } = own;
      if (name === "total" || name === "mean")
        outputs.set("total", () => ({ values: spread(totals(values, members, groups, rows), groups, rows), den }));
      if (name === "highest" || name === "lowest")
        outputs.set("extreme", () => ({
          values: spread(extremes(values, members, groups, rows, name === "highest"), groups, rows),
          den,
        }));
      if (name === "median") outputs.set("median", () => ({ values: medians(values, members, groups), den: 2n * den }));
      if (name === "rank") outputs.set("rank", () => ranks(values, members, groups, order.ties));
      return outputs;
    },
  };
}

function approximate(
  outputs: Map<string, () => Whole>,
  { name, value, ties }: CohortSpec,
  values: Values,
  members: Uint8Array,
  groups: Groups,
  exactAt: ExactAt,
): void {
  if (name === "total" || name === "mean") {
    outputs.set("total", () => totalOf(values, members, groups, exactAt));
    return;
  }
  const rows = members.length;
  const ordinals = ordinalsOf(values, value?.error ?? 0, exactAt, rows);
  if (name === "rank") outputs.set("rank", () => ranks(ordinals, members, groups, ties));
  else outputs.set("extreme", () => extremeOf(values, ordinals, members, groups, name === "highest", exactAt));
}

function membersOf(counting: Values, noGroup: Values, rows: number): Uint8Array {
  const members = new Uint8Array(rows);
  for (let row = 0; row < rows; row += 1) members[row] = counting[row]! & ~noGroup[row]! & 1;
  return members;
}

function sizes(members: Uint8Array, { of, count }: Groups, rows: number): Float64Array {
  const result = new Float64Array(count);
  for (let row = 0; row < rows; row += 1) if (members[row] !== 0) result[of === null ? 0 : of[row]!]! += 1;
  return result;
}

function totals(values: Values, members: Uint8Array, { of, count }: Groups, rows: number): Float64Array {
  const result = new Float64Array(count);
  for (let row = 0; row < rows; row += 1) if (members[row] !== 0) result[of === null ? 0 : of[row]!]! += values[row]!;
  return result;
}

/** 0 for an empty group. */
function extremes(
  values: Values,
  members: Uint8Array,
  { of, count }: Groups,
  rows: number,
  isHighest: boolean,
): Float64Array {
  const result = new Float64Array(count).fill(isHighest ? -Infinity : Infinity);
  for (let row = 0; row < rows; row += 1) {
    if (members[row] === 0) continue;
    const group = of === null ? 0 : of[row]!;
    const value = values[row]!;
    if (isHighest ? value > result[group]! : value < result[group]!) result[group] = value;
  }
  return result.map((value) => (Number.isFinite(value) ? value : 0));
}

/** Twice the middle value of the members of each group; 0 for an empty group. */
function medians(values: Values, members: Uint8Array, { of, count }: Groups): Float64Array {
  const rows = members.length;
  const byGroup = Array.from({ length: count }, (): number[] => []);
  for (let row = 0; row < rows; row += 1)
    if (members[row] !== 0) byGroup[of === null ? 0 : of[row]!]!.push(values[row]!);
  const middles = Float64Array.from(byGroup, (each) => {
    const ascending = Float64Array.from(each).sort();
    const [from, to] = keptRange({ kind: "middle" }, ascending.length);
    return to === 0 ? 0 : ascending[from]! + ascending[to - 1]!;
  });
  return spread(middles, { of, count }, rows);
}

/** The place of each value among those of the members of its group; also for those who are not members. In halves for mean places. */
function ranks(values: Values, members: Uint8Array, { of, count }: Groups, ties: CohortSpec["ties"]): Whole {
  const rows = members.length;
  const sorted = Array.from({ length: count }, (): number[] => []);
  for (let row = 0; row < rows; row += 1)
    if (members[row] !== 0) sorted[of === null ? 0 : of[row]!]!.push(values[row]!);
  const ascending = sorted.map((each) => {
    const all = Float64Array.from(each).sort();
    return ties === "dense" ? all.filter((value, index) => index === 0 || value !== all[index - 1]) : all;
  });
  const result = new Int32Array(rows);
  const isMean = ties === "average";
  for (let row = 0; row < rows; row += 1) {
    const group = ascending[of === null ? 0 : of[row]!]!;
    const below = notGreater(group, values[row]!);
    const place = 1 + group.length - below;
    if (isMean) result[row] = 2 * place + Math.max(0, below - less(group, values[row]!) - 1);
    else result[row] = place;
  }
  return { values: result, den: isMean ? 2n : 1n };
}

/** How many of the ascending numbers are not greater. */
function notGreater(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the ascending numbers are less. */
function less(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function spread(byGroup: Float64Array, { of }: Groups, rows: number): Float64Array {
  const result = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) result[row] = byGroup[of === null ? 0 : of[row]!]!;
  return result;
}

/** A pending member makes its group provisional; one whose group is pending makes all groups of its period provisional. */
function openMembers(open: Values, noGroup: Values, groups: Groups, periods: Groups, rows: number): Uint8Array {
  const byGroup = new Uint8Array(groups.count);
  const byPeriod = new Uint8Array(periods.count);
  for (let row = 0; row < rows; row += 1) {
    if (open[row] === 0) continue;
    if (noGroup[row] !== 0) byPeriod[periods.of === null ? 0 : periods.of[row]!] = 1;
    else byGroup[groups.of === null ? 0 : groups.of[row]!] = 1;
  }
  const result = new Uint8Array(rows);
  for (let row = 0; row < rows; row += 1) {
    result[row] =
      byGroup[groups.of === null ? 0 : groups.of[row]!]! | byPeriod[periods.of === null ? 0 : periods.of[row]!]!;
  }
  return result;
}
