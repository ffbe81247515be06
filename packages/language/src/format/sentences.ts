/**
 * Rules and expressions of a rubric as single lines in one vocabulary, for readers of results: as the formatter writes them, without
 * comments, and with the elements of a block parted by semicolons.
 */
import type { Span } from "../source/span.js";
import type { Lang } from "../vocabulary/bilingual.js";
import { unitWordIn } from "../library/units.js";
import { parse } from "../syntax/parse.js";
import type { NumberPayload } from "../syntax/tokens.js";
import type { Block } from "./blocks.js";
import { spaceBetween } from "./print.js";
import { wordsOf, type Word } from "./printed-words.js";

/**
 * Returns a function from a span of `source` to its text on one line with keywords and base units in `lang`; names, other units and
 * texts stay as written.
 * A span without tokens gives the empty text.
 */
export function sentencesIn(source: string, lang: Lang): (span: Span) => string {
  const words = wordsOf(parse(source).tree, { keywords: lang, quoteNames: false }).filter(
    (piece): piece is Word => piece.kind === "word",
  );
  const known = new Map<string, string>();
  return (span) => {
    const key = span.join();
    const sentence = known.get(key) ?? joined(wordsWithin(words, span), lang);
    known.set(key, sentence);
    return sentence;
  };
}

/** The words of a span; a keyword that the source does not have counts where it would stand, not at the beginning. */
function wordsWithin(words: readonly Word[], [start, end]: Span): readonly Word[] {
  return words.filter(
    ({ leaf: { span, token } }) => span[0] >= start && span[1] <= end && (token !== null || span[0] > start),
  );
}

function joined(words: readonly Word[], lang: Lang): string {
  const open: (Block | null)[] = [];
  let text = "";
  let before: Word | null = null;
  for (const word of words) {
    const { place, block, startsElement } = word.leaf;
    if (place === "separates") continue;
    if (place === "closes") open.pop();
    const parts = startsElement && before !== null && before.leaf.place !== "opens";
    text += parts ? separator(open.at(-1)?.between ?? ";", lang) : spaceBetween(before, word);
    text += textOf(word, lang);
    if (place === "opens") open.push(block);
    before = word;
  }
  return text;
}

/** A number with its unit in the language of the reader: `0.1 分`, `0.1 points`; a percent sign stays. */
function textOf({ text, leaf: { token } }: Word, lang: Lang): string {
  if (token?.tokenType.name !== "Number") return text;
  const { digits, unit } = token.payload as NumberPayload;
  const written = text.slice(digits.length).trimStart();
  return unit === null || /^[%‰]?$/u.test(written) ? text : `${digits} ${unitWordIn(lang, written, digits)}`;
}

function separator(between: Block["between"], lang: Lang): string {
  if (lang === "en") return `${between} `;
  return between === ";" ? "；" : "，";
}
