/**
 * At which weight two subjects change places: a standing, a criterion and two rows in; every change of their order along the
 * way of that criterion's share out. Exact, or by trying where scores do not follow the shares by addition.
 */
import { rational, type Rational, rationalText, type RationalText } from "@yardstick/exact";
import { compare } from "../values/comparison.js";
import { at } from "../values/internal-error.js";
import { PRECISION } from "./bisection.js";
import { curvesAlong } from "./breakpoints.js";
import { firstChange, orderAt } from "./order-change.js";
import { moveShare, reachOf } from "./sharing.js";
import type { WeightStanding } from "./standing.js";

/** A share at which two subjects change their order. */
export interface Crossing {
  readonly share: RationalText;
  /** The order of the two below this share and above it: -1 the first is ahead, 1 the second, 0 a tie. */
  readonly below: number;
  readonly above: number;
}

/** All shares of a part at which two subjects change their order. */
export interface Crossings {
  readonly part: number;
  /** In rising order of the share. */
  readonly crossings: readonly Crossing[];
  readonly method: "exact" | "bisection";
}

/** Rows of the subject table; nothing is found for who is not ranked or not in the same group. */
export function crossings(standing: WeightStanding, part: number, a: number, b: number): Crossings {
  const { weighing, model } = standing;
  const moved = weighing.criteria.findIndex((criterion) => criterion.part === part);
  if (moved < 0) throw new RangeError(`part ${part} is not one of those that are weighed against each other`);
  const ways = curvesAlong(standing, moved);
  if (ways === null) return { part, crossings: tried(standing, moved, a, b), method: "bisection" };
  const [one, other] = [a, b].map((row) => model?.subjects.find((subject) => subject.row === row));
  if (one === undefined || other === undefined || one.group !== other.group || one.barred || other.barred)
    return { part, crossings: [], method: "exact" };
  const lowestFirst = model?.lowestFirst ?? [];
  const found: Crossing[] = [];
  for (const { stretch, curves } of ways) {
    const [x, y] = [curves.get(a), curves.get(b)];
    if (x === undefined || y === undefined) continue;
    let t = stretch.from;
    let order = orderAt(x, y, t, lowestFirst);
    for (let change = firstChange(x, y, t, stretch.to, order, lowestFirst); change !== null;) {
      const below = order;
      t = change.at;
      order = orderAt(x, y, change.holdsAt ? justAfter(t, stretch.to) : t, lowestFirst);
      found.push({ share: rationalText(t), below, above: order });
      const rest = change.holdsAt ? justAfter(t, stretch.to) : t;
      change = rest.compare(stretch.to) >= 0 ? null : firstChange(x, y, rest, stretch.to, order, lowestFirst);
    }
  }
  return { part, crossings: found, method: "exact" };
}

/** A distance so small that no step lies within it: steps of a score are farther apart in any practical rubric. */
function justAfter(t: Rational, end: Rational): Rational {
  const next = t.add(rational("1/1000000000000"));
  return next.compare(end) < 0 ? next : end;
}

const GRID = 64;

function tried(standing: WeightStanding, moved: number, a: number, b: number): readonly Crossing[] {
  const { weighing } = standing;
  const reach = reachOf(weighing, moved);
  if (reach === null) return [];
  const [from, to] = [rational(reach.from), rational(reach.to)];
  const orderAtShare = (t: Rational): number | null => {
    const places = standing.placesWith(moveShare(weighing, moved, rationalText(t)).map(rational));
    const [x, y] = [places.get(a) ?? null, places.get(b) ?? null];
    return x === null || y === null ? null : Math.sign(compare(x, y));
  };
  const found: Crossing[] = [];
  let [low, below] = [from, orderAtShare(from)];
  for (let step = 1; step <= GRID; step += 1) {
    const high = from.add(to.sub(from).mul(step).div(GRID));
    const above = orderAtShare(high);
    if (below !== null && above !== null && below !== above) {
      let [yes, no] = [low, high];
      while (no.sub(yes).compare(PRECISION) > 0) {
        const middle = yes.add(no).div(2);
        if (orderAtShare(middle) === below) yes = middle;
        else no = middle;
      }
      found.push({ share: rationalText(no), below, above });
    }
    [low, below] = [high, above];
  }
  return found;
}

/** The change nearest to the present share; null where the two never change places. */
export function nearestCrossing(standing: WeightStanding, { part, crossings: all }: Crossings): Crossing | null {
  const moved = standing.weighing.criteria.findIndex((criterion) => criterion.part === part);
  const now = rational(at(standing.weighing.shares, moved));
  const distance = ({ share }: Crossing) => rational(share).sub(now).abs();
  return all.reduce<Crossing | null>(
    (best, each) => (best === null || distance(each).compare(distance(best)) < 0 ? each : best),
    null,
  );
}
