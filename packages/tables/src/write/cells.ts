/**
 * Short ways to the cells of a book.
 */
import type { BookCell, BookStyle } from "./book.js";

export function textCell(text: string | null, style: BookStyle = "cell"): BookCell {
  return { value: text === null || text === "" ? null : { kind: "text", text }, style };
}

/** `decimal` is decimal text or a whole number; null is a blank. */
export function numberCell(decimal: string | number | null, style: BookStyle = "cell"): BookCell {
  return { value: decimal === null ? null : { kind: "number", decimal: String(decimal) }, style };
}

/** How wide a text stands: a character beyond Latin counts twice. Of several lines, the longest. */
function widthOfText(text: string): number {
  const widths = text
    .split("\n")
    .map((line) => [...line].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 2 : 1), 0));
  return Math.max(0, ...widths);
}

/** A column's width for these texts, within bounds that keep a page readable. */
export function columnWidth(texts: readonly (string | null)[], least = 8, most = 40): number {
  return Math.min(most, Math.max(least, ...texts.map((text) => widthOfText(text ?? "") + 2)));
}
