/**
 * A result as a workbook.
 */
import type { ScoreSheet, StreamedBook } from "@yardstick/tables";
import { resultBook } from "@yardstick/tables";
import type { Rubric, Scored } from "yardstick";
import {
  bracketed,
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
import { eachSheet } from "./score-sheets.js";

/** The number of score sheets that are added at most; a workbook with more is not usable. */
const MAX_SHEETS = 300;

/** The workbook of a result, whose rows are made as they are written. */
export function resultWorkbook(scored: Scored, { source }: Rubric, context: Context): StreamedBook {
  const { lang, messages } = context;
  const { program, result, receipt } = scored;
  const hasPeriods = hasSeveralPeriods(result);
  const tooMany = result.subjects.length > MAX_SHEETS;
  if (tooMany) note(context, messages.tooManySheets(result.subjects.length, MAX_SHEETS));
  const sheets = (tooMany ? [] : [...eachSheet(scored, source, context)]).map((sheet): ScoreSheet => ({
    name: hasPeriods && sheet.period !== null ? `${sheet.key} ${sheet.period}` : sheet.key,
    widths: SHEET_ROW_WIDTHS,
    rows: sheetRows(sheet),
  }));
  const edition = program.edition === null ? "" : bracketed(program.edition.name, lang);
  const scenario = result.scenario === null ? "" : `　${messages.scenario(result.scenario)}`;
  const texts = resultMessages(scored, lang);
  // The rows of the ranking are in another order than the subjects, which are therefore kept.
  const kept = { ...result, subjects: [...result.subjects] };
  return resultBook(kept, program, {
    ...texts,
    title: `${result.rubric ?? program.subject}${edition}${scenario}`,
    receipt: messages.receipt(receipt.rubric, receipt.data),
    ranking: mainRanking(program)?.name ?? null,
    groups: rankedGroups({ program, dataset: scored.dataset, result: kept }),
    describeAwaited: (awaited) => describeAwaited(awaited, lang),
    scoreSheets: sheets,
  });
}
