/**
 * Parses a JSON file: an array of row objects, or an object of several tables by name. Numbers keep their digits and never become
 * binary floats, also in browsers whose own parser does not expose the source text of a number.
 */
import { parse } from "lossless-json";
import { shownText } from "./cell/written.js";
import type { Parsed } from "./raw-table.js";
import { cellOfValue, isRecord, JsonNumber } from "./value-cell.js";

/** The top level of a JSON file. */
export type JsonRoot =
  | { readonly kind: "rows"; readonly entries: readonly unknown[] }
  | { readonly kind: "tables"; readonly tables: ReadonlyMap<string, unknown> };

/** Parses a JSON file; gives the line of a syntax error. */
export function parseJson(source: string): Parsed<JsonRoot> {
  const text = source.replace(/^\ufeff/u, "");
  let value: unknown;
  try {
    value = parse(text, null, (token) => new JsonNumber(token));
  } catch (error) {
    // A syntax error states its offset; a stack overflow on very deep nesting does not.
    const message = error instanceof SyntaxError ? error.message : "";
    const offset = /position (\d+)/u.exec(message)?.[1];
    const row = offset === undefined ? null : text.slice(0, Number.parseInt(offset, 10)).split("\n").length;
    return { unreadable: { row, found: message, why: "json" } };
  }
  if (Array.isArray(value)) return { table: { kind: "rows", entries: value } };
  if (isRecord(value)) return { table: { kind: "tables", tables: new Map(Object.entries(value)) } };
  return { unreadable: { row: null, found: shownText(cellOfValue(value)), why: "no-rows" } };
}
