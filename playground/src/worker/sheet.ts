/** The score sheet of one subject. Loaded when the first is opened. */
import type { Lang } from "@yardstick/language";
import { renderExplanation, type Sheet } from "yardstick";
import type { LastScored } from "./evaluate.js";

/** Null where there is no such subject. */
export function sheet(
  { scored, rubric }: LastScored,
  { key, period }: { readonly key: string; readonly period: string | null },
  lang: Lang,
): Sheet | null {
  const explanation = scored.explain(key, period);
  return explanation === null ? null : renderExplanation(explanation, scored.program, rubric, lang);
}
