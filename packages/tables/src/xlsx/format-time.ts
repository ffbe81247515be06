/**
 * Dates and times as a section of a number format shows them, with their value: a day for a column of dates, a duration for a column
 * that measures time.
 */
import type { RawCell } from "../raw-table.js";
import { digitwise, inChinese } from "./chinese-numerals.js";
import type { Piece, Section } from "./format-code.js";
import type { DateSystem, Day } from "./serial-date.js";
import { DAY, dayOfNumber, isoDay, millisecondsOfSerial } from "./serial-date.js";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const CHINESE_WEEKDAYS = [..."日一二三四五六"];

/** The meaning of a letter: `m` is a minute next to hours or seconds, otherwise a month. */
type Role = "year" | "month" | "day" | "weekday" | "era" | "hour" | "minute" | "second";

type DatePiece = Extract<Piece, { readonly kind: "date" | "elapsed" }>;

const isDatePiece = (piece: Piece): piece is DatePiece => piece.kind === "date" || piece.kind === "elapsed";

function rolesOf(pieces: readonly Piece[]): ReadonlyMap<Piece, Role> {
  const letters = pieces.filter(isDatePiece);
  return new Map(
    letters.map((piece, at): [Piece, Role] => {
      switch (piece.letter) {
        case "y":
        case "e":
        case "b":
          return [piece, "year"];
        case "g":
          return [piece, "era"];
        case "d":
          return [piece, piece.length > 2 ? "weekday" : "day"];
        case "a":
          return [piece, "weekday"];
        case "h":
          return [piece, "hour"];
        case "s":
          return [piece, "second"];
        default: {
          const isMinute =
            piece.kind === "elapsed" ||
            (piece.length <= 2 && (letters[at - 1]?.letter === "h" || letters[at + 1]?.letter === "s"));
          return [piece, isMinute ? "minute" : "month"];
        }
      }
    }),
  );
}

interface Clock {
  /** The serial number in milliseconds, rounded to the shown precision. */
  readonly total: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

function clockOf(total: number): Clock {
  return {
    total,
    hour: Math.floor(total / 3_600_000) % 24,
    minute: Math.floor(total / 60_000) % 60,
    second: Math.floor(total / 1000) % 60,
    millisecond: total % 1000,
  };
}

const pad = (number: number, length: number): string => String(number).padStart(length, "0");

const ELAPSED_UNITS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000 };

function yearText(year: number, { letter, length }: DatePiece): string {
  const shown = letter === "b" ? year + 543 : year;
  return letter !== "e" && length <= 2 ? pad(shown % 100, 2) : String(shown);
}

function monthText(month: number, length: number, isChinese: boolean): string {
  if (length <= 2) return pad(month, length);
  if (isChinese) return length === 3 ? `${month}月` : `${inChinese(String(month), 1)}月`;
  const name = MONTHS[month - 1] ?? "";
  return length === 3 ? name.slice(0, 3) : length === 5 ? name.slice(0, 1) : name;
}

function weekdayText(weekday: number, { letter, length }: DatePiece, isChinese: boolean): string {
  const short = CHINESE_WEEKDAYS[weekday] ?? "";
  if (letter === "a") return length === 3 ? short : `星期${short}`;
  if (isChinese) return length === 3 ? `周${short}` : `星期${short}`;
  const name = WEEKDAYS[weekday] ?? "";
  return length === 3 ? name.slice(0, 3) : name;
}

function halfDayText(text: string, hour: number, isChinese: boolean): string {
  const [before = "", after = ""] = isChinese && text.length === 5 ? ["上午", "下午"] : text.split("/");
  return hour < 12 ? before : after;
}

function shownText(section: Section, roles: ReadonlyMap<Piece, Role>, clock: Clock, day: Day | null): string {
  const { pieces, isChinese, numerals } = section;
  const isTwelve = pieces.some(({ kind }) => kind === "half-day");
  const number = (digits: string, isYear = false): string =>
    numerals === null ? digits : isYear ? digitwise(digits, numerals) : inChinese(String(Number(digits)), numerals);
  // Serial number 0 of the 1900 system is shown as the nonexistent day 1900-01-00.
  const { year, month, day: ofMonth, weekday } = day ?? { year: 1900, month: 1, day: 0, weekday: 6 };
  const ofPiece = (piece: Piece): string => {
    switch (piece.kind) {
      case "literal":
        return piece.text;
      case "half-day":
        return halfDayText(piece.text, clock.hour, isChinese);
      case "decimals":
        return `.${pad(clock.millisecond, 3).slice(0, piece.length).padEnd(piece.length, "0")}`;
      case "elapsed":
        return number(pad(Math.floor(clock.total / (ELAPSED_UNITS[piece.letter] ?? 1)), piece.length));
      case "date":
        switch (roles.get(piece)) {
          case "year":
            return number(yearText(year, piece), true);
          case "month":
            return piece.length <= 2
              ? number(monthText(month, piece.length, isChinese))
              : monthText(month, piece.length, isChinese);
          case "day":
            return number(pad(ofMonth, piece.length));
          case "weekday":
            return weekdayText(weekday, piece, isChinese);
          case "hour":
            return number(pad(isTwelve ? clock.hour % 12 || 12 : clock.hour, Math.min(piece.length, 2)));
          case "minute":
            return number(pad(clock.minute, Math.min(piece.length, 2)));
          case "second":
            return number(pad(clock.second, Math.min(piece.length, 2)));
          default:
            return "";
        }
      case "digit":
        return piece.text === "0" ? "0" : "";
      default:
        return "";
    }
  };
  return pieces.map(ofPiece).join("").trim();
}

/** Whether a section shows dates or times rather than a number. */
export function isTimeSection({ pieces }: Section): boolean {
  return pieces.some(({ kind }) => kind === "date" || kind === "elapsed" || kind === "half-day");
}

/** Creates the conversion of serial numbers to raw cells. `format` is included in the text of a number that it cannot show. */
export function timeFormatter(section: Section, format: string): (decimal: string, system: DateSystem) => RawCell {
  const roles = rolesOf(section.pieces);
  const shows = new Set(roles.values());
  const elapsed = section.pieces.find(({ kind }) => kind === "elapsed");
  const isClock = section.pieces.some(({ kind }) => kind === "half-day");
  const decimals = Math.min(3, ...section.pieces.flatMap((piece) => (piece.kind === "decimals" ? [piece.length] : [])));
  const hasDecimals = section.pieces.some(({ kind }) => kind === "decimals");
  const step = hasDecimals ? 10 ** (3 - decimals) : 1000;
  const isTimed = isClock || ["hour", "minute", "second"].some((role) => shows.has(role as Role));
  const isDated =
    ["year", "month", "weekday", "era"].some((role) => shows.has(role as Role)) || (shows.has("day") && !isTimed);
  const isWhole = shows.has("year") && shows.has("month") && shows.has("day");

  return (decimal, system) => {
    const exact = millisecondsOfSerial(decimal, system);
    if (exact === null) return { kind: "structure", text: `${decimal}（${format}）` };
    const clock = clockOf(isTimed ? Math.round(exact / step) * step : exact);
    const day = dayOfNumber(Math.floor(clock.total / DAY), system);
    const text = shownText(section, roles, clock, day);
    if (isDated) return { kind: "date", iso: day === null ? null : isoDay(day), text, isWhole };
    // A part above the greatest shown unit is not visible: 25:30 in `h:mm` is shown as 1:30.
    const roof =
      elapsed !== undefined
        ? Infinity
        : shows.has("day")
          ? 32 * DAY
          : shows.has("hour")
            ? DAY
            : shows.has("minute")
              ? 3_600_000
              : 60_000;
    const isHidden = clock.total >= roof || (shows.has("day") && system === "1904");
    const seconds = isHidden ? null : secondsText(exact);
    const floor = shows.has("second") ? step : shows.has("minute") ? 60_000 : shows.has("hour") ? 3_600_000 : DAY;
    return { kind: "time", text, seconds, kept: spanText(exact), isRounded: exact % floor !== 0, isClock };
  };
}

/** Milliseconds as seconds in decimal text. */
function secondsText(milliseconds: number): string {
  const rest = milliseconds % 1000;
  const whole = String(Math.floor(milliseconds / 1000));
  return rest === 0 ? whole : `${whole}.${pad(rest, 3).replace(/0+$/u, "")}`;
}

/** A duration in full: `25:30:00`, `0:40:20.5`. */
function spanText(milliseconds: number): string {
  const { minute, second, millisecond } = clockOf(milliseconds);
  const decimals = millisecond === 0 ? "" : `.${pad(millisecond, 3).replace(/0+$/u, "")}`;
  return `${Math.floor(milliseconds / 3_600_000)}:${pad(minute, 2)}:${pad(second, 2)}${decimals}`;
}
