/**
 * Scoring: a checked rubric and data in, every subject's results out, as published. Pure and synchronous.
 */
import type { Program } from "@yardstick/language/program";
import type { Dataset } from "../data/dataset.js";
import { failedRequirements, openPolicies } from "./checks.js";
import { Evaluation, PLAIN } from "./evaluation.js";
import { publish } from "./publish.js";
import type { Subject } from "./subject.js";
import type { Cancellation, RunOptions } from "../data/run-options.js";
import type { Result } from "../data/result.js";
import { scenarioConstants, withScenario } from "../values/scenario.js";

/** Never throws for what is in rubric or data; an aborted signal throws its reason. */
export function evaluate(program: Program, dataset: Dataset, options: RunOptions = {}): Result {
  const evaluation = evaluationOf(program, dataset, options, null);
  const { signal } = options;
  // The scores first, one subject at a time, so that a run can be ended between any two of them.
  for (const subject of evaluation.subjects) {
    throwIfAborted(signal);
    subject.score();
  }
  const subjects = evaluation.subjects.map((subject: Subject) => {
    throwIfAborted(signal);
    return publish(subject, evaluation);
  });
  return {
    rubric: program.title,
    scenario: options.scenario ?? null,
    subjects,
    requirements: failedRequirements(evaluation),
    policies: openPolicies(evaluation),
    cuts: evaluation.cuts(),
    problems: dataset.problems,
  };
}

/** The run behind a result; `explained` is the row whose reading is noted. */
export function evaluationOf(
  program: Program,
  dataset: Dataset,
  options: RunOptions,
  explained: number | null,
): Evaluation {
  const { scenario = null, period = null } = options;
  const changed = scenario === null ? program : withScenario(program, scenario);
  const constants = scenario === null ? PLAIN.constants : scenarioConstants(program, scenario);
  return new Evaluation(changed, dataset, { ...PLAIN, period, constants, explained });
}

function throwIfAborted(signal: Cancellation | undefined): void {
  if (signal?.aborted !== true) return;
  throw signal.reason ?? Object.assign(new Error("The evaluation was aborted."), { name: "AbortError" });
}
