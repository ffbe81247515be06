/**
 * Finds the headers of a grid. Office sheets begin with titles, spread headers over several rows with groups above and units below,
 * and repeat them on every page; all of it is recognised by the expected names and reported.
 */
import { foldHeader } from "@yardstick/engine";
import { foldWidth, isBlank, shownText } from "./cell/written.js";
import type { KnownHeaders } from "./known-headers.js";
import type { Grid, GridRow, RawCell, RawRow, RawTable } from "./raw-table.js";
import { textOfRaw } from "./raw-table.js";
import { columnLetters } from "./xlsx/column-letters.js";

/** A line without data, with its text. */
export interface LeftOut {
  readonly row: number;
  readonly text: string;
  readonly why: "title" | "remark" | "header-again";
}

/** The layout of a grid besides the table itself. */
export interface LayoutFound {
  /** Lines of the headers, first to last. */
  readonly headerRows: readonly number[];
  readonly leftOut: readonly LeftOut[];
  /** Columns, by letter, that are filled but have no header. */
  readonly unnamed: readonly string[];
  /** Number of merged ranges. */
  readonly merges: number;
}

/** The table in a grid, with its layout. */
export interface DetectedTable extends RawTable {
  readonly headerRow: number;
  readonly found: LayoutFound;
}

const HEADER_SEARCH = 12;
const MAX_HEADER_ROWS = 4;

/** The texts of the header rows over one column, groups first; a group also covers the columns to its right. */
function piecesOver(rows: readonly GridRow[], column: number): readonly string[] {
  const last = rows.at(-1)?.cells[column];
  const own = rows.map(({ cells }) => textOfRaw(cells[column]).trim());
  const pieces = isBlank(textOfRaw(last))
    ? own
    : rows.map(({ cells }, index) => {
        if (index === rows.length - 1) return own[index] ?? "";
        let at = column;
        while (at > 0 && textOfRaw(cells[at]).trim() === "") at--;
        return textOfRaw(cells[at]).trim();
      });
  return pieces.filter((piece, index) => piece !== "" && piece !== pieces[index - 1]);
}

/** The header made of the texts over a column: their first combination that names a field, else all joined by `/`. */
function headerOf(pieces: readonly string[], known: KnownHeaders): string {
  const [first = "", ...others] = pieces;
  if (others.length === 0) return first;
  const last = others.at(-1) ?? "";
  const above = pieces.slice(0, -1);
  const candidates = [
    pieces.join(""),
    pieces.join("/"),
    `${above.join("")}（${last}）`,
    `${above.at(-1) ?? ""}（${last}）`,
    last,
  ];
  return candidates.find((candidate) => known.find(candidate) >= 0) ?? pieces.join("/");
}

function headersOf(rows: readonly GridRow[], known: KnownHeaders): readonly string[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const headers = Array.from({ length: width }, (_, column) => headerOf(piecesOver(rows, column), known));
  while (headers.length > 0 && (headers.at(-1) ?? "").trim() === "") headers.pop();
  return headers;
}

/** The number of fields that the headers name, plus a half for the key. */
function matchScore(headers: readonly string[], known: KnownHeaders): number {
  const named = new Set(headers.map((header) => known.find(header)).filter((index) => index >= 0));
  return named.size === 0 ? 0 : named.size + (named.has(known.key) ? 0.5 : 0);
}

/** Whether a row below the headers contains only fitting units and nothing under the key. */
function isUnitRow(row: GridRow | undefined, headers: readonly string[], known: KnownHeaders): boolean {
  if (row === undefined) return false;
  let units = 0;
  for (const [column, cell] of row.cells.entries()) {
    const text = textOfRaw(cell);
    if (isBlank(text)) continue;
    const index = known.find(headers[column] ?? "");
    const repeats = foldHeader(text) === foldHeader(headers[column] ?? "");
    if (repeats && typeof cell === "object") continue;
    if (index < 0 || !known.isUnitOf(index, text)) return false;
    units++;
  }
  return units > 0;
}

interface Head {
  readonly from: number;
  readonly count: number;
  readonly headers: readonly string[];
}

/** The header rows that name the most fields. A further header row must name more fields, so that a row of data is not taken for one. */
function findHead(rows: readonly GridRow[], known: KnownHeaders): Head {
  let best: Head = { from: 0, count: 1, headers: headersOf(rows.slice(0, 1), known) };
  let most = matchScore(best.headers, known);
  const width = Math.max(0, ...rows.slice(0, HEADER_SEARCH + MAX_HEADER_ROWS).map(({ cells }) => cells.length));
  const highest = Math.min(width, known.fields.length) + 0.5;
  for (let count = 1; count <= MAX_HEADER_ROWS && most < highest; count++) {
    for (let from = 0; from < Math.min(HEADER_SEARCH, rows.length - count + 1); from++) {
      const headers = headersOf(rows.slice(from, from + count), known);
      const found = matchScore(headers, known);
      if (found <= most) continue;
      best = { from, count, headers };
      most = found;
    }
  }
  const below = rows[best.from + best.count];
  if (most > 0 && isUnitRow(below, best.headers, known)) {
    const headers = best.headers.map((header, column) => {
      const unit = textOfRaw(below?.cells[column]).trim();
      const isPlain = known.find(header) >= 0 && !isBlank(unit) && foldHeader(unit) !== foldHeader(header);
      return isPlain ? `${header}（${foldWidth(unit).replace(/^[([【〔]|[)\]】〕]$/gu, "")}）` : header;
    });
    best = { ...best, count: best.count + 1, headers };
  }
  return best;
}

/**
 * How well a grid matches the expected fields: the number that its headers name, plus a half for the key and a quarter for a row below
 * them; 0 where they name none.
 */
export function headerMatchScore(grid: Grid, known: KnownHeaders): number {
  if (grid.rows.length === 0) return 0;
  const head = findHead(grid.rows, known);
  const found = matchScore(head.headers, known);
  return found === 0 ? 0 : found + (grid.rows.length > head.from + head.count ? 0.25 : 0);
}

/** Why a line below the headers has no data, `head` being the last header row; null where it may have. */
export function whyLeftOut(row: GridRow, key: number, head: GridRow | undefined): LeftOut["why"] | null {
  const cell = row.cells[key];
  // A remark is merged across all filled cells of its line; a key merged over two columns has figures beside it.
  const isSpread = mergedWith(row.cells[key + 1], cell) && !isBlank(textOfRaw(cell));
  if (isSpread && row.cells.every((each) => isBlank(textOfRaw(each)) || each === cell || mergedWith(each, cell))) {
    return "remark";
  }
  const text = textOfRaw(cell).trim();
  const headText = textOfRaw(head?.cells[key]).trim();
  if (headText === "" || text !== headText) return null;
  // A header merged downwards covers further lines of headers.
  const isCovered = typeof cell === "object" && cell?.kind === "merged" && cell.down;
  const repeats = row.cells.every((each, at) => textOfRaw(each).trim() === textOfRaw(head?.cells[at]).trim());
  return isCovered || repeats ? "header-again" : null;
}

function mergedWith(cell: RawCell | undefined, origin: RawCell | undefined): boolean {
  return typeof cell === "object" && cell !== null && cell.kind === "merged" && !cell.down && cell.content === origin;
}

const UNITS_STATED = /(?:单位|unit|units)\s*[:：]\s*(.+?)\s*[)）】\]]?\s*$/iu;

/** Units that lines above the headers state for all columns: 单位：万元、人. */
function unitsAbove(lines: readonly GridRow[]): readonly string[] {
  return lines.flatMap(({ cells }) =>
    cells.flatMap((cell) => {
      const units = UNITS_STATED.exec(textOfRaw(cell))?.[1];
      return units === undefined
        ? []
        : foldHeader(units)
            .split(/[,;/ ]/u)
            .filter((unit) => unit !== "");
    }),
  );
}

/** The lines of a grid before its data: where they end, the table's headers, and the lines above them. */
export interface TableHead {
  /** Index of the first line of the data. */
  readonly end: number;
  readonly headers: readonly string[];
  /** The lines of the headers. */
  readonly rows: readonly GridRow[];
  readonly above: readonly LeftOut[];
  readonly units: readonly string[];
  readonly titles: readonly string[];
}

/** The number of lines that `headOfTable` looks at, at most. */
export const MAX_HEAD_ROWS = HEADER_SEARCH + MAX_HEADER_ROWS + 2;

/** The lines before the data, among the first lines of a grid. */
export function headOfTable(rows: readonly GridRow[], known: KnownHeaders): TableHead {
  const head = findHead(rows, known);
  const above = rows.slice(0, head.from);
  return {
    end: head.from + head.count,
    headers: head.headers,
    rows: rows.slice(head.from, head.from + head.count),
    above: above.map(({ row, cells }) => {
      const text = textOfRaw(cells.find((cell) => !isBlank(textOfRaw(cell))));
      return { row, text: shownText(text), why: "title" };
    }),
    units: unitsAbove(above),
    titles: above.flatMap(({ cells }) => [...new Set(cells.map((cell) => textOfRaw(cell).trim()))]),
  };
}

/** Indexes of the columns without a header. */
export function blankHeadersOf({ headers }: TableHead): readonly number[] {
  return headers.flatMap((header, column) => (header.trim() === "" ? [column] : []));
}

/** The text of a line without data, as it is reported. */
export function leftOutLine(row: GridRow, why: LeftOut["why"]): LeftOut {
  const own = row.cells.filter((cell) => typeof cell !== "object" || cell === null || cell.kind !== "merged");
  const text = own.map((cell) => textOfRaw(cell).trim()).filter((each) => each !== "");
  return { row: row.row, text: shownText(text.join(" ")), why };
}

const NOTHING: readonly string[] = [];

/**
 * Finds headers, data rows and lines without data. `maySlip`: an unquoted delimiter can shift cells to the right, as in CSV, so cells
 * beyond the last header mark their row as shifted.
 */
export function detectLayout(grid: Grid, known: KnownHeaders, maySlip: boolean): DetectedTable {
  const { rows, merges } = grid;
  const head = headOfTable(rows, known);
  const headRows = head.rows;
  const width = head.headers.length;
  const key = known.keyColumn(head.headers);
  const blankHeaders = blankHeadersOf(head);
  const leftOut: LeftOut[] = [...head.above];
  const unnamed = new Set<number>();
  const body: RawRow[] = [];
  for (let at = head.end; at < rows.length; at++) {
    const row = rows[at];
    if (row === undefined) break;
    const why = key < 0 ? null : whyLeftOut(row, key, headRows.at(-1));
    if (why !== null) {
      leftOut.push(leftOutLine(row, why));
      continue;
    }
    for (const column of blankHeaders) if (!isBlank(textOfRaw(row.cells[column]))) unnamed.add(column);
    if (row.cells.length <= width) {
      body.push({ row: row.row, cells: row.cells, beyond: NOTHING });
      continue;
    }
    const beyond: string[] = [];
    for (let column = width; column < row.cells.length; column++) {
      const text = textOfRaw(row.cells[column]);
      if (isBlank(text)) continue;
      if (maySlip) beyond.push(text);
      else unnamed.add(column);
    }
    body.push({ row: row.row, cells: row.cells, beyond });
  }
  return {
    headers: head.headers,
    headerRow: headRows[0]?.row ?? 1,
    rows: body,
    units: head.units,
    titles: head.titles,
    found: {
      headerRows: headRows.map(({ row }) => row),
      leftOut,
      unnamed: [...unnamed].sort((a, b) => a - b).map(columnLetters),
      merges: merges.length,
    },
  };
}
