/**
 * The value of an expression in its surroundings: exact, three-valued, one case for each kind. What the rows, other
 * subjects and earlier periods answer is the scope's affair.
 */
import { power, rational, type Rational } from "@yardstick/exact";
import {
  type Aggregate,
  type Apply,
  type Arithmetic,
  type Expression,
  type IsNone,
  operandsOf,
  visit,
} from "@yardstick/language/core";
import { bands } from "./bands.js";
import { compared } from "../values/comparison.js";
import { apply } from "./functions.js";
import { assertNever, at, InternalError } from "../values/internal-error.js";
import { aggregateRows, countBounds } from "./row-aggregates.js";
import { type ReadNode, Trace } from "./trace.js";
import type { Scope } from "./scope.js";
import { withoutValue } from "./scope.js";
import type { Value } from "../values/value.js";
import { and, asNumber, isPending, lift, not, or, Pending, Series } from "../values/value.js";

export function evaluate(node: Expression, scope: Scope): Value {
  switch (node.kind) {
    case "number":
      return rational(node.value);
    case "text":
    case "flag":
    case "date":
    case "level":
      return node.value;
    case "field":
      return noted(node, scope.field(node.field), scope);
    case "row-field":
      return scope.cell(node.list, node.column);
    case "constant":
      return noted(node, scope.constant(node.constant), scope);
    case "reference":
      return noted(node, scope.result(node), scope);
    case "cohort":
      return noted(node, scope.across(node), scope);
    case "previous":
      return noted(node, scope.previous(node.operand), scope);
    case "running":
      return noted(node, scope.running(node.condition), scope);
    case "full":
      return fullPoints(scope);
    case "share":
      return lift([number(node.operand, scope)], (share) => share.mul(fullPoints(scope)));
    case "negate":
      return lift([number(node.operand, scope)], (value) => value.neg());
    case "not":
      return not(evaluate(node.operand, scope));
    case "arithmetic":
      return arithmetic(node, scope);
    case "comparison":
      return compared(node.op, evaluate(node.left, scope), evaluate(node.right, scope));
    case "logic":
      return (node.op === "and" ? and : or)(evaluate(node.left, scope), () => evaluate(node.right, scope));
    case "bands":
      return bands(
        node,
        (expression) => evaluate(expression, scope),
        () => withoutValue(scope.owner, node.isCalendar === true ? "no-calendar" : "no-band"),
      );
    case "apply":
      return scope.trace.detailed && READ.test(node.name) ? asOneRead(node, scope) : applied(node, scope);
    case "aggregate":
      return noted(node, aggregate(node, scope), scope);
    case "is-none":
      return isNone(node, scope);
    default:
      return assertNever(node);
  }
}

/** What explanations list as one value: deviations, percentiles and working days; days, months and weekdays, which cannot be seen from dates. */
const READ = /root|one-read|day|months/;

function applied(node: Apply, scope: Scope): Value {
  const args = node.args.map((argument) => evaluate(argument, scope));
  return apply(node.name, args, () => withoutValue(scope.owner, "division-by-zero"));
}

/** What it is made of is read inside; what it comes to is the value read. */
function asOneRead(node: Apply, scope: Scope): Value {
  const trace = new Trace(scope.trace.reader);
  const value = applied(node, scope.noting(trace));
  scope.trace.take(trace, true);
  return noted(node, value, scope);
}

/** The value of an expression that the checker has typed as a number. */
export function number(node: Expression, scope: Scope): Rational | Pending {
  return asNumber(evaluate(node, scope));
}

/** All of the conditions, by Kleene's and; true where there are none. */
export function allHold(conditions: readonly Expression[], scope: Scope): Value {
  return conditions.reduce<Value>((held, condition) => and(held, () => evaluate(condition, scope)), true);
}

function readsRow(node: Expression): boolean {
  return node.kind === "row-field" || operandsOf(node).some(readsRow);
}

function noted(node: ReadNode, value: Value, scope: Scope): Value {
  const { trace, program } = scope;
  // Of each side row it would be another value.
  if (trace.reader !== null && (node.kind !== "apply" || !readsRow(node)))
    trace.read(trace.reader(program, node, value));
  return value;
}

/** Points of the item at hand. */
function fullPoints(scope: Scope): Rational {
  if (scope.points === null) throw new InternalError("full points outside an item");
  return scope.points;
}

function arithmetic(node: Arithmetic, scope: Scope): Value {
  const left = number(node.left, scope);
  const right = number(node.right, scope);
  if (isPending(left) || isPending(right)) return lift([left, right], (value) => value);
  switch (node.op) {
    case "+":
      return left.add(right);
    case "-":
      return left.sub(right);
    case "*":
      return left.mul(right);
    case "/":
      return right.equals(0) ? withoutValue(scope.owner, zeroDivisor(node.right, scope)) : left.div(right);
    case "^":
      return power(left, right) ?? withoutValue(scope.owner, "division-by-zero");
    default:
      return assertNever(node.op);
  }
}

/** Why nothing comes out of a division by this, which is 0; the name of an intermediate value says as much as its expression. */
function zeroDivisor(divisor: Expression, scope: Scope): "best-is-zero" | "division-by-zero" {
  if (divisor.kind === "reference" && divisor.to.kind === "let")
    return zeroDivisor(at(scope.program.lets, divisor.to.index).value, scope);
  return divisor.kind === "cohort" && divisor.name === "highest" ? "best-is-zero" : "division-by-zero";
}

function aggregate(node: Aggregate, scope: Scope): Value {
  const noValue = () => withoutValue(scope.owner, "division-by-zero");
  if (node.over.kind === "series") return overSeries(node, node.over.series, scope, noValue);
  const { list } = node.over;
  const rows = scope.rows(list);
  const members = rows.map((row) => {
    const atRow = scope.atRow(list, row);
    const meets = node.where === null ? true : evaluate(node.where, atRow);
    if (node.value === null) return { meets, value: null };
    // What a row says matters only where it may count.
    return { meets, value: meets === false ? false : evaluate(node.value, atRow) };
  });
  if (scope.trace.detailed) {
    scope.trace.counted(
      list,
      rows.filter((_, index) => members[index]?.meets === true),
    );
  }
  return aggregateRows(node, members, noValue);
}

/** Over the periods of a used rubric, with the results of each at hand; a missing one is pending. */
function overSeries(node: Aggregate, over: Expression, scope: Scope, noValue: () => Value): Value {
  const series = evaluate(over, scope);
  if (isPending(series)) return series;
  if (!(series instanceof Series)) throw new InternalError("a series was expected");
  if (scope.trace.detailed) noteSeries([node.value, node.where], scope);
  const trace = new Trace(null);
  const inside = scope.noting(trace);
  const members = series.values.map((one, index) => {
    const atPeriod = inside.atPeriod(index);
    const meets = node.where === null ? true : evaluate(node.where, atPeriod);
    if (meets === false) return { meets, value: null };
    // Without a condition the values of the series are meant.
    const own = node.where === null ? (one ?? evaluate(ofOnePeriod(over), atPeriod)) : null;
    return { meets, value: node.value === null ? own : evaluate(node.value, atPeriod) };
  });
  scope.trace.provisional ||= trace.provisional;
  const found = aggregateRows(node, members, noValue);
  // A comparison of the number is decided as soon as the periods that are still open no longer matter.
  return isPending(found) && node.name === "count" ? new Pending(found.wants, false, countBounds(members)) : found;
}

/** The read of a series as that of a single period. */
function ofOnePeriod(over: Expression): Expression {
  return over.kind === "reference" && over.type.kind === "series" ? { ...over, type: over.type.of } : over;
}

/** Each result is read in all periods. */
function noteSeries(roots: readonly (Expression | null)[], scope: Scope): void {
  for (const root of roots) {
    if (root === null) continue;
    visit(root, (one) => {
      if (one.kind === "reference" && one.to.kind === "used")
        evaluate({ ...one, type: { kind: "series", of: one.type } }, scope);
      return true;
    });
  }
}

/**
 * Whether there is no value. A blank is none, and so is a result that does not exist; but a cell that could not be read is
 * something not known yet, and a gap in the history is no proof that there was nothing.
 */
function isNone(node: IsNone, scope: Scope): Value {
  const value = evaluate(node.operand, scope);
  if (!isPending(value)) return node.negated;
  const unknown = value.wants.filter(
    ({ awaited: { reason } }) => reason === "unreadable" || reason === "out-of-range" || reason === "history-gap",
  );
  return unknown.length > 0 ? value : !node.negated;
}
