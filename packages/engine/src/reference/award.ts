/**
 * An award on one subject: its place in the ranking is within the award's places, its condition holds, and no veto takes
 * awards away. Subjects that tie get the whole amount each; a rubric that shares it divides in `pays`.
 */
import { publishedNumber, publishedNumberText, type Rational } from "@yardstick/exact";
import type { Award, Veto } from "@yardstick/language/core";
import { evaluate, number } from "./expression.js";
import type { Scope } from "./scope.js";
import type { Trace } from "./trace.js";
import type { Pending, Value } from "../values/value.js";
import { isPending, known } from "../values/value.js";

export interface AwardOutcome {
  readonly award: Award;
  /** Place and condition; pending where the subject or the condition is. */
  readonly holds: Value;
  readonly trace: Trace;
  readonly overruledBy: readonly Veto[];
  readonly isGiven: boolean;
  /** Null: not given, or nothing is paid. */
  readonly pays: Rational | Pending | null;
}

/** `place` is the subject's in the award's ranking: null where it has none, pending where the subject is. */
export function awardOutcome(
  award: Award,
  place: number | Pending | null,
  vetoes: readonly Veto[],
  scope: Scope,
): AwardOutcome {
  const holds = awardHolds(award, place, scope);
  const overruledBy = holds === true ? vetoes : [];
  const isGiven = holds === true && overruledBy.length === 0;
  const pays = isGiven && award.pays !== null ? number(award.pays, scope) : null;
  return {
    award,
    holds,
    trace: scope.trace,
    overruledBy,
    isGiven,
    pays: isPending(pays) || pays === null ? pays : publishedNumber(pays, null),
  };
}

/** Also asked of a place that a veto took away, to tell what it cost. */
export function awardHolds(award: Award, place: number | Pending | null, scope: Scope): Value {
  if (isPending(place)) return place;
  if (place === null || place < award.from || place > award.to) return false;
  return award.condition === null ? true : evaluate(award.condition, scope);
}

/** As published: money that repeats for ever to the hundredth, any other amount as it is. */
export function paidText(pays: Rational | Pending | null): string | null {
  const amount = known(pays);
  return amount === null ? null : publishedNumberText(amount, null);
}
