/**
 * Tables that lie in a grid already, as an app keeps them: read like files, without writing and parsing any. Row `i` of a
 * table is line `i + 2` of the problems, its header line 1.
 */
import type { RowChoices } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import type { ReadOptions, TablesRead } from "./assemble.js";
import { assemble } from "./assemble.js";
import { isBlank } from "./cell/written.js";
import { detectLayout } from "./layout.js";
import { DEFAULT_TABLE_LIMITS } from "./limits.js";
import type { Place } from "./problem.js";
import { ProblemList } from "./problem.js";
import { GivenTableList, allChoices } from "./given-tables.js";
import { completed } from "./steps.js";
import type { Target } from "./target.js";
import { headersOfTarget, targetOfRole, targetTitle } from "./target.js";

/** A table of texts. `file` is shown with problems, or leads back to the table by whatever it is; the row choices are kept with it. */
export interface GridTable extends RowChoices {
  readonly role: Target["role"];
  /** Name of the list; of no meaning for the other roles. */
  readonly name?: string;
  readonly file: string;
  readonly header: readonly string[];
  /** A short row ends early. */
  readonly rows: readonly (readonly string[])[];
}

export function readGrids(program: Program, grids: readonly GridTable[], { rows = {} }: ReadOptions = {}): TablesRead {
  const given = new GivenTableList(program, allChoices([rows, ...grids]));
  for (const grid of grids) {
    const target = targetOfRole(program, grid.role, grid.name);
    const table = target === null ? (grid.name ?? "") : targetTitle(program, target);
    const place: Place = { table, file: grid.file, format: "csv", sheet: null };
    const complain = (
      found: string,
      expected: readonly string[],
      reason: "unreadable" | "unknown-column" | "too-large" = "unreadable",
    ): void => {
      const complaints = new ProblemList(place);
      complaints.add({ index: null, row: null, column: null, found, reason, expected });
      given.problems.push(...complaints.found);
    };
    const lines = [grid.header, ...grid.rows]
      .map((cells, at) => ({ row: at + 1, cells }))
      .filter(({ cells }) => !cells.every(isBlank));
    if (target === null)
      complain(
        table,
        program.lists.map((list) => list.name),
      );
    else if (lines.length > DEFAULT_TABLE_LIMITS.rows)
      complain("rows", ["rows", String(DEFAULT_TABLE_LIMITS.rows)], "too-large");
    else if (lines.length === 0) complain("", ["empty"]);
    else {
      const { found, headerRow, ...raw } = detectLayout(
        { rows: lines, merges: [] },
        headersOfTarget(program, target),
        true,
      );
      const report = {
        encoding: null,
        delimiter: null,
        layout: found,
        hiddenRows: 0,
        hiddenColumns: [],
        unusedSheets: [],
      };
      given.put(target, { place, raw, headerRow }, report);
    }
  }
  return completed(assemble(program, given));
}
