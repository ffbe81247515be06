/**
 * Complete, self-contained HTML pages of results: a notice, score sheets, or both.
 */
import type { Lang } from "@yardstick/language";
import { checkLang } from "@yardstick/language/program";
import { noteTexts } from "../notes/note-texts.js";
import type { Scored } from "../scored.js";
import { renderExplanation } from "../sheet/render.js";
import type { Sheet } from "../sheet/sheet.js";
import { page } from "./markup.js";
import { noticeArticle } from "./notice.js";
import { optionsBar } from "./options.js";
import { bothStyle, noticeStyle, sheetStyle } from "./paper-style.js";
import { receiptLine } from "./receipt-line.js";
import { sheetArticle } from "./score-sheet.js";
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
  return scored.subjects.flatMap((subject, index) => {
    notify(index);
    const explanation = scored.explain(subject.key, subject.period);
    return explanation === null
      ? []
      : [renderExplanation(explanation, scored.program, source, lang, notes.onSheet(subject))];
  });
}

/** The page of a notice, followed by score sheets. Throws a `TypeError` where `lang` is neither `zh` nor `en`. */
export function noticePage(scored: Scored, lang: Lang, sheets: readonly Sheet[] = []): string {
  checkLang("noticePage()", lang);
  const messages = documentMessages[lang];
  const title = messages.noticeTitle(scored.program.title ?? scored.program.subject, null);
  const receipt = receiptLine(scored, messages);
  const articles = [
    optionsBar({ notice: true, sheets: sheets.length > 0 }, messages),
    noticeArticle(scored, lang),
    ...sheets.map((sheet) => sheetArticle(sheet, receipt)),
  ];
  return page(messages.htmlLang, title, sheets.length === 0 ? noticeStyle : bothStyle, articles);
}

/** The page of one score sheet. */
export function sheetPage(scored: Scored, sheet: Sheet): string {
  const messages = documentMessages[sheet.lang];
  const title = `${sheet.key} ${sheet.heading}`;
  return page(messages.htmlLang, title, sheetStyle, [
    optionsBar({ notice: false, sheets: true }, messages),
    sheetArticle(sheet, receiptLine(scored, messages)),
  ]);
}
