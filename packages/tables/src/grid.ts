/**
 * Reads tables that are already grids of text, as an application stores them, like files but without writing and parsing any. In
 * problems the header is line 1 and row `i` of a table is line `i + 2`.
 */
import type { RowChoices } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import type { ReadOptions, TablesRead } from "./assemble.js";
import { assemble } from "./assemble.js";
import { isBlank } from "./cell/written.js";
import { detectLayout } from "./layout.js";
import { DEFAULT_TABLE_LIMITS } from "./limits.js";
import type { TableLocation } from "./problem.js";
import { ProblemList } from "./problem.js";
import { InputTableList, allChoices } from "./input-tables.js";
import type { ReadMemory } from "./read-memory.js";
import { completed } from "./steps.js";
import type { Target } from "./target.js";
import { headersOfTarget, targetOfRole, targetTitle } from "./target.js";

/** A table of texts with the user's choices about its rows. */
export interface GridTable extends RowChoices {
  readonly role: Target["role"];
  /** Name of the list; ignored for the other roles. */
  readonly name?: string;
  /** Copied into the problems of this table; any text that identifies it. */
  readonly file: string;
  readonly header: readonly string[];
  /** Rows may be shorter than the header. */
  readonly rows: readonly (readonly string[])[];
}

/** Reads grids as `readTables` reads files. Never throws. With a `memory`, rows that were read before are not read again. */
export function readGrids(
  program: Program,
  grids: readonly GridTable[],
  { rows = {} }: ReadOptions = {},
  memory?: ReadMemory,
): TablesRead {
  return completed(assemble(program, inputGrids(program, grids, rows), memory));
}

/** The grids as tables by role, without the rows that are not subjects. */
export function inputGrids(program: Program, grids: readonly GridTable[], rows: RowChoices): InputTableList {
  const input = new InputTableList(program, allChoices([rows, ...grids]));
  for (const grid of grids) {
    const target = targetOfRole(program, grid.role, grid.name);
    const table = target === null ? (grid.name ?? "") : targetTitle(program, target);
    const location: TableLocation = { table, file: grid.file, format: "csv", sheet: null };
    const reportProblem = (
      found: string,
      expected: readonly string[],
      reason: "unreadable" | "unknown-column" | "too-large" = "unreadable",
    ): void => {
      const problemList = new ProblemList(location);
      problemList.add({ index: null, row: null, column: null, found, reason, expected });
      input.problems.push(...problemList.found);
    };
    const lines = [grid.header, ...grid.rows]
      .map((cells, at) => ({ row: at + 1, cells }))
      .filter(({ cells }) => !cells.every(isBlank));
    if (target === null)
      reportProblem(
        table,
        program.lists.map((list) => list.name),
      );
    else if (lines.length > DEFAULT_TABLE_LIMITS.rows)
      reportProblem("rows", ["rows", String(DEFAULT_TABLE_LIMITS.rows)], "too-large");
    else if (lines.length === 0) reportProblem("", ["empty"]);
    else {
      const { found, headerRow, ...raw } = detectLayout(
        { rows: lines, merges: [] },
        headersOfTarget(program, target),
        true,
      );
      const report = { encoding: null, delimiter: null, layout: found, unusedSheets: [] };
      input.put(target, { location, raw, headerRow }, report);
    }
  }
  return input;
}
