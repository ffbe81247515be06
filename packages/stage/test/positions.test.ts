// For any rubric and any position of the sliders, the stage shows what scoring the changed rubric gives: by each of its
// computation methods, and for any order of moves.

import { criteriaGroups, evaluate, moveShare, withShares } from "@yardstick/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { weighable, weightsSpec } from "../../engine/test/sensitivity/generated-weights.js";
import { frameOf } from "../src/session/frame.js";
import { writtenPosition } from "../src/protocol/position.js";
import type { Position, StageGroup } from "../src/protocol/protocol.js";
import { WhatIfCache } from "../src/session/what-if-cache.js";
import { fixedText, numberOrZero, sum } from "@yardstick/exact";

import { runs } from "../../../test/properties.js";

const { numRuns } = runs(0.05);

const moves = fc.array(
  fc.record({
    group: fc.nat(2),
    criterion: fc.nat(3),
    to: fc.integer({ min: 0, max: 1_000 }),
    sharing: fc.constantFrom("proportional" as const, "equal" as const, "none" as const),
    isMoving: fc.boolean(),
    isBaseline: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
);

function movedTo(
  { shares, scenario }: Position,
  group: StageGroup,
  at: number,
  to: string,
  sharing: "proportional" | "equal" | "none",
) {
  const given = new Map(shares);
  const { criteria } = group;
  const now = criteria.map(({ part, share }) => given.get(part) ?? share);
  const moved = moveShare({ criteria, shares: now, locked: criteria.map(() => false), sharing }, at, to);
  criteria.forEach(({ part }, index) => given.set(part, moved[index] ?? "0"));
  return { scenario, shares: [...given] };
}

test.each([
  { way: "small data, by the reference and from part scores", most: 600 },
  { way: "large data, by columns or from part scores", most: 0 },
])("every figure is that of the changed rubric: $way", ({ most }) => {
  let shown = 0;
  let moving = 0;
  fc.assert(
    fc.property(fc.boolean().chain(weightsSpec), moves, (spec, steps) => {
      const { program, dataset } = weighable(spec);
      const groups = criteriaGroups(program).map((group): StageGroup => ({ ...group, name: null, inside: [] }));
      const [first] = groups;
      if (first === undefined) return;
      const points = new WhatIfCache(program, dataset, null, "all", null, most);
      const scoredAt = ({ shares }: Position) => evaluate(withShares(program, new Map(shares)), dataset).subjects;
      let baseline = writtenPosition({ groups });
      let now = baseline;
      for (const { group: at, criterion, to, sharing, isMoving, isBaseline } of steps) {
        const group = groups[at % groups.length] ?? first;
        if (isBaseline) baseline = now;
        now = movedTo(now, group, criterion % group.criteria.length, `${to}/1000`, sharing);
        const frame = frameOf(
          points,
          {
            kind: "frame",
            baseline,
            now,
            group: groups.indexOf(group),
            followed: { key: "A", period: null },
            shows: { kind: "all", from: 0, count: 100 },
            isMoving,
            isPatient: true,
          },
          group,
        );
        const [before, after] = [scoredAt(baseline), scoredAt(now)];
        const placed = after.filter(({ rankings }) => rankings["all"] !== null);
        expect(frame.rows.filter(({ place }) => place !== null)).toHaveLength(placed.length);
        for (const row of [...frame.rows, ...(frame.difference === null ? [] : [frame.difference.followed])]) {
          const index = after.findIndex(({ key }) => key === row.key);
          shown += 1;
          if (isMoving) moving += 1;
          expect(row).toMatchObject({
            place: after[index]?.rankings["all"] ?? null,
            before: before[index]?.rankings["all"] ?? null,
            score: after[index]?.score,
            scoreBefore: before[index]?.score,
          });
        }
        expect(frame.moved).toBe(frame.rows.filter(({ place, before: was }) => (place ?? 0) !== (was ?? 0)).length);
        if (spec.veto !== "none") continue;
        for (const { contributions, score } of frame.rows) {
          if (contributions === null) continue;
          const total = sum([...contributions.parts, contributions.rest].map(numberOrZero));
          expect(fixedText(total, program.scoreDecimals)).toBe(score);
        }
      }
    }),
    { numRuns },
  );
  expect(shown).toBeGreaterThan(numRuns);
  expect(moving).toBeGreaterThan(numRuns / 3);
});
