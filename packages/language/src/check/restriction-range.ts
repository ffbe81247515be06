/**
 * The range of the effect of a line after each of its steps, without data.
 */
import { rational, type Rational, ZERO } from "@yardstick/exact";
import type { Restrictions, RuleStep } from "../core/nodes/restriction.js";
import { restrictionsOf } from "../core/desugar/restrictions-of.js";
import type { Checker, LineDraft } from "./checker.js";
import { constantOf } from "./constant-value.js";
import type { Knowledge } from "./expression-range.js";
import { leastWhenActing, mostOf } from "./line-range.js";

/** Sizes of an effect, without its sign. */
export interface Sizes {
  /** Of a line that acts; null: as small as one likes. */
  readonly least: Rational | null;
  /** Null: without bound. */
  readonly most: Rational | null;
}

interface Passed {
  readonly step: RuleStep;
  readonly before: Sizes;
  readonly after: Sizes;
}

type StepSizes = {
  readonly [Op in RuleStep["op"]]: (
    step: Extract<RuleStep, { readonly op: Op }>,
    sizes: Sizes,
    points: Rational | null,
  ) => Sizes;
};

/** A condition may hold or not, so that a `scale` widens the range; a line that is waived does not act. */
const behind: StepSizes = {
  scale: ({ factor }, sizes) => {
    const by = rational(factor);
    if (by.equals(ZERO)) return sizes;
    const [least, most] = [sizes.least?.mul(by) ?? null, sizes.most?.mul(by) ?? null];
    return { least: smaller(sizes.least, least), most: larger(sizes.most, most) };
  },
  greatest: (_step, sizes) => sizes,
  "hold-groups": (_step, { most }) => ({ least: null, most }),
  hold: ({ side, limit }, { least, most }, points) => {
    const bound = constantOf(limit, points);
    if (side === "most")
      return { least: null, most: bound === null || most === null ? (most ?? bound) : smaller(most, bound) };
    if (bound === null) return { least, most: null };
    return { least: larger(least ?? ZERO, bound), most: larger(most, bound) };
  },
};

/** Null where one of them is. */
function smaller(a: Rational | null, b: Rational | null): Rational | null {
  return a === null || b === null ? null : a.compare(b) < 0 ? a : b;
}

function larger(a: Rational | null, b: Rational | null): Rational | null {
  return a === null || b === null ? null : a.compare(b) > 0 ? a : b;
}

/** The sizes before all steps. */
export function sizesOf(checker: Checker, line: LineDraft, knowledge: Knowledge): Sizes {
  return { least: leastWhenActing(checker, line, knowledge), most: mostOf(checker, line, knowledge) };
}

/** Each step of the line with the sizes on either side of it. */
export function passedSteps(line: LineDraft, start: Sizes, points: Rational | null): readonly Passed[] {
  const passed: Passed[] = [];
  let before = start;
  for (const step of stepsOf(restrictionsOf(line))) {
    const after = behindStep(step.op, step, before, points);
    passed.push({ step, before, after });
    before = after;
  }
  return passed;
}

export function sizesBehind(line: LineDraft, start: Sizes, points: Rational | null): Sizes {
  return passedSteps(line, start, points).at(-1)?.after ?? start;
}

function stepsOf({ rows, groups, sum }: Restrictions): readonly RuleStep[] {
  return [...rows, ...(groups === null ? [] : [groups]), ...sum];
}

function behindStep<Op extends RuleStep["op"]>(
  op: Op,
  step: Extract<RuleStep, { readonly op: Op }>,
  sizes: Sizes,
  points: Rational | null,
): Sizes {
  return behind[op](step, sizes, points);
}
