/**
 * A rule as written in the rubric, on one line.
 */
import type { Span } from "@yardstick/language/program";

const PIECES =
  /"[^"\n]*"|“[^”\n]*”|「[^」\n]*」|`[^`\n]*`|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[{｛]|[}｝]|\s*\n\s*|[\s\S]/gu;
const SEPARATED = /[{｛；;，,、：:(（]\s*$/u;

/** The text of a span on one line, without comments; a line end inside braces, which separates rules, becomes a semicolon. */
export function sentenceOf(source: string, span: Span): string {
  const pieces = (source.slice(span[0], span[1]).match(PIECES) ?? []).filter((piece) => !/^\/[/*]/u.test(piece));
  const semicolon = pieces.some((piece) => /\p{Script=Han}/u.test(piece)) ? "；" : "; ";
  let depth = 0;
  let sentence = "";
  for (const [index, piece] of pieces.entries()) {
    if (/^[{｛]$/u.test(piece)) depth++;
    if (/^[}｝]$/u.test(piece)) depth--;
    const isLineEnd = /^\s*\n\s*$/u.test(piece);
    const closes = /^[}｝]/u.test(pieces.slice(index + 1).find((next) => next.trim() !== "") ?? "}");
    sentence += isLineEnd ? (depth > 0 && !closes && !SEPARATED.test(sentence) ? semicolon : " ") : piece;
  }
  return sentence
    .replace(/\s+/gu, " ")
    .replace(/ (?=；)/gu, "")
    .trim();
}
