/**
 * Cells to the text of a CSV file that spreadsheets open as it is. A text that would run as a formula is guarded by an apostrophe,
 * which reading takes away again; a number keeps its sign and stays a number.
 */

export const BYTE_ORDER_MARK = "\ufeff";

const RUNS_AS_FORMULA = /^'*[=+\-@\t\r]/u;
const NEEDS_QUOTES = /[",;\t，\r\n]|^\s|\s$/u;

/** A cell of text, whatever it begins with. */
export function textInCsv(text: string): string {
  return quoted(RUNS_AS_FORMULA.test(text) ? `'${text}` : text);
}

/** A cell of a number, or of words that a program chose. */
export function plainInCsv(text: string): string {
  return quoted(text);
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lines end as spreadsheets on Windows end them. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.join(",")}\r\n`).join("");
}
