/**
 * Values of JavaScript, and of JSON as it was parsed, as raw cells. A number that is no safe integer is refused: it has been through
 * a binary float, and its digits are not those that somebody wrote.
 */
import { LosslessNumber } from "lossless-json";
import type { ProblemReason } from "@yardstick/engine";
import type { NumberToken, RawCell } from "./raw-table.js";

/** Small whole numbers are nearly all that occur. */
const TOKENS: readonly NumberToken[] = Array.from({ length: 1024 }, (_, value) => tokenOf(String(value)));

function tokenOf(token: string): NumberToken {
  return { kind: "number", token };
}

function refused(text: string, reason: ProblemReason): RawCell {
  return { kind: "refused", text, reason };
}

/** An object of JSON or of JavaScript whose properties are cells by name. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber);
}

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
  if (value instanceof LosslessNumber) return tokenOf(value.value);
  if (Array.isArray(value)) return { kind: "rows", entries: value };
  if (value instanceof Date) {
    return { kind: "structure", text: Number.isNaN(value.getTime()) ? "Date" : `Date ${value.toISOString()}` };
  }
  return { kind: "structure", text: "{…}" };
}
