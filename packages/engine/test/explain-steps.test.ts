// The steps of an explanation lead from each sum to the number that is published, without a gap, whatever the rubric says.

import { decimal, rational } from "@yardstick/exact";
import { describe, expect, test } from "vitest";
import type { Explanation, PartExplanation, StepExplanation } from "../src/index.js";
import { evaluate, explain } from "../src/index.js";
import { n, Rubric } from "./builder.js";
import { seeded } from "./columnar/seeded.js";
import { explained, itemOf } from "./scored.js";
import { add, deduct } from "./lines.js";

/** Each step begins where the one before it ended, and says what it held back. */
function expectChain(steps: readonly StepExplanation[], first: string | null, last: string | null): void {
  let now = first;
  for (const { before, after, heldBack } of steps) {
    expect(before).toBe(now);
    if (before !== null && after !== null)
      expect(
        rational(before)
          .sub(rational(after))
          .equals(rational(heldBack ?? "")),
      ).toBe(true);
    now = after;
  }
  if (last !== null) expect(now).toBe(last);
}

const isOwn = ({ role }: StepExplanation) => role !== "coefficient";

function expectPart(part: PartExplanation): void {
  if (part.kind === "section") part.parts.forEach(expectPart);
  if (part.kind === "item" && part.notApplicable === null && part.sum !== null)
    expectChain(part.steps.filter(isOwn), part.sum, part.score);
  const factors = part.steps.filter((step) => !isOwn(step));
  if (factors.length > 0) expectChain(factors, factors[0]?.before ?? null, part.contribution);
}

function expectTotal({ steps, sum, score }: Explanation): void {
  if (sum === null || score === null) return;
  const published = steps.at(-1)?.after ?? sum;
  expectChain(steps, sum, published);
  expect(rational(published).equals(decimal(score))).toBe(true);
}

test("of generated rubrics, steps lead from each sum to what is published", () => {
  let steps = 0;
  for (let seed = 1; seed <= 300; seed += 1) {
    const { program, data } = seeded(seed);
    for (const { key } of evaluate(program, data).subjects.slice(0, 2)) {
      const found = explain(program, data, key);
      if (found === null) continue;
      found.parts.forEach(expectPart);
      expectTotal(found);
      steps += found.steps.length + found.parts.reduce((sum, part) => sum + part.steps.length, 0);
    }
  }
  expect(steps).toBeGreaterThan(200);
});

describe("the steps of one explanation", () => {
  const rubric = () => {
    const made = new Rubric();
    made.item("甲项", "10", [deduct(n("12.345"))], { min: "1.25", decimals: 1 });
    made.bonus("加项", "2", [add(n("5"))]);
    made.coefficient("系数", n("0.5"), [0]);
    made.coefficient("难度", n("1.1"));
    made.veto("否决", made.flag("否"), "score-zero");
    return made;
  };

  test("are those of the part, then those of what it adds to its parent", () => {
    const steps = itemOf(explained(rubric(), [{ 名称: "甲", 否: false }]), "甲项").steps;
    expect(steps.map(({ role, name, limit, before, after }) => [role, name, limit, before, after])).toEqual([
      ["range", null, "5/4", "-469/200", "5/4"],
      ["rounding", null, null, "5/4", "13/10"],
      ["coefficient", "系数", "1/2", "13/10", "13/20"],
    ]);
  });

  test("name the bound that held back", () => {
    const steps = itemOf(explained(rubric(), [{ 名称: "甲", 否: false }]), "加项").steps;
    expect(steps.map(({ role, limit, heldBack }) => [role, limit, heldBack])).toEqual([["range", "2", "3"]]);
  });

  test("of the total end with the veto that set 0", () => {
    const roles = (no: boolean) => explained(rubric(), [{ 名称: "甲", 否: no }]).steps.map(({ role }) => role);
    expect(roles(false)).toEqual(["coefficient", "rounding"]);
    expect(roles(true)).toEqual(["coefficient", "rounding", "veto"]);
  });
});
