/**
 * `at discretion …`: the field that holds the assessor's number of points. A judgement in a column of side rows is checked as a read of
 * that column, and needs nothing here.
 */
import type { NumberValue } from "../../program/expression.js";
import type { Amount, Field } from "../../program/program.js";
import type { CoreAmount } from "../nodes/amount.js";

const pure: NumberValue["type"] = { kind: "number", dimension: {}, percent: false };

export function atDiscretion(
  { field }: Extract<Amount, { readonly kind: "judgement" }>,
  fields: readonly Field[],
): CoreAmount {
  return { kind: "expression", value: { kind: "field", field, type: pure, span: fields[field]?.span ?? [0, 0] } };
}
