/**
 * Expressions as nodes: the same meaning as the reference evaluator's, case by case. What a program may hold and columns
 * cannot do is thrown as `Unsupported` and left to the reference.
 */
import { powerOfTen, ONE, rational, type Rational, whole, ZERO } from "@yardstick/exact";
import {
  type Aggregate,
  type Arithmetic,
  type Band,
  type Bands,
  type Comparison,
  type Expression,
  type IsNone,
  modeOfFunction,
} from "@yardstick/language/core";
import { assertNever, at } from "../values/internal-error.js";
import type { Graph } from "./graph.js";
import type { Lowered, LoweredFlag, LoweredNumber } from "./lowered.js";
import { and, chosen, flagOf, not, nothing, numberOf, or, pendingOf, pendingToo, truth } from "./lowered.js";
import { dateOfDay, dayNumber, hasDate, month, monthsBetween, weekday } from "./lower-dates.js";
import { roundedBy } from "./lower-rounding.js";
import { lowerAggregate } from "./lower-rows.js";
import type { Context, Lowering } from "./lowering.js";
import type { Node } from "./node.js";
import { Unsupported } from "./node.js";

export function lower(node: Expression, context: Context, by: Lowering): Lowered {
  const key = `${context.published} ${context.domain} ${context.points?.toString() ?? ""}`;
  const seen = by.seenOf(node);
  const known = seen.get(key);
  if (known !== undefined) return known;
  const lowered = work(node, context, by);
  seen.set(key, lowered);
  return lowered;
}

function work(node: Expression, context: Context, by: Lowering): Lowered {
  const { graph, inputs } = by;
  switch (node.kind) {
    case "number":
      return numberOf(graph, graph.constant(rational(node.value)));
    case "flag":
      return flagOf(graph, graph.flag(node.value));
    case "text":
    case "level":
      return numberOf(graph, graph.constant(inputs.code(node.value, false)));
    case "date":
      return numberOf(graph, graph.constant(inputs.code(node.value, true)));
    case "field":
      return inputs.field(node.field);
    case "row-field":
      if (context.domain !== node.list + 1) throw new Unsupported("a side row of another list");
      return inputs.side(node.list, node.column);
    case "constant":
      return inputs.constant(node.constant);
    case "reference":
      if (node.to.kind === "used") return inputs.lookedUp(node);
      return by.result(node.to, node, context);
    case "cohort":
      return by.across(node, context);
    case "previous":
      return inputs.lookedUp(node);
    case "running":
      return by.running(node.condition, node, context);
    case "full":
      return numberOf(graph, graph.constant(pointsOf(context)));
    case "share":
      return mapped(graph, [by.number(node.operand, context)], ([share]) => graph.times(share, pointsOf(context)));
    case "negate":
      return mapped(graph, [by.number(node.operand, context)], ([value]) => graph.times(value, ONE.neg()));
    case "not":
      return not(graph, by.flag(node.operand, context));
    case "arithmetic":
      return arithmetic(node, by.number(node.left, context), by.number(node.right, context), graph);
    case "comparison":
      return comparison(node.op, by.lower(node.left, context), by.lower(node.right, context), graph);
    case "logic":
      return (node.op === "and" ? and : or)(graph, by.flag(node.left, context), by.flag(node.right, context));
    case "bands":
      return bands(node, context, by);
    case "apply":
      return apply(
        node.name,
        node.args.map((argument) => by.number(argument, context)),
        graph,
      );
    case "aggregate":
      return lowerAggregate(node as Aggregate, context, by);
    case "is-none":
      return isNone(node, by.lower(node.operand, context), graph);
    default:
      return assertNever(node);
  }
}

function pointsOf({ points }: Context): Rational {
  if (points === null) throw new Unsupported("full points outside an item");
  return points;
}

/** Strict: pending as soon as one operand is pending, and unknown as soon as one operand is unknown. */
function mapped(
  graph: Graph,
  values: readonly LoweredNumber[],
  make: (nodes: readonly [Node, Node]) => Node,
  alsoPending: Node = graph.never,
): LoweredNumber {
  const [first, second = first] = values.map(({ value }) => value);
  if (first === undefined || second === undefined) throw new Unsupported("a function of nothing");
  const pending = graph.any([...values.map((value) => value.pending), alsoPending]);
  const unknowns = values.flatMap(({ unknown }) => unknown ?? []);
  return {
    ...numberOf(graph, make([first, second]), pending),
    unknown: unknowns.length === values.length ? graph.any(unknowns) : null,
  };
}

function arithmetic(node: Arithmetic, left: LoweredNumber, right: LoweredNumber, graph: Graph): Lowered {
  switch (node.op) {
    case "+":
      return mapped(graph, [left, right], ([a, b]) => graph.add(a, b));
    case "-":
      return mapped(graph, [left, right], ([a, b]) => graph.subtract(a, b));
    case "*":
      return mapped(graph, [left, right], ([a, b]) => graph.product(a, b));
    case "/":
      return mapped(graph, [left, right], ([a, b]) => graph.quotient(a, b), graph.zero(right.value));
    case "^":
      return power(left, right, graph);
    default:
      return assertNever(node.op);
  }
}

function power(base: LoweredNumber, exponent: LoweredNumber, graph: Graph): Lowered {
  const { value } = exponent.value;
  if (exponent.value.op !== "constant" || !value.isWhole() || value.abs().numerator > 1000n)
    throw new Unsupported("a power that is no literal");
  let result = graph.constant(ONE);
  let square = base.value;
  for (let rest = value.abs().numerator; rest > 0n; rest /= 2n) {
    if (rest % 2n === 1n) result = graph.product(result, square);
    if (rest > 1n) square = graph.product(square, square);
  }
  if (value.numerator >= 0n) return mapped(graph, [base, exponent], () => result);
  return mapped(graph, [base, exponent], () => graph.quotient(graph.constant(ONE), result), graph.zero(base.value));
}

export function comparison(op: Comparison["op"], left: Lowered, right: Lowered, graph: Graph): LoweredFlag {
  if (isBounded(left) || isBounded(right)) return comparedBounds(op, left, right, graph);
  const pending = graph.either(pendingOf(graph, left), pendingOf(graph, right));
  return {
    ...flagOf(graph, test(op, codeOf(left, graph), codeOf(right, graph), graph), pending),
    unknown: unknownOf(graph, left, right),
  };
}

function isBounded(value: Lowered): boolean {
  return value.kind === "number" && value.bounds !== undefined;
}

/** Decided as soon as all values between the bounds give one answer. */
function comparedBounds(op: Comparison["op"], left: Lowered, right: Lowered, graph: Graph): LoweredFlag {
  const sides = [left, right].map((side) => {
    if (side.kind === "number" && side.bounds !== undefined) return { ...side.bounds, pending: side.bounds.open };
    const value = codeOf(side, graph);
    return { low: value, high: value, pending: pendingOf(graph, side) };
  });
  const [a, b] = [at(sides, 0), at(sides, 1)];
  const isKnown = graph.not(graph.either(a.pending, b.pending));
  const isBelow = graph.less(a.high, b.low);
  const isAbove = graph.less(b.high, a.low);
  const isAtMost = graph.not(graph.less(b.low, a.high));
  const isAtLeast = graph.not(graph.less(a.low, b.high));
  const isApart = graph.either(isBelow, isAbove);
  const isSame = graph.both(isAtMost, isAtLeast);
  const answers: Readonly<Record<Comparison["op"], readonly [Node, Node]>> = {
    "=": [isSame, isApart],
    "≠": [isApart, isSame],
    "<": [isBelow, isAtLeast],
    "≤": [isAtMost, isAbove],
    ">": [isAbove, isAtMost],
    "≥": [isAtLeast, isBelow],
  };
  const [yes, no] = answers[op];
  return {
    ...truth(graph.both(yes, isKnown), graph.both(no, isKnown), graph),
    unknown: unknownOf(graph, left, right),
  };
}

function unknownOf(graph: Graph, ...values: readonly Lowered[]): Node | null {
  const unknowns = values.flatMap(({ unknown }) => unknown ?? []);
  return unknowns.length === values.length ? graph.any(unknowns) : null;
}

function codeOf(value: Lowered, graph: Graph): Node {
  return value.kind === "number" ? value.value : graph.counted(value.yes);
}

function test(op: Comparison["op"], a: Node, b: Node, graph: Graph): Node {
  switch (op) {
    case "=":
      return graph.equal(a, b);
    case "≠":
      return graph.not(graph.equal(a, b));
    case "<":
      return graph.less(a, b);
    case "≤":
      return graph.not(graph.less(b, a));
    case ">":
      return graph.less(b, a);
    case "≥":
      return graph.not(graph.less(a, b));
    default:
      return assertNever(op);
  }
}

function bands(node: Bands, context: Context, by: Lowering): Lowered {
  const { graph } = by;
  const subject = by.lower(node.subject, context);
  let result = node.otherwise === null ? nothing(graph, node.type.kind === "flag") : by.lower(node.otherwise, context);
  for (const row of [...node.rows].reverse()) {
    const none: LoweredFlag = flagOf(graph, graph.never);
    const matched = row.keys.reduce((found, key) => or(graph, found, matches(key, subject, context, by)), none);
    const undecided = pendingOf(graph, matched);
    result = pendingToo(graph, chosen(graph, matched.yes, by.lower(row.value, context), result), undecided);
  }
  const table = isBounded(subject) ? result : pendingToo(graph, result, pendingOf(graph, subject));
  // A table by a blank is that blank.
  return { ...table, none: graph.either(subject.none, table.none) };
}

/** As if the subject were known: where nothing is known of it, the whole table is pending. */
function matches(key: Band, subject: Lowered, context: Context, by: Lowering): LoweredFlag {
  const { graph } = by;
  const known = isBounded(subject) ? subject : numberOf(graph, codeOf(subject, graph));
  switch (key.kind) {
    case "is":
      return comparison(key.not ? "≠" : "=", known, by.lower(key.value, context), graph);
    case "range": {
      const end = (op: Comparison["op"], node: Expression | null) =>
        node === null ? flagOf(graph, graph.always) : comparison(op, known, by.number(node, context), graph);
      const above = end(key.fromOpen ? ">" : "≥", key.from);
      const below = end(key.toOpen ? "<" : "≤", key.to);
      // A lower end that is pending decides nothing, whatever the upper end says.
      return truth(graph.both(above.yes, below.yes), graph.either(above.no, graph.both(above.yes, below.no)), graph);
    }
    default:
      return assertNever(key);
  }
}

function apply(
  name: Extract<Expression, { kind: "apply" }>["name"],
  args: readonly LoweredNumber[],
  graph: Graph,
): Lowered {
  const [first, second] = args;
  if (first === undefined) throw new Unsupported("a function of nothing");
  switch (name) {
    case "max":
    case "min":
      return numberOf(
        graph,
        args
          .slice(1)
          .reduce(
            (found, { value }) => (name === "max" ? graph.greatest(found, value) : graph.least(found, value)),
            first.value,
          ),
        graph.any(args.map(({ pending }) => pending)),
      );
    case "abs":
      return mapped(graph, [first], ([value]) => graph.absolute(value));
    case "round": {
      const decimals = second?.value;
      if (decimals?.op !== "constant" || !decimals.value.isWhole())
        throw new Unsupported("decimals that are no literal");
      return mapped(graph, args, ([value]) => graph.rounded(value, powerOfTen(-decimals.value.toNumber())));
    }
    case "round-to": {
      const step = second?.value;
      if (step === undefined) throw new Unsupported("a step that is not there");
      if (step.op === "constant") {
        if (step.value.compare(ZERO) <= 0) return nothing(graph, false);
        return mapped(graph, args, ([value]) => graph.rounded(value, step.value));
      }
      const isPositive = graph.less(graph.constant(ZERO), step);
      return mapped(
        graph,
        args,
        ([value]) => graph.product(graph.rounded(graph.quotient(value, step), ONE), step),
        graph.not(isPositive),
      );
    }
    case "round-down":
    case "round-up":
    case "round-even":
    case "round-floor":
    case "round-ceiling": {
      const step = second?.value;
      if (step?.op !== "constant") throw new Unsupported("a step that is no literal");
      if (step.value.compare(ZERO) <= 0) return nothing(graph, false);
      return mapped(graph, args, ([value]) => roundedBy(modeOfFunction(name), value, step.value, graph));
    }
    case "root": {
      const step = args[2]?.value;
      if (step?.op !== "constant") throw new Unsupported("a step that is no literal");
      return mapped(
        graph,
        args,
        ([dividend, divisor]) => graph.root(graph.quotient(dividend, divisor), step.value),
        second === undefined ? graph.always : graph.not(graph.less(graph.constant(ZERO), second.value)),
      );
    }
    case "year":
      return mapped(graph, [first], ([date]) => graph.truncated(graph.times(date, whole(10_000).inverse())));
    case "days": {
      if (second === undefined) throw new Unsupported("days from nothing");
      return {
        ...mapped(graph, [first, second], ([a, b]) => graph.subtract(dayNumber(a, graph), dayNumber(b, graph))),
        none: first.none,
      };
    }
    case "months":
      return mapped(graph, args, ([from, to]) => monthsBetween(from, to, graph));
    case "one-read":
      return { ...first, none: graph.never };
    case "plus-days": {
      if (second === undefined) throw new Unsupported("days from nothing");
      const day = graph.add(dayNumber(first.value, graph), graph.truncated(second.value));
      return mapped(graph, [first, second], () => dateOfDay(day, graph), graph.not(hasDate(day, graph)));
    }
    case "month":
      return mapped(graph, [first], ([date]) => month(date, graph));
    case "weekday":
      return mapped(graph, [first], ([date]) => weekday(date, graph));
    case "quarter":
      return mapped(graph, [first], ([date]) =>
        graph.truncated(graph.times(graph.add(month(date, graph), graph.constant(whole(2))), whole(3).inverse())),
      );
    default:
      return assertNever(name);
  }
}

function isNone({ negated }: IsNone, operand: Lowered, graph: Graph): Lowered {
  const pending = pendingOf(graph, operand);
  if (pending !== graph.never && operand.unknown === null)
    throw new Unsupported("whether there is a value of a compound expression");
  const isThere = graph.not(pending);
  const isNotThere = graph.both(pending, graph.not(operand.unknown ?? graph.never));
  return negated ? truth(isThere, isNotThere, graph) : truth(isNotThere, isThere, graph);
}
