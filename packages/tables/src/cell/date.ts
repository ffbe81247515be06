/**
 * Dates, year first: `2024年1月2日`, `2024/1/2`, `2024-01-02`, `2024.1.2`, `20240102`, with or without midnight behind it as
 * spreadsheets write it. Gives `YYYY-MM-DD`. Two-digit years and day-first dates are refused, since they cannot be told apart.
 */
import type { CellReader, CellReading } from "./written.js";
import { foldWidth } from "./written.js";

const FORMS = [
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/u,
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/u,
  /^(\d{4})(\d{2})(\d{2})$/u,
];
const MIDNIGHT = /[\sT]+0{1,2}:00(?::00(?:\.0+)?)?$/u;

const NOT_A_DATE: CellReading = { reason: "not-a-date", expected: ["2024-01-02"] };

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export const readDate: CellReader = (written) => {
  if (typeof written === "boolean") return NOT_A_DATE;
  // A JSON number is a day count or a timestamp, whose zero nobody has stated.
  if (typeof written !== "string") return NOT_A_DATE;
  const text = foldWidth(written).replace(MIDNIGHT, "");
  for (const form of FORMS) {
    const found = form
      .exec(text)
      ?.slice(1)
      .filter((piece) => /^\d+$/u.test(piece));
    if (found === undefined) continue;
    const [year, month, day] = found.slice(-3).map((digits) => Number.parseInt(digits, 10));
    if (year === undefined || month === undefined || day === undefined) return NOT_A_DATE;
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return NOT_A_DATE;
    return { cell: [String(year).padStart(4, "0"), ...[month, day].map((n) => String(n).padStart(2, "0"))].join("-") };
  }
  return NOT_A_DATE;
};
