/**
 * Headings that break between words alone: Chinese has no spaces, and an official title or a column head must not tear a word
 * apart. The style of the heading keeps the words whole (`word-break: keep-all`).
 */
import type { Lang } from "@yardstick/language";
import type { Markup } from "./markup.js";
import { markup } from "./markup.js";

/** A lone character (`考|评`, `优秀|率`) and a mark belong to the word before, and so does what a number counts (`2008|年度`). */
const joinsWordBefore = (segment: string, before: string): boolean =>
  /^(?:[^\p{L}\p{N}（“《「(]|\p{Script=Han}$)/u.test(segment) || /[\d（“《「(]$/u.test(before);

/** The words of a text, each with the marks behind it; a name in snake_case is several. */
export function messagesIn(text: string, lang: Lang): readonly string[] {
  const words: string[] = [];
  for (const { segment } of new Intl.Segmenter(lang, { granularity: "word" }).segment(text)) {
    const before = words.at(-1);
    if (before !== undefined && joinsWordBefore(segment, before)) words[words.length - 1] = before + segment;
    else words.push(segment);
  }
  return words.flatMap((word) => word.match(/[^_]+_*|_+/gu) ?? []);
}

/** A text with a place to break after each of its words. */
export function phrases(text: string, lang: Lang): Markup {
  return markup`${messagesIn(text, lang).map((word, index) => (index === 0 ? markup`${word}` : markup`<wbr>${word}`))}`;
}
