/**
 * A value that is the same for all: a literal.
 */
import { flagValue, numberValue } from "../expression/value.js";
import { inPlace } from "../printing/printing.js";

export const constant = inPlace(({ rep, value }, { arithmetic }) => {
  if (rep === "flag") return flagValue(value.numerator === 0n ? "false" : "true");
  return numberValue(arithmetic.literal(value.numerator), value.denominator);
});
