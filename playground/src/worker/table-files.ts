/**
 * Import and export of tables: picked or dropped files become text for the grid, with a report on how they were read;
 * the tables of the project become CSV, a workbook or an entry form. Loaded when first requested.
 */
import type { RowChoices } from "@yardstick/engine";
import type { Lang } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import {
  describeProblem,
  describeReport,
  entryForm,
  formFileNames,
  looksLikeWorkbook,
  missingBook,
  resultBook,
  streamedWorkbook,
  tablesBook,
  writeWorkbook,
  writtenTables,
  zippedFiles,
  type DepartmentProgress,
  type Encoding,
  type ScoreSheet,
  type TableSource,
} from "@yardstick/tables";
import {
  describeAwaited,
  hasSeveralPeriods,
  mainRanking,
  resultMessages,
  SHEET_ROW_WIDTHS,
  scoreSheets,
  sheetRows,
  rankedGroups,
} from "yardstick";
import type { TableText } from "../project/project.js";
import type { LastScored } from "./evaluate.js";
import type { InputFile, FilesRead } from "../protocol/protocol.js";
import { scoredOf } from "./scored.js";

/** Reads files as tables of a rubric. */
export function readFiles(program: Program, files: readonly InputFile[], rows: RowChoices, lang: Lang): FilesRead {
  const { tables, problems, reports } = writtenTables(program, files.map(sourceOf), { rows });
  const notesOf = (of: string) =>
    problems
      .filter(({ file, severity, reason }) => file === of && severity === "note" && reason !== "row-set-aside")
      .map((problem) => describeProblem(problem, lang));
  return {
    tables,
    // Notes are reported with their file, rows that are not subjects with their table.
    problems: problems.filter(({ severity }) => severity !== "note").map((problem) => describeProblem(problem, lang)),
    reports: reports.map((report, at) => ({
      file: report.file,
      encoding: report.encoding?.encoding ?? null,
      isDoubtful: report.encoding?.how === "doubtful",
      sheets: report.sheet === null ? [] : [report.sheet, ...report.unusedSheets],
      // `encoding` would name an option of the command line, which does not exist here.
      notes: [
        ...describeReport({ ...report, encoding: null }, lang),
        ...(reports.findIndex(({ file }) => file === report.file) === at ? notesOf(report.file) : []),
      ],
    })),
  };
}

function sourceOf({ role, name, file, bytes, encoding, sheet }: InputFile): TableSource {
  const common = { role, file, ...(role === "list" ? { name } : {}) };
  if (looksLikeWorkbook(bytes) || /\.xlsx?$/i.test(file)) {
    return { ...common, format: "xlsx", bytes, sheet: sheet ?? undefined };
  }
  const isJson = /\.json$/i.test(file);
  return {
    ...common,
    format: isJson ? "json" : "csv",
    bytes,
    encoding: (encoding ?? undefined) as Encoding | undefined,
  };
}

/** All tables as a workbook, one sheet each; numeric cells are stored as numbers. */
export function tablesWorkbook(
  program: Program,
  title: string,
  tables: readonly TableText[],
  lang: Lang,
): Promise<Uint8Array> {
  return writeWorkbook(tablesBook(program, title, tables, lang));
}

/** The forms of several assessors, each in a workbook named after it. */
export async function formsArchive(
  last: LastScored,
  assessors: readonly string[],
  lang: Lang,
): Promise<Uint8Array<ArrayBuffer>> {
  const files = new Map<string, Uint8Array>();
  for (const [assessor, file] of formFileNames(assessors)) files.set(file, await formWorkbook(last, assessor, lang));
  return new Uint8Array(zippedFiles(Object.fromEntries(files)));
}

/** The list of what the departments still have to fill in. */
export function missingWorkbook(departments: readonly DepartmentProgress[], lang: Lang): Promise<Uint8Array> {
  return writeWorkbook(missingBook(departments, lang));
}

/** The entry form, complete or for one assessor, with the existing subjects. */
export function formWorkbook(last: LastScored, assessor: string | null, lang: Lang): Promise<Uint8Array> {
  const { program, subjects } = scoredOf(last);
  const known = subjects.map(({ key, period }) => ({ key, period }));
  return writeWorkbook(entryForm(program, { lang, assessor, subjects: known, source: last.rubric }).book);
}

/** Largest number of score sheets; a workbook of more subjects contains none. */
const MAX_SHEETS = 300;

/** The result as a workbook: ranking, missing data, one score sheet per subject. */
export function resultWorkbook(last: LastScored, lang: Lang): Promise<Uint8Array> {
  const { rubric } = last;
  const scored = scoredOf(last);
  const { program, result, receipt } = scored;
  const hasPeriods = hasSeveralPeriods(result);
  const wanted = result.subjects.length > MAX_SHEETS ? [] : scoreSheets(scored, rubric, lang);
  const book = resultBook(result, program, {
    ...resultMessages(scored, lang),
    title: result.rubric ?? program.subject,
    receipt: `${receipt.rubric}  ${receipt.data}`,
    ranking: mainRanking(program)?.name ?? null,
    groups: rankedGroups(scored),
    describeAwaited: (missing) => describeAwaited(missing, lang),
    scoreSheets: wanted.map((sheet): ScoreSheet => ({
      name: hasPeriods && sheet.period !== null ? `${sheet.key} ${sheet.period}` : sheet.key,
      widths: SHEET_ROW_WIDTHS,
      rows: sheetRows(sheet),
    })),
  });
  return streamedWorkbook(book);
}
