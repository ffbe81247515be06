/**
 * Scoring over columns: the same result as the reference evaluator's, to the last digit. What columns cannot do is done by
 * the reference, and the result reports it.
 */
import type { Program } from "@yardstick/language/program";
import type { Dataset } from "../data/dataset.js";
import type { ColumnarResult } from "./columnar-result.js";
import type { Columns } from "../columnar/columns.js";
import type { ColumnarOptions } from "./session.js";
import { Session } from "./session.js";

/** Throws a `LimitExceeded`, or the reason of an aborted signal; never for what is in rubric or data. */
export function evaluateColumns(
  program: Program,
  data: Dataset | Columns,
  options: ColumnarOptions = {},
): ColumnarResult {
  return new Session(program, data, options, false).result();
}

/** The same without blocking for more than a moment. */
export async function scoreAsync(
  program: Program,
  data: Dataset | Columns,
  options: ColumnarOptions = {},
): Promise<ColumnarResult> {
  return new Session(program, data, options, false).resultAsync();
}
