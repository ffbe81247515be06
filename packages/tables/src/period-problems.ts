/**
 * Doubts about the period of a table, as problems of the data.
 */
import type { InputTable } from "./input-tables.js";
import type { LocatedProblem } from "./problem.js";
import type { PeriodDoubt } from "./merge-subjects.js";

/** An error a table whose title, sheet or file names another period than its rows would count in. */
export function periodProblems(
  doubts: readonly PeriodDoubt[],
  tables: readonly InputTable[],
): readonly LocatedProblem[] {
  return doubts.flatMap(({ table, said, period, rows }): readonly LocatedProblem[] => {
    const place = tables[table]?.location;
    if (place === undefined) return [];
    const of = { severity: "error", index: null, row: null, column: null, found: said.period } as const;
    return [{ ...place, ...of, reason: "said-period", expected: [said.where, period ?? "", String(rows)] }];
  });
}
