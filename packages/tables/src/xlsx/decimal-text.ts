/**
 * The number of a cell as decimal text. A workbook keeps numbers as binary doubles, printed with up to 17 digits: the shortest
 * text that means the same double is what was typed, and a spreadsheet shows 15 digits at most. No arithmetic is done on it.
 */
import { decimalText, parseScientific } from "@yardstick/exact";

const MAX_SHOWN = 15;
const MAX_DIGITS = 400;

/** As most cells are written: short, and as decimal text is. */
const PLAIN = /^(?:0|-?[1-9]\d{0,14}|-?(?=[\d.]{1,16}$)(?:0|[1-9]\d*)\.\d*[1-9])$/u;

/** Decimal text of the number in a cell, without an exponent and without zeros that say nothing; null where the text is none. */
export function decimalOfCell(text: string): string | null {
  const trimmed = text.trim();
  if (PLAIN.test(trimmed)) return trimmed;
  const value = parseScientific(trimmed, MAX_DIGITS);
  if (value === null) return null;
  const exact = decimalText(value, 0);
  const significant = exact.replace(/^-?[0.]*/u, "").replace(".", "");
  if (value.isWhole() || significant.length <= MAX_SHOWN) return exact;
  // Noise of binary arithmetic, as in 0.1 + 0.2, lies beyond the digits that any spreadsheet shows.
  const short = parseScientific(Number(Number(trimmed).toPrecision(MAX_SHOWN)).toString(), MAX_DIGITS);
  return short === null ? null : decimalText(short, 0);
}
