/**
 * A section on one subject: which of its parts concern the subject (variants), what they add up to, and its own rounding.
 * A section has no clamp of its own.
 */
import type { Rational } from "@yardstick/exact";
import { roundedAsStated, type Section } from "@yardstick/language/program";
import type { Sum } from "./section-total.js";
import { evaluate } from "./expression.js";
import type { RoundingOutcome } from "./item.js";
import type { Scope } from "./scope.js";
import { withoutValue } from "./scope.js";
import type { Pending } from "../values/value.js";
import { isPending, lift } from "../values/value.js";

/** The parts that count for this subject: those of the first case that has its level, else of the case without levels. */
export function chosenParts(section: Section, scope: Scope): readonly number[] | Pending {
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
  readonly rounding: RoundingOutcome | null;
  /** Null where none of its parts applies. */
  readonly score: Rational | Pending | null;
}

export function sectionOutcome(section: Section, sum: Sum): SectionOutcome {
  const { decimals, rounding: stated } = section;
  const { total } = sum;
  if (total === null || decimals === null) return { sum, rounding: null, score: total };
  const score = lift([total], (value) => roundedAsStated(value, decimals, stated));
  const rounding = isPending(total) || isPending(score) ? null : { before: total, after: score, decimals, stated };
  return { sum, rounding, score };
}
