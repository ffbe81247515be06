/**
 * `(k1 a + k2 b) / (k3 b)` of two raw numbers, b greater than 0, rounded or cut to a whole number.
 */
import type { Node } from "@yardstick/engine/plan";
import { numberValue } from "../expression/value.js";
import type { Whole } from "../expression/whole.js";
import { inPlace, operand, type Printing } from "../printing/printing.js";

export const ratio = inPlace((node, by) => {
  const { arithmetic } = by;
  if (node.ratio === null) throw new RangeError("a ratio without its factors");
  const { k1, k2, k3, isRounded } = node.ratio;
  const [a, b] = [raw(operand(node, 0), by), raw(operand(node, 1), by)];
  const dividend = arithmetic.sum([arithmetic.by(a, k1), arithmetic.by(b, k2)]);
  const divisor = arithmetic.by(b, k3);
  return numberValue(isRounded ? arithmetic.rounded(dividend, divisor) : arithmetic.divided(dividend, divisor));
}, false);

/** The number as whole multiples of its node's fraction. */
function raw(node: Node, by: Printing): Whole {
  const { top, den, divisors } = by.number(node);
  if (divisors.length > 0) throw new RangeError("a ratio of quotients");
  if (node.den % den === 0n) return by.arithmetic.by(top, node.den / den);
  // The numerator is a multiple of what is too much in the divisor.
  return by.arithmetic.divided(by.arithmetic.by(top, node.den), by.arithmetic.literal(den));
}
