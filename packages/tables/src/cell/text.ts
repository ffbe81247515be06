/**
 * Texts and periods: trimmed and composed, otherwise as written. A period also folds its width, and a year is its four
 * digits: ２００８ and 2008年 are 2008.
 */
import type { CellReader, CellReading } from "./written.js";
import { hasShortYear, plainPeriod } from "@yardstick/engine";
import { composed, foldWidth } from "./written.js";

const UNREADABLE: CellReading = { reason: "unreadable", expected: [] };

/** What a spreadsheet shows where a formula failed: no text that anyone meant. */
const ERROR = /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/u;

/** Signs and words that repeat the cell above: rows may have been sorted since, so they are no text either. */
const DITTO = /^(?:〃|″|‶|〝|々|同上|同前|(?:ditto|do\.))$/iu;

const isDitto = (written: Parameters<CellReader>[0]): boolean =>
  typeof written === "string" && written.length < 10 && DITTO.test(written.trim());

const isError = (written: Parameters<CellReader>[0]): boolean =>
  typeof written === "string" && written.startsWith("#") && ERROR.test(written.trim());

/** `1.10E+17`: how a spreadsheet writes a long number, whose digits are lost. */
const SCIENTIFIC = /^[+-]?\d(?:\.\d+)?E\+\d{2,3}$/iu;
const LOST: CellReading = { reason: "digits-lost", expected: [] };

/** Digits that a spreadsheet keeps of a number. */
const KEPT_DIGITS = 15;

/** Whether a number of a spreadsheet, where a text is wanted, may have had other digits than those that are kept. */
export function mayHaveLostDigits(kept: string): boolean {
  const [whole = ""] = kept.replace(/^-/u, "").split(".");
  return whole.length > KEPT_DIGITS && /^0+$/u.test(whole.slice(KEPT_DIGITS));
}

const isLost = (written: Parameters<CellReader>[0]): boolean =>
  typeof written === "string"
    ? written.length < 30 && SCIENTIFIC.test(foldWidth(written))
    : typeof written === "object" && /e/iu.test(written.token);

export const readText: CellReader = (written) => {
  if (typeof written === "boolean" || isError(written) || isDitto(written)) return UNREADABLE;
  if (isLost(written)) return LOST;
  return { cell: composed(typeof written === "string" ? written : written.token) };
};

export const readPeriod: CellReader = (written) => {
  if (typeof written === "boolean" || isError(written) || isDitto(written)) return UNREADABLE;
  const period = foldWidth(composed(typeof written === "string" ? written : written.token));
  return hasShortYear(period) ? { reason: "unclear-period", expected: [] } : { cell: plainPeriod(period) };
};
