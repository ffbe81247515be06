/**
 * Serial numbers of days since 1900 or 1904, in which spreadsheets store dates and times. The 1900 system includes a 29 February 1900,
 * number 60, which did not exist.
 */

/** The year that serial numbers count from. */
export type DateSystem = "1900" | "1904";

/** Milliseconds of a day. */
export const DAY = 86_400_000;
const LAST = { "1900": 2_958_465, "1904": 2_957_003 } as const;

const SERIAL = /^(\d{1,7})(?:\.(\d+))?$/u;

/**
 * Milliseconds of a serial number, an integer: a double that counts days is precise to less than a microsecond, and a sheet shows at
 * most milliseconds. Null where the text is not a serial number that a sheet can show.
 */
export function millisecondsOfSerial(decimal: string, system: DateSystem): number | null {
  const match = SERIAL.exec(decimal);
  if (match === null) return null;
  const [, days = "", fraction = ""] = match;
  const scale = 10n ** BigInt(fraction.length);
  const ofDay = Number((BigInt(fraction === "" ? "0" : fraction) * BigInt(DAY) * 2n + scale) / (scale * 2n));
  const milliseconds = Number.parseInt(days, 10) * DAY + ofDay;
  return milliseconds < (LAST[system] + 1) * DAY ? milliseconds : null;
}

/** A calendar day. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

/** The day with this serial number; null where there is none. */
export function dayOfNumber(number: number, system: DateSystem): Day | null {
  if (number > LAST[system] || number < 0 || (system === "1900" && (number === 0 || number === 60))) return null;
  const zero = system === "1904" ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, number < 60 ? 31 : 30);
  const date = new Date(zero + number * DAY);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    // Because of the nonexistent day, weekdays before March 1900 are one day off, as in the spreadsheet.
    weekday: system === "1900" ? (number + 6) % 7 : date.getUTCDay(),
  };
}

/** The day of a serial number with a time; null where there is none. */
function dayOfSerial(decimal: string, system: DateSystem): Day | null {
  const milliseconds = millisecondsOfSerial(decimal, system);
  return milliseconds === null ? null : dayOfNumber(Math.floor(milliseconds / DAY), system);
}

/** Five digits: 1927 to 2173. A shorter number is more likely one from another column. */
const BARE = /^[1-9]\d{4}$/u;

/** The day `YYYY-MM-DD` of a number without any format in a column of days; null where it is none, or the file has no serial numbers. */
export function dayOfBareSerial(text: string, system: DateSystem | null | undefined): string | null {
  const day = system === null || system === undefined || !BARE.test(text) ? null : dayOfSerial(text, system);
  return day === null ? null : isoDay(day);
}

const two = (number: number): string => String(number).padStart(2, "0");

/** `YYYY-MM-DD`. */
export function isoDay({ year, month, day }: Pick<Day, "year" | "month" | "day">): string {
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** The serial number of a day `YYYY-MM-DD` in the 1900 system. */
export function serialOfDay(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split("-").map((digits) => Number.parseInt(digits, 10));
  const days = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY);
  return days > 60 ? days : days - 1;
}
