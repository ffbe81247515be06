import { rational, rationalText, ZERO } from "@yardstick/exact";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decisiveCriteria, evaluate, sampleRanks, sensitivity, weightStanding, withShares } from "../../src/index.js";
import { contributionsOf } from "../../src/sensitivity/decisive.js";
import { WeightDraws } from "../../src/sensitivity/weight-draws.js";
import { weighable, weightsSpec } from "./generated-weights.js";
import { runs } from "../../../../test/properties.js";

const SAMPLES = 12;

describe("sampled places", () => {
  test("are those that the evaluator gives for the drawn weights", () => {
    let varied = 0;
    fc.assert(
      fc.property(weightsSpec(true), fc.nat(1000), (spec, seed) => {
        const { program, dataset } = weighable(spec);
        const standing = weightStanding(program, dataset, { group: null });
        if (standing === null || standing.model === null) return;
        const found = sampleRanks(standing, { samples: SAMPLES, seed });
        const draws = new WeightDraws(standing.weighing, seed);
        const places = new Map(found.subjects.map(({ row }) => [row, [] as number[]]));
        for (let draw = 0; draw < found.samples; draw += 1) {
          draws.next();
          const given = new Map(
            draws.shares().map((share, index) => [standing.group.criteria[index]?.part ?? -1, rationalText(share)]),
          );
          evaluate(withShares(program, given), dataset).subjects.forEach(({ rankings }, row) =>
            places.get(row)?.push(rankings["all"] ?? NaN),
          );
        }
        for (const { row, best, worst, places: counted } of found.subjects) {
          const own = places.get(row) ?? [];
          expect([best, worst]).toEqual([Math.min(...own), Math.max(...own)]);
          if (best !== worst) varied += 1;
          for (const { place, draws: times } of counted)
            expect(own.filter((each) => each === place).length).toBe(times);
        }
      }),
      runs(0.12),
    );
    expect(varied).toBeGreaterThan(20);
  });

  test("come from weights inside their ranges that add up to one", () => {
    fc.assert(
      fc.property(weightsSpec(true), fc.nat(1000), (spec, seed) => {
        const { program, dataset } = weighable(spec);
        const standing = weightStanding(program, dataset, { group: null });
        if (standing === null) return;
        const draws = new WeightDraws(standing.weighing, seed);
        for (let draw = 0; draw < 10; draw += 1) {
          draws.next();
          const shares = draws.shares();
          expect(shares.reduce((sum, share) => sum.add(share), ZERO).toString()).toBe("1");
          shares.forEach((share, index) => {
            const range = draws.ranges[index];
            if (range === undefined) return;
            expect(share.compare(range.min)).toBeGreaterThanOrEqual(0);
            expect(share.compare(range.max)).toBeLessThanOrEqual(0);
          });
        }
      }),
      runs(0.1),
    );
  });

  test("are the same for the same seed and differ for another", () => {
    const { program, dataset } = weighable(FIRM);
    const standing = weightStanding(program, dataset, { group: null });
    if (standing === null) throw new Error("nothing to weigh");
    expect(sampleRanks(standing, { samples: 200, seed: 7 })).toEqual(sampleRanks(standing, { samples: 200, seed: 7 }));
    expect(sampleRanks(standing, { samples: 200, seed: 8 }).subjects).not.toEqual(
      sampleRanks(standing, { samples: 200, seed: 7 }).subjects,
    );
  });
});

const FIRM = {
  sections: [3, 2, 4].map((parts) => ({
    parts,
    isSplit: false,
    otherwise: "always" as const,
    decimals: null,
    room: 4,
  })),
  isWeighted: true,
  decimals: 2,
  factor: "none" as const,
  veto: "none" as const,
  key: "score" as const,
  lowestFirst: false,
  breaksTies: false,
  rows: [
    [1, 9, 0, 3, 0, 7, 0, 0, 1, 0, 2, 0],
    [1, 3, 1, 9, 0, 4, 0, 1, 1, 0, 2, 0],
    [1, 6, 0, 5, 1, 6, 0, 2, 1, 0, 2, 0],
  ],
};

describe("the criterion that decides most", () => {
  test("is given by shares of the differences that add up to one", () => {
    fc.assert(
      fc.property(weightsSpec(true), (spec) => {
        const { program, dataset } = weighable(spec);
        const standing = weightStanding(program, dataset, { group: null });
        const found = standing === null ? [] : decisiveCriteria(standing);
        if (found.length === 0) return;
        const sum = found.reduce((total, { decides }) => total.add(rational(decides)), ZERO);
        expect(sum.toString()).toBe("1");
      }),
      runs(0.15),
    );
  });

  test("adds up from contributions that are the subject's own sum", () => {
    fc.assert(
      fc.property(weightsSpec(true), (spec) => {
        const { program, dataset } = weighable(spec);
        const standing = weightStanding(program, dataset, { group: null });
        if (standing?.model == null) return;
        const shares = standing.weighing.shares.map(rational);
        for (const { row, terms } of standing.model.subjects) {
          const { sum } = standing.evaluation.subjectAt(row).score();
          const beside = sum.contributions.filter(({ part }) => program.parts[part]?.name === "extra");
          const all = [...contributionsOf(terms, shares), ...beside.map(({ value }) => value as typeof ZERO)];
          expect(all.reduce((total, value) => total.add(value), ZERO).toString()).toBe(
            (sum.total as typeof ZERO).toString(),
          );
        }
      }),
      runs(0.15),
    );
  });
});

test("the report names its assumptions", () => {
  const { program, dataset } = weighable(FIRM);
  const report = sensitivity(program, dataset, { group: null, samples: 50, seed: 3 });
  expect(report?.weights.map(({ name }) => name)).toEqual(["s0", "s1", "s2"]);
  expect(report?.assumptions).toEqual([
    { kind: "others-share", sharing: "proportional" },
    { kind: "part-scores-stay" },
    { kind: "exact" },
    { kind: "drawn-evenly", samples: 50, seed: 3, grain: 1000 },
  ]);
});
