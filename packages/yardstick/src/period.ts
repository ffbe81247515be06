/**
 * The periods of a dataset.
 */
import type { Dataset } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";

/** The periods in the order of the data, each once; empty where the rubric has no period field. */
export function periodsOf(program: Program, dataset: Dataset): readonly string[] {
  const column = program.period === null ? [] : (dataset.subjects.columns[program.period] ?? []);
  return [...new Set(column.filter((cell): cell is string => typeof cell === "string"))];
}
