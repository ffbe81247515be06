/**
 * JSON to raw tables: an array of row objects, or an object that holds several tables by name. Numbers keep their digits;
 * no binary float comes in between, also in browsers whose own parser cannot give the source of a number.
 */
import { LosslessNumber, parse } from "lossless-json";
import { shownText } from "./cell/written.js";
import type { Parsed, RawCell, RawRow, RawTable } from "./raw-table.js";

/** What a JSON file holds at its top. */
export type JsonRoot =
  | { readonly kind: "rows"; readonly entries: readonly unknown[] }
  | { readonly kind: "tables"; readonly tables: ReadonlyMap<string, unknown> };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber);

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
  if (isObject(value)) return { table: { kind: "tables", tables: new Map(Object.entries(value)) } };
  return { unreadable: { row: null, found: shownText(cellOf(value)), why: "no-rows" } };
}

function cellOf(value: unknown): RawCell {
  if (value instanceof LosslessNumber) return { kind: "number", token: value.value };
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
  if (Array.isArray(value)) return { kind: "rows", entries: value };
  return { kind: "structure", text: "{…}" };
}

/** A table's rows out of an array of objects; headers are the property names in order of first use. */
export function tableOfEntries(entries: readonly unknown[]): RawTable & { readonly strays: readonly number[] } {
  const columnOf = new Map<string, number>();
  const strays: number[] = [];
  const rows: RawRow[] = [];
  for (const [index, entry] of entries.entries()) {
    if (!isObject(entry)) {
      strays.push(index + 1);
      continue;
    }
    const cells: RawCell[] = Array.from({ length: columnOf.size }, () => null);
    for (const [name, value] of Object.entries(entry)) {
      let column = columnOf.get(name);
      if (column === undefined) {
        column = columnOf.size;
        columnOf.set(name, column);
      }
      cells[column] = cellOf(value);
    }
    rows.push({ row: index + 1, cells, beyond: [] });
  }
  return { headers: [...columnOf.keys()], rows, strays };
}
