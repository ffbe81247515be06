/**
 * What a table of published results holds, as fields: numbers in the base unit, places, levels by name, truths.
 */
import { type CoreProgram, type Field, type FieldType, type ValueType, visit } from "@yardstick/language/core";
import { expressionsOf } from "../query/reads-population.js";
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

/** The results that a history may hold, as fields; of a name that stands for several the first. */
export function resultsOfHistory(program: CoreProgram): readonly Field[] {
  const { fields, parts, rankings, grades, awards, vetoes, outputs, key, period } = program;
  const number: ValueType = { kind: "number", dimension: {}, percent: false };
  const flag: ValueType = { kind: "flag" };
  const all: readonly (readonly [name: string, type: ValueType])[] = [
    ...fields.flatMap((field, index) =>
      index === key || index === period || field.type.kind === "list"
        ? []
        : [[field.name, recordedType(field)] as const],
    ),
    ...["总分", "score"].map((name) => [name, number] as const),
    ...parts.flatMap(({ path, name }) => [[path, number] as const, [name, number] as const]),
    ...rankings.flatMap(({ name, orders }) =>
      [name, ...orders.map(({ publishedAs }) => publishedAs)].map((each) => [each, number] as const),
    ),
    ...grades.map(({ name, choice }) => [name, { kind: "level", choice }] as const),
    ...awards.map(({ name }) => [name, number] as const),
    ...[...vetoes.map(({ name }) => name), "vetoed"].map((name) => [name, flag] as const),
    ...outputs.map(({ name, value }) => [name, value.type] as const),
  ];
  return namedFields(program, all);
}

/** The results of a used rubric that a rubric reads, as fields. */
export function resultsOfUse(program: CoreProgram, use: number): readonly Field[] {
  const all: (readonly [name: string, type: ValueType])[] = [];
  for (const expression of expressionsOf(program))
    visit(expression, (node) => {
      if (node.kind === "reference" && node.to.kind === "used" && node.to.use === use)
        all.push([node.to.result, node.type]);
    });
  return namedFields(program, all);
}

function namedFields(
  { fields, key }: CoreProgram,
  all: readonly (readonly [name: string, type: ValueType])[],
): readonly Field[] {
  const span = fields[key]?.span ?? ([0, 0] as const);
  const found = new Map<string, Field>();
  for (const [name, type] of all)
    if (!found.has(name) && type.kind !== "series") found.set(name, recordedField(name, type, { span }));
  return [...found.values()];
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
