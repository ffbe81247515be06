/** Pages to print: the notice of a ranking, and score sheets. Loaded when first requested. */
import type { Lang } from "@yardstick/language";
import { noteTexts, noticePage, renderExplanation, scoreSheets, sheetPage } from "yardstick";
import type { LastScored } from "./evaluate.js";
import type { PaperAsked } from "../protocol/protocol.js";
import { scoredOf } from "./scored.js";

/** A complete, self-contained HTML page; null when there is no such subject. */
export function paper(last: LastScored, asked: PaperAsked, lang: Lang): string | null {
  const { rubric } = last;
  const scored = scoredOf(last);
  switch (asked.kind) {
    case "notice":
      return noticePage(scored, lang, asked.withSheets ? scoreSheets(scored, rubric, lang) : []);
    case "sheet": {
      const explanation = scored.explain(asked.key, asked.period);
      if (explanation === null) return null;
      const notes = noteTexts(scored, lang).onSheet(explanation);
      return sheetPage(scored, renderExplanation(explanation, scored.program, rubric, lang, notes));
    }
  }
}
