/** Pages to print: the notice of a ranking, and score sheets. Loaded when first requested. */
import type { Lang } from "@yardstick/language";
import { noteTexts, noticePage, renderExplanation, scoreSheets, sheetPage } from "yardstick";
import type { LastScored } from "./evaluate.js";
import type { PrintRequest } from "../protocol/protocol.js";
import { scoredOf } from "./scored.js";

/** A complete, self-contained HTML page; null when there is no such subject. */
export function printPage(last: LastScored, request: PrintRequest, lang: Lang): string | null {
  const { rubric } = last;
  const scored = scoredOf(last);
  switch (request.kind) {
    case "notice":
      return noticePage(scored, lang, request.withSheets ? scoreSheets(scored, rubric, lang) : []);
    case "sheet": {
      const explanation = scored.explain(request.key, request.period);
      if (explanation === null) return null;
      const notes = noteTexts(scored, lang).onSheet(explanation);
      return sheetPage(scored, renderExplanation(explanation, scored.program, rubric, lang, notes));
    }
  }
}
