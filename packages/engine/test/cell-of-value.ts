/**
 * One JavaScript value as a typed cell. Strict: numbers are decimal text, `bigint` or safe integers, since any other
 * JavaScript number has already been through a binary float. How people write numbers in tables is not known here.
 */
import { decimalText, parseDecimal, rational, type Rational, rationalText, whole } from "@yardstick/exact";
import type { Choice, FieldType, Unit } from "@yardstick/language/program";
import type { Cell, ProblemReason } from "../src/index.js";
import { assertNever, at } from "../src/values/internal-error.js";
import { FLAGS } from "../src/values/published-text.js";

/** Either a cell (null: blank), or why there is none and what would have been right. */
export type CellReading =
  { readonly cell: Cell } | { readonly reason: ProblemReason; readonly expected: readonly string[] };

const HUNDREDTH = rational("1/100");

export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

/** The value as whoever passed it would recognise it. */
export function shownRaw(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" && !Number.isSafeInteger(value))
    return `${value} (a binary number: pass the text "${value}")`;
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "[…]" : "{…}";
  return String(value);
}

export function cellOfValue(type: FieldType, choices: readonly Choice[], value: unknown): CellReading {
  if (isBlank(value)) return { cell: null };
  switch (type.kind) {
    case "text":
    case "period": {
      const text = textOf(value);
      return text === null ? { reason: "unreadable", expected: [] } : { cell: text };
    }
    case "flag": {
      const flag = typeof value === "boolean" ? value : FLAGS.get(textOf(value)?.toLowerCase() ?? "");
      return flag === undefined ? { reason: "not-a-flag", expected: ["是", "否"] } : { cell: flag };
    }
    case "date": {
      const text = textOf(value);
      return text !== null && isDate(text) ? { cell: text } : { reason: "not-a-date", expected: ["2024-01-02"] };
    }
    case "level": {
      const { levels } = at(choices, type.choice);
      const text = textOf(value);
      const level = levels.findIndex(({ name }) => name.normalize("NFC") === text);
      return level < 0 ? { reason: "not-a-level", expected: levels.map(({ name }) => name) } : { cell: level };
    }
    case "number":
      return numberCell(type, value);
    case "list":
      return { reason: "unreadable", expected: [] };
    default:
      return assertNever(type);
  }
}

/** Trimmed and composed; whole numbers as their digits. */
function textOf(value: unknown): string | null {
  if (typeof value === "string") return value.trim().normalize("NFC");
  return typeof value === "bigint" || Number.isSafeInteger(value) ? String(value) : null;
}

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return year > 0 && day > 0 && day <= days;
}

type NumberType = Extract<FieldType, { kind: "number" }>;

function numberCell(type: NumberType, value: unknown): CellReading {
  const { unit, form } = type;
  const percent = form === "percent";
  const read = percent ? percentOf(value) : numberOf(value, unit);
  if (read === null)
    return percent
      ? { reason: "not-a-percent", expected: ["%"] }
      : { reason: "not-a-number", expected: unit === null ? [] : [unit.name] };
  const min = type.min === null ? null : rational(type.min);
  const max = type.max === null ? null : rational(type.max);
  // Nothing can be counted fewer times than never.
  const lowest = form === "count" && (min === null || min.compare(0) < 0) ? rational("0") : min;
  const isNone = type.orZero === true && read.equals(0);
  if (!isNone && ((lowest !== null && read.compare(lowest) < 0) || (max !== null && read.compare(max) > 0))) {
    return { reason: "out-of-range", expected: [shownBound(lowest, unit, percent), shownBound(max, unit, percent)] };
  }
  if (form === "count" && !read.isWhole()) return { reason: "not-whole", expected: unit === null ? [] : [unit.name] };
  return { cell: rationalText(read) };
}

/** A number in the field's own unit, which may stand behind it; in base units. */
function numberOf(value: unknown, unit: Unit | null): Rational | null {
  const text = textOf(value);
  if (text === null) return null;
  const digits = unit !== null && text.endsWith(unit.name) ? text.slice(0, -unit.name.length).trimEnd() : text;
  const number = parseDecimal(digits);
  return unit === null ? number : (number?.mul(rational(unit.scale)) ?? null);
}

/** A percent sign is never implied: a bare number could as well be a ratio, unless it is 0. */
function percentOf(value: unknown): Rational | null {
  const text = textOf(value);
  if (text === null) return null;
  if (text.endsWith("%")) return parseDecimal(text.slice(0, -1).trimEnd())?.mul(HUNDREDTH) ?? null;
  return parseDecimal(text)?.equals(0) === true ? whole(0) : null;
}

function shownBound(bound: Rational | null, unit: Unit | null, percent: boolean): string {
  if (bound === null) return "";
  if (percent) return `${decimalText(bound.div(HUNDREDTH), 4)}%`;
  return unit === null ? decimalText(bound, 4) : `${decimalText(bound.div(rational(unit.scale)), 4)} ${unit.name}`;
}
