/**
 * Reads texts and periods: trimmed and composed, otherwise as written. In a period the width is folded too, and a year is its four
 * digits: ２００８ and 2008年 are 2008.
 */
import type { CellReader, CellReading } from "./written.js";
import { hasShortYear, plainPeriod } from "@yardstick/engine";
import { composed, foldWidth } from "./written.js";

const UNREADABLE: CellReading = { reason: "unreadable", expected: [] };

/** Error values of spreadsheets, which are not accepted as text. */
const ERROR = /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/u;

/** Ditto marks and words. They are not resolved, since rows may have been sorted after they were written. */
const DITTO = /^(?:〃|″|‶|〝|々|同上|同前|(?:ditto|do\.))$/iu;

const isDitto = (written: Parameters<CellReader>[0]): boolean =>
  typeof written === "string" && written.length < 10 && DITTO.test(written.trim());

const isError = (written: Parameters<CellReader>[0]): boolean =>
  typeof written === "string" && written.startsWith("#") && ERROR.test(written.trim());

/** A long number as a spreadsheet exports it, `1.10E+17`, whose digits are lost. */
const SCIENTIFIC = /^[+-]?\d(?:\.\d+)?E\+\d{2,3}$/iu;
const LOST: CellReading = { reason: "digits-lost", expected: [] };

/** The number of significant digits that a spreadsheet stores. */
const KEPT_DIGITS = 15;

/** Whether a number in a text column may originally have had other digits: it has more than a spreadsheet stores. */
export function mayHaveLostDigits(kept: string): boolean {
  if (kept.length <= KEPT_DIGITS) return false;
  const [whole = ""] = kept.replace(/^-/u, "").split(".");
  return whole.length > KEPT_DIGITS && /^0+$/u.test(whole.slice(KEPT_DIGITS));
}

const isLost = (written: Parameters<CellReader>[0]): boolean =>
  typeof written === "string"
    ? written.length < 30 && SCIENTIFIC.test(foldWidth(written))
    : typeof written === "object" && /e/iu.test(written.token);

/** Reads a text. */
export const readText: CellReader = (written) => {
  if (typeof written === "boolean" || isError(written) || isDitto(written)) return UNREADABLE;
  if (isLost(written)) return LOST;
  return { cell: composed(typeof written === "string" ? written : written.token) };
};

/** Reads a period. */
export const readPeriod: CellReader = (written) => {
  if (typeof written === "boolean" || isError(written) || isDitto(written)) return UNREADABLE;
  const period = foldWidth(composed(typeof written === "string" ? written : written.token));
  return hasShortYear(period) ? { reason: "unclear-period", expected: [] } : { cell: plainPeriod(period) };
};
