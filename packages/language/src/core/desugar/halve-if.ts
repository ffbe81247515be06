/** `halve if C`: the effect of each row counts half where the condition holds of it. */
import type { DesugarSuffix } from "./desugared.js";

export const halveIf: DesugarSuffix = ({ span, operand }) => ({
  rows: [{ op: "scale", role: "halve", span, when: operand, factor: "1/2" }],
});
