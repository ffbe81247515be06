/**
 * A quotient that is rounded or cut to a whole number: done by whole numbers alone where all that arises fits the graph, so
 * that no double decides what lies next to a half.
 */
import { lcm, type Rational, rounded, truncated, whole, ZERO } from "@yardstick/exact";
import { fitting, isExact, magnitude, quotientRange, rawBound, scaledRange, sumRange } from "./facts.js";
import type { NodeInput } from "./node-facts.js";
import { quotientIn } from "./node-facts.js";
import type { Node, Ratio } from "./node.js";

/** `(factor × a/b + value) / step` with b > 0; null: it is something else, or does not fit. */
export function ratioFacts(
  node: Node,
  step: Rational,
  isRounded: boolean,
  widest: bigint,
): (NodeInput & { readonly ratio: Ratio }) | null {
  const quotient = quotientIn(node);
  if (quotient === null) return null;
  const { a, b, factor, value } = quotient;
  if (!isExact(a) || !isExact(b) || b.low === null || b.low.compare(ZERO) <= 0) return null;
  const first = factor.mul(whole(b.den)).div(whole(a.den)).div(step);
  const second = value.div(step);
  const k3 = lcm(first.denominator, second.denominator);
  const [k1, k2] = [(first.numerator * k3) / first.denominator, (second.numerator * k3) / second.denominator];
  const [mostA, mostB] = [rawBound(magnitude(a), a.den), rawBound(magnitude(b), b.den)];
  if (mostA === null || mostB === null) return null;
  // Of columns: the double of a quotient of whole numbers has the right whole part while the two add up to less than 2^53.
  const numerator = absolute(k1) * mostA + absolute(k2) * mostB;
  if (2n * numerator + 3n * k3 * mostB > widest) return null;
  const exact = sumRange([scaledRange(quotientRange(a, b), factor.div(step))], second);
  const round = isRounded ? (end: Rational) => rounded(end, 0) : truncated;
  const low = exact.low === null ? null : round(exact.low);
  const high = exact.high === null ? null : round(exact.high);
  const rep = fitting(magnitude({ low, high }), 1n, widest);
  if (rep === "approximate") return null;
  return { op: "ratio", args: [a, b], ratio: { k1, k2, k3, isRounded }, low, high, den: 1n, rep };
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
