/**
 * Problems of tables whose period is unclear.
 */
import type { InputTable } from "./input-tables.js";
import type { LocatedProblem } from "./problem.js";
import type { PeriodDoubt } from "./merge-subjects.js";

/** One error for each table whose title, sheet or file names a different period than its rows would belong to. */
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
