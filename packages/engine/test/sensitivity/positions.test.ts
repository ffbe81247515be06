import { rational, ZERO } from "@yardstick/exact";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Weighing } from "../../src/index.js";
import { evaluate, moveShare, reachOf, weightStanding, withShares } from "../../src/index.js";
import type { Weighable } from "./generated-weights.js";
import { weighable, weightsSpec } from "./generated-weights.js";
import { runs } from "../../../../test/properties.js";

const sharing = fc.constantFrom("proportional" as const, "equal" as const, "none" as const);
const moves = fc.record({
  sharing,
  locked: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  steps: fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 0, max: 1000 })), { minLength: 1, maxLength: 3 }),
});

/** Places by name of the subject, as the reference evaluator gives them for the changed rubric. */
function evaluated({ program, dataset }: Weighable, given: ReadonlyMap<number, string>) {
  return evaluate(withShares(program, given), dataset).subjects.map(({ rankings }) => rankings["all"] ?? null);
}

function moved(
  { criteria }: Pick<Weighing, "criteria">,
  { sharing: how, locked, steps }: typeof moves extends fc.Arbitrary<infer T> ? T : never,
) {
  let shares = criteria.map(({ share }) => share);
  for (const [index, to] of steps) {
    const at = index % criteria.length;
    shares = [
      ...moveShare(
        { criteria, shares, locked: criteria.map((_, each) => locked[each] ?? false), sharing: how },
        at,
        `${to}/1000`,
      ),
    ];
  }
  return shares;
}

describe("places at any shares", () => {
  test("are those that the evaluator gives for the changed rubric, and are computed from parts alone where scores are sums", () => {
    let linear = 0;
    fc.assert(
      fc.property(fc.boolean().chain(weightsSpec), moves, (spec, move) => {
        const instance = weighable(spec);
        const standing = weightStanding(instance.program, instance.dataset, { group: null });
        if (standing === null) return;
        if (standing.model !== null) linear += 1;
        const shares = moved({ criteria: standing.group.criteria }, move);
        const given = new Map(standing.group.criteria.map(({ part }, index) => [part, shares[index] ?? "0"]));
        const places = standing.placesWith(shares.map(rational));
        expect(instance.dataset.subjects.columns[0]?.map((_, row) => places.get(row) ?? null)).toEqual(
          evaluated(instance, given),
        );
      }),
      runs(0.4),
    );
    expect(linear).toBeGreaterThan(100);
  });

  test("inside one section are those of the evaluator too", () => {
    fc.assert(
      fc.property(weightsSpec(true), fc.integer({ min: 0, max: 100 }), (spec, percent) => {
        const instance = weighable(spec);
        const split = instance.program.parts.findIndex((part) => part.kind === "section" && part.parts.length > 1);
        const standing = split < 0 ? null : weightStanding(instance.program, instance.dataset, { group: split });
        if (standing === null) return;
        const shares = [`${percent}/100`, `${100 - percent}/100`];
        const given = new Map(standing.group.criteria.map(({ part }, index) => [part, shares[index] ?? "0"]));
        const places = standing.placesWith(shares.map((share) => rational(share)));
        expect(instance.dataset.subjects.columns[0]?.map((_, row) => places.get(row) ?? null)).toEqual(
          evaluated(instance, given),
        );
      }),
      runs(0.15),
    );
  });
});

describe("moving a share", () => {
  const criterion = (part: number, share: string, min = "0", max = "1") => ({
    part,
    name: String(part),
    share,
    min,
    max,
    isBounded: true,
    isWeighted: true,
  });
  const four: Weighing = {
    criteria: [
      criterion(0, "1/4", "1/5", "1/4"),
      criterion(1, "7/20", "3/10", "2/5"),
      criterion(2, "1/4", "1/5", "3/10"),
      criterion(3, "3/20", "1/10", "3/20"),
    ],
    shares: ["1/4", "7/20", "1/4", "3/20"],
    locked: [false, false, false, true],
    sharing: "proportional",
  };

  test("lets the others share the rest in proportion", () => {
    expect(moveShare({ ...four, locked: [true, false, false, false] }, 1, "8/25")).toEqual([
      "1/4",
      "8/25",
      "7/25",
      "3/20",
    ]);
  });

  test("lets the others share the rest in equal steps", () => {
    expect(moveShare({ ...four, sharing: "equal" }, 0, "1/5")).toEqual(["1/5", "3/8", "11/40", "3/20"]);
  });

  test("leaves the others alone on request, so that the sum is off", () => {
    expect(moveShare({ ...four, sharing: "none" }, 0, "1/5")).toEqual(["1/5", "7/20", "1/4", "3/20"]);
  });

  test("stops where its own range ends, and where no part can give any more", () => {
    expect(moveShare(four, 1, "1")).toEqual(["9/40", "2/5", "9/40", "3/20"]);
    expect(reachOf({ ...four, locked: [true, false, true, true] }, 1)).toEqual({ from: "7/20", to: "7/20" });
    expect(moveShare({ ...four, locked: [false, false, true, true] }, 1, "1")[1]).toBe("2/5");
  });

  test("moves nothing that is locked", () => {
    expect(moveShare(four, 3, "1/10")).toEqual(four.shares);
    expect(reachOf(four, 3)).toBeNull();
  });

  test("switches a part off at zero and takes it up again from its siblings", () => {
    const open = {
      ...four,
      criteria: four.criteria.map((each) => ({ ...each, min: "0", max: "1" })),
      locked: [false, false, false, false],
    };
    const off = moveShare(open, 0, "0");
    expect(off).toEqual(["0", "7/15", "1/3", "1/5"]);
    expect(moveShare({ ...open, shares: off }, 0, "1/4")).toEqual(["1/4", "7/20", "1/4", "3/20"]);
  });

  test("never leaves a range, never moves a lock, and keeps the sum wherever the shares are shared", () => {
    fc.assert(
      fc.property(weightsSpec(true), moves, (spec, move) => {
        const instance = weighable(spec);
        const standing = weightStanding(instance.program, instance.dataset, { group: null });
        if (standing === null || move.sharing === "none") return;
        const { criteria } = standing.group;
        const shares = moved({ criteria }, move);
        const sum = shares.reduce((total, share) => total.add(rational(share)), ZERO);
        expect(sum.toString()).toBe("1");
        shares.forEach((share, index) => {
          const criterion = criteria[index];
          if (criterion === undefined) return;
          expect(rational(share).compare(rational(criterion.min))).toBeGreaterThanOrEqual(0);
          expect(rational(share).compare(rational(criterion.max))).toBeLessThanOrEqual(0);
          if (move.locked[index] === true) expect(share).toBe(criterion.share);
        });
      }),
      runs(0.3),
    );
  });
});
