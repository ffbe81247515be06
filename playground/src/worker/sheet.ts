/** The score sheet of one subject. Loaded when the first is opened. */
import type { Lang } from "@yardstick/language";
import { noteTexts, renderExplanation, type Sheet } from "yardstick";
import type { LastScored } from "./evaluate.js";
import { scoredOf } from "./scored.js";

/** Null when there is no such subject. */
export function sheet(
  last: LastScored,
  { key, period }: { readonly key: string; readonly period: string | null },
  lang: Lang,
): Sheet | null {
  const scored = scoredOf(last);
  const explanation = scored.explain(key, period);
  if (explanation === null) return null;
  const notes = noteTexts(scored, lang).onSheet(explanation);
  return renderExplanation(explanation, scored.program, last.rubric, lang, notes);
}
