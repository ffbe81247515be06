/**
 * The greater of two numbers, on numerators over one divisor. Neither is ever null: `greatest` would pass over it.
 */
import { common, numberValue } from "../expression/value.js";
import { inPlace, operand } from "../printing/printing.js";

export const greatest = inPlace((node, by) => {
  const { tops, den, divisors } = common([by.number(operand(node, 0)), by.number(operand(node, 1))], by.arithmetic);
  const [a, b] = tops;
  if (a === undefined || b === undefined) throw new RangeError("the greater of two without two");
  return numberValue(by.arithmetic.greatest(a, b), den, divisors);
});
