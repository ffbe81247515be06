/**
 * Places within groups, 1 2 2 4, highest first. Counted where the keys are whole numbers in a narrow range, else sorted.
 */
import { isRational, type Rational, whole } from "@yardstick/exact";
import type { Node, Population, Values, Whole } from "../plan/node.js";
import { sumsAmong } from "../values/meetings.js";
import { parted } from "../values/places.js";
import type { MeetingKey, RankingSpec, SortSpec } from "../plan/population-ops.js";
import type { Groups } from "./groups.js";
import { groupsOf } from "./groups.js";
import { batchInUse, kernels } from "./kernels-in-use.js";

/**
 * A table of counts may hold so many numbers for each subject, more while it stays in the cache, and so many in any case: going
 * through a hundred of them there takes less than one more subject to sort.
 */
const COUNTS_PER_ROW = 8;
const COUNTS_IN_CACHE = 2 ** 19;
const COUNTS_PER_ROW_IN_CACHE = 64;
const COUNTS_ANYWAY = 16_384;

/** The ranked subjects in order; `keys` decide one after the other. */
export interface Order {
  readonly keys: readonly Values[];
  /** For each key whether it is pending; empty where none ever is. */
  readonly awaited: readonly Values[];
  readonly meetings: SortSpec["meetings"];
  readonly groups: Groups;
  /** 0: takes no part. */
  readonly stands: Values;
  /** Of those who take part, who holds no place; null for none. */
  readonly barred: Values | null;
}

export function rankingWork(order: RankingSpec): Population {
  const { key, stands, barred, open, groupPending, period, group, keys, awaited, meetings, ties } = order;
  return {
    key,
    args: [
      stands,
      barred,
      open,
      groupPending,
      ...(period === null ? [] : [period]),
      ...(group === null ? [] : [group]),
      ...keys,
      ...awaited,
    ],
    run: (columns, rows) => {
      const [standing, bars, opens, noGroup] = columns;
      if (standing === undefined || bars === undefined || opens === undefined || noGroup === undefined)
        throw new RangeError("a ranking without its columns");
      let next = 4;
      const periods = period === null ? null : (columns[next++] ?? null);
      const groups = groupsOf(
        periods,
        group === null ? null : (columns[next++] ?? null),
        rows,
        rangeOfNode(group)?.high ?? null,
      );
      const placed = without(standing.values, bars.values);
      const { places, lasts } = placesOf(
        {
          keys: columns.slice(next, next + keys.length).map(({ values }) => values),
          awaited: columns.slice(next + keys.length).map(({ values }) => values),
          meetings,
          groups,
          stands: placed,
          barred: null,
        },
        rows,
        ties,
        rangeOfNode(keys[0] ?? null),
      );
      return new Map<string, () => Whole>([
        ["place", () => ({ values: places, den: 1n })],
        ["last", () => ({ values: lastOf(places, lasts, groups, rows), den: 1n })],
        [
          "open",
          () => ({
            values: openOf(opens.values, noGroup.values, groups, groupsOf(periods, null, rows), rows),
            den: 1n,
          }),
        ],
      ]);
    },
  };
}

/** Raw numbers between which all values lie, where they are known. */
function rangeOfNode(node: Node | null): Range | null {
  if (node === null || node.low === null || node.high === null || node.op === "constant") return null;
  return {
    low: node.low.mul(whole(node.den)).toNumber(),
    high: node.high.mul(whole(node.den)).toNumber(),
  };
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** While a slider moves, no subject enters or leaves a ranking: the same two columns are reused. */
const placedOf = new WeakMap<Values, { readonly barred: Values; readonly placed: Uint8Array }>();

function without(stands: Values, barred: Values): Uint8Array {
  const known = placedOf.get(stands);
  if (known?.barred === barred) return known.placed;
  const placed = leftBy(stands, barred);
  placedOf.set(stands, { barred, placed });
  return placed;
}

function leftBy(stands: Values, barred: Values): Uint8Array {
  const left = new Uint8Array(stands.length);
  for (let row = 0; row < left.length; row += 1) left[row] = stands[row]! & ~barred[row]!;
  return left;
}

/** Places (0: none), and the greatest given in each group. */
export function placesOf(
  order: Order,
  rows: number,
  ties: RankingSpec["ties"],
  range: Range | null = null,
): { readonly places: Int32Array; readonly lasts: Int32Array } {
  const [only, ...others] = order.keys;
  if (only === undefined) throw new RangeError("a ranking without a key");
  const isCounted = others.length === 0 && ties === "gap";
  return (isCounted ? counted(only, order, rows, range) : null) ?? sorted(settled(order, rows), rows, ties);
}

/**
 * The same order with nothing pending and no meetings. Where tie-breaks are, one key stands for all, greater before less and equal for those
 * who stay tied.
 */
export function settled(order: Order, rows: number): Order {
  const { keys, awaited, meetings, groups, stands, barred } = order;
  if (meetings.size === 0 && !awaited.some((flags) => flags.some((flag) => flag !== 0))) return order;
  const members = Array.from({ length: groups.count }, (): number[] => []);
  for (let row = 0; row < rows; row += 1) if (stands[row] !== 0) members[groups.of?.[row] ?? 0]!.push(row);
  const key = new Int32Array(rows);
  const isBarred = (row: number): boolean => barred !== null && barred[row] !== 0;
  for (const group of members) {
    const ties = parted<number, number | Rational | null>(group, {
      keys: keys.length,
      keyOf: (tie, index) => {
        const met = meetings.get(index);
        if (met !== undefined) return sumsOf(met, tie, isBarred);
        return (row) => ((awaited[index]?.[row] ?? 0) === 0 ? keys[index]![row]! : null);
      },
      isAwaited: (key) => key === null,
      isBarred,
      order: (a, b) => (isRational(a) && isRational(b) ? b.compare(a) : Number(b) - Number(a)),
    });
    ties.forEach((tie, index) => {
      for (const row of tie) key[row] = -index;
    });
  }
  return { keys: [key], awaited: [], meetings: new Map(), groups, stands, barred };
}

/** What each of those who tie has against the others, greater before less; null while it is pending. */
function sumsOf(
  { of, lowestFirst }: MeetingKey,
  tie: readonly number[],
  isBarred: (row: number) => boolean,
): (row: number) => Rational | null {
  const sumOf = sumsAmong(tie, { meetingsOf: (row) => of[row]!, isBarred });
  return (row) => {
    const sum = sumOf(row);
    if (!isRational(sum)) return null;
    return lowestFirst ? sum.neg() : sum;
  };
}

/** Null: the keys lie too far apart to be counted. */
function counted(
  keys: Values,
  { groups, stands }: Order,
  rows: number,
  known: Range | null,
): { readonly places: Int32Array; readonly lasts: Int32Array } | null {
  const fits = ({ low, high }: Range) => {
    const cells = (high - low + 1) * groups.count;
    const perRow = cells <= COUNTS_IN_CACHE ? COUNTS_PER_ROW_IN_CACHE : COUNTS_PER_ROW;
    return cells <= Math.max(COUNTS_ANYWAY, perRow * rows);
  };
  // A range that is known beforehand may be wide, and a small table of counts stays in the cache; then the keys of those who take
  // part are read.
  const isNarrow = known !== null && (known.high - known.low + 1) * groups.count <= COUNTS_ANYWAY;
  const { low: least, high } = isNarrow ? known : rangeOfStanding(keys, stands, rows);
  // As a small whole number, like the width below: counting by doubles takes a quarter longer.
  const low = keys instanceof Int32Array ? least | 0 : least;
  const places = new Int32Array(rows);
  const lasts = new Int32Array(groups.count);
  if (rows === 0) return { places, lasts };
  if (!fits({ low, high })) return null;
  // As small whole numbers: an index that is computed from doubles is turned into one at each step.
  const width = (high - low + 1) | 0;
  const size = width * groups.count;
  const counts = zeroCounts(size + 1);
  const { of } = groups;
  for (let from = 0; from < rows; from += STRETCH) {
    const to = Math.min(rows, from + STRETCH);
    if (of === null) count1(places, counts, keys, stands, low, size, from, to);
    else count2(places, counts, keys, stands, of, low, width, size, from, to);
  }
  for (let group = 0; group < groups.count; group += 1)
    lasts[group] = placesOfCounts(counts, group * width, (group + 1) * width);
  counts[size] = 0;
  for (let from = 0; from < rows; from += STRETCH) placeAll(places, counts, from, Math.min(rows, from + STRETCH));
  return { places, lasts };
}

/** Turns counts, from the lowest key to the highest, into places, highest first. Returns the greatest place given, 0 where there is none. */
function placesOfCounts(counts: Int32Array, begin: number, end: number): number {
  let lowest = begin;
  while (lowest < end && counts[lowest] === 0) lowest += 1;
  if (lowest === end) return 0;
  const last = counts[lowest]!;
  // Without a branch, since whether a key is taken cannot be predicted, and in 32 bits, which halves the time.
  let place = 1;
  for (let index = end - 1; index >= begin; index -= 1) {
    const here = counts[index]!;
    counts[index] = place;
    place = (place + here) | 0;
  }
  return place - last;
}

/**
 * A table up to this size is taken again by the next ranking: touching fresh memory costs more than the counting of 100,000 subjects.
 * It is longer than asked for, because scores spread further as a weight grows.
 */
const MAX_KEPT = 2 ** 21;
let kept = new Int32Array(0);

function zeroCounts(length: number): Int32Array {
  if (2 * length > MAX_KEPT) return new Int32Array(length);
  if (kept.length < length) return (kept = new Int32Array(2 * length));
  return kept.fill(0, 0, length);
}

/**
 * Loops over all rows run a stretch at a time: what is called often is compiled soon, while one long loop that is entered again for
 * each ranking stays slow for dozens of them.
 */
const STRETCH = 2048;

function rangeOfStanding(keys: Values, stands: Values, rows: number): Range {
  const ends = Float64Array.of(Infinity, -Infinity);
  const stretch = batchInUse();
  for (let from = 0; from < rows; from += stretch)
    kernels.widenRange(ends, keys, from, stands, from, Math.min(stretch, rows - from));
  const [low = 0, high = 0] = ends;
  return low > high ? { low: 0, high: 0 } : { low, high };
}

/**
 * Each subject's cell goes to `cells`, the last one for those who take no part. Without a branch, since who is vetoed cannot be
 * guessed, and with `Math.imul`, which no double stands behind: together they take a third of the time away.
 */
function count1(
  cells: Int32Array,
  counts: Int32Array,
  keys: Values,
  stands: Values,
  low: number,
  none: number,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row += 1) {
    const out = (stands[row]! - 1) | 0;
    const cell = (((keys[row]! - low) | 0) & ~out) | (none & out);
    cells[row] = cell;
    counts[cell] = (counts[cell]! + 1) | 0;
  }
}
function count2(
  cells: Int32Array,
  counts: Int32Array,
  keys: Values,
  stands: Values,
  of: Values,
  low: number,
  width: number,
  none: number,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row += 1) {
    const out = (stands[row]! - 1) | 0;
    const cell = ((Math.imul(of[row]!, width) + ((keys[row]! - low) | 0)) & ~out) | (none & out);
    cells[row] = cell;
    counts[cell] = (counts[cell]! + 1) | 0;
  }
}
function placeAll(cells: Int32Array, places: Int32Array, from: number, to: number): void {
  for (let row = from; row < to; row += 1) cells[row] = places[cells[row]!]!;
}

function sorted(
  order: Order,
  rows: number,
  ties: RankingSpec["ties"],
): { readonly places: Int32Array; readonly lasts: Int32Array } {
  const places = new Int32Array(rows);
  const lasts = new Int32Array(order.groups.count);
  const { of } = order.groups;
  let [group, begin, place] = [-1, 0, 1];
  const standing = inOrder(order, rows);
  for (let index = 0; index < standing.length; index += 1) {
    const row = standing[index]!;
    const own = of === null ? 0 : of[row]!;
    if (own !== group) [group, begin, place] = [own, index, 1];
    else if (!tied(order.keys, standing[index - 1]!, row)) place = ties === "dense" ? place + 1 : index - begin + 1;
    places[row] = place;
    lasts[own] = place;
  }
  return { places, lasts };
}

export function tied(keys: readonly Values[], a: number, b: number): boolean {
  return keys.every((key) => key[a] === key[b]);
}

const TWO_53 = 2 ** 53;

/** Ranked rows, by group, then highest first; ties in the order of the data. */
export function inOrder(order: Order, rows: number): Int32Array | Uint32Array {
  return packed(order, rows) ?? compared(order, rows);
}

/** Group, key and row in one double, sorted natively; null where they do not fit. */
function packed({ keys, groups, stands }: Order, rows: number): Int32Array | null {
  const [key, ...others] = keys;
  if (key === undefined || others.length > 0) return null;
  let [low, high, count] = [Infinity, -Infinity, 0];
  for (let row = 0; row < rows; row += 1) {
    if (stands[row] === 0) continue;
    count += 1;
    const value = key[row]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const width = count === 0 ? 1 : high - low + 1;
  if (!(width * groups.count * rows < TWO_53)) return null;
  const numbers = new Float64Array(count);
  const { of } = groups;
  let next = 0;
  for (let row = 0; row < rows; row += 1) {
    if (stands[row] === 0) continue;
    numbers[next] = ((of === null ? 0 : of[row]!) * width + (high - key[row]!)) * rows + row;
    next += 1;
  }
  numbers.sort();
  return Int32Array.from(numbers, (number) => number % rows);
}

function compared({ keys, groups, stands }: Order, rows: number): Int32Array {
  const standing: number[] = [];
  for (let row = 0; row < rows; row += 1) if (stands[row] !== 0) standing.push(row);
  const { of } = groups;
  standing.sort((a, b) => {
    if (of !== null && of[a] !== of[b]) return of[a]! - of[b]!;
    for (const key of keys) if (key[a] !== key[b]) return key[b]! - key[a]!;
    return a - b;
  });
  return Int32Array.from(standing);
}

/** The greatest place of the group, and not the only one. */
function lastOf(places: Int32Array, lasts: Int32Array, { of }: Groups, rows: number): Uint8Array {
  const last = new Uint8Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const place = places[row]!;
    last[row] = Number(place > 1 && place === lasts[of === null ? 0 : of[row]!]);
  }
  return last;
}

/** Whether a subject that may belong to a subject's group is pending. A subject without a group yet may belong to any of the period. */
function openOf(open: Values, noGroup: Values, groups: Groups, periods: Groups, rows: number): Uint8Array {
  const byGroup = new Uint8Array(groups.count);
  const byPeriod = new Uint8Array(periods.count);
  let any = false;
  let anyWithoutGroup = 0;
  for (let row = 0; row < rows; row += 1) {
    if (open[row] === 0) continue;
    any = true;
    if (noGroup[row] !== 0) anyWithoutGroup = 1;
    if (noGroup[row] !== 0) byPeriod[periods.of === null ? 0 : periods.of[row]!] = 1;
    else byGroup[groups.of === null ? 0 : groups.of[row]!] = 1;
  }
  const result = new Uint8Array(rows);
  if (!any) return result;
  for (let row = 0; row < rows; row += 1) {
    const own = noGroup[row] === 0 ? byGroup[groups.of === null ? 0 : groups.of[row]!]! : anyWithoutGroup;
    result[row] = own | byPeriod[periods.of === null ? 0 : periods.of[row]!]!;
  }
  return result;
}
