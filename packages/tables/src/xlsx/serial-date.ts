/**
 * Days counted from 1900 or 1904, as spreadsheets keep dates. 1900 had no 29 February; the count has one, number 60, which is
 * no day at all.
 */

export type DateSystem = "1900" | "1904";

const DAY = 86_400_000;
const LAST = { "1900": 2_958_465, "1904": 2_957_003 } as const;

export interface DayAndTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** `decimal` is decimal text, its fraction a time of day; null where it stands for no day. */
export function dayOfSerial(decimal: string, system: DateSystem): DayAndTime | null {
  const match = /^(\d{1,7})(?:\.(\d+))?$/u.exec(decimal);
  if (match === null) return null;
  let number = Number.parseInt(match[1] ?? "", 10);
  let seconds = Math.round(Number(`0.${match[2] ?? "0"}`) * 86_400);
  if (seconds === 86_400) {
    number++;
    seconds = 0;
  }
  if (number > LAST[system]) return null;
  if (system === "1900" && (number === 0 || number === 60)) return null;
  const zero = system === "1904" ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, number < 60 ? 31 : 30);
  const date = new Date(zero + number * DAY);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
  };
}

const two = (number: number): string => String(number).padStart(2, "0");

/** `YYYY-MM-DD`. */
export function isoDay({ year, month, day }: DayAndTime): string {
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** The serial number of a day `YYYY-MM-DD` in the 1900 system. */
export function serialOfDay(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split("-").map((digits) => Number.parseInt(digits, 10));
  const days = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY);
  return days > 60 ? days : days - 1;
}
