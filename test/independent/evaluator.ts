/**
 * The independent evaluator: a rubric's text and comma-separated tables to published results. Only the syntax tree is the product's;
 * the meaning is written from the language reference.
 */
import { parse } from "@yardstick/language";
import { declaredIn, type Declared, type Field } from "./declared.js";
import { pointsOf } from "./points.js";
import { outcomeOf, type Outcome } from "./results.js";
import { readTables, type Files } from "./tables.js";

/** Scores the subjects of the tables. The text is a rubric without errors. */
export function evaluated(source: string, files: Files): Outcome {
  const declared = withMarks(declaredIn(parse(source).rubric, source));
  return outcomeOf(declared, readTables(declared, files));
}

/** Marks lie within 0 and the points of their item. */
function withMarks(declared: Declared): Declared {
  const fields = [...declared.fields].map(([name, field]): [string, Field] => {
    const node = declared.parts.find(({ part }) => part === field.markOf);
    if (node === undefined || field.type.kind !== "number") return [name, field];
    return [name, { ...field, type: { ...field.type, high: pointsOf(declared, node) } }];
  });
  return { ...declared, fields: new Map(fields) };
}
