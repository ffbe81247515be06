import { rational, type Rational, rationalText } from "@yardstick/exact";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Interval, WeightStanding } from "../../src/index.js";
import { breakpoints, crossings, evaluate, moveShare, weightStanding, withShares } from "../../src/index.js";
import { firstPlaces } from "../../src/sensitivity/bisection.js";
import { curvesAlong } from "../../src/sensitivity/breakpoints.js";
import type { SubjectCurves } from "../../src/sensitivity/key-curve.js";
import { firstChange, orderAt } from "../../src/sensitivity/order-change.js";
import type { Weighable, WeightsSpec } from "./generated-weights.js";
import { weighable, weightsSpec } from "./generated-weights.js";
import { runs } from "../../../../test/properties.js";

const sharing = fc.constantFrom("proportional" as const, "equal" as const, "none" as const);
const PRECISION = rational("1/10000000");
/**
 * Less than any stretch between two places where something changes: two subjects' scores may step at almost the same share, and
 * the order that was lost at the first step is back at the second.
 */
const TINY = rational("1/1000000000000000000000000");

/** Just beyond the end the first place is shared, a millionth of a share further it is not any more. */
const BRIEFLY_SHARED: WeightsSpec = {
  sections: [
    { parts: 4, isSplit: false, otherwise: "always", decimals: null, room: 0 },
    { parts: 4, isSplit: true, otherwise: "always", decimals: null, room: 0 },
    { parts: 1, isSplit: true, otherwise: "always", decimals: null, room: 0 },
    { parts: 2, isSplit: true, otherwise: "full", decimals: null, room: 0 },
  ],
  isWeighted: true,
  decimals: 2,
  factor: "none",
  veto: "none",
  key: "score",
  lowestFirst: false,
  breaksTies: false,
  rows: [
    [0, 2, 4, 1, 0, 8, 0, 3, 1, 4, 0, 0],
    [8, 5, 0, 7, 0, 4, 1, 6, 4, 3, 0, 2],
  ],
};

/** The ranking goes by a section whose scale is its weight: without any weight all tie. */
const RANKED_BY_WHAT_FOLLOWS: WeightsSpec = {
  ...BRIEFLY_SHARED,
  sections: [
    { parts: 2, isSplit: true, otherwise: "always", decimals: null, room: 0 },
    { parts: 1, isSplit: false, otherwise: "always", decimals: null, room: 0 },
  ],
  decimals: 0,
  key: "section",
  rows: [
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
  ],
};

/** The first places as the reference evaluator gives them with one share moved. */
function byEvaluator({ program, dataset }: Weighable, standing: WeightStanding, moved: number, top: number) {
  return (t: Rational): string => {
    const shares = moveShare(standing.weighing, moved, rationalText(t));
    const given = new Map(standing.group.criteria.map(({ part }, index) => [part, shares[index] ?? "0"]));
    const result = evaluate(withShares(program, given), dataset);
    return firstPlaces(new Map(result.subjects.map(({ rankings }, row) => [row, rankings["all"] ?? null])), top);
  };
}

/** Where it changes between a share at which it holds and one at which it does not. */
function bisected(holds: (t: Rational) => boolean, held: Rational, lost: Rational): Rational {
  let [yes, no] = [held, lost];
  while (yes.sub(no).abs().compare(PRECISION) > 0) {
    const middle = yes.add(no).div(2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

function check(
  interval: Interval,
  now: Rational,
  reach: { from: string; to: string },
  holds: (t: Rational) => boolean,
): number {
  let ends = 0;
  for (const side of ["from", "to"] as const) {
    const end = rational(interval[side]);
    const closed = side === "from" ? interval.closedFrom : interval.closedTo;
    const reaches = side === "from" ? interval.reachesFrom : interval.reachesTo;
    // All the way there it holds …
    for (const part of [1, 3, 5, 7]) expect(holds(now.add(end.sub(now).mul(part).div(8)))).toBe(true);
    if (!end.equals(now) || closed) expect(holds(end)).toBe(closed);
    if (reaches) {
      expect(interval[side]).toBe(reach[side]);
      continue;
    }
    ends += 1;
    // … and no further: halving finds the same place.
    const beyond = side === "from" ? end.sub(TINY) : end.add(TINY);
    const lost = closed ? beyond : end;
    expect(holds(lost)).toBe(false);
    if (!end.equals(now)) expect(bisected(holds, now, lost).sub(end).abs().compare(PRECISION)).toBeLessThanOrEqual(0);
  }
  return ends;
}

test("breakpoints are where bisection with the reference evaluator finds them", () => {
  let ends = 0;
  fc.assert(
    fc.property(weightsSpec(true), sharing, fc.nat(3), fc.constantFrom(1, 2, Infinity), (spec, how, index, top) => {
      const instance = weighable(spec);
      const standing = weightStanding(instance.program, instance.dataset, { group: null, sharing: how });
      if (standing === null) return;
      const moved = index % standing.group.criteria.length;
      const criterion = standing.group.criteria[moved];
      if (criterion === undefined) return;
      const found = breakpoints(standing, criterion.part, 2);
      const interval = top === 1 ? found.first : top === 2 ? found.top : found.order;
      if (interval === null || found.reach === null || found.method !== "exact") return;
      const places = byEvaluator(instance, standing, moved, top);
      const before = places(rational(criterion.share));
      ends += check(interval, rational(criterion.share), found.reach, (t) => places(t) === before);
    }),
    { ...runs(0.05), examples: [[BRIEFLY_SHARED, "equal", 2, 1]] },
  );
  expect(ends).toBeGreaterThan(3);
});

test("doubles decide no order and no change that exact numbers would not", () => {
  const exactly = (curves: SubjectCurves): SubjectCurves => ({
    ...curves,
    keys: curves.keys.map((key) => ("fixed" in key ? key : { curve: key.curve, decimals: key.decimals, rough: null })),
  });
  let compared = 0;
  fc.assert(
    fc.property(weightsSpec(true), (spec) => {
      const { program, dataset } = weighable(spec);
      const standing = weightStanding(program, dataset, { group: null });
      if (standing === null || standing.model === null) return;
      const { lowestFirst } = standing.model;
      for (const { stretch, curves } of curvesAlong(standing, 0) ?? []) {
        const all = [...curves.values()];
        for (const [index, b] of all.slice(1).entries()) {
          const a = all[index] as SubjectCurves;
          const [x, y] = [exactly(a), exactly(b)];
          const middle = stretch.from.add(stretch.to).div(2);
          const ends = [stretch.from, middle, stretch.to];
          for (const t of ends) expect(orderAt(a, b, t, lowestFirst)).toBe(orderAt(x, y, t, lowestFirst));
          for (const end of [stretch.from, stretch.to]) {
            const order = orderAt(x, y, middle, lowestFirst);
            const found = firstChange(a, b, middle, end, order, lowestFirst);
            const wanted = firstChange(x, y, middle, end, order, lowestFirst);
            expect([found?.at.toString(), found?.holdsAt]).toEqual([wanted?.at.toString(), wanted?.holdsAt]);
            compared += 1;
          }
        }
      }
    }),
    runs(0.03),
  );
  expect(compared).toBeGreaterThan(100);
});

test("a section that is as long as its weight ranks by more or less as the weight moves, and that is said", () => {
  const { program, dataset } = weighable(RANKED_BY_WHAT_FOLLOWS);
  const standing = weightStanding(program, dataset, { group: null });
  expect(standing?.notLinear).toEqual([{ reason: "section-follows-weight", name: "s0" }]);
  const part = standing?.group.criteria[0]?.part ?? -1;
  const found = standing === null ? null : breakpoints(standing, part, 1);
  expect(found?.method).toBe("bisection");
  expect(found?.first?.reachesFrom).toBe(false);
});

test("crossings are where two subjects change places for the evaluator", () => {
  let crossed = 0;
  fc.assert(
    fc.property(weightsSpec(true), fc.nat(3), (spec, index) => {
      const instance = weighable(spec);
      const standing = weightStanding(instance.program, instance.dataset, { group: null });
      if (standing === null) return;
      const moved = index % standing.group.criteria.length;
      const part = standing.group.criteria[moved]?.part ?? -1;
      const found = crossings(standing, part, 0, 1);
      if (found.method !== "exact") return;
      const orderAt = (t: Rational) => {
        const places = standing.placesWith(moveShare(standing.weighing, moved, rationalText(t)).map(rational));
        return Math.sign((places.get(0) ?? 0) - (places.get(1) ?? 0));
      };
      for (const { share, below, above } of found.crossings) {
        crossed += 1;
        const t = rational(share);
        const tiny = rational("1/10000000000000");
        expect([orderAt(t.sub(tiny)), orderAt(t.add(tiny))]).toEqual([below, above]);
      }
    }),
    runs(0.1),
  );
  expect(crossed).toBeGreaterThan(7);
});

test("where scores do not follow the shares by addition the result says so and is found by trying", () => {
  let tried = 0;
  fc.assert(
    fc.property(weightsSpec(false), (spec) => {
      const instance = weighable({ ...spec, key: "output" });
      const standing = weightStanding(instance.program, instance.dataset, { group: null });
      const part = standing?.group.criteria[0]?.part;
      if (standing === null || part === undefined) return;
      expect(standing.notLinear).toContainEqual({ reason: "ranking-key", name: "all" });
      const found = breakpoints(standing, part, 1);
      if (found.reach === null) return;
      expect(found.method).toBe("bisection");
      const places = byEvaluator(instance, standing, 0, 1);
      const { first } = found;
      if (first === null) return;
      tried += 1;
      expect(places(rational(first.from))).toBe(places(rational(found.share)));
      expect(places(rational(first.to))).toBe(places(rational(found.share)));
    }),
    runs(0.015),
  );
  expect(tried).toBeGreaterThan(5);
});
