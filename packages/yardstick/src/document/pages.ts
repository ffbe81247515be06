/**
 * Complete, self-contained HTML pages of results: a notice, score sheets, or both.
 */
import { sentencesIn, type Lang } from "@yardstick/language";
import { checkLang } from "@yardstick/language/program";
import { noteTexts } from "../notes/note-texts.js";
import type { Scored } from "../scored.js";
import { sheetOf } from "../sheet/render.js";
import type { Sheet } from "../sheet/sheet.js";
import { page } from "./markup.js";
import { noticeArticle } from "./notice.js";
import { optionsBar } from "./options.js";
import { bothStyle, noticeStyle, sheetStyle } from "./paper-style.js";
import { receiptLine } from "./receipt-line.js";
import { sheetArticle } from "./score-sheet.js";
import { sheetId, sheetPages } from "./sheet-pages.js";
import { documentMessages } from "./messages.js";

/** The score sheets of all subjects, in the order of the data. `source` is the text of the rubric; `notify` is called with the number done. */
export function scoreSheets(
  scored: Scored,
  source: string,
  lang: Lang,
  notify: (done: number) => void = () => {},
): readonly Sheet[] {
  checkLang("scoreSheets()", lang);
  const notes = noteTexts(scored, lang);
  const sentence = sentencesIn(source, lang);
  return scored.subjects.flatMap((subject, index) => {
    notify(index);
    const explanation = scored.explain(subject.key, subject.period);
    return explanation === null ? [] : [sheetOf(explanation, scored.program, sentence, lang, notes.onSheet(subject))];
  });
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
  { showsAllRules = false }: SheetOptions = {},
): string {
  checkLang("noticePage()", lang);
  const messages = documentMessages[lang];
  const title = messages.noticeTitle(scored.program.title ?? scored.program.subject, null);
  const receipt = receiptLine(scored, messages);
  const articles = [
    optionsBar({ notice: true, sheets: sheets.length > 0, showsAllRules }, messages),
    noticeArticle(scored, lang),
    ...sheets.map((sheet, index) => sheetArticle(sheet, sheetId(index), receipt)),
  ];
  return page(
    messages.htmlLang,
    title,
    sheets.length === 0 ? noticeStyle : bothStyle + sheetPages(sheets, receipt, messages),
    articles,
  );
}

/** The page of one score sheet. */
export function sheetPage(scored: Scored, sheet: Sheet, { showsAllRules = false }: SheetOptions = {}): string {
  const messages = documentMessages[sheet.lang];
  const title = `${sheet.key} ${sheet.heading}`;
  const receipt = receiptLine(scored, messages);
  return page(messages.htmlLang, title, sheetStyle + sheetPages([sheet], receipt, messages), [
    optionsBar({ notice: false, sheets: true, showsAllRules }, messages),
    sheetArticle(sheet, sheetId(0), receipt),
  ]);
}
