/**
 * `unless C` waives. A condition that reads the row waives that row alone, before everything else; any other waives the sum,
 * after everything else.
 */
import { readsRowOf } from "../../program/expression-tree.js";
import type { DesugarSuffix } from "./desugared.js";

export const unless: DesugarSuffix = ({ span, operand }, { each }) => {
  const waiver = { op: "scale", role: "waiver", span, when: operand, factor: "0" } as const;
  return each !== null && readsRowOf(each.list, operand) ? { rows: [waiver] } : { sum: [waiver] };
};
