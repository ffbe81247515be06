/**
 * What was found about the rows and columns of the data, for whoever reads a result: rows that are no subjects, rows and names in doubt,
 * and every warning: whatever was used and is doubtful. Single cells in error stand with the subjects that wait for them.
 */
import type { CellProblem, ProblemReason } from "@yardstick/engine";

const REASONS: ReadonlySet<ProblemReason> = new Set([
  "row-set-aside",
  "row-doubted",
  "row-agrees",
  "near-key",
  "unknown-key",
  "missing-key",
  "duplicate-key",
  "key-by-kind",
  "unit-above",
  "unit-conflict",
  "unused-sheets",
  "hidden-sheet",
  "hidden-rows",
  "hidden-columns",
]);
/** A result with more of them says the first; all stand in its problems. */
const MAX_NOTES = 50;

/** In the order of the data; footers and signatures of a table say nothing about a result. */
export function problemsOfRows(problems: readonly CellProblem[]): readonly CellProblem[] {
  return problems
    .filter(
      ({ severity, reason, expected }) =>
        (severity === "warning" || REASONS.has(reason)) && !(reason === "row-set-aside" && expected[0] === "remark"),
    )
    .slice(0, MAX_NOTES);
}
