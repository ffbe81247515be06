/**
 * How firm a ranking is in one weight: the interval around the present share in which the first place, the first N places and
 * the whole order stay. Exact where scores follow the shares by addition; found by bisection with the evaluator where not.
 */
import { rational, type Rational, rationalText, type RationalText } from "@yardstick/exact";
import { at } from "../values/internal-error.js";
import type { Directions } from "../values/places.js";
import { intervalByBisection, placesAlong } from "./bisection.js";
import type { Interval } from "./interval.js";
import type { SubjectCurves } from "./key-curve.js";
import { curvesOf, roughStretch } from "./key-curve.js";
import type { Change } from "./order-change.js";
import { firstChange, orderAt } from "./order-change.js";
import type { Stretch } from "./sharing.js";
import { reachOf, wayOf } from "./sharing.js";
import type { Places, WeightStanding } from "./standing.js";

/** How far the share of one part can move before the first place, the first N places and the whole order change. */
export interface Breakpoints {
  /** Index in `Program.parts`. */
  readonly part: number;
  readonly share: RationalText;
  /** How far the share can go with its range, its siblings' and what is locked; null where it cannot move. */
  readonly reach: { readonly from: RationalText; readonly to: RationalText } | null;
  readonly first: Interval | null;
  readonly top: Interval | null;
  readonly order: Interval | null;
  readonly method: "exact" | "bisection";
}

/** Two subjects whose order must not change. */
interface Pair {
  readonly a: number;
  readonly b: number;
}

/** `top` is the N of the first N. A `RangeError` where the part is none of the group. */
export function breakpoints(standing: WeightStanding, part: number, top: number): Breakpoints {
  const { weighing } = standing;
  const moved = weighing.criteria.findIndex((criterion) => criterion.part === part);
  if (moved < 0) throw new RangeError(`part ${part} is not one of those that are weighed against each other`);
  const share = at(weighing.shares, moved);
  const reach = reachOf(weighing, moved);
  const none = { part, share, reach, first: null, top: null, order: null, method: "exact" } as const;
  if (reach === null) return none;
  const ways = curvesAlong(standing, moved);
  if (ways === null) return byBisection(standing, moved, top, none);
  const places = standing.placesWith(weighing.shares.map(rational));
  const walker = new Walker(ways, rational(share), standing.model?.lowestFirst ?? []);
  const pairs = pairsOf(standing, places, walker);
  return {
    ...none,
    first: walker.interval(pairs.upTo(1)),
    top: walker.interval(pairs.upTo(top)),
    order: walker.interval(pairs.upTo(Infinity)),
  };
}

interface Way {
  readonly stretch: Stretch;
  /** By row of the subject table. */
  readonly curves: ReadonlyMap<number, SubjectCurves>;
}

/** Null where the keys of a subject are not quotients of linear functions over the whole range. */
export function curvesAlong(standing: WeightStanding, moved: number): readonly Way[] | null {
  const { model } = standing;
  if (model === null) return null;
  const ways: Way[] = [];
  for (const stretch of wayOf(standing.weighing, moved).map(roughStretch)) {
    const curves = new Map<number, SubjectCurves>();
    for (const subject of model.subjects) {
      const own = curvesOf(subject, stretch);
      if (own === null) return null;
      curves.set(subject.row, own);
    }
    ways.push({ stretch, curves });
  }
  return ways;
}

/** Walks from the present share to both ends, stretch by stretch. */
class Walker {
  private readonly wayNow: Way;

  constructor(
    private readonly ways: readonly Way[],
    private readonly now: Rational,
    private readonly lowestFirst: Directions,
  ) {
    this.wayNow = ways.find(({ stretch }) => now.compare(stretch.to) <= 0) ?? at(ways, ways.length - 1);
  }

  orderNow({ a, b }: Pair): number {
    const [x, y] = [this.wayNow.curves.get(a), this.wayNow.curves.get(b)];
    return x === undefined || y === undefined ? 0 : orderAt(x, y, this.now, this.lowestFirst);
  }

  interval(pairs: readonly Pair[]): Interval {
    const orders = pairs.map((pair) => this.orderNow(pair));
    const down = this.firstAmong(pairs, orders, -1);
    const up = this.firstAmong(pairs, orders, 1);
    const from = at(this.ways, 0).stretch.from;
    const to = at(this.ways, this.ways.length - 1).stretch.to;
    return {
      from: rationalText(down?.at ?? from),
      closedFrom: down?.holdsAt ?? true,
      reachesFrom: down === null,
      to: rationalText(up?.at ?? to),
      closedTo: up?.holdsAt ?? true,
      reachesTo: up === null,
    };
  }

  /** `orders` are those of the pairs at the present share. */
  private firstAmong(pairs: readonly Pair[], orders: readonly number[], direction: 1 | -1): Change | null {
    const ways = direction > 0 ? this.ways : [...this.ways].reverse();
    for (const way of ways) {
      const { from, to } = way.stretch;
      const [near, end] = direction > 0 ? [from, to] : [to, from];
      if (this.now.compare(end) * direction > 0) continue;
      const start = this.now.compare(near) * direction > 0 ? this.now : near;
      let limit = end;
      let found: Change | null = null;
      for (const [index, { a, b }] of pairs.entries()) {
        const [x, y] = [way.curves.get(a), way.curves.get(b)];
        if (x === undefined || y === undefined) continue;
        const change = firstChange(x, y, start, limit, at(orders, index), this.lowestFirst);
        if (change === null || (found !== null && !isBefore(change, found, direction))) continue;
        found = change;
        limit = change.at;
      }
      if (found !== null) return found;
    }
    return null;
  }
}

/** At one and the same place the change that already counts there comes first. */
function isBefore(a: Change, b: Change, direction: 1 | -1): boolean {
  const order = a.at.compare(b.at) * direction;
  return order < 0 || (order === 0 && !a.holdsAt && b.holdsAt);
}

/** In each group the neighbours among the first, and the last of them against all subjects behind. */
function pairsOf(standing: WeightStanding, places: Places, walker: Walker): { upTo(top: number): readonly Pair[] } {
  const groups = new Map<string, number[]>();
  for (const { row, group, barred } of standing.model?.subjects ?? []) {
    if (barred) continue;
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [row]);
    else members.push(row);
  }
  for (const members of groups.values()) {
    members.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0) || walker.orderNow({ a, b }));
  }
  return {
    upTo: (top) =>
      [...groups.values()].flatMap((members) => {
        const held = members.filter((row) => (places.get(row) ?? Infinity) <= top);
        const last = held.at(-1);
        if (last === undefined) return [];
        const neighbours = held.slice(1).map((b, index) => ({ a: at(held, index), b }));
        return [...neighbours, ...members.slice(held.length).map((b) => ({ a: last, b }))];
      }),
  };
}

function byBisection(standing: WeightStanding, moved: number, top: number, none: Breakpoints): Breakpoints {
  const placesAt = placesAlong(standing, moved);
  const stays = (held: number) => intervalByBisection(standing, moved, held, placesAt);
  return { ...none, first: stays(1), top: stays(top), order: stays(Infinity), method: "bisection" };
}
