/**
 * A clause as the rubric has it, cut out of the source and put on one line: comments and layout are left out, quotes kept.
 * Inside braces a line end separates, so there it becomes a semicolon.
 */
import type { Span } from "@yardstick/language/program";

const PIECES =
  /"[^"\n]*"|“[^”\n]*”|「[^」\n]*」|`[^`\n]*`|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[{｛]|[}｝]|\s*\n\s*|[\s\S]/gu;
const SEPARATED = /[{｛；;，,、：:(（]\s*$/u;

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
