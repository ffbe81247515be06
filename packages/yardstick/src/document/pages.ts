/**
 * Complete, self-contained HTML pages of results: a notice, score sheets, or both.
 */
import { sentencesIn, type Lang } from "@yardstick/language";
import { checkLang } from "@yardstick/language/program";
import { subjectIds } from "@yardstick/engine";
import { noteTexts } from "../notes/note-texts.js";
import type { Scored } from "../scored.js";
import { sheetOf } from "../sheet/render.js";
import { sheetMessages } from "../sheet/messages.js";
import type { Sheet } from "../sheet/sheet.js";
import { page, pagePieces } from "./markup.js";
import { noticeArticle } from "./notice.js";
import { optionsBar } from "./options.js";
import { bothStyle, noticeStyle, sheetStyle } from "./paper-style.js";
import { type PageReceipt, receiptLine } from "./receipt-line.js";
import { sheetArticle } from "./score-sheet.js";
import { sheetId, sheetPageStyle } from "./sheet-pages.js";
import { documentMessages } from "./messages.js";

/** The score sheets of all subjects, in the order of the data. `source` is the text of the rubric. */
export function scoreSheets(scored: Scored, source: string, lang: Lang): readonly Sheet[] {
  checkLang("scoreSheets()", lang);
  return [...sheetsInTurn(scored, source, lang)];
}

/** The sheets of `scoreSheets`, each made when it is read. */
export function* sheetsInTurn(scored: Scored, source: string, lang: Lang): Generator<Sheet, void, void> {
  const notes = noteTexts(scored, lang);
  const sentence = sentencesIn(source, lang);
  for (const { key, period } of subjectIds(scored.result)) {
    const explanation = scored.explain(key, period);
    if (explanation !== null)
      yield sheetOf(explanation, scored.program, sentence, lang, notes.onSheet({ key, period }));
  }
}

/** Options of pages with score sheets. */
export interface SheetOptions {
  /** Whether rules without effect are shown at first; default: false. */
  readonly showsAllRules?: boolean;
}

/** The page of a notice, followed by score sheets. Throws a `TypeError` where `lang` is neither `zh` nor `en`. */
export function noticePage(
  scored: Scored,
  lang: Lang,
  sheets: readonly Sheet[] = [],
  options: SheetOptions = {},
): string {
  checkLang("noticePage()", lang);
  return [...noticePieces(scored, lang, sheets, sheets, options)].join("");
}

/**
 * The text of `noticePage` in pieces; each sheet is rendered when it is read. `subjects` are those of the sheets, in the same order.
 */
export function* noticePieces(
  scored: Scored,
  lang: Lang,
  subjects: readonly Pick<Sheet, "key" | "period">[],
  sheets: Iterable<Sheet>,
  { showsAllRules = false }: SheetOptions = {},
): Generator<string, void, void> {
  const messages = documentMessages[lang];
  const title = messages.noticeTitle(scored.program.title ?? scored.program.subject, null);
  const receipt = receiptLine(scored, messages);
  const { heading } = sheetMessages[lang];
  const hasSheets = subjects.length > 0;
  function* style() {
    yield hasSheets ? bothStyle : noticeStyle;
    for (const [index, subject] of subjects.entries()) yield sheetPageStyle(subject, index, heading, receipt, messages);
  }
  function* articles() {
    yield optionsBar({ notice: true, sheets: hasSheets, showsAllRules }, messages);
    yield noticeArticle(scored, lang);
    let index = 0;
    for (const sheet of sheets) {
      yield sheetArticle(sheet, sheetId(index), receipt, true);
      index += 1;
    }
  }
  yield* pagePieces(messages.htmlLang, title, style(), articles());
}

/** The page of one score sheet; `scored` is the result that it is from, or its receipt. */
export function sheetPage(scored: PageReceipt, sheet: Sheet, { showsAllRules = false }: SheetOptions = {}): string {
  const messages = documentMessages[sheet.lang];
  const title = `${sheet.key} ${sheet.heading}`;
  const receipt = receiptLine(scored, messages);
  return page(messages.htmlLang, title, sheetStyle + sheetPageStyle(sheet, 0, sheet.heading, receipt, messages), [
    optionsBar({ notice: false, sheets: true, showsAllRules }, messages),
    sheetArticle(sheet, sheetId(0), receipt, scored.receipt.data !== null),
  ]);
}
