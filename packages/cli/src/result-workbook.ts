/**
 * A result as a workbook.
 */
import type { ScoreSheet } from "@yardstick/tables";
import { resultBook, writeWorkbook } from "@yardstick/tables";
import type { Rubric, Scored } from "yardstick";
import {
  SHEET_ROW_WIDTHS,
  describeAwaited,
  hasSeveralPeriods,
  mainRanking,
  resultMessages,
  sheetRows,
  rankedGroups,
} from "yardstick";
import type { Context } from "./context.js";
import { note } from "./context.js";
import { sheetsOf } from "./score-sheets.js";

/** The number of score sheets that are added at most; a workbook with more is not usable. */
const MAX_SHEETS = 300;

/** The bytes of the workbook. */
export async function resultWorkbook(scored: Scored, { source }: Rubric, context: Context): Promise<Uint8Array> {
  const { lang, messages } = context;
  const { program, result, receipt } = scored;
  const hasPeriods = hasSeveralPeriods(result);
  const tooMany = result.subjects.length > MAX_SHEETS;
  if (tooMany) note(context, messages.tooManySheets(result.subjects.length, MAX_SHEETS));
  const sheets = (tooMany ? [] : sheetsOf(scored, source, context)).map((sheet): ScoreSheet => ({
    name: hasPeriods && sheet.period !== null ? `${sheet.key} ${sheet.period}` : sheet.key,
    widths: SHEET_ROW_WIDTHS,
    rows: sheetRows(sheet),
  }));
  const edition = program.edition === null ? "" : `（${program.edition.name}）`;
  const scenario = result.scenario === null ? "" : `　${messages.scenario(result.scenario)}`;
  return writeWorkbook(
    resultBook(result, program, {
      ...resultMessages(scored, lang),
      title: `${result.rubric ?? program.subject}${edition}${scenario}`,
      receipt: messages.receipt(receipt.rubric, receipt.data),
      ranking: mainRanking(program)?.name ?? null,
      groups: rankedGroups(scored),
      describeAwaited: (awaited) => describeAwaited(awaited, lang),
      scoreSheets: sheets,
    }),
  );
}
