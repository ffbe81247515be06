/** `up to P` holds the sum, `up to P per F` the sum of each group of rows. */
import type { DesugarSuffix } from "./desugared.js";

export const upTo: DesugarSuffix = ({ span, operand, per }) =>
  per === null
    ? { sum: [{ op: "hold", role: "cap", span, side: "most", limit: operand }] }
    : { groups: { op: "hold-groups", role: "cap", span, limit: operand, by: per } };
