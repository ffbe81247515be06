/**
 * From a checked rubric to an evaluation: the changes of a scenario, then the core nodes that evaluators see.
 */
import { coreOf } from "@yardstick/language/core";
import type { Program } from "@yardstick/language/program";
import type { Dataset } from "../data/dataset.js";
import type { Result } from "../data/result.js";
import type { RunOptions } from "../data/run-options.js";
import { resultOf } from "../reference/evaluate.js";
import { Evaluation, PLAIN } from "../reference/evaluation.js";
import { readOf } from "../reference/read.js";
import { scenarioConstants, withScenario } from "./scenario.js";

/** Never throws for what is in rubric or data; an aborted signal throws its reason. Pure and synchronous. */
export function evaluate(program: Program, dataset: Dataset, options: RunOptions = {}): Result {
  return resultOf(evaluationOf(program, dataset, options, null), dataset, options);
}

/** The run behind a result; `explained` is the row whose reading is noted. */
export function evaluationOf(
  program: Program,
  dataset: Dataset,
  options: RunOptions,
  explained: number | null,
): Evaluation {
  const { scenario = null, period = null } = options;
  const constants = scenario === null ? PLAIN.constants : scenarioConstants(program, scenario);
  return new Evaluation(coreOf(changedBy(program, scenario)), dataset, {
    ...PLAIN,
    period,
    constants,
    explained: explained === null ? null : { row: explained, reader: readOf },
  });
}

/** The rubric under a scenario; null: as it is. */
export function changedBy(program: Program, scenario: string | null | undefined): Program {
  return scenario === null || scenario === undefined ? program : withScenario(program, scenario);
}
