/**
 * Steps as explanations show them, whether of a rule, of a part or of the total.
 */
import { rational, type Rational, rationalText } from "@yardstick/exact";
import type { DataModel, Expression } from "@yardstick/language/core";
import type { StepExplanation } from "../data/explanation.js";
import type { StepOutcome } from "../reference/step.js";
import type { Subject } from "../reference/subject.js";
import { at } from "../values/internal-error.js";
import { known } from "../values/value.js";

export function exactOrNull(value: Rational | null): string | null {
  return value === null ? null : rationalText(value);
}

/** Those that acted, in the order in which they act. */
export function explainSteps(outcomes: readonly StepOutcome[], subject: Subject): readonly StepExplanation[] {
  return outcomes.filter(({ acted }) => acted).map((outcome) => explainStep(outcome, subject));
}

export function explainStep(outcome: StepOutcome, subject: Subject): StepExplanation {
  const { step, trace } = outcome;
  const [before, after] = [known(outcome.before), known(outcome.after)];
  const { name, limit } = ownOf(outcome, subject);
  return {
    role: step.role,
    span: step.span,
    name,
    limit: exactOrNull(limit),
    per: step.op === "hold-groups" ? groupingText(subject.program, step.by) : null,
    before: exactOrNull(before),
    after: exactOrNull(after),
    heldBack: before === null || after === null ? null : rationalText(before.sub(after)),
    reads: trace.reads,
  };
}

/** What only some steps have: the name of a coefficient or a veto, and the number that the step acts with. */
function ownOf(
  { step, before, after, limit }: StepOutcome,
  subject: Subject,
): { name: string | null; limit: Rational | null } {
  switch (step.op) {
    case "clamp": {
      const [sum, held] = [known(before), known(after)];
      const bound =
        sum === null || held === null || sum.equals(held) ? null : sum.compare(held) > 0 ? step.max : step.min;
      return { name: null, limit: bound === null ? null : rational(bound) };
    }
    case "multiply": {
      const { coefficient, value } = subject.coefficient(step.coefficient);
      return { name: coefficient.name, limit: known(value) };
    }
    case "veto":
      return { name: at(subject.program.vetoes, step.veto).name, limit: null };
    default:
      return { name: null, limit };
  }
}

/** What a cap is per, in the author's names: a column, `month(日期)`. */
function groupingText(program: DataModel, by: Expression): string | null {
  if (by.kind === "row-field") return at(at(program.lists, by.list).columns, by.column).name;
  if (by.kind === "field") return at(program.fields, by.field).name;
  if (by.kind !== "apply") return null;
  return `${by.name}(${by.args.map((argument) => groupingText(program, argument) ?? "…").join(", ")})`;
}
