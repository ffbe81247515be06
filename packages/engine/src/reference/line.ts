/**
 * One scoring line on one subject: whether it acts, how often, with what effect, and what held the effect back.
 * The order is fixed: conditions; count × amount, by row or in total; `highest per`; the cap; `unless`.
 */
import type { Expression, Line } from "@yardstick/language/program";
import { amount, plainAmount } from "./amount.js";
import { count } from "./count.js";
import { allHold, evaluate, number } from "./expression.js";
import { readsRowOf } from "./expression-tree.js";
import { takesAway } from "./line-effect.js";
import type { Rational } from "./rational.js";
import { ONE, ZERO } from "./rational.js";
import type { Effect } from "./row-effects.js";
import { cappedSum, highestPer, sumOf } from "./row-effects.js";
import type { Scope } from "./scope.js";
import { Trace } from "./trace.js";
import type { Pending, Value } from "./value.js";
import { awaitedBy, isPending, known } from "./value.js";

/** What a restriction held back is signed like the effect: `gross` is `net` and everything held back. */
export interface LineOutcome {
  readonly outcome: "fired" | "not-fired" | "waived" | "pending";
  readonly trace: Trace;
  /** Null where the line does not count, or the count is pending. */
  readonly count: Rational | null;
  /** For one count; null where it differs by row or is pending. */
  readonly amount: Rational | null;
  /** Side rows of an `each` line that acted, with their effects before any restriction. */
  readonly rows: readonly { readonly row: number; readonly effect: Rational | null }[];
  readonly gross: Rational | null;
  readonly highestHeldBack: Rational | null;
  readonly cap: { readonly limit: Rational; readonly heldBack: Rational } | null;
  /** `heldBack` is null where the effect that was waived is itself awaited. */
  readonly waiver: { readonly heldBack: Rational | null; readonly trace: Trace } | null;
  readonly net: Rational | Pending;
}

/** One time that the line may count: a side row, or the line as a whole. */
interface Occurrence {
  readonly row: number | null;
  readonly scope: Scope;
  readonly count: Rational | Pending;
  readonly amount: Rational | Pending;
}

export function lineOutcome(line: Line, scope: Scope): LineOutcome {
  const conditions = allHold(line.conditions, scope);
  if (conditions === false) return notFired(line, scope);
  const occurrences = occurrencesOf(line, scope);
  // Nothing to count does not fire, whatever else is still awaited.
  if (occurrences.length === 0) return notFired(line, scope);

  const effects = effectsOf(line, conditions, occurrences);
  const waiverTrace = new Trace(scope.trace.detailed);
  const spared = then(effects, (all) => withoutWaivedRows(line, all, waiverTrace));
  const greatest = then(spared, (all) => (line.highestPer === null ? all : highestPer(all, line.highestPer.by)));
  const limit = line.cap === null ? null : number(line.cap.amount, scope);
  const capped = then(greatest, (all) =>
    limit === null ? sumOf(all) : then(limit, (most) => cappedSum(all, most, line.cap?.per ?? null)),
  );
  const waived = isPending(capped) || !capped.equals(0) ? wholeLineWaived(line, scope.noting(waiverTrace)) : false;
  const net = waived === true ? ZERO : (awaitedBy([capped, waived]) ?? capped);

  const gross = known(then(effects, sumOf));
  const afterRows = known(then(spared, sumOf));
  const afterHighest = known(then(greatest, sumOf));
  const rowsHeldBack = difference(gross, afterRows);
  const isSpared = rowsHeldBack !== null && !rowsHeldBack.equals(0);
  const isWaived = waived === true || (isSpared && afterRows?.equals(0) === true);
  const heldBack = waived === true ? known(capped) : rowsHeldBack;
  if (isWaived || isSpared) scope.trace.provisional ||= waiverTrace.provisional;
  else scope.trace.take(waiverTrace);
  return {
    outcome: isPending(net) ? "pending" : isWaived ? "waived" : hasActed(line, gross) ? "fired" : "not-fired",
    trace: scope.trace,
    count:
      line.each === null && line.per === null
        ? null
        : known(awaitedBy(occurrences.map((occurrence) => occurrence.count)) ?? totalCount(occurrences)),
    amount: commonAmount(occurrences),
    rows: occurrences.flatMap(({ row }, index) =>
      row === null ? [] : [{ row, effect: isPending(effects) ? null : (effects[index]?.effect ?? null) }],
    ),
    gross,
    highestHeldBack: line.highestPer === null ? null : difference(afterRows, afterHighest),
    cap: capOutcome(known(limit), difference(afterHighest, known(capped))),
    waiver: isWaived || isSpared ? { heldBack, trace: waiverTrace } : null,
    net,
  };
}

/** The times the line may count. Rows that do not meet `where`, counts of 0 and judgements not given are left out. */
function occurrencesOf(line: Line, scope: Scope): readonly Occurrence[] {
  const occurrence = (row: number | null, at: Scope, meets: Value): readonly Occurrence[] => {
    if (meets === false) return [];
    const times = isPending(meets) ? meets : line.per === null ? ONE : count(line.per, at);
    if (!isPending(times) && times.equals(0)) return [];
    const points = amount(line, at);
    return points === null ? [] : [{ row, scope: at, count: times, amount: points }];
  };
  const { each } = line;
  if (each === null) return occurrence(null, scope, true);
  return scope.rows(each.list).flatMap((row) => {
    const at = scope.atRow(each.list, row);
    return occurrence(row, at, each.where === null ? true : evaluate(each.where, at));
  });
}

/** Signed effects of the occurrences. */
function effectsOf(line: Line, conditions: Value, occurrences: readonly Occurrence[]): readonly Effect[] | Pending {
  const pending = awaitedBy([
    conditions,
    ...occurrences.flatMap((occurrence) => [occurrence.count, occurrence.amount]),
  ]);
  if (pending !== null) return pending;
  return occurrences.map(({ row, scope, count: times, amount: points }) => {
    const size = (times as Rational).mul(points as Rational);
    return { row, scope, effect: takesAway[line.effect] ? size.neg() : size };
  });
}

/** Whether `unless` is asked of each side row, because it reads the row, or once of the line as a whole. */
function isAskedOfRows(line: Line, unless: Expression): boolean {
  return line.each !== null && readsRowOf(line.each.list, unless);
}

/** A waiver that reads the row spares that row alone, before `highest per` and the cap. */
function withoutWaivedRows(line: Line, effects: readonly Effect[], trace: Trace): readonly Effect[] | Pending {
  const condition = line.unless?.condition;
  if (condition === undefined || !isAskedOfRows(line, condition)) return effects;
  const waived = effects.map(({ scope }) => evaluate(condition, scope.noting(trace)));
  return awaitedBy(waived) ?? effects.filter((_, index) => waived[index] === false);
}

/** Any other waiver spares everything that is left after the cap. */
function wholeLineWaived(line: Line, scope: Scope): Value {
  const condition = line.unless?.condition;
  return condition === undefined || isAskedOfRows(line, condition) ? false : evaluate(condition, scope);
}

function notFired(line: Line, scope: Scope): LineOutcome {
  return {
    outcome: "not-fired",
    trace: scope.trace,
    count: line.each === null && line.per === null ? null : ZERO,
    amount: scope.trace.detailed ? plainAmount(line, scope) : null,
    rows: [],
    gross: ZERO,
    highestHeldBack: null,
    cap: null,
    waiver: null,
    net: ZERO,
  };
}

/** Earning 0 is a result; deducting or adding 0 is nothing. */
function hasActed(line: Line, gross: Rational | null): boolean {
  return line.effect === "earn" || gross?.equals(0) === false;
}

function totalCount(occurrences: readonly Occurrence[]): Rational {
  return occurrences.reduce((sum, occurrence) => sum.add(occurrence.count as Rational), ZERO);
}

function commonAmount(occurrences: readonly Occurrence[]): Rational | null {
  const [first, ...others] = occurrences.map((occurrence) => occurrence.amount);
  if (first === undefined || isPending(first)) return null;
  return others.every((other) => !isPending(other) && other.equals(first)) ? first : null;
}

function capOutcome(limit: Rational | null, heldBack: Rational | null): LineOutcome["cap"] {
  return limit === null || heldBack === null ? null : { limit, heldBack };
}

function difference(before: Rational | null, after: Rational | null): Rational | null {
  return before === null || after === null ? null : before.sub(after);
}

function then<T, U>(value: T | Pending, work: (known: T) => U | Pending): U | Pending {
  return isPending(value) ? value : work(value);
}
