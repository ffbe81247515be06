/**
 * Converts JavaScript values, including those of parsed JSON, to raw cells. A number that is not a safe integer is refused: it is a
 * binary float whose digits may differ from those originally written.
 */
import type { ProblemReason } from "@yardstick/engine";
import type { NumberToken, RawCell } from "./raw-table.js";

/** A number of a JSON file, as it is written. */
export class JsonNumber {
  constructor(readonly token: string) {}
}

/** A value that is a raw cell already. */
export class CellValue {
  constructor(readonly cell: RawCell) {}
}

/** Shared tokens of small integers, which are the most frequent numbers. */
const TOKENS: readonly NumberToken[] = Array.from({ length: 1024 }, (_, value) => tokenOf(String(value)));

function tokenOf(token: string): NumberToken {
  return { kind: "number", token };
}

function refused(text: string, reason: ProblemReason): RawCell {
  return { kind: "refused", text, reason };
}

/** Whether a value is an object whose properties are cells by name. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return !(value instanceof JsonNumber || value instanceof CellValue);
}

/** The raw cell of a value; arrays become nested rows, other objects are refused when read. */
export function cellOfValue(value: unknown): RawCell {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "undefined":
      return null;
    case "bigint":
      return tokenOf(String(value));
    case "number":
      return cellOfNumber(value);
    case "object":
      return cellOfObject(value);
    default:
      return { kind: "structure", text: typeof value };
  }
}

function cellOfNumber(value: number): RawCell {
  // -0 is 0.
  if (Number.isSafeInteger(value)) return TOKENS[value] ?? tokenOf(String(value));
  return refused(String(value), Number.isFinite(value) ? "inexact-number" : "not-a-number");
}

function cellOfObject(value: object | null): RawCell {
  if (value === null) return null;
  if (value instanceof JsonNumber) return tokenOf(value.token);
  if (value instanceof CellValue) return value.cell;
  if (Array.isArray(value)) return { kind: "rows", entries: value };
  if (value instanceof Date) {
    return { kind: "structure", text: Number.isNaN(value.getTime()) ? "Date" : `Date ${value.toISOString()}` };
  }
  return { kind: "structure", text: "{…}" };
}
