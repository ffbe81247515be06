/**
 * The results of a rubric for all its subjects.
 */
import type { Declared } from "./declared.js";
import { Evaluation, resultScope } from "./evaluation.js";
import { published, type Published } from "./published.js";
import type { Tables } from "./tables.js";

export interface Outcome {
  readonly subjects: readonly Published[];
  /** Requirements that are not met: key, period and message. */
  readonly requirements: readonly string[];
}

export function outcomeOf(declared: Declared, tables: Tables): Outcome {
  const evaluation = new Evaluation(declared, tables);
  const subjects = tables.subjects.map((_, at) => at);
  return {
    subjects: subjects.map((at) => published(evaluation, at)),
    requirements: subjects.flatMap((at) => unmet(evaluation, at)),
  };
}

function unmet(by: Evaluation, subject: number): readonly string[] {
  const { key, period, isDoubted } = by.tables.subjects[subject] as Tables["subjects"][number];
  if (isDoubted) return [];
  return by.all("requirement").flatMap(({ condition, message }) => {
    const value = by.evaluate(condition, resultScope(subject));
    return value.kind === "flag" && !value.flag ? [JSON.stringify([key, period, message?.value ?? ""])] : [];
  });
}
