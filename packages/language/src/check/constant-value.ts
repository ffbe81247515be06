/**
 * The exact number an expression always has, or null where it depends on data: literals, `full` and shares once the points
 * are known, and arithmetic over them. Used for points, weights, ranges and whatever is known without data.
 */
import { larger, power, powerOfTen, rational, type Rational, roundedBy, roundedTo, smaller } from "@yardstick/exact";
import type { Arithmetic, Expression } from "../program/expression.js";
import { modeOfFunction } from "../program/rounding.js";

/** `points`: of the item at hand, null outside one. */
export function constantOf(expression: Expression, points: Rational | null): Rational | null {
  switch (expression.kind) {
    case "number":
      return rational(expression.value);
    case "full":
      return points;
    case "share": {
      const share = constantOf(expression.operand, points);
      return share === null || points === null ? null : share.mul(points);
    }
    case "negate":
      return constantOf(expression.operand, points)?.neg() ?? null;
    case "arithmetic":
      return chain(expression, points);
    case "apply": {
      const args = expression.args.map((arg) => constantOf(arg, points));
      if (args.some((arg) => arg === null)) return null;
      return applied(expression.name, args as readonly Rational[]);
    }
    default:
      return null;
  }
}

/** Long chains lean to the left, so they are walked, not recursed into. */
function chain(expression: Arithmetic, points: Rational | null): Rational | null {
  const steps: Arithmetic[] = [];
  let first: Expression = expression;
  while (first.kind === "arithmetic") {
    steps.push(first);
    first = first.left;
  }
  let value = constantOf(first, points);
  for (const step of steps.reverse()) {
    const right = constantOf(step.right, points);
    if (value === null || right === null) return null;
    value = reckon(step.op, value, right);
  }
  return value;
}

/** Null for a division by zero, for a power that is not a whole number within reason, and for numbers past all use. */
export function reckon(op: Arithmetic["op"], left: Rational, right: Rational): Rational | null {
  if (isHuge(left) || isHuge(right)) return null;
  switch (op) {
    case "+":
      return left.add(right);
    case "-":
      return left.sub(right);
    case "*":
      return left.mul(right);
    case "/":
      return right.equals(0) ? null : left.div(right);
    case "^":
      return powerWithinReason(left, right);
  }
}

function powerWithinReason(base: Rational, exponent: Rational): Rational | null {
  return exponent.isWhole() && exponent.abs().compare(maxExponent) <= 0 ? power(base, exponent.numerator) : null;
}

export const maxExponent = 16;

/** Squares of squares double their digits at every step; a rubric's numbers have some twenty. */
const hugeNumber = 10n ** 400n;

function isHuge(value: Rational): boolean {
  return value.abs().numerator > hugeNumber || value.denominator > hugeNumber;
}

function applied(name: Extract<Expression, { kind: "apply" }>["name"], args: readonly Rational[]): Rational | null {
  const [first, second] = args;
  if (first === undefined) return null;
  switch (name) {
    case "max":
      return args.reduce(larger);
    case "min":
      return args.reduce(smaller);
    case "abs":
      return first.abs();
    case "round":
      return second === undefined ? null : roundedTo(first, powerOfTen(-second.toNumber()));
    case "round-to":
    case "round-down":
    case "round-up":
    case "round-even":
    case "round-floor":
    case "round-ceiling":
      return second === undefined || second.equals(0) ? null : roundedBy(modeOfFunction(name), first, second.abs());
    default:
      return null;
  }
}
