/**
 * Creates the score sheet of an explanation, used by the terminal and by pages alike.
 */
import { withMinusSign } from "@yardstick/exact";
import type { Explanation } from "@yardstick/engine";
import { sentencesIn, type Lang } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import { checkLang } from "@yardstick/language/program";
import { balanceOf } from "./balance.js";
import { sheetPart } from "./part.js";
import type { SheetContext } from "./read.js";
import { sheetAwaited } from "./read.js";
import type { Sheet } from "./sheet.js";
import { sheetRanking, sheetResults, summaryOf } from "./places.js";
import { sheetSteps } from "./steps.js";
import { sheetMessages } from "./messages.js";

/**
 * Creates a score sheet. `source` is the text that `program` was compiled from. `notes` are sentences about the subject shown at the top,
 * as `noteTexts().onSheet()` returns them. Throws a `TypeError` where `lang` is neither `zh` nor `en`.
 */
export function renderExplanation(
  explanation: Explanation,
  program: Program,
  source: string,
  lang: Lang,
  notes: readonly string[] = [],
): Sheet {
  checkLang("renderExplanation()", lang);
  return sheetOf(explanation, program, sentencesIn(source, lang), lang, notes);
}

/** Creates a score sheet as `renderExplanation` does; `sentence` is that of the rubric, so that many sheets read it once. */
export function sheetOf(
  explanation: Explanation,
  program: Program,
  sentence: SheetContext["sentence"],
  lang: Lang,
  notes: readonly string[],
): Sheet {
  const messages = sheetMessages[lang];
  const context: SheetContext = { program, sentence, lang, messages };
  const { key, period, status, score } = explanation;
  return {
    lang,
    heading: messages.heading,
    rubric: program.title,
    edition: program.edition?.name ?? null,
    key,
    period,
    status,
    statusText: messages.status[status],
    score: score === null ? null : withMinusSign(score),
    balance: balanceOf(explanation, context),
    summary: [...summaryOf(explanation, context), ...notes],
    awaiting: explanation.awaiting.map((awaited) => sheetAwaited(awaited, lang)),
    parts: explanation.parts.map((part) => sheetPart(part, context)),
    steps: sheetSteps(explanation, context),
    rankings: explanation.rankings.map((ranking) => sheetRanking(ranking, explanation, context)),
    results: sheetResults(explanation, context),
  };
}
