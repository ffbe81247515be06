/**
 * One scoring line on one subject: whether it acts, how often, with what effect, and what its suffixes made of the effect.
 * The order is fixed: conditions; count × amount, by row or in total; the steps of its suffixes.
 */
import { ONE, type Rational, ZERO } from "@yardstick/exact";
import type { Rule } from "@yardstick/language/core";
import { amount, isAbsent, plainAmount } from "./amount.js";
import { count } from "./count.js";
import { allHold, evaluate } from "./expression.js";
import type { Effect, RuleStepOutcome } from "./restriction.js";
import { restricted, sumOf } from "./restriction.js";
import type { Scope } from "./scope.js";
import type { Trace } from "./trace.js";
import type { Pending, Value } from "../values/value.js";
import { awaitedBy, isPending, known } from "../values/value.js";

export interface LineOutcome {
  readonly trace: Trace;
  readonly net: Rational | Pending;
  /** Null unless the subject is being explained. */
  readonly detail: LineDetail | null;
}

/** What an explanation shows beside the effect. */
export interface LineDetail {
  readonly outcome: "fired" | "not-fired" | "waived" | "pending";
  /** Null where the line does not count, or the count is pending. */
  readonly count: Rational | null;
  /** For one count; null where it differs by row or is pending. */
  readonly amount: Rational | null;
  /** Side rows of an `each` line that acted, with their effects before any step. */
  readonly rows: readonly { readonly row: number; readonly effect: Rational | null }[];
  /** Before all steps; `gross` is `net` and everything that the steps held back. */
  readonly gross: Rational | null;
  /** In the order of their turns; none where the line did not fire. */
  readonly steps: readonly RuleStepOutcome[];
}

/** One time that the line may count: a side row, or the line as a whole. */
interface Occurrence {
  readonly row: number | null;
  readonly scope: Scope;
  readonly count: Rational | Pending;
  readonly amount: Rational | Pending;
}

export function lineOutcome(rule: Rule, scope: Scope): LineOutcome {
  const conditions = allHold(rule.when, scope);
  // Nothing to count does not fire, whatever else is still pending.
  const occurrences = conditions === false ? [] : occurrencesOf(rule, scope);
  if (occurrences.length === 0) {
    const detail = scope.trace.detailed ? notFired(rule, scope) : null;
    return { trace: scope.trace, net: ZERO, detail };
  }
  const effects = effectsOf(rule, conditions, occurrences);
  const steps: RuleStepOutcome[] | null = scope.trace.detailed ? [] : null;
  const net = restricted(rule.steps, effects, scope, steps);
  return { trace: scope.trace, net, detail: steps === null ? null : detailOf(rule, occurrences, effects, steps, net) };
}

function detailOf(
  rule: Rule,
  occurrences: readonly Occurrence[],
  effects: readonly Effect[] | Pending,
  steps: readonly RuleStepOutcome[],
  net: Rational | Pending,
): LineDetail {
  const gross = isPending(effects) ? null : sumOf(effects);
  const isWaived = steps.some((step) => step.isWaived);
  return {
    outcome: isPending(net) ? "pending" : isWaived ? "waived" : hasActed(rule, gross) ? "fired" : "not-fired",
    count:
      rule.rows === null && rule.count === null
        ? null
        : known(awaitedBy(occurrences.map((occurrence) => occurrence.count)) ?? totalCount(occurrences)),
    amount: commonAmount(occurrences),
    rows: occurrences.flatMap(({ row }, index) =>
      row === null ? [] : [{ row, effect: isPending(effects) ? null : (effects[index]?.effect ?? null) }],
    ),
    gross,
    steps,
  };
}

/** The times the line may count. Rows that do not meet `where`, counts of 0 and judgements not given are left out. */
function occurrencesOf(rule: Rule, scope: Scope): readonly Occurrence[] {
  const occurrence = (row: number | null, at: Scope, meets: Value): readonly Occurrence[] => {
    if (meets === false) return [];
    const times = isPending(meets) ? meets : rule.count === null ? ONE : count(rule.count, at);
    if (!isPending(times) && times.equals(0)) return [];
    return isAbsent(rule, at) ? [] : [{ row, scope: at, count: times, amount: amount(rule, at) }];
  };
  const { rows } = rule;
  if (rows === null) return occurrence(null, scope, true);
  return scope.rows(rows.list).flatMap((row) => {
    const at = scope.atRow(rows.list, row);
    return occurrence(row, at, rows.where === null ? true : evaluate(rows.where, at));
  });
}

/** Signed effects of the occurrences. */
function effectsOf({ sign }: Rule, conditions: Value, occurrences: readonly Occurrence[]): readonly Effect[] | Pending {
  const pending = awaitedBy([
    conditions,
    ...occurrences.flatMap((occurrence) => [occurrence.count, occurrence.amount]),
  ]);
  if (pending !== null) return pending;
  return occurrences.map(({ row, scope, count: times, amount: points }) => {
    const size = (times as Rational).mul(points as Rational);
    return { row, scope, effect: sign < 0 ? size.neg() : size };
  });
}

function notFired(rule: Rule, scope: Scope): LineDetail {
  return {
    outcome: "not-fired",
    count: rule.rows === null && rule.count === null ? null : ZERO,
    amount: plainAmount(rule, scope),
    rows: [],
    gross: ZERO,
    steps: [],
  };
}

/** Earning 0 is a result; deducting or adding 0 is nothing. */
function hasActed({ earns }: Rule, gross: Rational | null): boolean {
  return earns || gross?.equals(0) === false;
}

function totalCount(occurrences: readonly Occurrence[]): Rational {
  return occurrences.reduce((sum, occurrence) => sum.add(occurrence.count as Rational), ZERO);
}

function commonAmount(occurrences: readonly Occurrence[]): Rational | null {
  const [first, ...others] = occurrences.map((occurrence) => occurrence.amount);
  if (first === undefined || isPending(first)) return null;
  return others.every((other) => !isPending(other) && other.equals(first)) ? first : null;
}
