/**
 * Whether one of two flags holds.
 */
import { flagValue } from "../expression/value.js";
import { inPlace, operand } from "../printing/printing.js";

export const either = inPlace((node, by) =>
  flagValue(`(${by.flag(operand(node, 0))} OR ${by.flag(operand(node, 1))})`),
);
