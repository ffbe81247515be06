/**
 * JSON to raw tables: an array of row objects, or an object that holds several tables by name. Numbers keep their digits;
 * no binary float comes in between, also in browsers whose own parser cannot give the source of a number.
 */
import { parse } from "lossless-json";
import { shownText } from "./cell/written.js";
import type { Parsed } from "./raw-table.js";
import { cellOfValue, isRecord } from "./value-cell.js";

/** What a JSON file holds at its top. */
export type JsonRoot =
  | { readonly kind: "rows"; readonly entries: readonly unknown[] }
  | { readonly kind: "tables"; readonly tables: ReadonlyMap<string, unknown> };

export function parseJson(source: string): Parsed<JsonRoot> {
  const text = source.replace(/^\ufeff/u, "");
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    // A syntax error names its offset; a stack that overflows on absurd nesting names none.
    const message = error instanceof SyntaxError ? error.message : "";
    const offset = /position (\d+)/u.exec(message)?.[1];
    const row = offset === undefined ? null : text.slice(0, Number.parseInt(offset, 10)).split("\n").length;
    return { unreadable: { row, found: message, why: "json" } };
  }
  if (Array.isArray(value)) return { table: { kind: "rows", entries: value } };
  if (isRecord(value)) return { table: { kind: "tables", tables: new Map(Object.entries(value)) } };
  return { unreadable: { row: null, found: shownText(cellOfValue(value)), why: "no-rows" } };
}
