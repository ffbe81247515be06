/** Places that are computed in doubles are those of exact arithmetic, also where large numbers cancel each other. */
import { ONE, rational, ZERO } from "@yardstick/exact";
import fc from "fast-check";
import { expect, test } from "vitest";
import { QuickPlaces } from "../../src/sensitivity/quick-places.js";
import { innerAt, placesAt, type ShareModel, type SubjectModel, type Term } from "../../src/sensitivity/share-model.js";

const MAGNITUDES = [1n, 10n ** 4n, 10n ** 9n, 10n ** 12n, 10n ** 15n, 10n ** 160n];

/** Of each subject, what a share of its second and third term does and how large numbers are; its score lies near a rounding border. */
const subjects = fc.array(
  fc.record({
    kinds: fc.tuple(...[1, 2].map(() => fc.constantFrom<Term["kind"]>("brings", "dropped", "decreed"))),
    rate: fc.integer({ min: 1, max: 999 }),
    magnitude: fc.constantFrom(...MAGNITUDES),
    border: fc.integer({ min: -2, max: 2 }),
    beside: fc.constantFrom("0", "1/1000000", "-1/1000000", "1/1000000000"),
  }),
  { minLength: 2, maxLength: 6 },
);

test("places by doubles are exact", () => {
  let written = 0;
  fc.assert(
    fc.property(subjects, fc.integer({ min: 1, max: 999 }), (specs, share) => {
      const shares = [rational(`${share}/1000`), rational(`${1000 - share}/1000`), ZERO];
      const model: ShareModel = {
        subjects: specs.map(({ kinds, rate, magnitude, border, beside }, row): SubjectModel => {
          const large = rational(`${BigInt(rate) * magnitude}/7`);
          const terms = ["brings" as const, ...kinds].map((kind): Term => ({ kind, rate: large }));
          const score = rational(`${2 * border + 1}/200`).add(rational(beside));
          const base = score.sub(innerAt(terms, shares) ?? ZERO);
          const keys = [{ base, factor: ONE, decimals: 2 }];
          return { row, group: "", barred: false, terms, keys, toScore: null };
        }),
        lowestFirst: [false],
        ties: "gap",
      };
      const places = new Uint32Array(specs.length);
      const quick = new QuickPlaces(model);
      const inDoubles = shares.map((each) => each.toNumber());
      if (!quick.write(inDoubles, () => shares, places, 0)) return;
      written += 1;
      const exact = placesAt(model, shares);
      expect([...places]).toEqual(quick.rows.map((row) => exact?.get(row)));
    }),
    { numRuns: 300 },
  );
  expect(written).toBeGreaterThan(200);
});
