/**
 * Writes cells as CSV text that spreadsheets open directly. A text that a spreadsheet would run as a formula gets a leading
 * apostrophe, which `parseCsv` removes again; a number keeps its sign and stays a number.
 */

/** Marks a file as UTF-8 for spreadsheets. */
export const BYTE_ORDER_MARK = "\ufeff";

const RUNS_AS_FORMULA = /^'*[=+\-@\t\r]/u;
const NEEDS_QUOTES = /[",;\t，\r\n]|^\s|\s$/u;

/** A text cell, quoted and guarded against being run as a formula. */
export function textInCsv(text: string): string {
  return quoted(RUNS_AS_FORMULA.test(text) ? `'${text}` : text);
}

/** A cell that needs no guard: a number, or text chosen by the program. */
export function plainInCsv(text: string): string {
  return quoted(text);
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Joins rows of cells that are already quoted. Lines end with CRLF. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.join(",")}\r\n`).join("");
}
