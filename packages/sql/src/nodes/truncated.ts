/**
 * Toward zero, to a whole number.
 */
import { divisorOf, numberValue } from "../expression/value.js";
import { inPlace, operand } from "../printing/printing.js";

export const truncated = inPlace((node, by) => {
  const value = by.number(operand(node, 0));
  return numberValue(by.arithmetic.divided(value.top, divisorOf(value, by.arithmetic)));
});
