/**
 * Chooses the reader of the cells of a field by its type.
 */
import type { RationalText } from "@yardstick/exact";
import type { Choice, FieldType } from "@yardstick/language/program";
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
import { dayOfBareSerial } from "../xlsx/serial-date.js";

const UNREADABLE: CellReading = { reason: "unreadable", expected: [] };
const LOST: CellReading = { reason: "digits-lost", expected: [] };
const NUMERAL = /^-?\d+(?:\.\d+)?$/u;
const MERGED: CellReading = { reason: "merged-cells", expected: [] };

/** Replaces invalid bytes in decoded text. */
const MALFORMED = "\ufffd";

/** The number of distinct texts of a column whose readings are cached. */
const MAX_KNOWN = 1000;

function readerOf(type: FieldType, choices: readonly Choice[], columnScale: RationalText | null): CellReader {
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
 * Creates the reader of raw cells of a field, including blanks, the dates, times and merged ranges of sheets, and arrays and objects.
 * `columnScale` is the factor of the unit in the header, `serials` the date system of bare serial numbers; both may be null.
 */
export function rawReader(
  type: FieldType,
  choices: readonly Choice[],
  columnScale: RationalText | null,
  serials: DateSystem | null = null,
): (raw: RawCell | undefined) => CellReading {
  const read = readerOf(type, choices, columnScale);
  const isNumber = type.kind === "number";
  const readWritten = (raw: string): CellReading => {
    if (isBlank(raw)) return BLANK;
    if (raw.includes(MALFORMED)) return UNREADABLE;
    const day = type.kind === "date" ? dayOfBareSerial(raw, serials) : null;
    return day === null ? read(raw) : { cell: day };
  };
  const readTime = isNumber ? timeReader(type) : null;
  /** Reads the text that is shown; a number is read with all stored digits. */
  const readFormatted = ({ text, exact, kept, isRounded }: FormattedCell): CellReading => {
    if (isNumber) {
      // A format may show a text in place of the number; it is read as text.
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
  // Most columns contain few distinct texts, so readings are cached; a column of names exceeds the limit and is not cached.
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
        // A number merged over several rows may belong to each of them or to all together.
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

/** A day of a sheet; notes where the sheet does not show all of year, month and day. */
function dayOf({ iso, text, isWhole }: Extract<RawCell, { readonly kind: "date" }>): CellReading {
  if (iso === null) return readDate(text);
  return isWhole ? { cell: iso } : { cell: iso, note: { reason: "digits-not-shown", used: iso } };
}

function assertNever(value: never): never {
  throw new Error(`unknown kind: ${JSON.stringify(value)}`);
}
