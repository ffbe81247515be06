/**
 * How many columns a text takes in an editor's fixed-width face: two for Chinese characters and full-width signs, one for the rest.
 * The formatter measures lines with it.
 */

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Quotes and dashes that every Chinese face draws on the full width. */
const wideSigns: ReadonlySet<string> = new Set(["“", "”", "‘", "’", "—", "…", "×", "÷"]);
const noWidth = /[\p{Mn}\p{Me}\u200b-\u200f]/u;

export function widthOf(text: string): number {
  let width = 0;
  for (const ch of text) {
    if (ch < "\u007f") width += 1;
    else if (!noWidth.test(ch)) width += wide.test(ch) || wideSigns.has(ch) ? 2 : 1;
  }
  return width;
}
