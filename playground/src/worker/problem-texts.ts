/** Messages of problems in tables. Loaded with the first problem. */
import type { Lang } from "@yardstick/language";
import { describeProblem } from "@yardstick/tables";
import type { TableText } from "../project/project.js";
import type { Evaluation } from "../protocol/protocol.js";
import { inGrid, type ComputedEvaluation } from "./evaluate.js";

/** The evaluation with the messages of its problems; rows are numbered as in the grid of `tables`. */
export function withProblemTexts(
  evaluation: ComputedEvaluation,
  { tables, lang }: { readonly tables: readonly TableText[]; readonly lang: Lang },
): Evaluation {
  const { good } = evaluation;
  if (good === null) return { ...evaluation, good };
  const problems = good.problems.map((found) => ({
    ...found,
    text: describeProblem(inGrid(found.problem, tables), lang),
  }));
  return { ...evaluation, good: { ...good, problems } };
}
