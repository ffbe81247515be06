/**
 * The exact number an expression always has, or null where it depends on data: literals, `full` and shares once the points
 * are known, and arithmetic over them. Used for points, weights, ranges and whatever can be told before any data is there.
 */
import type { Arithmetic, Expression } from "../program/expression.js";
import { exact, fraction, Fraction, greatest, least, one } from "../library/exact.js";

/** `points`: of the item at hand, null outside one. */
export function constantOf(expression: Expression, points: Fraction | null): Fraction | null {
  switch (expression.kind) {
    case "number":
      return fraction(expression.value);
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
      return applied(expression.name, args as readonly Fraction[]);
    }
    default:
      return null;
  }
}

/** Long chains lean to the left, so they are walked, not recursed into. */
function chain(expression: Arithmetic, points: Fraction | null): Fraction | null {
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
export function reckon(op: Arithmetic["op"], left: Fraction, right: Fraction): Fraction | null {
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
      return power(left, right);
  }
}

function power(base: Fraction, exponent: Fraction): Fraction | null {
  const whole = Number(exact(exponent));
  if (!Number.isInteger(whole) || Math.abs(whole) > maxExponent || (whole < 0 && base.equals(0))) return null;
  let value = one;
  for (let i = 0; i < Math.abs(whole); i += 1) value = value.mul(base);
  return whole < 0 ? value.inverse() : value;
}

export const maxExponent = 16;

/** Squares of squares double their digits at every step; a rubric's numbers have some twenty. */
const hugeNumber = 10n ** 400n;

function isHuge(value: Fraction): boolean {
  return value.n > hugeNumber || value.d > hugeNumber;
}

function applied(name: Extract<Expression, { kind: "apply" }>["name"], args: readonly Fraction[]): Fraction | null {
  const [first, second] = args;
  if (first === undefined) return null;
  switch (name) {
    case "max":
      return args.reduce(greatest);
    case "min":
      return args.reduce(least);
    case "abs":
      return first.abs();
    case "round":
      return second === undefined ? null : roundTo(first, new Fraction(10).pow(second.neg()));
    case "round-to":
      return second === undefined || second.equals(0) ? null : roundTo(first, second);
    default:
      return null;
  }
}

/** Half up, away from zero. */
function roundTo(value: Fraction, step: Fraction): Fraction {
  const steps = value.abs().div(step.abs()).add(1, 2).floor();
  return steps.mul(step.abs()).mul(value.s < 0n ? -1 : 1);
}
