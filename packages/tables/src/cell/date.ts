/**
 * Reads dates, year first: `2024年1月2日`, `2024/1/2`, `2024-01-02`, `2024.1.2`, `20240102`, optionally followed by a weekday and a time,
 * which are ignored: `2024/1/2 8:30:00`, `2024-01-02T08:30:00+08:00`. Gives `YYYY-MM-DD`. Two-digit years and day-first dates are
 * refused, since they are ambiguous.
 */
import type { CellReader, CellReading } from "./written.js";
import { foldWidth } from "./written.js";

const DAYS = [
  /^(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*(?:[日号]|(?!\d))(?<rest>.*)$/u,
  /^(?<year>\d{4})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?!\d)(?<rest>.*)$/u,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?!\d)(?<rest>.*)$/u,
];
const RUN_TOGETHER = /^(\d{8})(\d{2})(\d{2})(\d{2})?$/u;

const WEEKDAY = String.raw`(?:\s*\(?(?:星期|周)[一二三四五六日天]\)?)?`;
const TIME =
  String.raw`(?:\s*T?\s*(?<before>[上下]午)?\s*(?<hour>\d{1,2})` +
  String.raw`(?::(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d{1,9})?)?|[时点](?:(?<minutes>\d{1,2})分(?:(?<seconds>\d{1,2})秒)?)?)` +
  String.raw`\s*(?<after>[ap]m)?\s*(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`;
const BEHIND_THE_DAY = new RegExp(`^${WEEKDAY}${TIME}$`, "iu");
const UTC = /^(?:Z|UTC|GMT|[+-]00:?00)$/iu;

const LONGEST = 60;

const NOT_A_DATE: CellReading = { reason: "not-a-date", expected: ["2024-01-02"] };

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Checks the text behind the day: nothing, a weekday or a time; null where it is anything else. `isUtc`: a time in UTC. */
function timeBehind(rest: string): { readonly isUtc: boolean } | null {
  const groups = BEHIND_THE_DAY.exec(rest)?.groups;
  if (groups === undefined) return null;
  const number = (...names: readonly string[]) =>
    Number.parseInt(names.map((name) => groups[name]).find((text) => text !== undefined) ?? "0", 10);
  const [hour, minute, second] = [number("hour"), number("minute", "minutes"), number("second", "seconds")];
  const isHalfDay = groups["before"] !== undefined || groups["after"] !== undefined;
  if (hour > (isHalfDay ? 12 : 23) || minute > 59 || second > 59) return null;
  return { isUtc: UTC.test(groups["zone"] ?? "") && hour + minute + second > 0 };
}

/** Reads a date; notes a time in UTC, whose day may differ from the local one. */
export const readDate: CellReader = (written) => {
  if (typeof written === "boolean") return NOT_A_DATE;
  // A JSON number would be a day count or a timestamp of unknown origin.
  if (typeof written !== "string" || written.length > LONGEST) return NOT_A_DATE;
  const text = foldWidth(written).replace(
    RUN_TOGETHER,
    (_, day: string, hour: string, minute: string, second: string = "00") => `${day} ${hour}:${minute}:${second}`,
  );
  for (const form of DAYS) {
    const found = form.exec(text)?.groups;
    if (found === undefined) continue;
    const [year, month, day] = [found["year"], found["month"], found["day"]].map(Number);
    const time = timeBehind(found["rest"] ?? "");
    if (year === undefined || month === undefined || day === undefined || time === null) return NOT_A_DATE;
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return NOT_A_DATE;
    const cell = [String(year).padStart(4, "0"), ...[month, day].map((n) => String(n).padStart(2, "0"))].join("-");
    return time.isUtc ? { cell, note: { reason: "day-of-utc", used: cell } } : { cell };
  }
  return NOT_A_DATE;
};
