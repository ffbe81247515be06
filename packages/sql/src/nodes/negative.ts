/**
 * Whether a number is below 0. Divisors are greater than 0, so the numerator tells.
 */
import { flagValue } from "../expression/value.js";
import { inPlace, operand } from "../printing/printing.js";

export const negative = inPlace((node, by) => flagValue(`(${by.number(operand(node, 0)).top.text} < 0)`));
