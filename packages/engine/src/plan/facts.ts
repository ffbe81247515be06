/**
 * What is known of a number before any row is read: the range it lies in, the denominator all its values share, and
 * from both how it is held. Ranges come from the columns at hand, so that they are as narrow as the data allows.
 */
import { larger, lcm, type Rational, smaller, whole, ZERO } from "@yardstick/exact";
import type { Node, Representation } from "./node.js";

export interface Range {
  readonly low: Rational | null;
  readonly high: Rational | null;
}

export const UNBOUNDED: Range = { low: null, high: null };

const I32 = 2n ** 31n - 1n;
/** One below the whole numbers that doubles hold exactly, so that sums of two may be compared to it without care. */
export const F64 = 2n ** 53n - 1n;
/** Half a unit in the last place, a little widened for the rounding of the bound itself. */
const ROUND_OFF = 1.0000001 * 2 ** -53;
const WIDENED = 1.0000001;

/** The greatest distance from 0; null: not bounded. */
export function magnitude({ low, high }: Range): Rational | null {
  return low === null || high === null ? null : larger(low.abs(), high.abs());
}

/** The greatest raw number, rounded up; null: not bounded, or no denominator. */
export function rawBound(bound: Rational | null, den: bigint): bigint | null {
  if (bound === null || den === 0n) return null;
  const scaled = bound.mul(whole(den));
  return (scaled.numerator + scaled.denominator - 1n) / scaled.denominator;
}

/** How whole multiples of `1/den` up to `bound` are held; approximate where they are greater than `widest` or there is no denominator. */
export function fitting(bound: Rational | null, den: bigint, widest: bigint): Representation {
  const raw = rawBound(bound, den);
  if (raw === null || raw > widest) return "approximate";
  if (raw > F64) return "wide";
  return raw <= I32 ? "i32" : "f64";
}

export function isExact({ rep }: Node): boolean {
  return rep !== "approximate";
}

/** 0n as soon as one of them has none. */
export function commonDen(nodes: readonly { readonly den: bigint }[]): bigint {
  return nodes.reduce((den, node) => (den === 0n || node.den === 0n ? 0n : lcm(den, node.den)), 1n);
}

export function hull(ranges: readonly Range[]): Range {
  let low: Rational | null = null;
  let high: Rational | null = null;
  for (const range of ranges) {
    if (range.low === null || range.high === null) return UNBOUNDED;
    low = low === null ? range.low : smaller(low, range.low);
    high = high === null ? range.high : larger(high, range.high);
  }
  return { low, high };
}

export function scaledRange({ low, high }: Range, factor: Rational): Range {
  if (low === null || high === null) return UNBOUNDED;
  return factor.compare(ZERO) < 0
    ? { low: high.mul(factor), high: low.mul(factor) }
    : { low: low.mul(factor), high: high.mul(factor) };
}

export function sumRange(ranges: readonly Range[], constant: Rational): Range {
  let low = constant;
  let high = constant;
  for (const range of ranges) {
    if (range.low === null || range.high === null) return UNBOUNDED;
    low = low.add(range.low);
    high = high.add(range.high);
  }
  return { low, high };
}

export function productRange(a: Range, b: Range): Range {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return UNBOUNDED;
  const corners = [a.low.mul(b.low), a.low.mul(b.high), a.high.mul(b.low), a.high.mul(b.high)];
  return hull(corners.map((corner) => ({ low: corner, high: corner })));
}

/** A quotient is 0 where its divisor is 0; a divisor of whole multiples of `1/den` is otherwise at least `1/den` from 0. */
export function quotientRange(a: Range, b: Node): Range {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return UNBOUNDED;
  if (b.low.compare(ZERO) > 0 || b.high.compare(ZERO) < 0)
    return productRange(a, { low: b.high.inverse(), high: b.low.inverse() });
  if (!isExact(b)) return UNBOUNDED;
  const most = larger(a.low.abs(), a.high.abs()).mul(whole(b.den));
  return { low: most.neg(), high: most };
}

/** How far the double that represents a node may be from the exact value. */
export function errorOf(node: Node): number {
  if (!isExact(node)) return node.error;
  // Read as a double it is scaled by a rounded fraction: three roundings in all.
  return doubleMagnitude(node) * 3 * ROUND_OFF;
}

/** Rounded up; Infinity where not bounded. */
export function doubleMagnitude(range: Range): number {
  const bound = magnitude(range);
  return bound === null ? Infinity : toDouble(bound) * WIDENED;
}

export function toDouble(value: Rational): number {
  return value.toNumber();
}

/** The error of a sum of `terms` doubles, each a factor times a value. */
export function sumError(
  terms: readonly { readonly factor: Rational; readonly node: Node }[],
  constant: Rational,
): number {
  let spread = Math.abs(toDouble(constant));
  let error = 0;
  for (const { factor, node } of terms) {
    const size = Math.abs(toDouble(factor)) * WIDENED;
    spread += size * doubleMagnitude(node);
    error += size * errorOf(node);
  }
  return widened(error + (terms.length + 8) * ROUND_OFF * (spread + error));
}

export function productError(a: Node, b: Node): number {
  const [sizeA, sizeB, errorA, errorB] = [doubleMagnitude(a), doubleMagnitude(b), errorOf(a), errorOf(b)];
  return widened(
    times(sizeA, errorB) +
      times(sizeB, errorA) +
      times(errorA, errorB) +
      8 * ROUND_OFF * times(sizeA + errorA, sizeB + errorB),
  );
}

export function quotientError(a: Node, b: Node, range: Range): number {
  const least = leastDivisor(b);
  const error = errorOf(b);
  if (!(least > 2 * error)) return Infinity;
  const size = doubleMagnitude(range);
  return widened((errorOf(a) + times(size, error)) / (least - error) + 8 * ROUND_OFF * size);
}

/** How near a divisor other than 0 may come to it. */
function leastDivisor(b: Node): number {
  if (b.low === null || b.high === null) return 0;
  if (b.low.compare(ZERO) > 0) return toDouble(b.low) / WIDENED;
  if (b.high.compare(ZERO) < 0) return -toDouble(b.high) / WIDENED;
  return isExact(b) ? 1 / Number(b.den) / WIDENED : 0;
}

/** 0 times Infinity is 0 here: a factor without error adds none. */
function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}

function widened(error: number): number {
  return Number.isNaN(error) ? Infinity : error * WIDENED + Number.MIN_VALUE;
}

/** The range of a function that never falls. */
export function rangeBy({ low, high }: Node, of: (end: Rational) => Rational): Pick<Node, "low" | "high"> {
  return { low: low === null ? null : of(low), high: high === null ? null : of(high) };
}
