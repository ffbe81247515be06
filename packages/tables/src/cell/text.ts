/**
 * Texts and periods: trimmed and composed, otherwise as written. A period also folds its width, and a year is its four
 * digits: ２００８ and 2008年 are 2008.
 */
import type { CellReader, CellReading } from "./written.js";
import { plainPeriod } from "@yardstick/engine";
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

export const readText: CellReader = (written) => {
  if (typeof written === "boolean" || isError(written) || isDitto(written)) return UNREADABLE;
  return { cell: composed(typeof written === "string" ? written : written.token) };
};

export const readPeriod: CellReader = (written) => {
  if (typeof written === "boolean" || isError(written) || isDitto(written)) return UNREADABLE;
  return { cell: plainPeriod(foldWidth(composed(typeof written === "string" ? written : written.token))) };
};
