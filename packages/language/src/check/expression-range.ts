/**
 * Between what an expression's value must lie, by the ranges of the fields it reads and the conditions known to hold.
 * Never too narrow: where nothing can be said, the interval is unbounded.
 */
import { ONE, rational, type Rational, ZERO } from "@yardstick/exact";
import type { Aggregate, Apply, Arithmetic, Cohort, Expression, FieldType, ReferenceRead } from "../program/index.js";
import type { Checker } from "./checker.js";
import { assertNever } from "./assert-never.js";
import { usedTotal } from "./used-result.js";
import { constantOf, reckon } from "./constant-value.js";
import {
  closed,
  everything,
  hull,
  type Interval,
  intersection,
  negated,
  over,
  plus,
  single,
  times,
} from "./interval.js";

/** What is known at the position of the expression. */
export interface Knowledge {
  /** Points of the item at hand. */
  readonly points: Rational | null;
  /** By `shapeOf` of an expression: what conditions that hold say of its value. */
  readonly held: ReadonlyMap<string, Interval>;
  /** Shapes of expressions that are not zero. */
  readonly nonzero: ReadonlySet<string>;
}

export const nothingKnown: Knowledge = { points: null, held: new Map(), nonzero: new Set() };

const upFromZero = closed(ZERO, null);
const upFromOne = closed(ONE, null);

export function rangeOf(checker: Checker, expression: Expression, knowledge: Knowledge): Interval {
  const own = tamed(ownRange(checker, expression, knowledge));
  if (knowledge.held.size === 0) return own;
  const held = knowledge.held.get(shapeOf(expression));
  return held === undefined ? own : intersection(own, held);
}

function ownRange(checker: Checker, expression: Expression, knowledge: Knowledge): Interval {
  const { draft } = checker;
  switch (expression.kind) {
    case "number":
      return single(rational(expression.value));
    case "field":
      return fieldRange(draft.fields[expression.field]?.type ?? null);
    case "row-field":
      return fieldRange(draft.lists[expression.list]?.columns[expression.column]?.type ?? null);
    case "constant":
      return fieldRange(draft.constants[expression.constant]?.type ?? null);
    case "reference":
      return referenceRange(checker, expression.to);
    case "full":
      return knowledge.points === null ? upFromZero : single(knowledge.points);
    case "share":
      return times(
        rangeOf(checker, expression.operand, knowledge),
        knowledge.points === null ? upFromZero : single(knowledge.points),
      );
    case "negate":
      return negated(rangeOf(checker, expression.operand, knowledge));
    case "arithmetic":
      return arithmeticRange(checker, expression, knowledge);
    case "bands":
      return [
        ...expression.rows.map((row) => row.value),
        ...(expression.otherwise === null ? [] : [expression.otherwise]),
      ]
        .map((value) => rangeOf(checker, value, knowledge))
        .reduce(hull);
    case "apply":
      return applyRange(checker, expression, knowledge);
    case "aggregate":
      return aggregateRange(checker, expression);
    case "cohort":
      return cohortRange(checker, expression);
    case "running":
      return upFromZero;
    default:
      return everything;
  }
}

function fieldRange(type: FieldType | null): Interval {
  if (type?.kind !== "number") return everything;
  const min = type.min === null ? (type.form === "count" ? ZERO : null) : rational(type.min);
  const range = closed(min, type.max === null ? null : rational(type.max));
  return type.orZero === true ? hull(range, single(ZERO)) : range;
}

function referenceRange(checker: Checker, to: ReferenceRead["to"]): Interval {
  const { draft } = checker;
  switch (to.kind) {
    case "let":
      return draft.lets[to.index]?.range ?? everything;
    case "part-score":
      return partRange(checker, to.part);
    case "part-points": {
      const points = draft.parts[to.part]?.points ?? null;
      return points === null ? upFromZero : single(points);
    }
    case "place":
      return upFromOne;
    case "award":
      return upFromZero;
    case "score":
      return checker.scoreRange ?? everything;
    case "used":
      return usedRange(checker, to);
    case "output":
    case "last":
    case "grade":
    case "vetoed":
      return everything;
    default:
      return assertNever(to);
  }
}

/** Of a used rubric the total is known. */
function usedRange(checker: Checker, { use, result }: Extract<ReferenceRead["to"], { kind: "used" }>): Interval {
  const path = checker.draft.uses[use]?.path;
  const total = path === undefined ? null : (checker.uses.get(path)?.total ?? null);
  return result === usedTotal && total !== null ? single(rational(total)) : everything;
}

/** Of an item: the range that limits its sum. A section's bounds would need all its parts, so it has none here. */
function partRange(checker: Checker, index: number): Interval {
  const part = checker.draft.parts[index];
  if (part === undefined || part.node.kind === "section" || part.applies !== null) return everything;
  return closed(part.min, part.max);
}

/** A chain leans to the left, so it is walked, not recursed into. */
function arithmeticRange(checker: Checker, expression: Arithmetic, knowledge: Knowledge): Interval {
  const steps: Arithmetic[] = [];
  let first: Expression = expression;
  while (first.kind === "arithmetic") {
    steps.push(first);
    first = first.left;
  }
  return steps
    .reverse()
    .reduce(
      (left, step) => tamed(stepRange(step.op, left, rangeOf(checker, step.right, knowledge))),
      rangeOf(checker, first, knowledge),
    );
}

function stepRange(op: Arithmetic["op"], left: Interval, right: Interval): Interval {
  switch (op) {
    case "+":
      return plus(left, right);
    case "-":
      return plus(left, negated(right));
    case "*":
      return times(left, right);
    case "/":
      return over(left, right);
    case "^":
      return powerRange(left, right);
  }
}

function powerRange(base: Interval, exponent: Interval): Interval {
  if (base.min === null || base.min.compare(0) < 0 || exponent.min === null) return everything;
  const max = base.max === null ? null : reckon("^", base.max, exponent.min);
  return closed(reckon("^", base.min, exponent.min), max);
}

/** Numbers with hundreds of digits say nothing a user would check. */
function tamed(interval: Interval): Interval {
  const isTame = (value: Rational | null): boolean =>
    value === null || (value.abs().numerator < tooLong && value.denominator < tooLong);
  return isTame(interval.min) && isTame(interval.max) ? interval : everything;
}

const tooLong = 10n ** 200n;

function applyRange(checker: Checker, { name, args }: Apply, knowledge: Knowledge): Interval {
  const ranges = args.map((arg) => rangeOf(checker, arg, knowledge));
  const [first = everything] = ranges;
  switch (name) {
    case "max":
      return ranges.reduce((a, b) => negated(lesser(negated(a), negated(b))));
    case "min":
      return ranges.reduce(lesser);
    case "abs":
      return first.min !== null && first.min.compare(0) >= 0 ? first : upFromZero;
    case "round":
    case "round-to":
    case "round-down":
    case "round-up":
    case "round-even":
    case "round-floor":
    case "round-ceiling":
      return first.min !== null && first.min.compare(0) >= 0 ? upFromZero : everything;
    case "month":
      return closed(ONE, rational("12"));
    case "quarter":
      return closed(ONE, rational("4"));
    case "weekday":
      return closed(ONE, rational("7"));
    case "year":
      return upFromOne;
    case "days":
    case "plus-days":
    case "root":
    case "months":
      return everything;
    case "one-read":
      return first;
  }
}

/** Range of the smaller of two values. */
function lesser(a: Interval, b: Interval): Interval {
  const low = hull(a, b);
  const high = intersection({ ...a, min: null, minOpen: false }, { ...b, min: null, minOpen: false });
  return { min: low.min, minOpen: low.minOpen, max: high.max, maxOpen: high.maxOpen };
}

function aggregateRange(checker: Checker, { name, value }: Aggregate): Interval {
  const each = value === null ? everything : rangeOf(checker, value, nothingKnown);
  switch (name) {
    case "count":
      return upFromZero;
    case "share":
      return closed(ZERO, ONE);
    case "average":
    case "median":
      return each;
    case "sum":
      return each.min !== null && each.min.compare(0) >= 0 ? upFromZero : everything;
    default:
      return everything;
  }
}

function cohortRange(checker: Checker, { name, value, where }: Cohort): Interval {
  const each = value === null ? everything : rangeOf(checker, value, nothingKnown);
  switch (name) {
    case "median":
      return each;
    case "rank":
      return upFromOne;
    case "count":
      return where === null ? upFromOne : upFromZero;
    case "total":
      return each.min !== null && each.min.compare(0) >= 0 ? upFromZero : everything;
    default:
      return each;
  }
}

/** Whether the value is always a whole number. */
export function isWhole(checker: Checker, expression: Expression): boolean {
  const isCount = (type: FieldType | null | undefined): boolean => type?.kind === "number" && type.form === "count";
  switch (expression.kind) {
    case "number":
      return rational(expression.value).isWhole();
    case "field":
      return isCount(checker.draft.fields[expression.field]?.type);
    case "row-field":
      return isCount(checker.draft.lists[expression.list]?.columns[expression.column]?.type);
    case "constant":
      return isCount(checker.draft.constants[expression.constant]?.type);
    case "reference":
      return expression.to.kind === "place";
    case "aggregate":
      return (
        expression.name === "count" ||
        (expression.name === "sum" && expression.value !== null && isWhole(checker, expression.value))
      );
    case "cohort":
      return (expression.name === "rank" && expression.ties !== "average") || expression.name === "count";
    case "running":
      return true;
    case "apply":
      return (
        (expression.name === "one-read" && expression.args.every((arg) => isWhole(checker, arg))) ||
        (expression.name === "round-floor" && roundsToWhole(expression)) ||
        expression.name === "month" ||
        expression.name === "quarter" ||
        expression.name === "weekday" ||
        expression.name === "year" ||
        expression.name === "days"
      );
    default:
      return false;
  }
}

function roundsToWhole({ args: [, step] }: Apply): boolean {
  return step !== undefined && constantOf(step, null)?.isWhole() === true;
}

const shapes = new WeakMap<Expression, string>();

/** Equal for expressions that read and compute the same, whatever their position. */
export function shapeOf(expression: Expression): string {
  const before = shapes.get(expression);
  if (before !== undefined) return before;
  const shape = JSON.stringify(expression, (key, value: unknown) =>
    key === "span" || key === "type" ? undefined : value,
  );
  shapes.set(expression, shape);
  return shape;
}
