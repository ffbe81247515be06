/**
 * A rubric bound to its inputs: everything it says as nodes, and the whole columns that its results need.
 */
import { type CoreProgram, type Expression, operandsOf } from "@yardstick/language/core";
import type { PopulationDependencies } from "./population-dependencies.js";
import type { LoweredCohort, RubricLowering } from "./lower-results.js";
import type { LoweredFlag, LoweredNumber } from "./lowered.js";
import type { LoweredGrades, LoweredTable } from "./lowering.js";
import { PUBLISHED } from "./lowering.js";
import type { Node } from "./node.js";

/** A rubric as nodes of one graph. */
export interface BoundRubric {
  readonly program: CoreProgram;
  readonly lowering: RubricLowering;
  /** After vetoes. */
  readonly score: LoweredNumber;
  /** By ranking. */
  readonly tables: readonly (readonly LoweredTable[])[];
  readonly grades: readonly LoweredGrades[];
  readonly requirements: readonly LoweredFlag[];
  readonly across: ReadonlyMap<string, LoweredCohort>;
  /** What the score, the places, the grades and the functions across subjects are read from. */
  readonly wanted: readonly Node[];
  /** Flags that tell where members are pending. */
  readonly open: readonly Node[];
  /** Whether anything over all subjects reads something else that is. */
  readonly depends: boolean;
}

/** Binds a rubric by its lowering. Throws `Unsupported` for what no plan holds. */
export function boundRubric(lowering: RubricLowering, leaning: PopulationDependencies): BoundRubric {
  const { program } = lowering;
  const score = lowering.score().published;
  const tables = program.rankings.map((_, index) => lowering.tables(index));
  const grades = program.grades.map((_, index) => lowering.grades(index));
  const requirements = program.requirements.map(({ condition }) => lowering.flag(condition, PUBLISHED));
  for (const expression of publishedExpressions(program)) meetAcross(expression, lowering);
  const across = lowering.asked;
  const answers = [...across.values()].flatMap(({ answer, open }) => [answer.value, answer.pending, open]);
  const ranked = tables.flat().flatMap(({ place, stands, open }) => [place, stands, open]);
  const graded = grades.flatMap(({ level, given, drawn, pending, open, table }) => [
    level,
    given,
    drawn,
    pending,
    open,
    table.stands,
    table.open,
  ]);
  const required = requirements.map(({ no }) => no);
  return {
    program,
    lowering,
    score,
    tables,
    grades,
    requirements,
    across,
    wanted: [score.value, score.pending, ...ranked, ...graded, ...required, ...answers],
    open: [...across.values(), ...tables.flat(), ...grades.map(({ table }) => table)].map(({ open }) => open),
    depends:
      program.rankings.some(({ orders }) => orders.some((ranking) => leaning.ranking(ranking))) ||
      program.grades.some(({ ranking }) => leaning.ranking(ranking)) ||
      [...across.values()].some(({ node }) => leaning.cohort(node)),
  };
}

/** What the reference evaluator computes for a subject that is read: it may ask for functions across subjects. */
function publishedExpressions({ outputs, awards, consequences, policies, lets }: CoreProgram): readonly Expression[] {
  return [
    ...outputs.map(({ value }) => value),
    ...awards.flatMap(({ condition, pays }) => [condition, pays]),
    ...consequences.map(({ condition }) => condition),
    ...policies.map(({ condition }) => condition),
    ...lets.map(({ value }) => value),
  ].filter((each) => each !== null);
}

function meetAcross(expression: Expression, lowering: RubricLowering): void {
  if (expression.kind === "previous" || expression.kind === "running") {
    // The periods before have functions of their own; `running` asks about now as well.
    if (expression.kind === "running") meetAcross(expression.condition, lowering);
    return;
  }
  if (expression.kind === "cohort") lowering.across(expression, PUBLISHED);
  for (const operand of operandsOf(expression)) meetAcross(operand, lowering);
}
