/** `double if C`: the effect of each row counts twice where the condition holds of it. */
import type { DesugarSuffix } from "./desugared.js";

export const doubleIf: DesugarSuffix = ({ span, operand }) => ({
  rows: [{ op: "scale", role: "double", span, when: operand, factor: "2" }],
});
