/**
 * Steps on numbers, on one subject: ranges, roundings, coefficients and vetoes, of parts and of the total alike. Each operation has one
 * entry in a table here.
 */
import { clamp, rational, type Rational, roundedBy, ZERO } from "@yardstick/exact";
import type { NumberStep, NumberSteps, RuleStep } from "@yardstick/language/core";
import type { CoefficientOutcome } from "./coefficient.js";
import { Trace } from "./trace.js";
import type { Pending } from "../values/value.js";
import { awaitedBy, isPending, lift } from "../values/value.js";
import type { VetoOutcome } from "./veto.js";

/** What one step did to the subject that is being explained, whether a step of a rule, of a part or of the total. */
export interface StepOutcome {
  readonly step: RuleStep | NumberStep;
  readonly before: Rational | Pending;
  readonly after: Rational | Pending;
  /** The limit of a step of a rule, as it was read; null where it has none, or where it is pending. */
  readonly limit: Rational | null;
  /** Whether the step is shown: it made a difference, or is shown in any case. */
  readonly acted: boolean;
  /** What the condition or the factor of the step read. */
  readonly trace: Trace;
}

/** A number behind some steps. */
export interface Stepped {
  readonly value: Rational | Pending;
  /** Whether one of the steps depends on members of an aggregate that are not known yet. */
  readonly provisional: boolean;
  /** One for each step; empty unless the subject is being explained. */
  readonly outcomes: readonly StepOutcome[];
}

/** What steps ask of the subject. */
export interface StepContext {
  /** Whether the subject is being explained. */
  readonly detailed: boolean;
  coefficient(index: number): CoefficientOutcome;
  veto(index: number): VetoOutcome;
}

/** The value behind one step; `trace` null: it reads nothing. */
interface Taken {
  readonly after: Rational | Pending;
  readonly trace: Trace | null;
  readonly acted: boolean;
}

const NOTHING = new Trace(null);

const take: {
  readonly [Op in keyof NumberSteps]: (
    step: NumberSteps[Op],
    before: Rational | Pending,
    context: StepContext,
  ) => Taken;
} = {
  clamp: ({ min, max }, before) => {
    const bound = (text: string | null) => (text === null ? null : rational(text));
    return compared(
      before,
      lift([before], (value) => clamp(value, bound(min), bound(max))),
    );
  },
  round: ({ step, mode }, before) =>
    compared(
      before,
      lift([before], (value) => roundedBy(mode, value, rational(step))),
    ),
  multiply: ({ coefficient }, before, context) => {
    const { value: factor, trace } = context.coefficient(coefficient);
    return { after: lift([before, factor], (value, by) => value.mul(by)), trace, acted: true };
  },
  veto: ({ veto, zeroes }, before, context) => {
    const { holds, trace } = context.veto(veto);
    const acted = zeroes && holds === true;
    return { after: awaitedBy([before, holds]) ?? (acted ? ZERO : before), trace, acted };
  },
};

function compared(before: Rational | Pending, after: Rational | Pending): Taken {
  return { after, trace: null, acted: !isPending(before) && !isPending(after) && !before.equals(after) };
}

/** A number behind `steps`, in their order. */
export function stepped(steps: readonly NumberStep[], start: Rational | Pending, context: StepContext): Stepped {
  const outcomes: StepOutcome[] = [];
  let value = start;
  let provisional = false;
  for (const step of steps) {
    const before = value;
    const { after, trace, acted } = taken(step.op, step, before, context);
    value = after;
    provisional ||= trace?.provisional === true;
    if (context.detailed) outcomes.push({ step, before, after, limit: null, acted, trace: trace ?? NOTHING });
  }
  return { value, provisional, outcomes };
}

function taken<Op extends keyof NumberSteps>(
  op: Op,
  step: NumberSteps[Op],
  before: Rational | Pending,
  context: StepContext,
): Taken {
  return take[op](step, before, context);
}
