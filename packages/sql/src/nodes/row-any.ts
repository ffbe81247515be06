/**
 * Whether a flag holds for one of a subject's side rows.
 */
import { flagValue } from "../expression/value.js";
import { asColumn, operand } from "../printing/printing.js";

export const rowAny = asColumn((node, by) => {
  const name = `s${node.id}`;
  by.aggregate(node.over, name, `max(CASE WHEN ${by.flag(operand(node, 0))} THEN 1 ELSE 0 END)`);
  return flagValue(`coalesce(${name}, 0) = 1`);
}, true);
