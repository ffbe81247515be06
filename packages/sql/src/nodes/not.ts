/**
 * Whether a flag does not hold.
 */
import { flagValue } from "../expression/value.js";
import { inPlace, operand } from "../printing/printing.js";

export const not = inPlace((node, by) => flagValue(`(NOT ${by.flag(operand(node, 0))})`));
