import { fixedText, rational } from "@yardstick/exact";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  contributionsIn,
  evaluate,
  groupOfPart,
  moveShare,
  quickFigures,
  weightStanding,
  withShares,
} from "../../src/index.js";
import { weighable, weightsSpec } from "./generated-weights.js";
import { runs } from "../../../../test/properties.js";

test("scores and places shown while a share moves are those of the evaluator for the changed rubric", () => {
  let shown = 0;
  fc.assert(
    fc.property(weightsSpec(true), fc.nat(3), fc.integer({ min: 0, max: 1000 }), (spec, index, to) => {
      const { program, dataset } = weighable({ ...spec, key: "score" });
      const standing = weightStanding(program, dataset, { group: null });
      if (standing === null) return;
      const shares = moveShare(standing.weighing, index % standing.group.criteria.length, `${to}/1000`);
      const figures = quickFigures(standing)?.(shares) ?? null;
      if (figures === null) return;
      const given = new Map(standing.group.criteria.map(({ part }, each) => [part, shares[each] ?? "0"]));
      evaluate(withShares(program, given), dataset).subjects.forEach(({ score, rankings }, row) => {
        if (figures.stands[row] === 0) return;
        shown += 1;
        const units = Math.round(Number(score) * 10 ** program.scoreDecimals);
        expect([(figures.scores[row] ?? NaN) + 0, figures.places[row]]).toEqual([units, rankings["all"] ?? 0]);
      });
    }),
    runs(0.25),
  );
  expect(shown).toBeGreaterThan(300);
});

test("what the criteria bring adds up to the score that is published", () => {
  fc.assert(
    fc.property(weightsSpec(true), (spec) => {
      const { program, dataset } = weighable({ ...spec, veto: "none" });
      const group = groupOfPart(program, 0);
      if (group === null) return;
      const contributions = contributionsIn(program, dataset, {});
      evaluate(program, dataset).subjects.forEach(({ score }, row) => {
        const found = contributions(row, group);
        if (found === null) return;
        const sum = found.parts.reduce((total, part) => total.add(rational(part)), rational(found.rest));
        expect(fixedText(sum, program.scoreDecimals)).toBe(score);
      });
    }),
    runs(0.15),
  );
});
