/**
 * Chooses the reader of a field's cells by the field's type. `columnScale` comes from a unit in the header.
 */
import type { Choice, Exact, FieldType } from "@yardstick/language/program";
import type { FormattedCell, RawCell } from "../raw-table.js";
import { readDate } from "./date.js";
import { readFlag } from "./flag.js";
import { levelReader } from "./level.js";
import { isATime, numberReader, timeReader } from "./number.js";
import { percentReader } from "./percent.js";
import { mayHaveLostDigits, readPeriod, readText } from "./text.js";
import type { CellReader, CellReading } from "./written.js";
import { BLANK, isBlank } from "./written.js";
import type { DateSystem } from "../xlsx/serial-date.js";
import { dayOfSerial, isoDay } from "../xlsx/serial-date.js";

const UNREADABLE: CellReading = { reason: "unreadable", expected: [] };
const LOST: CellReading = { reason: "digits-lost", expected: [] };
const NUMERAL = /^-?\d+(?:\.\d+)?$/u;
const MERGED: CellReading = { reason: "merged-cells", expected: [] };

/** A character that stands for bytes which were no text. */
const MALFORMED = "\ufffd";

const MAX_KNOWN = 1000;

/** Five digits: 1927 to 2173. A shorter count is more likely a number that has slipped. */
const SERIAL = /^[1-9]\d{4}$/u;

function readerOf(type: FieldType, choices: readonly Choice[], columnScale: Exact | null): CellReader {
  switch (type.kind) {
    case "text":
      return readText;
    case "period":
      return readPeriod;
    case "flag":
      return readFlag;
    case "date":
      return readDate;
    case "level":
      return levelReader(choices[type.choice]);
    case "number":
      return type.form === "percent" ? percentReader(type, columnScale) : numberReader(type, columnScale);
    case "list":
      return () => UNREADABLE;
    default:
      return assertNever(type);
  }
}

/**
 * A reader that also knows blanks, days and merged ranges of sheets, and arrays and objects where a cell should stand.
 * `serials` is the day that a bare serial number counts from; null where nobody knows.
 */
export function rawReader(
  type: FieldType,
  choices: readonly Choice[],
  columnScale: Exact | null,
  serials: DateSystem | null = null,
): (raw: RawCell | undefined) => CellReading {
  const read = readerOf(type, choices, columnScale);
  const isNumber = type.kind === "number";
  const readWritten = (raw: string): CellReading => {
    if (isBlank(raw)) return BLANK;
    if (raw.includes(MALFORMED)) return UNREADABLE;
    if (serials !== null && type.kind === "date" && SERIAL.test(raw)) {
      const day = dayOfSerial(raw, serials);
      if (day !== null) return { cell: isoDay(day) };
    }
    return read(raw);
  };
  const readTime = isNumber ? timeReader(type) : null;
  /** What is shown counts; a number is read with the digits that are kept. */
  const readFormatted = ({ text, exact, kept, isRounded }: FormattedCell): CellReading => {
    if (isNumber) {
      // A text that stands in place of the number is read as the text that it is.
      if (exact === null)
        return /\d|^$/u.test(text) ? { reason: "shown-otherwise", expected: [kept] } : readWritten(text);
      const reading = readWritten(exact);
      return isRounded && "cell" in reading
        ? { ...reading, note: { reason: "digits-not-shown", used: kept } }
        : reading;
    }
    if (text === "" && type.kind !== "text" && type.kind !== "period")
      return { reason: "shown-otherwise", expected: [kept] };
    if (type.kind === "text" && exact !== null && mayHaveLostDigits(exact) && NUMERAL.test(exact)) return LOST;
    const reading = readWritten(text);
    if ("cell" in reading || exact === null) return reading;
    const other = readWritten(exact);
    return "cell" in other ? other : reading;
  };
  // Most columns hold few different texts, read once each; a column of names is soon found to be none of them.
  const known = new Map<string, CellReading>();
  const knownNumbers = new Map<string, CellReading>();
  let isVaried = type.kind === "text";
  const reader = (raw: RawCell | undefined): CellReading => {
    if (typeof raw === "string") {
      if (isVaried) return readWritten(raw);
      const before = known.get(raw);
      if (before !== undefined) return before;
      const reading = readWritten(raw);
      if (known.size < MAX_KNOWN) known.set(raw, reading);
      else isVaried = true;
      return reading;
    }
    if (raw === undefined || raw === null) return BLANK;
    if (typeof raw === "boolean") return read(raw);
    if (raw.kind === "number") {
      const before = knownNumbers.get(raw.token);
      if (before !== undefined) return before;
      const reading = read(raw);
      if (knownNumbers.size < MAX_KNOWN) knownNumbers.set(raw.token, reading);
      return reading;
    }
    switch (raw.kind) {
      case "date":
        return isNumber ? isATime(type) : type.kind === "date" ? dayOf(raw) : readWritten(raw.text);
      case "time":
        return readTime === null ? readWritten(raw.text) : readTime(raw);
      case "formatted":
        return readFormatted(raw);
      case "merged":
        // One number beside several rows may be each row's or all of theirs together.
        return raw.down && !isNumber ? reader(raw.content) : MERGED;
      case "rows":
      case "structure":
        return UNREADABLE;
      case "refused":
        return { reason: raw.reason, expected: [] };
      default:
        return assertNever(raw);
    }
  };
  return reader;
}

/** A day of a sheet; its parts that the sheet does not show are told of. */
function dayOf({ iso, text, isWhole }: Extract<RawCell, { readonly kind: "date" }>): CellReading {
  if (iso === null) return readDate(text);
  return isWhole ? { cell: iso } : { cell: iso, note: { reason: "digits-not-shown", used: iso } };
}

function assertNever(value: never): never {
  throw new Error(`unknown kind: ${JSON.stringify(value)}`);
}
