/**
 * Whether anything in a rubric reads results over all subjects: functions across subjects, places, grades, awards. Then a subject that is
 * pending may change the results of any other.
 */
import { type CoreProgram, type Expression, expressionsOfPart, findExpression } from "@yardstick/language/core";

const RESULTS: ReadonlySet<string> = new Set(["place", "last", "grade", "award"]);

export function readsPopulation(program: CoreProgram): boolean {
  return expressionsOf(program).some(
    (each) =>
      findExpression(
        each,
        (node) => node.kind === "cohort" || (node.kind === "reference" && RESULTS.has(node.to.kind)),
      ) !== null,
  );
}

/** All expressions that results are read from. */
export function expressionsOf(program: CoreProgram): readonly Expression[] {
  const { parts, lets, outputs, coefficients, vetoes, consequences, grades, rankings, awards, requirements } = program;
  const orders = [...rankings.flatMap((ranking) => ranking.orders), ...grades.map(({ ranking }) => ranking)];
  const ranked = orders.flatMap(({ keys, where }) => [where, ...keys.map(({ value }) => value)]);
  const graded = grades.flatMap(({ rows, adjustments }) => [...rows, ...adjustments].map(({ condition }) => condition));
  const awarded = awards.flatMap(({ condition, pays }) => [condition, pays]);
  return [
    ...parts.flatMap((part) => expressionsOfPart(part)),
    ...[...lets, ...outputs, ...coefficients].map(({ value }) => value),
    ...[...vetoes, ...consequences, ...requirements].map(({ condition }) => condition),
    ...[...ranked, ...graded, ...awarded].filter((each) => each !== null),
  ];
}
