/**
 * Finds the tables that stand one below the other in a grid, each under its own headers.
 */
import { foldHeader } from "@yardstick/engine";
import { readFlag } from "./cell/flag.js";
import { foldWidth } from "./cell/written.js";
import type { KnownHeaders } from "./known-headers.js";
import { headOfTable, MAX_HEAD_ROWS, whyLeftOut } from "./layout.js";
import type { Grid, GridRow, RawCell } from "./raw-table.js";
import { textOfRaw } from "./raw-table.js";

/** Figures, dates and times, which are no headers. */
const FIGURES = /^[-+(]?\d[\d\s.,:/%‰年月日时分秒TZ)-]*$/u;

/** Whether a cell holds what a subject has and no header is: a figure, a date, yes or no. */
function isDatum(cell: RawCell | undefined): boolean {
  const text = foldWidth(textOfRaw(cell)).trim();
  return text !== "" && (FIGURES.test(text) || "cell" in readFlag(text));
}

/**
 * Whether a line below the headers holds those of another table, which begins there: a header of the key, that of another field beside
 * it, and no data. A subject may be called after a field. `head`: the last header row.
 */
export function isOtherHead(row: GridRow, key: number, head: GridRow | undefined, known: KnownHeaders): boolean {
  const texts = row.cells.map((cell) => textOfRaw(cell).trim());
  const own = keyHeaderTest(textOfRaw(head?.cells[key]), known)(texts[key] ?? "") ? key : -1;
  const keyAt = own >= 0 ? own : texts.findIndex(keyNameTest(known));
  if (keyAt < 0) return false;
  return (
    !row.cells.some((cell, at) => at !== keyAt && known.find(texts[at] ?? "") < 0 && isDatum(cell)) &&
    whyLeftOut(row, key, head) === null &&
    texts.some((text, at) => at !== keyAt && text !== "" && known.find(text) >= 0 && known.find(text) !== known.key)
  );
}

/** Tells whether a text in the column of the key, headed by `headText`, may be a header: that of the key in any spelling. */
export function keyHeaderTest(headText: string, known: KnownHeaders): (text: string) => boolean {
  const own = foldHeader(headText);
  return (text) => text !== "" && (known.find(text) === known.key || foldHeader(text) === own);
}

/** Tells whether a text in any column is the name of the key, which begins the headers of a table with its key in another column. */
export function keyNameTest(known: KnownHeaders): (text: string) => boolean {
  const own = foldHeader(known.fields[known.key]?.name ?? "");
  return (text) => text !== "" && foldHeader(text) === own;
}

/**
 * The tables in a grid, one below the other. Lines with one cell between an empty line and the headers of a table are its titles. A grid
 * without a key is a single table.
 */
export function gridsWithin<G extends Grid>(grid: G, known: KnownHeaders): readonly G[] {
  const { rows } = grid;
  const starts = [0];
  let head = headOfTable(rows.slice(0, MAX_HEAD_ROWS), known);
  let key = known.keyColumn(head.headers);
  let body = head.end;
  for (let at = body; key >= 0 && at < rows.length; at += 1) {
    const row = rows[at];
    if (row === undefined || !isOtherHead(row, key, head.rows.at(-1), known)) continue;
    starts.push(titlesBefore(rows, body, at));
    head = headOfTable(rows.slice(at, at + MAX_HEAD_ROWS), known);
    key = known.keyColumn(head.headers);
    body = at + head.end;
    at = body - 1;
  }
  return starts.length === 1
    ? [grid]
    : starts.map((start, at) => ({ ...grid, rows: rows.slice(start, starts[at + 1]) }));
}

/** Index of the first title above the headers at `at`; `at` where there are none. */
function titlesBefore(rows: readonly GridRow[], from: number, at: number): number {
  const filled = (row: GridRow) =>
    new Set(row.cells.map((cell) => textOfRaw(cell).trim()).filter((text) => text !== ""));
  for (let start = at; start > from; start -= 1) {
    const [above, row] = [rows[start - 1], rows[start]];
    if (above === undefined || row === undefined) return at;
    if (row.row > above.row + 1 || filled(above).size === 0) return start;
    if (filled(above).size > 1) return at;
  }
  return at;
}
