/**
 * Line breaks in headings only between words: Chinese has no spaces, and a title or a column header must not break inside a word. The
 * style of the heading prevents other breaks (`word-break: keep-all`).
 */
import type { Lang } from "@yardstick/language";
import type { Markup } from "./markup.js";
import { markup } from "./markup.js";

/** Single characters (`考|评`, `优秀|率`), punctuation, and the unit after a number (`2008|年度`) belong to the word before. */
const joinsWordBefore = (segment: string, before: string): boolean =>
  /^(?:[^\p{L}\p{N}（“《「(]|\p{Script=Han}$)/u.test(segment) || /[\d（“《「(]$/u.test(before);

const segmenters = new Map<Lang, Intl.Segmenter>();

function segmenterOf(lang: Lang): Intl.Segmenter {
  const known = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: "word" });
  segmenters.set(lang, known);
  return known;
}

/** The words of a text, each with the punctuation after it; a name in snake_case is split. */
export function wordsIn(text: string, lang: Lang): readonly string[] {
  const words: string[] = [];
  for (const { segment } of segmenterOf(lang).segment(text)) {
    const before = words.at(-1);
    if (before !== undefined && joinsWordBefore(segment, before)) words[words.length - 1] = before + segment;
    else words.push(segment);
  }
  return words.flatMap((word) => word.match(/[^_]+_*|_+/gu) ?? []);
}

/** Headings are the same on every score sheet; so many different ones are remembered. */
const MOST_KNOWN = 4096;
const known = new Map<string, Markup>();

/** A text with a possible line break after each word. */
export function withWordBreaks(text: string, lang: Lang): Markup {
  const name = `${lang} ${text}`;
  const found = known.get(name) ?? brokenBetweenWords(text, lang);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, found);
  return found;
}

function brokenBetweenWords(text: string, lang: Lang): Markup {
  return markup`${wordsIn(text, lang).map((word, index) => (index === 0 ? markup`${word}` : markup`<wbr>${word}`))}`;
}
