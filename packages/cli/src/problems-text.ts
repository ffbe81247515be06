/**
 * Problems of the data on standard error: each with its file and line, so that an editor can jump there, and its sentence; and what
 * was found in a file that is not plain.
 */
import type { LocatedProblem, TableReport } from "@yardstick/tables";
import { HISTORY_TABLE, describeProblem, describeReport } from "@yardstick/tables";
import type { Context } from "./context.js";
import { note } from "./context.js";
import { liftingOptionOf } from "./run-limits.js";
import { Failure, NO_FILE, WRONG_USAGE } from "./exit.js";

/** A shifted file gives one problem a cell; more than these add nothing. */
const MOST = 100;

/** `data.csv:5`; a workbook's row is told in the sentence, with its sheet. */
function placeOf({ file, row, format, sheet }: LocatedProblem): string {
  if (format === "xlsx") return sheet === null ? file : `${file}[${sheet}]`;
  return row === null || format === "json" ? file : `${file}:${row}`;
}

/** Errors before warnings before notes, each in the order of the files. */
export function printProblems(problems: readonly LocatedProblem[], context: Context): void {
  const { err, messages, lang } = context;
  const paint = { error: err.red, warning: err.yellow, note: err.cyan };
  const ordered = (["error", "warning", "note"] as const).flatMap((severity) =>
    problems.filter((problem) => problem.severity === severity),
  );
  for (const problem of ordered.slice(0, MOST)) {
    const severity = paint[problem.severity](messages.severity[problem.severity]);
    note(context, `${err.bold(placeOf(problem))} ${severity}${messages.colon}${describeProblem(problem, lang)}`);
  }
  if (problems.length > MOST) note(context, messages.moreProblems(problems.length - MOST));
  // What a person left out needs no advice.
  const keysOf = (of: LocatedProblem["reason"]) =>
    problems.flatMap(({ reason, expected: [, by, key = ""] }) =>
      reason === of && key !== "" && by !== "person" ? [key] : [],
    );
  const doubted = keysOf("row-doubted");
  const [aside] = keysOf("row-set-aside");
  if (doubted.length > 0) note(context, messages.doubtedRows(doubted[0] ?? "", doubted.length));
  else if (aside !== undefined) note(context, err.dim(messages.rowsSetAside(aside)));
}

export function printReports(reports: readonly TableReport[], context: Context): void {
  for (const report of reports) {
    const place = report.sheet === null ? report.file : `${report.file}[${report.sheet}]`;
    for (const sentence of describeReport(report, context.lang)) {
      note(context, context.err.dim(`${place}${context.messages.colon}${sentence}`));
    }
  }
}

/**
 * A file without any table in it (empty, damaged, too large), or without the sheet that was asked for, ends the command: what the
 * others give would not be what is meant.
 */
export function endOnUnreadable(problems: readonly LocatedProblem[], context: Context, subject: string): void {
  const whole = problems.filter(
    ({ reason, row, column, table }) =>
      row === null && column === null && table !== HISTORY_TABLE && (reason === "unreadable" || reason === "too-large"),
  );
  const asked = problems.filter(({ reason }) => reason === "missing-sheet");
  if (whole.length + asked.length === 0) return;
  printProblems([...whole, ...asked], context);
  const options = new Set(whole.flatMap((problem) => liftingOptionOf(problem, subject) ?? []));
  for (const option of options) note(context, context.messages.liftLimit(option));
  throw new Failure(whole.length > 0 ? NO_FILE : WRONG_USAGE, "");
}
