/**
 * Constructors for the cells of a book.
 */
import type { BookCell, BookStyle } from "./book.js";

/** A text cell; null and the empty text are blank. */
export function textCell(text: string | null, style: BookStyle = "cell"): BookCell {
  return { value: text === null || text === "" ? null : { kind: "text", text }, style };
}

/** A number cell; `decimal` is decimal text or an integer, null is blank. */
export function numberCell(decimal: string | number | null, style: BookStyle = "cell"): BookCell {
  return { value: decimal === null ? null : { kind: "number", decimal: String(decimal) }, style };
}

/** The width of the longest line of a text; a Chinese character counts as two. */
function widthOfText(text: string): number {
  const widths = text
    .split("\n")
    .map((line) => [...line].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 2 : 1), 0));
  return Math.max(0, ...widths);
}

/** The width of a column that contains these texts, between `least` and `most`. */
export function columnWidth(texts: readonly (string | null)[], least = 8, most = 40): number {
  return Math.min(most, Math.max(least, ...texts.map((text) => widthOfText(text ?? "") + 2)));
}
