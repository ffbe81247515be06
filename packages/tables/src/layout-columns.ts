/**
 * Finds the headers of a CSV file that was split into columns, as `detectLayout` finds those of a grid.
 */
import { isBlank } from "./cell/written.js";
import type { KnownHeaders } from "./known-headers.js";
import type { LayoutFound, LeftOut } from "./layout.js";
import { blankHeadersOf, headOfTable, leftOutLine, MAX_HEAD_ROWS, whyLeftOut } from "./layout.js";
import type { RawColumns } from "./raw-columns.js";
import { ReadableColumns } from "./readable-columns.js";
import { readSideColumns } from "./side-columns.js";
import { readColumnsTable } from "./subject-columns.js";
import { isOtherHead, keyHeaderTest, keyNameTest } from "./stacked-grids.js";
import { textOfRaw } from "./raw-table.js";
import { columnLetters } from "./xlsx/column-letters.js";

/** The table, the line of its first header row, and its layout. */
export interface DetectedColumns {
  readonly table: ReadableColumns;
  readonly headerRow: number;
  readonly found: LayoutFound;
}

/**
 * Finds headers, data rows and lines without data. Cells beyond the last header mark their row as shifted. Null where another table begins
 * below, so that the file has to be read as a grid.
 */
export function detectColumnsLayout(columns: RawColumns, known: KnownHeaders): DetectedColumns | null {
  const first = Array.from({ length: Math.min(columns.count, MAX_HEAD_ROWS) }, (_, row) => columns.row(row));
  const head = headOfTable(first, known);
  const width = head.headers.length;
  const key = known.keyColumn(head.headers);
  const last = head.rows.at(-1);
  const leftOut: LeftOut[] = [...head.above];
  const rows = new Int32Array(Math.max(0, columns.count - head.end));
  const beyond = new Map<number, readonly string[]>();
  const headText = textOfRaw(last?.cells[key]).trim();
  // A repeated header row, or that of another table, has a header of the key in the column of the key.
  const isKeyHeader = keyHeaderTest(headText, known);
  const mayRepeat = columns.columns[key]?.texts.map((text) => isKeyHeader(text.trim())) ?? [];
  const codes = mayRepeat.includes(true) ? columns.columns[key]?.codes : undefined;
  const isKeyName = keyNameTest(known);
  // Headers with the key in another column are rare, so that the file is then read as a grid, which finds them.
  for (const [at, { codes: of, texts }] of columns.columns.entries()) {
    if (at === key || key < 0) continue;
    const named = texts.map((text) => isKeyName(text.trim()));
    if (!named.includes(true)) continue;
    for (let row = head.end; row < columns.count; row += 1)
      if (named[of[row] ?? 0] === true && isOtherHead(columns.row(row), key, last, known)) return null;
  }
  const mayBeWide = columns.widths.highest > width;
  let count = 0;
  for (let row = head.end; row < columns.count; row += 1) {
    if (codes !== undefined && mayRepeat[codes[row] ?? 0] === true) {
      const made = columns.row(row);
      const why = whyLeftOut(made, key, last);
      if (why !== null) {
        leftOut.push(leftOutLine(made, why));
        continue;
      }
      if (isOtherHead(made, key, last, known)) return null;
    }
    if (mayBeWide && columns.widths.at(row) > width) {
      const texts = columns.cells(row).slice(width);
      const filled = texts.filter((text) => !isBlank(text));
      if (filled.length > 0) beyond.set(count, filled);
    }
    rows[count] = row;
    count += 1;
  }
  const kept = columns.kept(rows.subarray(0, count), beyond, new Map());
  const unnamed = blankHeadersOf(head).filter((column) => isFilled(kept, column));
  return {
    table: new ReadableColumns({ ...head, columns: kept }, { subjects: readColumnsTable, side: readSideColumns }),
    headerRow: head.rows[0]?.row ?? 1,
    found: {
      headerRows: head.rows.map(({ row }) => row),
      leftOut,
      unnamed: unnamed.map(columnLetters),
      merges: 0,
    },
  };
}

/** Whether a column has a cell that is not blank. */
function isFilled({ columns }: RawColumns, column: number): boolean {
  const { codes, texts } = columns[column] ?? { codes: [], texts: [] };
  const filled = texts.map((text) => !isBlank(text));
  return codes.some((code) => filled[code] === true);
}
