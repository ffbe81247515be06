/**
 * Which of the two vocabularies a text is written in: what fixes and edits write into it follows that.
 */
import type { Lang } from "../vocabulary/bilingual.js";
import { keywordBySpelling, type Token } from "./tokens.js";
import { vocabulary, type Role, type RoleName } from "../vocabulary/vocabulary.js";

/** The one most of its keywords are of; Chinese where there are none. */
export function vocabularyOf({ tokens }: { readonly tokens: readonly Token[] }): Lang {
  let english = 0;
  for (const { image } of tokens) if (keywordBySpelling.has(image)) english += /^[a-z]/.test(image) ? 1 : -1;
  return english > 0 ? "en" : "zh";
}

/** The main keyword of a role in a vocabulary. */
export function keywordIn(lang: Lang, role: RoleName): string {
  const { zh, en }: Role = vocabulary[role];
  return (lang === "zh" ? zh[0] : en[0]) ?? zh[0] ?? "";
}
