/** `highest per F`: of each group of rows only the greatest effect counts. */
import type { DesugarSuffix } from "./desugared.js";

export const highestPer: DesugarSuffix = ({ span, operand }) => ({
  rows: [{ op: "greatest", role: "highest", span, by: operand }],
});
