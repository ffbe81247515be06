/**
 * A table of published results as a plan reads it.
 */
import type { Domain } from "@yardstick/engine/plan";
import type { Field } from "@yardstick/language/core";
import { SqlInputs } from "../inputs/sql-inputs.js";
import type { ColumnDescription } from "../inputs/tables.js";

/** Assumed of a result of which nothing is known; one beyond ends the query. */
const ASSUMED = { min: "-1000000000", max: "1000000000" };

/** Inputs whose numbers are published results, closer to 0 than those of the data. */
export class ResultInputs extends SqlInputs {
  protected override described(field: Field, domain: Domain): ColumnDescription {
    const known = super.described(field, domain);
    const { type } = field;
    return type.kind === "number" && type.form === "number" ? { ...ASSUMED, ...known } : known;
  }
}
