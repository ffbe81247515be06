/**
 * A section on one subject: which of its parts concern the subject (variants), what they add up to, and the steps from there to its
 * score.
 */
import type { Rational } from "@yardstick/exact";
import type { SectionNode } from "@yardstick/language/core";
import type { Sum } from "./section-total.js";
import { evaluate } from "./expression.js";
import type { Scope } from "./scope.js";
import { withoutValue } from "./scope.js";
import { stepped, type StepContext, type StepOutcome } from "./step.js";
import type { Pending } from "../values/value.js";
import { isPending } from "../values/value.js";

/** The parts that count for this subject: those of the first case that has its level, else of the case without levels. */
export function chosenParts(section: SectionNode, scope: Scope): readonly number[] | Pending {
  if (section.variants === null) return section.parts;
  const level = evaluate(section.variants.by, scope);
  if (isPending(level)) return level;
  const { cases } = section.variants;
  const chosen =
    cases.find(({ levels }) => levels?.some((each) => each === level)) ?? cases.find(({ levels }) => levels === null);
  return chosen?.parts ?? withoutValue(scope.owner, "no-band");
}

export interface SectionOutcome {
  readonly sum: Sum;
  /** Kept for a subject that is being explained; otherwise empty. */
  readonly steps: readonly StepOutcome[];
  /** Null where none of its parts applies. */
  readonly score: Rational | Pending | null;
  readonly provisional: boolean;
}

export function sectionOutcome({ steps }: SectionNode, sum: Sum, context: StepContext): SectionOutcome {
  if (sum.total === null) return { sum, steps: [], score: null, provisional: false };
  const { value, outcomes, provisional } = stepped(steps, sum.total, context);
  return { sum, steps: outcomes, score: value, provisional };
}
