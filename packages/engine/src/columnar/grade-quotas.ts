/**
 * Grades of each group, row by row from the best: a quota takes the best so many who meet the condition and have no grade
 * yet, and if a tie goes through the cut, all of that tie stay out.
 */
import { quotaInHeads, surelyAhead } from "../values/quota.js";
import type { Population, Values, Whole } from "../plan/node.js";
import type { GradesSpec } from "../plan/population-ops.js";
import { groupsOf } from "./groups.js";
import { inOrder, settled, tied } from "./places.js";

interface Judged {
  readonly yes: Values;
  readonly pending: Values;
}

export function gradesWork(order: GradesSpec): Population {
  const { key, period, group, stands, barred, keys, awaited, meetings, rows: gradeRows, most } = order;
  return {
    key,
    args: [
      stands,
      barred,
      most,
      ...gradeRows.flatMap(({ yes, pending }) => [yes, pending]),
      ...(period === null ? [] : [period]),
      ...(group === null ? [] : [group]),
      ...keys,
      ...awaited,
    ],
    run: (columns, rows) => {
      const [standing, bars, limits] = columns;
      if (standing === undefined || bars === undefined || limits === undefined)
        throw new RangeError("grades without their columns");
      let next = 3;
      const judged: Judged[] = gradeRows.map(() => ({
        yes: columns[next++]!.values,
        pending: columns[next++]!.values,
      }));
      const periods = period === null ? null : (columns[next++] ?? null);
      const groups = groupsOf(periods, group === null ? null : (columns[next++] ?? null), rows);
      const values = columns.slice(next).map((column) => column.values);
      const inForce = settled(
        {
          keys: values.slice(0, keys.length),
          awaited: values.slice(keys.length),
          meetings,
          groups,
          stands: standing.values,
          barred: bars.values,
        },
        rows,
      );
      const standingInOrder = inOrder(inForce, rows);
      const levels = new Int32Array(rows);
      const pending = new Uint8Array(rows);
      const open = new Uint8Array(rows);
      const undecidedAt = new Int32Array(rows);
      const cuts = gradeRows.map(({ quota }) => (quota === null ? null : new Int32Array(rows)));
      const groupAt = (index: number) => (groups.of === null ? 0 : groups.of[standingInOrder[index]!]!);
      for (let begin = 0; begin < standingInOrder.length;) {
        let end = begin + 1;
        while (end < standingInOrder.length && groupAt(end) === groupAt(begin)) end += 1;
        const members = standingInOrder.subarray(begin, end);
        const isOpen = gradeGroup(order, members, judged, inForce.keys, { levels, pending, undecidedAt, cuts });
        for (const row of members) open[row] = Number(isOpen);
        begin = end;
      }
      const given = levels.slice();
      for (const row of standingInOrder) if (levels[row]! > limits.values[row]!) levels[row] = limits.values[row]!;
      return new Map<string, () => Whole>([
        ["level", () => ({ values: levels, den: 1n })],
        ["given", () => ({ values: given, den: 1n })],
        ["pending", () => ({ values: pending, den: 1n })],
        ["open", () => ({ values: open, den: 1n })],
        ["undecided at", () => ({ values: undecidedAt, den: 1n })],
        ...cuts.flatMap((values, row): [string, () => Whole][] =>
          values === null ? [] : [[`cut ${row}`, () => ({ values, den: 1n })]],
        ),
      ]);
    },
  };
}

/** What the grades of all are written into. */
interface GradeColumns {
  readonly levels: Int32Array;
  readonly pending: Uint8Array;
  readonly undecidedAt: Int32Array;
  readonly cuts: readonly (Int32Array | null)[];
}

/** Fills the levels of one group, best first. True: a condition or a quota is pending, so the grades of others may change. */
function gradeGroup(
  { rows, otherwise }: GradesSpec,
  members: Int32Array | Uint32Array,
  judged: readonly Judged[],
  keys: readonly Values[],
  { levels, pending, undecidedAt, cuts }: GradeColumns,
): boolean {
  let isOpen = false;
  let left: readonly number[] = [...members];
  rows.forEach(({ quota, level }, index) => {
    const { yes, pending: awaited } = judged[index]!;
    const candidates = left.filter((row) => yes[row] !== 0);
    const heads =
      quota === null
        ? candidates.length
        : quota.value === null
          ? null
          : quotaInHeads(quota, quota.value, members.length);
    const beyond = new Set<number>();
    const isAwaited = left.some((row) => awaited[row] !== 0);
    const ahead =
      isAwaited && quota !== null
        ? surelyAhead(
            left,
            (row) => yes[row] !== 0,
            (a, b) => tied(keys, a, b),
          )
        : [];
    // Who meets the condition of a row whose quota is not known waits for the quota.
    const waits = (row: number): boolean => awaited[row] !== 0 || (heads === null && yes[row] !== 0);
    left.forEach((row, at) => {
      if (!waits(row)) return;
      const own = ahead[at];
      if (own !== undefined && heads !== null && own.all >= heads) {
        // Beyond the quota whatever comes out; only where it would tie with the cut does it matter to others.
        beyond.add(row);
        isOpen ||= own.better < heads;
      } else {
        pending[row] = 1;
        undecidedAt[row] = index + 1;
        isOpen = true;
      }
    });
    const taken = new Set(withinQuota(candidates, heads ?? 0, keys));
    for (const row of taken) levels[row] = level;
    for (const row of heads === null ? [] : atCut(candidates, heads, keys)) cuts[index]![row] = heads! - taken.size;
    left = left.filter((row) => (!waits(row) || beyond.has(row)) && !taken.has(row));
  });
  for (const row of left) levels[row] = otherwise;
  return isOpen;
}

/** Those who tie, where the cut goes through a tie. */
function atCut(candidates: readonly number[], quota: number, keys: readonly Values[]): readonly number[] {
  const [lastIn, firstOut] = [candidates[quota - 1], candidates[quota]];
  if (lastIn === undefined || firstOut === undefined || !tied(keys, lastIn, firstOut)) return [];
  return candidates.filter((row) => tied(keys, row, firstOut));
}

function withinQuota(candidates: readonly number[], quota: number, keys: readonly Values[]): readonly number[] {
  const first = candidates[quota];
  if (first === undefined) return candidates;
  return candidates.slice(0, quota).filter((row) => !tied(keys, row, first));
}
