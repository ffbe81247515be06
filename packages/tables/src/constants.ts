/**
 * The inputs of the whole run: one record under the names of the constants. A blank leaves the default to act.
 */
import type { Cell } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import type { LocatedProblem } from "./problem.js";
import { RecordReader } from "./record-reader.js";
import type { GivenTable } from "./given-tables.js";
import { isRequired } from "./subjects.js";

export interface Constants {
  /** Parallel to `Program.constants`. */
  readonly cells: readonly Cell[];
  readonly problems: readonly LocatedProblem[];
}

export function readConstants(program: Program, tables: readonly GivenTable[]): Constants {
  const cells: Cell[] = program.constants.map(() => null);
  const problems: LocatedProblem[] = [];
  const wanted = program.constants.map((field) => ({ field, required: tables.length === 1 && isRequired(field) }));
  let isGiven = false;
  for (const given of tables) {
    const reader = new RecordReader(given, wanted, program.choices);
    for (const row of given.raw.rows) {
      if (isGiven) {
        reader.problems.add({
          index: null,
          row: row.row,
          column: null,
          found: "",
          reason: "duplicate-key",
          expected: [],
        });
        continue;
      }
      reader.cells(row, 0, []).forEach((cell, constant) => (cells[constant] = cell));
      isGiven = true;
    }
    problems.push(...reader.problems.found);
  }
  return { cells, problems };
}
