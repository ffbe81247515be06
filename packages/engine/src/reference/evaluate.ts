/**
 * Scoring: an evaluation in, every subject's results out, as published. Pure and synchronous.
 */
import type { Dataset } from "../data/dataset.js";
import { failedRequirements, openPolicies } from "./checks.js";
import type { Evaluation } from "./evaluation.js";
import { publish } from "./publish.js";
import type { Subject } from "./subject.js";
import type { Cancellation, RunOptions } from "../data/run-options.js";
import type { Result } from "../data/result.js";

/** Never throws for what is in rubric or data; an aborted signal throws its reason. */
export function resultOf(
  evaluation: Evaluation,
  dataset: Dataset,
  { signal, scenario }: Pick<RunOptions, "signal" | "scenario">,
): Result {
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
    rubric: evaluation.program.title,
    scenario: scenario ?? null,
    subjects,
    requirements: failedRequirements(evaluation),
    policies: openPolicies(evaluation),
    cuts: evaluation.cuts(),
    problems: dataset.problems,
  };
}

function throwIfAborted(signal: Cancellation | undefined): void {
  if (signal?.aborted !== true) return;
  throw signal.reason ?? Object.assign(new Error("The evaluation was aborted."), { name: "AbortError" });
}
