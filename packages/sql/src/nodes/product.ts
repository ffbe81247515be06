/**
 * A product of two numbers: of their numerators, over all their divisors.
 */
import { numberValue } from "../expression/value.js";
import { inPlace, operand } from "../printing/printing.js";

export const product = inPlace((node, by) => {
  const [a, b] = [by.number(operand(node, 0)), by.number(operand(node, 1))];
  return numberValue(by.arithmetic.times(a.top, b.top), a.den * b.den, [...a.divisors, ...b.divisors]);
});
