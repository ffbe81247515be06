/**
 * Explanation in, score sheet out: the one place where an explanation becomes words, for the terminal and the page alike.
 */
import { withMinusSign } from "@yardstick/exact";
import type { Explanation } from "@yardstick/engine";
import type { Lang } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import { checkLang } from "@yardstick/language/program";
import { sheetPart } from "./part.js";
import type { Writing } from "./read.js";
import { sheetAwaited } from "./read.js";
import type { Sheet } from "./sheet.js";
import { sheetRanking, sheetResults, summaryOf } from "./standing.js";
import { sheetSteps } from "./steps.js";
import { sheetMessages } from "./messages.js";

/**
 * `source` is the text that `program` was compiled from: the spans of the explanation point into it. `notes` are sentences about
 * the subject that stand at the top, as `noteTexts().onSheet()` gives them: what of its results is undecided or provisional.
 */
export function renderExplanation(
  explanation: Explanation,
  program: Program,
  source: string,
  lang: Lang,
  notes: readonly string[] = [],
): Sheet {
  checkLang("renderExplanation()", lang);
  const words = sheetMessages[lang];
  const writing: Writing = { program, source, lang, words };
  const { key, period, status, score } = explanation;
  return {
    lang,
    heading: words.heading,
    rubric: program.title,
    edition: program.edition?.name ?? null,
    key,
    period,
    status,
    statusText: words.status[status],
    score: score === null ? null : withMinusSign(score),
    summary: [...summaryOf(explanation, writing), ...notes],
    awaiting: explanation.awaiting.map((awaited) => sheetAwaited(awaited, lang)),
    parts: explanation.parts.map((part) => sheetPart(part, writing)),
    steps: sheetSteps(explanation, writing),
    rankings: explanation.rankings.map((ranking) => sheetRanking(ranking, explanation, writing)),
    results: sheetResults(explanation, writing),
  };
}
