/**
 * Moving one share among its siblings: who gives and who takes, and how far it can go. Locked shares stay, none leaves its range;
 * what cannot give stops the one that moves. All exact.
 */
import {
  clamp,
  larger,
  ONE,
  rational,
  type Rational,
  rationalText,
  type RationalText,
  smaller,
  whole,
  ZERO,
} from "@yardstick/exact";
import type { Criterion } from "./criteria.js";

/** How the others share the rest: in proportion to what they have, in equal steps, or not at all. */
export type Sharing = "proportional" | "equal" | "none";

/** The parts of one group in the current state: their share, and whether it is locked. */
export interface Weighing {
  readonly criteria: readonly Criterion[];
  /** Parallel to `criteria`. */
  readonly shares: readonly RationalText[];
  readonly locked: readonly boolean[];
  readonly sharing: Sharing;
}

/** `a + b·t`. */
export interface Linear {
  readonly a: Rational;
  readonly b: Rational;
}

/** A stretch of the way of one share `t` on which all shares are linear in it. */
export interface Stretch {
  readonly from: Rational;
  readonly to: Rational;
  /** Parallel to the criteria. */
  readonly shares: readonly Linear[];
}

/** All shares with the one at `moved` as near to `wanted` as its range and its siblings let it. */
export function moveShare(weighing: Weighing, moved: number, wanted: RationalText): readonly RationalText[] {
  const stretches = wayOf(weighing, moved);
  const [first] = stretches;
  const last = stretches.at(-1);
  if (first === undefined || last === undefined) return weighing.shares;
  const t = clamp(rational(wanted), first.from, last.to);
  const stretch = stretches.find(({ to }) => t.compare(to) <= 0) ?? last;
  return stretch.shares.map((share) => rationalText(valueAt(share, t)));
}

/** How far the share at `moved` can go; null where it is locked or its siblings leave it no room at all. */
export function reachOf(
  weighing: Weighing,
  moved: number,
): { readonly from: RationalText; readonly to: RationalText } | null {
  const stretches = wayOf(weighing, moved);
  const [first] = stretches;
  const last = stretches.at(-1);
  return first === undefined || last === undefined
    ? null
    : { from: rationalText(first.from), to: rationalText(last.to) };
}

export function valueAt({ a, b }: Linear, t: Rational): Rational {
  return b.equals(0) ? a : a.add(b.mul(t));
}

/** The way of one share over all it can reach, cut where a sibling comes to the end of its range. Empty where it is locked. */
export function wayOf(weighing: Weighing, moved: number): readonly Stretch[] {
  const { criteria, locked, sharing } = weighing;
  const own = criteria[moved];
  if (own === undefined || locked[moved] === true) return [];
  const now = weighing.shares.map(rational);
  const min = rational(own.min);
  const max = rational(own.max);
  const still = now.map((a): Linear => ({ a, b: ZERO }));
  const withOwn = (others: readonly Linear[]) =>
    others.map((share, index) => (index === moved ? { a: ZERO, b: ONE } : share));
  if (sharing === "none") return [{ from: min, to: max, shares: withOwn(still) }];

  const givers = criteria.flatMap((criterion, index) =>
    index === moved || locked[index] === true ? [] : [{ index, now: now[index] ?? ZERO, ...rangeOf(criterion) }],
  );
  const held = now.reduce(
    (sum, share, index) => (index !== moved && locked[index] === true ? sum.add(share) : sum),
    ZERO,
  );
  const room = ONE.sub(held);
  const isProportional = sharing === "proportional" && givers.some(({ now: share }) => !share.equals(0));
  // Each giver follows one dial: a factor on its share, or a step added to it, limited to its range.
  const dialled = (giver: Giver, dial: Rational) =>
    clamp(isProportional ? giver.now.mul(dial) : giver.now.add(dial), giver.min, giver.max);
  const sumAt = (dial: Rational) => givers.reduce((sum, giver) => sum.add(dialled(giver, dial)), ZERO);
  const dials = dialsOf(givers, isProportional);
  const stretches: Stretch[] = [];
  // A greater dial leaves less for the one that moves.
  for (const [index, upper] of [...dials.entries()].reverse()) {
    const lower = dials[index - 1];
    if (lower === undefined) break;
    const from = room.sub(sumAt(upper));
    const to = room.sub(sumAt(lower));
    const span = to.sub(from);
    if (span.equals(0)) continue;
    const shares = still.map((share, each): Linear => {
      const giver = givers.find((known) => known.index === each);
      if (giver === undefined) return share;
      const low = dialled(giver, upper);
      const b = dialled(giver, lower).sub(low).div(span);
      return { a: low.sub(b.mul(from)), b };
    });
    stretches.push({ from, to, shares: withOwn(shares) });
  }
  if (stretches.length === 0) {
    const only = room.sub(sumAt(dials[0] ?? ZERO));
    if (only.compare(min) < 0 || only.compare(max) > 0) return [];
    const shares = still.map((share, each): Linear => {
      const giver = givers.find((known) => known.index === each);
      return giver === undefined ? share : { a: dialled(giver, dials[0] ?? ZERO), b: ZERO };
    });
    return [{ from: only, to: only, shares: withOwn(shares) }];
  }
  const clipped = stretches
    .map((stretch) => ({ ...stretch, from: larger(stretch.from, min), to: smaller(stretch.to, max) }))
    .filter(({ from, to }) => from.compare(to) <= 0);
  const long = clipped.filter(({ from, to }) => !from.equals(to));
  return long.length > 0 ? long : clipped.slice(0, 1);
}

interface Giver {
  readonly index: number;
  readonly now: Rational;
  readonly min: Rational;
  readonly max: Rational;
}

function rangeOf({ min, max }: Criterion): Pick<Giver, "min" | "max"> {
  return { min: rational(min), max: rational(max) };
}

/** The dial positions at which a giver reaches an end of its range, in order; beyond the outer ones nothing moves. */
function dialsOf(givers: readonly Giver[], isProportional: boolean): readonly Rational[] {
  const ends = givers.flatMap(({ now, min, max }) => {
    if (!isProportional) return [min.sub(now), max.sub(now)];
    return now.equals(0) ? [] : [min.div(now), max.div(now)];
  });
  const sorted = ends.sort((a, b) => a.compare(b));
  const unique = sorted.filter((dial, index) => index === 0 || !dial.equals(sorted[index - 1] ?? ZERO));
  // Without any giver the one that moves has no room but its own place.
  return unique.length === 0 ? [isProportional ? whole(1) : ZERO] : unique;
}
