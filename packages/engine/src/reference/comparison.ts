/**
 * Order and equality of known values: numbers and level indexes by size, dates (ISO text) and texts by character,
 * flags by equality alone.
 */
import type { Comparison } from "@yardstick/language/program";
import { assertNever, InternalError } from "./internal-error.js";
import { isRational } from "./rational.js";
import type { Datum } from "./value.js";

/** Negative where `a` comes first, 0 where they are equal. Both are of one kind; anything else is a bug of the checker. */
export function compare(a: Datum, b: Datum): number {
  if (isRational(a) && isRational(b)) return a.compare(b);
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : Number(a > b);
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  throw new InternalError("two values of different kinds were compared");
}

export function holds(op: Comparison["op"], a: Datum, b: Datum): boolean {
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
