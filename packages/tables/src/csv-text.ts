/**
 * Writes cells as CSV text that spreadsheets open directly. A text that a spreadsheet would run as a formula gets a leading
 * apostrophe, which `parseCsv` removes again; a number keeps its sign and stays a number.
 */

/** Marks a file as UTF-8 for spreadsheets. */
export const BYTE_ORDER_MARK = "\ufeff";

const RUNS_AS_FORMULA = /^'*[=+\-@\t\r]/u;
const NEEDS_QUOTES = /[",;\t，\r\n]|^\s|\s$/u;

/** Whether a text has only ASCII letters, digits and points, as most cells have, which need neither quotes nor a guard. */
function isUnmarked(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isDigitOrPoint = unit === 46 || (unit >= 48 && unit <= 57);
    // The bit of 32 is what sets small letters apart from capital ones.
    if (!isDigitOrPoint && !((unit | 32) >= 97 && (unit | 32) <= 122)) return false;
  }
  return true;
}

/** A text cell, quoted and guarded against being run as a formula. */
export function textInCsv(text: string): string {
  return isUnmarked(text) ? text : quoted(RUNS_AS_FORMULA.test(text) ? `'${text}` : text);
}

/** A cell that needs no guard: a number, or text chosen by the program. */
export function plainInCsv(text: string): string {
  return isUnmarked(text) ? text : quoted(text);
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Joins rows of cells that are already quoted. Lines end with CRLF. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.join(",")}\r\n`).join("");
}
