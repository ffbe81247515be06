/**
 * How many times a line can count and how many points one count and all together can be, before any data is there.
 */
import { larger, ONE, rational, type Rational, ZERO } from "@yardstick/exact";
import type { Per } from "../program/program.js";
import type { Checker, LineDraft } from "./checker.js";
import { isWhole, type Knowledge, rangeOf } from "./expression-range.js";
import { closed, everything, type Interval, single } from "./interval.js";
import { againstLimit } from "./limit-measure.js";

/** Points of one count, as a size. Null where nothing can be said: a proportion reaches as far as its ratio. */
function amountRange(checker: Checker, line: LineDraft, knowledge: Knowledge): Interval | null {
  const { amount } = line;
  switch (amount?.kind) {
    case undefined:
    case "proportion":
    case "open":
      return null;
    case "expression":
      return rangeOf(checker, amount.value, knowledge);
    case "judgement": {
      const type = checker.draft.fields[amount.field]?.type;
      if (type?.kind !== "number") return null;
      return closed(type.min === null ? null : rational(type.min), type.max === null ? null : rational(type.max));
    }
  }
}

/** The most a line can come to, caps aside; null where unbounded. */
export function mostOf(checker: Checker, line: LineDraft, knowledge: Knowledge): Rational | null {
  const amount = amountRange(checker, line, knowledge)?.max ?? null;
  const count = countRange(checker, line, knowledge).max;
  return amount === null || count === null ? null : amount.mul(count);
}

/** The least effect of a line where it counts; null where that has no lower bound. */
export function leastWhenActing(checker: Checker, line: LineDraft, knowledge: Knowledge): Rational | null {
  const amount = amountRange(checker, line, knowledge)?.min ?? null;
  const { per } = line;
  const inWholes = per === null || per.whole || (isWhole(checker, per.of) && limitsAreWhole(checker, per));
  return inWholes ? amount : null;
}

function limitsAreWhole(checker: Checker, { measure, step }: Per): boolean {
  if (rational(step).compare(ONE) !== 0) return false;
  if (measure.kind === "all") return true;
  const limits = measure.kind === "between" ? [measure.from, measure.to] : [measure.limit];
  return limits.every((limit) => limit === null || isWhole(checker, limit));
}

function countRange(checker: Checker, line: LineDraft, knowledge: Knowledge): Interval {
  if (line.each !== null) return closed(ZERO, null);
  if (line.per === null) return single(ONE);
  const { per } = line;
  const measured = measuredRange(checker, per, rangeOf(checker, per.of, knowledge), knowledge);
  const steps = measured.max?.div(rational(per.step)) ?? null;
  return closed(ZERO, steps === null ? null : per.whole ? steps.floor() : steps);
}

function measuredRange(checker: Checker, { measure }: Per, of: Interval, knowledge: Knowledge): Interval {
  switch (measure.kind) {
    case "all":
      return of;
    case "between": {
      const from = measure.from === null ? null : rangeOf(checker, measure.from, knowledge).min;
      const to = measure.to === null ? of.max : rangeOf(checker, measure.to, knowledge).max;
      return from === null || to === null ? everything : closed(ZERO, larger(to.sub(from), ZERO));
    }
    default:
      return againstLimit[measure.kind](of, rangeOf(checker, measure.limit, knowledge));
  }
}
