/**
 * Whether a number is 0, or a text is another.
 */
import { flagValue } from "../expression/value.js";
import { inPlace, operand } from "../printing/printing.js";

export const zero = inPlace((node, by) => {
  const own = operand(node, 0);
  const value = by.value(own);
  return flagValue(value.kind === "difference" ? `(${value.isNone})` : `(${by.number(own).top.text} = 0)`);
});
