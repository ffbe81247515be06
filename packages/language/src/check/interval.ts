/**
 * Intervals of numbers with open or closed ends, for what can be said of values before any data is there.
 */
import { type Rational, ZERO } from "@yardstick/exact";

/** A missing end is unbounded. */
export interface Interval {
  readonly min: Rational | null;
  readonly minOpen: boolean;
  readonly max: Rational | null;
  readonly maxOpen: boolean;
}

export const everything: Interval = { min: null, minOpen: false, max: null, maxOpen: false };

export function closed(min: Rational | null, max: Rational | null): Interval {
  return { min, minOpen: false, max, maxOpen: false };
}

export function single(value: Rational): Interval {
  return closed(value, value);
}

export function contains(interval: Interval, value: Rational): boolean {
  const { min, max } = interval;
  if (min !== null && (interval.minOpen ? min.compare(value) >= 0 : min.compare(value) > 0)) return false;
  return max === null || (interval.maxOpen ? max.compare(value) > 0 : max.compare(value) >= 0);
}

export function isEmpty({ min, minOpen, max, maxOpen }: Interval): boolean {
  if (min === null || max === null) return false;
  const order = min.compare(max);
  return order > 0 || (order === 0 && (minOpen || maxOpen));
}

export function intersection(a: Interval, b: Interval): Interval {
  const low = higherStart(a, b);
  const high = lowerEnd(a, b);
  return { min: low.min, minOpen: low.minOpen, max: high.max, maxOpen: high.maxOpen };
}

function higherStart(a: Interval, b: Interval): Interval {
  if (a.min === null) return b;
  if (b.min === null) return a;
  const order = a.min.compare(b.min);
  return order > 0 || (order === 0 && a.minOpen) ? a : b;
}

function lowerEnd(a: Interval, b: Interval): Interval {
  if (a.max === null) return b;
  if (b.max === null) return a;
  const order = a.max.compare(b.max);
  return order < 0 || (order === 0 && a.maxOpen) ? a : b;
}

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  const low = a.min === null || b.min === null ? everything : higherStart(a, b) === a ? b : a;
  const high = a.max === null || b.max === null ? everything : lowerEnd(a, b) === a ? b : a;
  return { min: low.min, minOpen: low.minOpen, max: high.max, maxOpen: high.maxOpen };
}

export function negated(a: Interval): Interval {
  return { min: a.max?.neg() ?? null, minOpen: a.maxOpen, max: a.min?.neg() ?? null, maxOpen: a.minOpen };
}

export function plus(a: Interval, b: Interval): Interval {
  return {
    min: a.min === null || b.min === null ? null : a.min.add(b.min),
    minOpen: a.minOpen || b.minOpen,
    max: a.max === null || b.max === null ? null : a.max.add(b.max),
    maxOpen: a.maxOpen || b.maxOpen,
  };
}

/** Exact where one side is a single number or both are at or above zero; else nothing is said. */
export function times(a: Interval, b: Interval): Interval {
  const factor = onlyValue(b);
  if (factor !== null) return scaledBy(a, factor);
  const other = onlyValue(a);
  if (other !== null) return scaledBy(b, other);
  if (!isAtLeastZero(a) || !isAtLeastZero(b)) return everything;
  const min = (a.min ?? ZERO).mul(b.min ?? ZERO);
  const max = a.max === null || b.max === null ? null : a.max.mul(b.max);
  return { min, minOpen: a.minOpen || b.minOpen, max, maxOpen: a.maxOpen || b.maxOpen };
}

/** Exact where the divisor is a single number; at or above zero where both are. */
export function over(a: Interval, b: Interval): Interval {
  const divisor = onlyValue(b);
  if (divisor !== null) return divisor.equals(0) ? everything : scaledBy(a, divisor.inverse());
  if (!isAtLeastZero(a) || !isAtLeastZero(b)) return everything;
  const min = b.max === null || b.max.equals(0) ? ZERO : (a.min ?? ZERO).div(b.max);
  const max = a.max === null || b.min === null || b.min.equals(0) ? null : a.max.div(b.min);
  return { min, minOpen: false, max, maxOpen: false };
}

function scaledBy(a: Interval, factor: Rational): Interval {
  if (factor.equals(0)) return single(ZERO);
  const whole = factor.compare(0) < 0 ? negated(a) : a;
  const by = factor.abs();
  return { ...whole, min: whole.min?.mul(by) ?? null, max: whole.max?.mul(by) ?? null };
}

function onlyValue(a: Interval): Rational | null {
  return a.min !== null && a.max !== null && a.min.equals(a.max) ? a.min : null;
}

function isAtLeastZero(a: Interval): boolean {
  return a.min !== null && a.min.compare(0) >= 0;
}
