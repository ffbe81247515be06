/**
 * The lesser of two numbers, on numerators over one divisor. Neither is ever null: `least` would pass over it.
 */
import { common, numberValue } from "../expression/value.js";
import { inPlace, operand } from "../printing/printing.js";

export const least = inPlace((node, by) => {
  const { tops, den, divisors } = common([by.number(operand(node, 0)), by.number(operand(node, 1))], by.arithmetic);
  const [a, b] = tops;
  if (a === undefined || b === undefined) throw new RangeError("the lesser of two without two");
  return numberValue(by.arithmetic.least(a, b), den, divisors);
});
