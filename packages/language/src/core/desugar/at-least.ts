/** `at least P` holds the sum from below. */
import type { DesugarSuffix } from "./desugared.js";

export const atLeast: DesugarSuffix = ({ span, operand }) => ({
  sum: [{ op: "hold", role: "floor", span, side: "least", limit: operand }],
});
