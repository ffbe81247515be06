/**
 * The report of collecting for each file, and the rows, columns and cells that were not merged.
 */
import type { Program } from "@yardstick/language/program";
import { isBlank } from "./cell/written.js";
import type { InputTable } from "./input-tables.js";
import type { LocatedProblem } from "./problem.js";
import { textOfRaw } from "./raw-table.js";
import type { CellsCollected } from "./cells-collected.js";
import type { Collected, CollectedConflict, CollectedFile, UnmatchedRow } from "./collected.js";
import type { SideRowsMerged } from "./merge-side-rows.js";
import type { SubjectsMerged } from "./merge-subjects.js";
import type { HandedIn } from "./read-handed-in.js";
import { tablesOf } from "./read-handed-in.js";
import type { TableFacts } from "./settle-figures.js";

type Notices = Pick<Collected, "aside" | "unknownColumns" | "unread" | "problems" | "reports">;

interface ListMerged {
  readonly found: SideRowsMerged;
  readonly facts: readonly TableFacts[];
}

/** Reasons reported by other parts of the result: unmatched rows, conflicts, rows that are not subjects. */
const REPORTED_ELSEWHERE: ReadonlySet<LocatedProblem["reason"]> = new Set([
  "near-key",
  "unknown-key",
  "conflict",
  "row-set-aside",
]);

/** The rows, columns and cells that were not merged, and other problems. */
export function noticesOf(
  program: Program,
  files: readonly HandedIn[],
  {
    refused,
    merged,
    lists,
  }: {
    readonly refused: readonly LocatedProblem[];
    readonly merged: SubjectsMerged;
    readonly lists: readonly ListMerged[];
  },
): Notices {
  const isRefused = ({ file }: { readonly file: string }) => refused.some((problem) => problem.file === file);
  const found = [
    ...refused,
    ...files.flatMap((file) => file.input.problems),
    ...files.flatMap(({ input }) => input.history.flatMap(historyLeft)),
    ...[...merged.problems, ...lists.flatMap((list) => list.found.problems)].filter((problem) => !isRefused(problem)),
  ].filter(({ file, reason }) => file !== "" && !REPORTED_ELSEWHERE.has(reason));
  const key = program.fields[program.key]?.name;
  const isUnknownColumn = ({ reason, expected }: LocatedProblem) =>
    reason === "unknown-column" && expected.length === 0;
  const isUnread = ({ severity, index, column }: LocatedProblem) =>
    severity === "error" && index !== null && column !== null;
  // A form contains only the columns of its department.
  const isOthers = ({ reason, table, column }: LocatedProblem) =>
    reason === "missing-column" && table === program.subject && column !== key;
  return {
    aside: files.flatMap(({ file, input }) =>
      tablesOf(input).flatMap(({ table }) =>
        table.aside.map(({ row, key: name, verdict }) => ({
          file,
          sheet: table.location.sheet,
          row: row.row,
          key: name,
          text: [...new Set(row.cells.map((cell) => textOfRaw(cell).trim()).filter((text) => text !== ""))].join(" "),
          kind: verdict.kind,
        })),
      ),
    ),
    unknownColumns: found.filter(isUnknownColumn).map(({ file, sheet, column, table }) => ({
      file,
      sheet,
      column: column ?? "",
      filled: filledCells(files, { file, sheet, table, column: column ?? "" }),
    })),
    unread: found.filter(isUnread),
    problems: found.filter((problem) => !isUnknownColumn(problem) && !isUnread(problem) && !isOthers(problem)),
    reports: files.flatMap(({ input }) => input.reports),
  };
}

function historyLeft({ location, raw }: InputTable): readonly LocatedProblem[] {
  const of = { severity: "warning", index: null, row: null, column: null, found: "", expected: [] } as const;
  return raw.rows.length === 0 ? [] : [{ ...location, ...of, reason: "history-left" }];
}

/** The number of filled cells below a header. */
function filledCells(
  files: readonly HandedIn[],
  at: { readonly file: string; readonly sheet: string | null; readonly table: string; readonly column: string },
): number {
  let count = 0;
  for (const { input } of files.filter(({ file }) => file === at.file)) {
    for (const { table } of tablesOf(input)) {
      if (table.location.sheet !== at.sheet || table.location.table !== at.table) continue;
      const column = table.raw.headers.findIndex((header) => header.trim() === at.column.trim());
      for (const { cells } of column < 0 ? [] : table.raw.rows) if (!isBlank(textOfRaw(cells[column]))) count += 1;
    }
  }
  return count;
}

/** Whether a conflict was settled in favour of a value of a file. */
function isSettledFor(file: string) {
  return ({ figures, settled }: CollectedConflict) => {
    const taken = settled === null ? undefined : figures[settled];
    return taken?.isPresent === false && taken.origins.some((origin) => origin.file === file);
  };
}

/** The outcome of each file. */
export function collectedFiles(
  files: readonly HandedIn[],
  {
    refused,
    lists,
    cells,
    unmatched,
    notices,
    questions,
  }: {
    readonly refused: readonly LocatedProblem[];
    readonly lists: readonly ListMerged[];
    readonly cells: CellsCollected;
    readonly unmatched: readonly UnmatchedRow[];
    readonly notices: Notices;
    /** Names of files whose period is unclear. */
    readonly questions: ReadonlySet<string>;
  },
): readonly CollectedFile[] {
  return files.map(({ file, input, department, recognised, modified, mark, isUnreadable }): CollectedFile => {
    const isOfFile = (each: { readonly origin: { readonly file: string } }) => each.origin.file === file;
    const rows = lists.map(({ found, facts }) => ({
      added: found.rows.filter(({ table }) => facts[table]?.file === file && facts[table]?.isPresent !== true).length,
      same: found.same.reduce((sum, { table, rows: of }) => sum + (facts[table]?.file === file ? of.length : 0), 0),
    }));
    const counts = {
      new: cells.fresh.filter(isOfFile).length + (cells.ofNew.get(file) ?? 0),
      changed: cells.changed.filter(isOfFile).length,
      same: cells.same.get(file) ?? 0,
      conflicts: cells.conflicts.filter(({ figures }) =>
        figures.some(({ origins }) => origins.some((origin) => origin.file === file)),
      ).length,
      rows: rows.reduce((sum, { added }) => sum + added, 0),
      sameRows: rows.reduce((sum, { same }) => sum + same, 0),
      unmatched: unmatched.filter(isOfFile).length,
      unread: notices.unread.filter((problem) => problem.file === file).length,
    };
    const isForeign = input.problems.some(({ reason }) => reason === "other-form");
    const isRefused = isForeign || refused.some((problem) => problem.file === file);
    const { same, sameRows, ...changes } = counts;
    const isTaken = counts.new + counts.changed + counts.rows > 0 || cells.conflicts.some(isSettledFor(file));
    const isDoubted =
      questions.has(file) ||
      notices.problems.some((problem) => problem.file === file && problem.severity === "error") ||
      Object.values(changes).some((count) => count > 0);
    const unchanged = isDoubted ? "left" : same + sameRows > 0 ? "same" : "empty";
    const state = isRefused ? "refused" : isUnreadable ? "unreadable" : isTaken ? "merged" : unchanged;
    return { file, state, department, recognised, modified, period: mark?.period ?? null, counts };
  });
}
