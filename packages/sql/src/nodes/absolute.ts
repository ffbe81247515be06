/**
 * A number's distance from 0.
 */
import { inPlace, operand } from "../printing/printing.js";

export const absolute = inPlace((node, by) => {
  const value = by.number(operand(node, 0));
  return { ...value, top: by.arithmetic.absolute(value.top) };
});
