/**
 * Problems of the data and reports about files on standard error, each with its file and line in a form that editors recognise.
 */
import { HISTORY_TABLE } from "@yardstick/exact";
import type { LocatedProblem, TableReport } from "@yardstick/tables";
import { describeProblem, describeReport } from "@yardstick/tables";
import type { Context } from "./context.js";
import { note } from "./context.js";
import { liftingOptionOf } from "./run-limits.js";
import { Failure, NO_FILE, WRONG_USAGE } from "./exit.js";

/** The number of problems printed at most; a shifted file has one for each cell. */
const MAX_PROBLEMS = 100;

/** `data.csv:5`, or `data.xlsx[sheet]` for a workbook, whose row is in the message. */
function locationOf({ file, row, format, sheet }: LocatedProblem): string {
  if (format === "xlsx") return sheet === null ? file : `${file}[${sheet}]`;
  return row === null || format === "json" ? file : `${file}:${row}`;
}

/** Prints errors, then warnings, then notes, each in the order of the files, and how to resolve doubtful rows. */
export function printProblems(problems: readonly LocatedProblem[], context: Context): void {
  const { err, messages, lang } = context;
  const paint = { error: err.red, warning: err.yellow, note: err.cyan };
  const ordered = (["error", "warning", "note"] as const).flatMap((severity) =>
    problems.filter((problem) => problem.severity === severity),
  );
  for (const problem of ordered.slice(0, MAX_PROBLEMS)) {
    const severity = paint[problem.severity](messages.severity[problem.severity]);
    note(context, `${err.bold(locationOf(problem))} ${severity}${messages.colon}${describeProblem(problem, lang)}`);
  }
  if (problems.length > MAX_PROBLEMS) note(context, messages.moreProblems(problems.length - MAX_PROBLEMS));
  // Rows that the user left out need no advice.
  const keysOf = (of: LocatedProblem["reason"]) =>
    problems.flatMap(({ reason, expected: [, by, key = ""] }) =>
      reason === of && key !== "" && by !== "person" ? [key] : [],
    );
  const doubted = keysOf("row-doubted");
  const [aside] = keysOf("row-set-aside");
  if (doubted.length > 0) note(context, messages.doubtedRows(doubted[0] ?? "", doubted.length));
  else if (aside !== undefined) note(context, err.dim(messages.rowsSetAside(aside)));
}

/** Prints everything unusual in how the files were read. */
export function printReports(reports: readonly TableReport[], context: Context): void {
  for (const report of reports) {
    const location = report.sheet === null ? report.file : `${report.file}[${report.sheet}]`;
    for (const sentence of describeReport(report, context.lang)) {
      note(context, context.err.dim(`${location}${context.messages.colon}${sentence}`));
    }
  }
}

/**
 * Throws a `Failure` where a file contains no table (empty, damaged, too large) or lacks the requested sheet, since a result from the
 * remaining files would be misleading.
 */
export function endOnUnreadable(problems: readonly LocatedProblem[], context: Context, subject: string): void {
  const whole = problems.filter(
    ({ reason, row, column, table }) =>
      row === null && column === null && table !== HISTORY_TABLE && (reason === "unreadable" || reason === "too-large"),
  );
  const missingSheets = problems.filter(({ reason }) => reason === "missing-sheet");
  if (whole.length + missingSheets.length === 0) return;
  printProblems([...whole, ...missingSheets], context);
  const options = new Set(whole.flatMap((problem) => liftingOptionOf(problem, subject) ?? []));
  for (const option of options) note(context, context.messages.liftLimit(option));
  throw new Failure(whole.length > 0 ? NO_FILE : WRONG_USAGE, "");
}
