/**
 * `yardstick collect`: merges forms returned by departments, by key and period, into the tables of a folder, or into new ones. Files that
 * cannot be read are reported and skipped; doubtful rows and cells are reported and not merged.
 */
import { extname, join } from "node:path";
import { CONSTANTS_TABLE, HISTORY_TABLE } from "@yardstick/exact";
import type { Program } from "@yardstick/language/program";
import type { CollectAnswers, Collected, HandedInFile, TableSource, TextTable } from "@yardstick/tables";
import {
  collectTables,
  csvFileOfGrid,
  departmentProgress,
  missingBook,
  missingRows,
  missingText,
  tablesBook,
  writeWorkbook,
  withTarget,
  writtenTables,
} from "@yardstick/tables";
import type { DepartmentProgress } from "@yardstick/tables";
import { collectMessages } from "../collect-messages.js";
import { collectedText } from "../collect-text.js";
import type { Context } from "../context.js";
import { note } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, HAS_ERRORS, NO_FILE, WRONG_USAGE } from "../exit.js";
import { compiledRubric } from "../inputs.js";
import { jsonPieces } from "../json-pieces.js";
import { formatOf, publish } from "../output.js";
import { endOnUnreadable } from "../problems-text.js";
import type { RunLimits } from "../run-limits.js";
import { runLimitsOf } from "../run-limits.js";
import { encodingOf, readSource, tableBeside } from "../tables-found.js";
import type { CollectOptions } from "../command-options.js";

interface Unreadable {
  readonly file: string;
  readonly why: string;
}

/** Splits `A=B` at the last `=`, since a name may contain one. */
function splitPair(option: string, value: string, form: string, context: Context): readonly [string, string] {
  const at = value.lastIndexOf("=");
  if (at < 1) throw new Failure(WRONG_USAGE, collectMessages[context.lang].badAnswer(option, value, form));
  return [value.slice(0, at).trim(), value.slice(at + 1).trim()];
}

function answersOf(options: CollectOptions, context: Context): CollectAnswers {
  const { settle, take, match, newSubject, leaveRow, keepRow, filePeriod, period, department } = options;
  if (settle !== undefined && settle !== "newest" && settle !== "owner") {
    throw new Failure(WRONG_USAGE, context.messages.usage.badValue("--settle", settle, "newest, owner"));
  }
  const pairs = (option: string, values: readonly string[], form: string) =>
    values.map((value) => splitPair(option, value, form, context));
  return {
    rule: settle ?? null,
    cells: Object.fromEntries(pairs("--take", take, "KEY/PERIOD/COLUMN=VALUE")),
    keys: Object.fromEntries([
      ...pairs("--match", match, "WRITTEN=KEY").map(([written, is]) => [written, { is }] as const),
      ...newSubject.map((key) => [key, "new"] as const),
      ...leaveRow.map((key) => [key, "none"] as const),
    ]),
    periods: Object.fromEntries(pairs("--file-period", filePeriod, "FILE=PERIOD")),
    departments: Object.fromEntries(pairs("--department", department, "FILE=NAME")),
    newPeriods: period,
    rows: { keep: keepRow, leave: leaveRow },
  };
}

/** A line of a file that is part of no table. */
interface OtherLine {
  readonly file: string;
  readonly row: number;
  readonly text: string;
}

interface Present {
  readonly tables: readonly TextTable[];
  /** Lines that a table does not have when it is written again. */
  readonly otherLines: readonly OtherLine[];
}

/** The present tables: those of the folder, or of the data named by options. */
async function presentTables(
  program: Program,
  { into, data, encoding }: CollectOptions,
  limits: RunLimits,
  context: Context,
): Promise<Present> {
  const chosen = encodingOf(encoding, context);
  const sources: TableSource[] = [];
  const read = async (path: string, expected: Pick<TableSource, "role" | "name">) => {
    sources.push(
      withTarget(program, await readSource(path, expected, { encoding: chosen, limits }, context), limits.tables),
    );
  };
  for (const path of data) await read(path, { role: "subjects" });
  if (into !== undefined && isWorkbook(into)) {
    if (context.files.exists(into)) await read(into, { role: "subjects" });
  } else if (into !== undefined) {
    const beside = (name: string) => tableBeside(name, [into], context);
    const subjects = data.length > 0 ? null : beside("data");
    if (subjects !== null) await read(subjects, { role: "subjects" });
    for (const { name } of program.lists) {
      const path = beside(name);
      if (path !== null) await read(path, { role: "list", name });
    }
    const constants = beside(CONSTANTS_TABLE);
    if (constants !== null) await read(constants, { role: "constants" });
  }
  if (sources.length === 0) return { tables: [], otherLines: [] };
  const found = writtenTables(program, sources, { limits: limits.tables });
  endOnUnreadable(found.problems, context, program.subject);
  const others = found.reports.flatMap(({ file, unusedSheets }) => (file === into ? unusedSheets : []));
  if (into !== undefined && others.length > 0)
    throw new Failure(WRONG_USAGE, collectMessages[context.lang].otherSheets(into, others.join(context.messages.list)));
  const twice = found.tables.find(({ role, name }, at) =>
    found.tables.some((other, earlier) => earlier < at && other.role === role && other.name === name),
  );
  if (twice !== undefined) {
    const table = twice.role === "list" ? twice.name : program.subject;
    const files = sources.map(({ file }) => file).join(context.messages.list);
    throw new Failure(WRONG_USAGE, collectMessages[context.lang].severalPresent(table, files));
  }
  return {
    tables: found.tables.map(({ role, name, header, rows }) => ({ role, name, header, rows })),
    otherLines: found.reports.flatMap(({ file, layout }) =>
      (layout?.leftOut ?? []).map(({ row, text }) => ({ file, row, text })),
    ),
  };
}

async function handedIn(
  paths: readonly string[],
  { encoding }: CollectOptions,
  limits: RunLimits,
  context: Context,
): Promise<{ readonly files: readonly HandedInFile[]; readonly unreadable: readonly Unreadable[] }> {
  const chosen = encodingOf(encoding, context);
  const files: HandedInFile[] = [];
  const unreadable: Unreadable[] = [];
  for (const path of new Set(paths.flatMap((each) => context.files.tablesUnder(each)))) {
    try {
      const source = await readSource(path, { role: "subjects" }, { encoding: chosen, limits }, context);
      files.push({ ...source, modified: context.files.modified(path) });
    } catch (error) {
      if (!(error instanceof Failure) || error.exitCode !== NO_FILE) throw error;
      unreadable.push({ file: path, why: error.message });
    }
  }
  return { files, unreadable };
}

/** Whether a path is that of a workbook with all tables, instead of a folder. */
function isWorkbook(path: string): boolean {
  return extname(path).toLowerCase() === ".xlsx";
}

/** Writes the tables into a folder or a workbook; returns the paths. Tables that did not change are not written into their own place. */
async function writeTables(
  program: Program,
  tables: readonly TextTable[],
  { place, present }: { readonly place: string; readonly present: readonly TextTable[] },
  { files, lang }: Context,
): Promise<readonly string[]> {
  const changed = tables.filter((table) => !present.includes(table));
  if (isWorkbook(place)) {
    if (changed.length === 0) return [];
    files.write(place, await writeWorkbook(tablesBook(program, program.title ?? program.subject, tables, lang)));
    return [place];
  }
  files.makeFolder(place);
  return changed.map((table) => {
    const file = join(place, fileNameOf(table));
    files.write(file, csvFileOfGrid(table));
    return file;
  });
}

const MISSING_FORMATS = [".csv", ".xlsx", ".txt"];

/** Writes what is missing from the departments: a list, or the text of a message. */
async function writeMissing(
  path: string,
  progress: readonly DepartmentProgress[],
  { files, lang }: Context,
): Promise<void> {
  const extension = extname(path).toLowerCase();
  const [header = [], ...rows] = missingRows(progress, lang);
  if (extension === ".xlsx") files.write(path, await writeWorkbook(missingBook(progress, lang)));
  else files.write(path, extension === ".csv" ? csvFileOfGrid({ header, rows }) : `${missingText(progress, lang)}\n`);
}

/** The file name of a table in a folder. */
function fileNameOf({ role, name }: TextTable): string {
  if (role === "list") return `${name}.csv`;
  return role === "subjects" ? "data.csv" : role === "constants" ? `${CONSTANTS_TABLE}.csv` : `${HISTORY_TABLE}.csv`;
}

/** Whether decisions are open, or something could not be merged. */
function isOpen({ conflicts, unmatched, nearKeys, periods, unread, problems, files }: Collected): boolean {
  return (
    conflicts.some(({ settled }) => settled === null) ||
    unmatched.length + nearKeys.length + periods.length + unread.length > 0 ||
    problems.some(({ severity }) => severity === "error") ||
    files.some(({ state }) => state === "refused")
  );
}

/** Runs the command. */
export async function collect(
  path: string,
  paths: readonly string[],
  options: CollectOptions,
  context: Context,
): Promise<ExitCode> {
  const { messages, lang, progress } = context;
  const own = collectMessages[lang];
  const format = formatOf(options.format, ["text", "json"] as const, context);
  const { into, out, missing } = options;
  if (missing !== undefined && !MISSING_FORMATS.includes(extname(missing).toLowerCase()))
    throw new Failure(WRONG_USAGE, messages.usage.badValue("--missing", missing, "FILE.csv, FILE.xlsx, FILE.txt"));
  if (into !== undefined && out !== undefined) throw new Failure(WRONG_USAGE, own.bothFolders);
  const limits = runLimitsOf(options.limit, context);
  const { program } = await compiledRubric(path, context, limits);
  const answers = answersOf(options, context);
  const { tables: present, otherLines } = await presentTables(program, options, limits, context);
  const { files: read, unreadable } = await handedIn(paths, options, limits, context);
  const notRead = paths.flatMap((each) => context.files.othersUnder(each));
  if (notRead.length > 0) note(context, own.notTables(notRead.join(messages.list)));
  if (read.length + unreadable.length === 0) throw new Failure(NO_FILE, own.noFiles);
  const collected = progress.busy(messages.progress.arranging, () =>
    collectTables(program, present, read, { limits: limits.tables, answers }),
  );
  const place = into ?? out;
  const kept = into === undefined ? [] : present;
  const written =
    place === undefined ? [] : [...(await writeTables(program, collected.tables, { place, present: kept }, context))];
  const notKept = otherLines.filter(({ file }) => written.includes(file));
  const departments = departmentProgress(program, collected.tables);
  if (missing !== undefined) {
    await writeMissing(missing, departments, context);
    written.push(missing);
  }
  if (format === "json")
    await publish(
      jsonPieces({ ...collected, departments, notOpened: unreadable, notRead, notKept, written }),
      undefined,
      context,
    );
  else await publish(`${collectedText({ ...collected, departments }, unreadable, context)}\n`, undefined, context);
  if (place === undefined) note(context, own.notWritten);
  if (written.length > 0) note(context, own.written(written.join(messages.list)));
  for (const { file, row, text } of notKept) note(context, own.notKept(file, row, text));
  const cannotRead = unreadable.length > 0 || collected.files.some(({ state }) => state === "unreadable");
  return cannotRead ? NO_FILE : isOpen(collected) ? HAS_ERRORS : DONE;
}
