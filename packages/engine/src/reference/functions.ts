/**
 * Functions of values alone: the larger and smaller of numbers or dates, absolute value, rounding, and parts of a date.
 */
import {
  isRational,
  rational,
  type Rational,
  rounded,
  roundedBy,
  roundedRoot,
  truncated,
  whole,
  ZERO,
} from "@yardstick/exact";
import { type Apply, modeOfFunction } from "@yardstick/language/core";
import { compare } from "../values/comparison.js";
import { assertNever, InternalError } from "../values/internal-error.js";
import type { Datum, Value } from "../values/value.js";
import { awaitedBy, isPending } from "../values/value.js";

/** `noValue` is what rounding to steps of nothing comes to. */
export function apply(name: Apply["name"], args: readonly Value[], noValue: () => Value): Value {
  // A day that may stay blank and does has no number of days to another.
  const [later] = args;
  if (name === "days" && isPending(later) && later.isNone) return later;
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
    case "round-to":
    case "round-down":
    case "round-up":
    case "round-even":
    case "round-floor":
    case "round-ceiling": {
      const step = number(known, 1);
      return step.compare(ZERO) <= 0 ? noValue() : roundedBy(modeOfFunction(name), number(known, 0), step);
    }
    case "root": {
      const [dividend, divisor] = [number(known, 0), number(known, 1)];
      return divisor.compare(ZERO) <= 0 ? noValue() : roundedRoot(dividend.div(divisor), number(known, 2));
    }
    case "year":
      return dateDigits(known, 0, 4);
    case "month":
      return dateDigits(known, 5, 7);
    case "quarter":
      return dateDigits(known, 5, 7).add(2).div(3).floor();
    case "weekday":
      return whole(new Date(dayNumber(known, 0) * MILLISECONDS).getUTCDay() || 7);
    case "days":
      return whole(dayNumber(known, 0) - dayNumber(known, 1));
    case "months":
      return whole(monthsBetween(known, 0, 1));
    case "one-read":
      return known[0] ?? noValue();
    case "plus-days": {
      const day = dayNumber(known, 0) + truncated(number(known, 1)).toNumber();
      return dayAt(day) ?? noValue();
    }
    default:
      return assertNever(name);
  }
}

function number(args: readonly Datum[], index: number): Rational {
  const value = args[index];
  if (!isRational(value)) throw new InternalError("a number was expected");
  return value;
}

const MILLISECONDS = 86_400_000;

/** Days since 1 January 1970, whole; dates have no time and no zone. */
function dayNumber(args: readonly Datum[], index: number): number {
  return Math.round(Date.parse(`${dateText(args[index])}T00:00:00Z`) / MILLISECONDS);
}

function dateText(date: Datum | undefined): string {
  if (typeof date !== "string") throw new InternalError("a date was expected");
  return date;
}

/**
 * Whole months from one date to another, negative where the second is the earlier. A month is complete on the same day of a later
 * month, or on the last day of a month that has no such day.
 */
function monthsBetween(args: readonly Datum[], from: number, to: number): number {
  if (dayNumber(args, from) > dayNumber(args, to)) return -monthsBetween(args, to, from);
  const [y0, m0, d0] = partsOfDate(args[from]);
  const [y1, m1, d1] = partsOfDate(args[to]);
  const lastDay = new Date(Date.UTC(2000, m1, 0)).getUTCDate() - Number(m1 === 2 && !isLeap(y1));
  return (y1 - y0) * 12 + (m1 - m0) - Number(d1 < d0 && d1 !== lastDay);
}

function partsOfDate(date: Datum | undefined): readonly [year: number, month: number, day: number] {
  const text = dateText(date);
  return [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The ISO date of a day; null outside the years 1 to 9999. */
function dayAt(day: number): string | null {
  const date = new Date(day * MILLISECONDS);
  const year = Number.isNaN(date.getTime()) ? 0 : date.getUTCFullYear();
  return year < 1 || year > 9999 ? null : date.toISOString().slice(0, 10);
}

/** Some digits of an ISO date, as a number. */
function dateDigits([date]: readonly Datum[], from: number, to: number): Rational {
  return rational(dateText(date).slice(from, to));
}
