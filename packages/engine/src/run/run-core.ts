/**
 * `@yardstick/engine/run`: core nodes and data in, results out, by definition. Without the reduction from the checked program, for
 * programs that were reduced before.
 */
import type { CoreProgram, Expression } from "@yardstick/language/core";
import type { Dataset } from "../data/dataset.js";
import type { Result } from "../data/result.js";
import type { RunOptions } from "../data/run-options.js";
import { resultOf } from "../reference/evaluate.js";
import { Evaluation, PLAIN } from "../reference/evaluation.js";

export type { CoreProgram } from "@yardstick/language/core";
export type { CellProblem } from "../data/cell-problem.js";
export { hasErrors } from "../data/cell-problem.js";
export type { Cell, Dataset, HistoryRow, SideTable, UsedResults } from "../data/dataset.js";
export type { Result, SubjectResult } from "../data/result.js";
export type { RunOptions } from "../data/run-options.js";
export { foldName } from "../names/fold-name.js";
export { foldPeriod, hasShortYear, plainPeriod } from "../names/fold-period.js";

/** A rubric as it is computed, plain, and under each of its scenarios. Plain JSON. */
export interface CompiledCore {
  readonly program: CoreProgram;
  readonly scenarios: readonly CompiledScenario[];
}

/** A scenario: the program with its points and weights, and the constants that it sets, whatever the data says, by index. */
export interface CompiledScenario {
  readonly name: string;
  readonly program: CoreProgram;
  readonly constants: readonly (readonly [index: number, value: Expression])[];
}

/**
 * Scores like `evaluate` on the program that was reduced. Throws a `RangeError` for a scenario that the rubric does not have; an aborted
 * signal throws its reason.
 */
export function runCore({ program, scenarios }: CompiledCore, dataset: Dataset, options: RunOptions = {}): Result {
  const { scenario = null, period = null } = options;
  const changed = scenario === null ? null : scenarios.find(({ name }) => name === scenario);
  if (scenario !== null && changed === undefined) {
    const known = scenarios.map(({ name }) => `“${name}”`).join(", ");
    throw new RangeError(`the rubric has no scenario “${scenario}”${known === "" ? "" : `; it has ${known}`}`);
  }
  const constants = new Map(changed?.constants ?? []);
  const evaluation = new Evaluation(changed?.program ?? program, dataset, { ...PLAIN, period, constants });
  return resultOf(evaluation, dataset, options);
}
