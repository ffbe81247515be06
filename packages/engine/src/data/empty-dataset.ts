/**
 * The data of a rubric before anything is entered.
 */
import type { DataModel, Field, Use } from "@yardstick/language/core";
import type { Dataset } from "./dataset.js";

/** No subjects, every constant blank. */
export function emptyDataset(program: DataModel & { readonly uses: readonly Use[] }): Dataset {
  const empty = (columns: readonly Field[]) => ({ rows: 0, columns: columns.map(() => []) });
  return {
    subjects: empty(program.fields),
    lists: program.lists.map(({ columns }) => ({ ...empty(columns), owner: [] })),
    constants: program.constants.map(() => null),
    history: [],
    used: program.uses.map(() => new Map()),
    problems: [],
  };
}
