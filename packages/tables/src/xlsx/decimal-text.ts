/**
 * The number of a cell as decimal text. A workbook stores numbers as binary doubles with up to 17 digits, of which a spreadsheet shows at
 * most 15. No arithmetic is done on doubles.
 */
import { decimalText, parseScientific } from "@yardstick/exact";

const MAX_SHOWN = 15;
const MAX_DIGITS = 400;

/** The most frequent form: short decimal text. */
const PLAIN = /^(?:0|-?[1-9]\d{0,14}|-?(?=[\d.]{1,16}$)(?:0|[1-9]\d*)\.\d*[1-9])$/u;

/** The number in a cell as decimal text without exponent and trailing zeros; null where the text is not a number. */
export function decimalOfCell(text: string): string | null {
  const trimmed = text.trim();
  if (PLAIN.test(trimmed)) return trimmed;
  const value = parseScientific(trimmed, MAX_DIGITS);
  if (value === null) return null;
  const exact = decimalText(value, 0);
  const significant = exact.replace(/^-?[0.]*/u, "").replace(".", "");
  if (value.isWhole() || significant.length <= MAX_SHOWN) return exact;
  // Rounding errors of binary arithmetic, as in 0.1 + 0.2, are beyond the digits that spreadsheets show.
  const short = parseScientific(Number(Number(trimmed).toPrecision(MAX_SHOWN)).toString(), MAX_DIGITS);
  return short === null ? null : decimalText(short, 0);
}
