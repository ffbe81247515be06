/**
 * The periods that a dataset holds, in the order of the data, each once; none where the rubric has no period field.
 */
import type { Dataset } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";

export function periodsOf(program: Program, dataset: Dataset): readonly string[] {
  const column = program.period === null ? [] : (dataset.subjects.columns[program.period] ?? []);
  return [...new Set(column.filter((cell): cell is string => typeof cell === "string"))];
}
