/**
 * Functions of values alone: the larger and smaller of numbers or dates, absolute value, rounding, and parts of a date.
 */
import { isRational, rational, type Rational, rounded, roundedTo, ZERO } from "@yardstick/exact";
import type { Apply } from "@yardstick/language/program";
import { compare } from "../values/comparison.js";
import { assertNever, InternalError } from "../values/internal-error.js";
import type { Datum, Value } from "../values/value.js";
import { awaitedBy } from "../values/value.js";

/** `noValue` is what rounding to steps of nothing comes to. */
export function apply(name: Apply["name"], args: readonly Value[], noValue: () => Value): Value {
  const pending = awaitedBy(args);
  if (pending !== null) return pending;
  const known = args as readonly Datum[];
  switch (name) {
    case "max":
      return known.reduce((a, b) => (compare(a, b) < 0 ? b : a));
    case "min":
      return known.reduce((a, b) => (compare(a, b) > 0 ? b : a));
    case "abs":
      return number(known, 0).abs();
    case "round":
      return rounded(number(known, 0), number(known, 1).toNumber());
    case "round-to": {
      const step = number(known, 1);
      return step.compare(ZERO) <= 0 ? noValue() : roundedTo(number(known, 0), step);
    }
    case "year":
      return dateDigits(known, 0, 4);
    case "month":
      return dateDigits(known, 5, 7);
    case "quarter":
      return dateDigits(known, 5, 7).add(2).div(3).floor();
    default:
      return assertNever(name);
  }
}

function number(args: readonly Datum[], index: number): Rational {
  const value = args[index];
  if (!isRational(value)) throw new InternalError("a function of numbers was given something else");
  return value;
}

/** Some digits of an ISO date, as a number. */
function dateDigits([date]: readonly Datum[], from: number, to: number): Rational {
  if (typeof date !== "string") throw new InternalError("a function of dates was given something else");
  return rational(date.slice(from, to));
}
