/**
 * Half up, away from zero, to multiples of a step, by whole division.
 */
import { divisorOf, numberValue } from "../expression/value.js";
import { inPlace, operand } from "../printing/printing.js";

export const rounded = inPlace((node, by) => {
  const { arithmetic } = by;
  const { top, den, divisors } = by.number(operand(node, 0));
  const { numerator, denominator } = node.value;
  const dividend = arithmetic.by(top, denominator);
  const divisor = divisorOf({ kind: "number", top, den: den * numerator, divisors }, arithmetic);
  return numberValue(arithmetic.by(arithmetic.rounded(dividend, divisor), numerator), denominator);
}, false);
