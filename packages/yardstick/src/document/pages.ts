/**
 * Whole HTML pages of results, each a file that needs nothing beside itself: a notice, score sheets, or a notice with the score
 * sheets behind it.
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

/** The score sheets of all subjects, in the order of the data. `source` is the rubric's text; `tell` hears how many are made. */
export function scoreSheets(
  scored: Scored,
  source: string,
  lang: Lang,
  tell: (done: number) => void = () => {},
): readonly Sheet[] {
  checkLang("scoreSheets()", lang);
  const notes = noteTexts(scored, lang);
  return scored.subjects.flatMap((subject, index) => {
    tell(index);
    const explanation = scored.explain(subject.key, subject.period);
    return explanation === null
      ? []
      : [renderExplanation(explanation, scored.program, source, lang, notes.onSheet(subject))];
  });
}

export function noticePage(scored: Scored, lang: Lang, sheets: readonly Sheet[] = []): string {
  checkLang("noticePage()", lang);
  const words = documentMessages[lang];
  const title = words.noticeTitle(scored.program.title ?? scored.program.subject, null);
  const receipt = receiptLine(scored, words);
  const articles = [
    optionsBar({ notice: true, sheets: sheets.length > 0 }, words),
    noticeArticle(scored, lang),
    ...sheets.map((sheet) => sheetArticle(sheet, receipt)),
  ];
  return page(words.htmlLang, title, sheets.length === 0 ? noticeStyle : bothStyle, articles);
}

export function sheetPage(scored: Scored, sheet: Sheet): string {
  const words = documentMessages[sheet.lang];
  const title = `${sheet.key} ${sheet.heading}`;
  return page(words.htmlLang, title, sheetStyle, [
    optionsBar({ notice: false, sheets: true }, words),
    sheetArticle(sheet, receiptLine(scored, words)),
  ]);
}
