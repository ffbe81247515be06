/**
 * An interval found by trying: the evaluator scores the changed rubric at points along the way and halves where the places
 * change. Right to `PRECISION` of a share; a change that takes itself back between two points of the grid is not seen.
 */
import { rational, type Rational, rationalText, whole } from "@yardstick/exact";
import { at } from "../values/internal-error.js";
import type { Interval } from "./interval.js";
import { moveShare, reachOf } from "./sharing.js";
import type { Places, WeightStanding } from "./standing.js";

/** Points that are tried on each side before halving. */
const GRID = 12;
/** A ten-thousandth of the whole: a hundredth of a percentage point. */
export const PRECISION: Rational = whole(1).div(10_000);

/** Places along the way of one share, each scored once however often it is asked for. */
export function placesAlong({ weighing, placesWith }: WeightStanding, moved: number): (t: Rational) => Places {
  const known = new Map<string, Places>();
  return (t) => {
    const text = rationalText(t);
    const found = known.get(text) ?? placesWith(moveShare(weighing, moved, text).map(rational));
    known.set(text, found);
    return found;
  };
}

/** Null where the share cannot move. `top` is the N of the first N. */
export function intervalByBisection(
  standing: WeightStanding,
  moved: number,
  top: number,
  placesAt: (t: Rational) => Places,
): Interval | null {
  const { weighing } = standing;
  const reach = reachOf(weighing, moved);
  if (reach === null) return null;
  const now = rational(at(weighing.shares, moved));
  const before = firstPlaces(placesAt(now), top);
  const holds = (t: Rational) => firstPlaces(placesAt(t), top) === before;
  const side = (end: Rational): { readonly at: Rational; readonly reaches: boolean } => {
    let held = now;
    for (let step = 1; step <= GRID; step += 1) {
      const next = now.add(end.sub(now).mul(step).div(GRID));
      if (!holds(next)) return { at: halved(held, next, holds), reaches: false };
      held = next;
    }
    return { at: end, reaches: true };
  };
  const down = side(rational(reach.from));
  const up = side(rational(reach.to));
  return {
    from: rationalText(down.at),
    to: rationalText(up.at),
    closedFrom: true,
    closedTo: true,
    reachesFrom: down.reaches,
    reachesTo: up.reaches,
  };
}

/** The last place found at which it still holds. */
function halved(held: Rational, lost: Rational, holds: (t: Rational) => boolean): Rational {
  let [yes, no] = [held, lost];
  while (yes.sub(no).abs().compare(PRECISION) > 0) {
    const middle = yes.add(no).div(2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** Who holds the first places, as text that compares. */
export function firstPlaces(places: Places, top: number): string {
  return [...places]
    .flatMap(([row, place]) => (place !== null && place <= top ? [`${place}:${row}`] : []))
    .sort()
    .join();
}
