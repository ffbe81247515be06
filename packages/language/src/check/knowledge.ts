/**
 * What conditions that hold say of values, and what can be said of a condition before any data is there.
 * Conditions in, knowledge out; used to see guarded divisions and conditions that can never (or always) hold.
 */
import { ZERO } from "@yardstick/exact";
import type { Comparison, Expression } from "../program/expression.js";
import type { Checker } from "./checker.js";
import { type Knowledge, rangeOf, shapeOf } from "./expression-range.js";
import { contains, everything, type Interval, intersection, isEmpty } from "./interval.js";

/** Adds to what is known that a condition holds (or, with `holds` false, does not). */
export function assume(checker: Checker, knowledge: Knowledge, condition: Expression, holds = true): Knowledge {
  const held = new Map(knowledge.held);
  const nonzero = new Set(knowledge.nonzero);
  const pending: { readonly condition: Expression; readonly holds: boolean }[] = [{ condition, holds }];
  for (let top = pending.pop(); top !== undefined; top = pending.pop()) {
    const { condition: one } = top;
    if (one.kind === "not") pending.push({ condition: one.operand, holds: !top.holds });
    else if (one.kind === "logic" && (one.op === "and") === top.holds) {
      pending.push({ condition: one.left, holds: top.holds }, { condition: one.right, holds: top.holds });
    } else if (one.kind === "comparison" && one.left.type.kind === "number") {
      const op = top.holds ? one.op : opposite[one.op];
      learn(checker, knowledge, one.left, op, one.right, { held, nonzero });
      learn(checker, knowledge, one.right, mirrored[op], one.left, { held, nonzero });
    }
  }
  return { points: knowledge.points, held, nonzero };
}

const opposite: Readonly<Record<Comparison["op"], Comparison["op"]>> = {
  "=": "≠",
  "≠": "=",
  "<": "≥",
  "≤": ">",
  ">": "≤",
  "≥": "<",
};
const mirrored: Readonly<Record<Comparison["op"], Comparison["op"]>> = {
  "=": "=",
  "≠": "≠",
  "<": ">",
  "≤": "≥",
  ">": "<",
  "≥": "≤",
};

interface Learnt {
  readonly held: Map<string, Interval>;
  readonly nonzero: Set<string>;
}

function learn(
  checker: Checker,
  knowledge: Knowledge,
  about: Expression,
  op: Comparison["op"],
  other: Expression,
  learnt: Learnt,
): void {
  if (about.kind === "number") return;
  const shape = shapeOf(about);
  const range = rangeOf(checker, other, knowledge);
  if (op === "≠") {
    if (range.min?.equals(0) === true && range.max?.equals(0) === true) learnt.nonzero.add(shape);
    return;
  }
  const bound = boundedBy(op, range);
  const before = learnt.held.get(shape) ?? everything;
  learnt.held.set(shape, intersection(before, bound));
}

/** What `x op y` says of x, where y lies in the range. */
function boundedBy(op: Comparison["op"], { min, minOpen, max, maxOpen }: Interval): Interval {
  switch (op) {
    case "=":
      return { min, minOpen, max, maxOpen };
    case "<":
    case "≤":
      return { ...everything, max, maxOpen: op === "<" || maxOpen };
    case ">":
    case "≥":
      return { ...everything, min, minOpen: op === ">" || minOpen };
    case "≠":
      return everything;
  }
}

/** Whether an expression can be zero, for all that is known. */
export function canBeZero(checker: Checker, expression: Expression, knowledge: Knowledge): boolean {
  if (knowledge.nonzero.has(shapeOf(expression))) return false;
  return contains(rangeOf(checker, expression, knowledge), ZERO);
}

/** Whether a condition always holds, never holds, or (null) depends on the data. */
export function truthOf(checker: Checker, condition: Expression, knowledge: Knowledge): boolean | null {
  switch (condition.kind) {
    case "flag":
      return condition.value;
    case "not": {
      const truth = truthOf(checker, condition.operand, knowledge);
      return truth === null ? null : !truth;
    }
    case "logic":
      return truthOfChain(checker, condition, knowledge);
    case "comparison":
      return condition.left.type.kind === "number" ? truthOfComparison(checker, condition, knowledge) : null;
    default:
      return null;
  }
}

/** A chain leans to the left, so it is walked, not recursed into. */
function truthOfChain(
  checker: Checker,
  condition: Extract<Expression, { kind: "logic" }>,
  knowledge: Knowledge,
): boolean | null {
  const steps: Extract<Expression, { kind: "logic" }>[] = [];
  let first: Expression = condition;
  while (first.kind === "logic") {
    steps.push(first);
    first = first.left;
  }
  let truth = truthOf(checker, first, knowledge);
  for (const step of steps.reverse()) {
    const right = truthOf(checker, step.right, knowledge);
    const deciding = step.op === "or";
    if (truth === deciding || right === deciding) truth = deciding;
    else truth = truth === null || right === null ? null : !deciding;
  }
  return truth;
}

function truthOfComparison(checker: Checker, { op, left, right }: Comparison, knowledge: Knowledge): boolean | null {
  const a = rangeOf(checker, left, knowledge);
  const b = rangeOf(checker, right, knowledge);
  if (canHold(op, a, b)) return canHold(opposite[op], a, b) ? null : true;
  return false;
}

/** Whether the relation holds for some x in `a` and y in `b`. */
function canHold(op: Comparison["op"], a: Interval, b: Interval): boolean {
  switch (op) {
    case "=":
      return !isEmpty(intersection(a, b));
    case "≠":
      return !(
        a.min !== null &&
        a.max !== null &&
        b.min !== null &&
        b.max !== null &&
        a.min.equals(a.max) &&
        b.min.equals(b.max) &&
        a.min.equals(b.min)
      );
    case "<":
      return a.min === null || b.max === null || a.min.compare(b.max) < 0;
    case "≤":
      return (
        a.min === null ||
        b.max === null ||
        a.min.compare(b.max) < 0 ||
        (a.min.equals(b.max) && !a.minOpen && !b.maxOpen)
      );
    case ">":
      return canHold("<", b, a);
    case "≥":
      return canHold("≤", b, a);
  }
}
