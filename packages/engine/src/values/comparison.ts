/**
 * Order and equality of known values: numbers and level indexes by size, dates (ISO text) and texts by character,
 * flags by equality alone.
 */
import { isRational } from "@yardstick/exact";
import type { Comparison } from "@yardstick/language/core";
import { assertNever, InternalError } from "./internal-error.js";
import type { Bounds, Datum, Value } from "./value.js";
import { awaitedBy, isPending } from "./value.js";

/** Negative where `a` comes first, 0 where they are equal. Both are of one kind; anything else is a bug of the checker. */
export function compare(a: Datum, b: Datum): number {
  if (isRational(a) && isRational(b)) return a.compare(b);
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : Number(a > b);
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  throw new InternalError("values of different kinds");
}

/** Of known values, and of numbers known between bounds as soon as all that lies between gives one answer. */
export function compared(op: Comparison["op"], a: Value, b: Value): Value {
  if (!isPending(a) && !isPending(b)) return holds(op, a, b);
  const [left, right] = [boundsOf(a), boundsOf(b)];
  const decided = left === null || right === null ? null : comparedBounds(op, left, right);
  return decided ?? awaitedBy([a, b]) ?? false;
}

function boundsOf(value: Value): Bounds | null {
  if (isPending(value)) return value.bounds;
  return isRational(value) ? { low: value, high: value } : null;
}

/** Null: the bounds leave it open. */
function comparedBounds(op: Comparison["op"], a: Bounds, b: Bounds): boolean | null {
  const isBelow = a.high.compare(b.low) < 0;
  const isAbove = a.low.compare(b.high) > 0;
  const isAtMost = a.high.compare(b.low) <= 0;
  const isAtLeast = a.low.compare(b.high) >= 0;
  const answer = (yes: boolean, no: boolean): boolean | null => (yes ? true : no ? false : null);
  switch (op) {
    case "=":
      return answer(isAtMost && isAtLeast, isBelow || isAbove);
    case "≠":
      return answer(isBelow || isAbove, isAtMost && isAtLeast);
    case "<":
      return answer(isBelow, isAtLeast);
    case "≤":
      return answer(isAtMost, isAbove);
    case ">":
      return answer(isAbove, isAtMost);
    case "≥":
      return answer(isAtLeast, isBelow);
    default:
      return assertNever(op);
  }
}

function holds(op: Comparison["op"], a: Datum, b: Datum): boolean {
  const order = compare(a, b);
  switch (op) {
    case "=":
      return order === 0;
    case "≠":
      return order !== 0;
    case "<":
      return order < 0;
    case "≤":
      return order <= 0;
    case ">":
      return order > 0;
    case "≥":
      return order >= 0;
    default:
      return assertNever(op);
  }
}
