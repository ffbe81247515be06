/**
 * Whether two flags hold.
 */
import { flagValue } from "../expression/value.js";
import { inPlace, operand } from "../printing/printing.js";

export const both = inPlace((node, by) => flagValue(`(${by.flag(operand(node, 0))} AND ${by.flag(operand(node, 1))})`));
