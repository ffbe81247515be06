/**
 * Figures of a column aligned on the decimal point: each is followed by as much room as it lacks decimals to the longest. The style
 * sheet gives the room, so that the text of a cell is the number alone.
 */
import type { Markup } from "./markup.js";
import { markup } from "./markup.js";

/** The number of missing decimals that the style sheet knows; longer ones are not aligned. */
const MAX_MISSING = 12;

/** Digits after the point; 0 for a whole number, null for a text that is no number. */
function decimalsIn(text: string | null): number | null {
  const number = /^[−+]?≈?[−+]?\d+(?:\.(\d+))?$/u.exec(text ?? "");
  return number === null ? null : (number[1]?.length ?? 0);
}

/** A function that renders the figures of a column, given all of them; null is rendered as `—`. */
export function alignedFigures(column: readonly (string | null)[]): (figure: string | null) => Markup {
  const most = Math.max(0, ...column.map((each) => decimalsIn(each) ?? 0));
  return (figure) => {
    const decimals = decimalsIn(figure);
    if (decimals === null) return markup`${figure ?? "—"}`;
    const missing = Math.min(most - decimals, MAX_MISSING);
    if (missing <= 0) return markup`${figure}`;
    return markup`<span class="${decimals === 0 ? "whole " : ""}${`less-${missing}`}">${figure}</span>`;
  };
}

/** The style of aligned figures: a digit is 1ch wide, and a whole number has an invisible point. */
export const alignedStyle: string = `${Array.from(
  { length: MAX_MISSING },
  (_, index) => `.less-${index + 1}{padding-right:${index + 1}ch}`,
).join("")}.whole::after{content:".";visibility:hidden}
`;
