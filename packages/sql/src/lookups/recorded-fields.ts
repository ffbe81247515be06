/**
 * What a table of published results holds, as fields: numbers in the base unit, places, levels by name, truths.
 */
import type { Field, FieldType, ValueType } from "@yardstick/language/core";
import { refuse } from "../refusals/refusals.js";

/** A field of a table of results. `default` is what a blank is read as. */
export function recordedField(name: string, type: ValueType, origin: Pick<Field, "span">, isZero = false): Field {
  const { span } = origin;
  return {
    name,
    span,
    type: fieldType(type),
    optional: false,
    default: isZero ? { kind: "number", value: "0", span, type } : null,
    assessor: null,
    documentation: null,
    judgement: null,
  };
}

function fieldType(type: ValueType): FieldType {
  switch (type.kind) {
    case "number":
      return { kind: "number", form: type.percent ? "percent" : "number", unit: null, min: null, max: null };
    case "series":
      return refuse("sql-series");
    default:
      return type;
  }
}

/** The type of a field's published value. */
export function recordedType({ type }: Field): ValueType {
  switch (type.kind) {
    case "number":
      return { kind: "number", dimension: {}, percent: type.form === "percent" };
    case "flag":
    case "date":
    case "level":
      return type;
    case "text":
    case "period":
    case "list":
      return { kind: "text" };
    default:
      return type satisfies never;
  }
}
