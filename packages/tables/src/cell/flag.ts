/**
 * Reads flags: 是/否, √/×, yes/no, true/false, 1/0, in any case and width. 有 and 无 are refused, since 无 may mean "nothing to report" as
 * well as "no".
 */
import type { CellReader, CellReading } from "./written.js";
import { foldWidth } from "./written.js";

const YES = new Set(["是", "√", "✓", "✔", "☑", "yes", "y", "true", "1"]);
const NO = new Set(["否", "×", "✗", "✘", "no", "n", "false", "0"]);

const IS_YES: CellReading = { cell: true };
const IS_NO: CellReading = { cell: false };
const NOT_A_FLAG: CellReading = { reason: "not-a-flag", expected: ["是", "否"] };

/** Reads a yes or no. */
export const readFlag: CellReader = (written) => {
  if (typeof written === "boolean") return { cell: written };
  const text = typeof written === "string" ? written : written.token;
  if (YES.has(text)) return IS_YES;
  if (NO.has(text)) return IS_NO;
  const word = foldWidth(text).toLowerCase();
  return YES.has(word) ? IS_YES : NO.has(word) ? IS_NO : NOT_A_FLAG;
};
