/**
 * The amount of a scoring line, reduced to what evaluators know.
 */
import type { Amount, Field } from "../../program/program.js";
import type { CoreAmount } from "../nodes/amount.js";
import { atDiscretion } from "./at-discretion.js";
import { inProportion } from "./in-proportion.js";

type Desugar = {
  readonly [K in Amount["kind"]]: (
    amount: Extract<Amount, { readonly kind: K }>,
    fields: readonly Field[],
  ) => CoreAmount;
};

const desugar: Desugar = {
  expression: (amount) => amount,
  proportion: inProportion,
  judgement: atDiscretion,
  open: (amount) => amount,
};

const known = new WeakMap<Amount, CoreAmount>();

/** `fields` are those of the program. The same node for the same amount, so that what is derived from it can be kept as long as the line stays as it is. */
export function amountOf(amount: Amount, fields: readonly Field[]): CoreAmount {
  const before = known.get(amount);
  if (before !== undefined) return before;
  const reduced = (desugar[amount.kind] as (amount: Amount, fields: readonly Field[]) => CoreAmount)(amount, fields);
  known.set(amount, reduced);
  return reduced;
}
