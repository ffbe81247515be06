/**
 * The problems of rows and columns that are notes of a result: rows that are not subjects, doubtful rows and names, and all warnings.
 * Errors in single cells are reported with the subjects that depend on them.
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
/** The number of notes at most; the problems of the result contain all. */
const MAX_NOTES = 50;

/** The problems in the order of the data. Footers and signatures of a table are excluded. */
export function problemsOfRows(problems: readonly CellProblem[]): readonly CellProblem[] {
  return problems
    .filter(
      ({ severity, reason, expected }) =>
        (severity === "warning" || REASONS.has(reason)) && !(reason === "row-set-aside" && expected[0] === "remark"),
    )
    .slice(0, MAX_NOTES);
}
