/**
 * Tables that lie in a grid already, as an app keeps them: read like files, without writing and parsing any. Row `i` of a
 * table is line `i + 2` of the problems, its header line 1.
 */
import type { Program } from "@yardstick/language/program";
import type { TablesRead } from "./assemble.js";
import { assemble } from "./assemble.js";
import { isBlank } from "./cell/written.js";
import { layOut } from "./layout.js";
import { DEFAULT_TABLE_LIMITS } from "./limits.js";
import type { LocatedProblem, Place } from "./problem.js";
import { ProblemList } from "./problem.js";
import type { GivenTable } from "./sources.js";
import type { TableReport } from "./report.js";
import type { Target } from "./target.js";
import { headersOfTarget, targetOfRole, targetTitle } from "./target.js";

/** A table of texts. `file` is shown with problems, or leads back to the table by whatever it is. */
export interface GridTable {
  readonly role: Target["role"];
  /** Name of the list; of no meaning for the other roles. */
  readonly name?: string;
  readonly file: string;
  readonly header: readonly string[];
  /** A short row ends early. */
  readonly rows: readonly (readonly string[])[];
}

export function readGrids(program: Program, grids: readonly GridTable[]): TablesRead {
  const subjects: GivenTable[] = [];
  const constants: GivenTable[] = [];
  const history: GivenTable[] = [];
  const lists = new Map<number, GivenTable[]>();
  const problems: LocatedProblem[] = [];
  const reports: TableReport[] = [];
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
      problems.push(...complaints.found);
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
      const { found, headerRow, ...raw } = layOut({ rows: lines, merges: [] }, headersOfTarget(program, target), true);
      const given = { place, raw, headerRow };
      if (target.role === "subjects") subjects.push(given);
      else if (target.role === "constants") constants.push(given);
      else if (target.role === "history") history.push(given);
      else lists.set(target.list, [...(lists.get(target.list) ?? []), given]);
      reports.push({
        ...place,
        encoding: null,
        delimiter: null,
        layout: found,
        hiddenRows: 0,
        hiddenColumns: [],
        unusedSheets: [],
      });
    }
  }
  return assemble(program, { subjects, lists, constants, history, problems, reports });
}
