/**
 * Reads the inputs of the whole run: one record with a column for each constant. A blank cell takes the constant's default.
 */
import type { Cell } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import type { LocatedProblem } from "./problem.js";
import { RecordReader } from "./record-reader.js";
import type { InputTable } from "./input-tables.js";
import { isRequired } from "./subject-fields.js";

/** The cells of the constants, and what is wrong with them. */
export interface Constants {
  /** Parallel to `Program.constants`. */
  readonly cells: readonly Cell[];
  readonly problems: readonly LocatedProblem[];
}

/** Reads the one record of constants; every further record is reported as a duplicate. */
export function readConstants(program: Program, tables: readonly InputTable[]): Constants {
  const cells: Cell[] = program.constants.map(() => null);
  const problems: LocatedProblem[] = [];
  const expectedFields = program.constants.map((field) => ({
    field,
    required: tables.length === 1 && isRequired(field),
  }));
  let isRead = false;
  for (const input of tables) {
    const reader = new RecordReader(input, expectedFields, program.choices);
    for (const row of input.raw.rows) {
      if (isRead) {
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
      isRead = true;
    }
    problems.push(...reader.problems.found);
  }
  return { cells, problems };
}
