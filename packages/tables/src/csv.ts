/**
 * Parses the text of a CSV file into a grid. Line numbers are those of an editor, also where a quoted cell contains line breaks; lines
 * without a filled cell are omitted. The delimiter is the one that splits the first lines most regularly.
 */
import Papa from "papaparse";
import { isBlank, shownText } from "./cell/written.js";
import type { TableLimits } from "./limits.js";
import type { Grid, GridRow, Parsed } from "./raw-table.js";

const DELIMITERS = [",", "\t", ";", "，"] as const;
/** A character that separates the cells of a line. */
export type Delimiter = (typeof DELIMITERS)[number];

/** The grid of a CSV file, with the delimiter it was split at. */
export interface CsvGrid extends Grid {
  readonly delimiter: Delimiter;
}

/** Number of lines used to detect the delimiter. */
const SAMPLE_LINES = 60;

/** The line `sep=;` that some spreadsheets write first. */
const DECLARED = /^sep=([,;\t，])\r?\n/u;

/** What ends the lines of a file. */
export type LineEnd = "\n" | "\r\n";

function cellsOf(text: string, delimiter: string, lines: number, newline: LineEnd): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter, newline, header: false, skipEmptyLines: false, preview: lines });
}

/** Whether any row after the first `rows` has a cell that is not blank. */
function hasRowsBeyond(rows: number, text: string, delimiter: string, newline: LineEnd): boolean {
  let read = 0;
  let isFound = false;
  Papa.parse<string[]>(text, {
    delimiter,
    newline,
    step: ({ data }, parser) => {
      read += 1;
      if (read <= rows || data.every(isBlank)) return;
      isFound = true;
      parser.abort();
    },
  });
  return isFound;
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length)) count++;
  return count;
}

/** The line end that the file uses throughout, or `mixed`. Only a mixed text is copied to normalise it. */
function lineEndOf(text: string): LineEnd | "mixed" {
  const returns = countOf(text, "\r");
  if (returns === 0) return "\n";
  const both = countOf(text, "\r\n");
  return both === returns && countOf(text, "\n") === both ? "\r\n" : "mixed";
}

/** How regularly a delimiter splits the first lines: the number of columns that most lines have, weighted by their share. */
function regularity(text: string, delimiter: string, newline: LineEnd): number {
  if (!text.includes(delimiter)) return 0;
  const widths = cellsOf(text, delimiter, SAMPLE_LINES, newline)
    .data.filter((cells) => !cells.every(isBlank))
    .map((cells) => cells.length);
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) best = Math.max(best, (Math.min(width, 50) - 1) * (count / widths.length) ** 2);
  return best;
}

/** The delimiter of a text without a byte order mark. */
export function delimiterOf(text: string, newline: LineEnd): Delimiter {
  // Limited, so that a long file without line ends is not parsed in full for each delimiter.
  const head = text.slice(0, 400_000);
  let best: Delimiter = ",";
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const found = regularity(head, delimiter, newline);
    if (found > most + 1e-9) {
      best = delimiter;
      most = found;
    }
  }
  return best;
}

/** The number of line ends inside quoted cells. */
function lineEndsIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count++;
  }
  return count;
}

/** A text written as a formula so that a spreadsheet keeps it as text: `="001"` is 001. */
const WRITTEN_AS_FORMULA = /^\s*="((?:[^"]|"")*)"\s*$/u;

/** The apostrophe that `textInCsv` adds before a formula character; it is not part of the text. */
const GUARDED = /^'(?='*[=+\-@\t\r])/u;

/** What the notations begin with, and line ends of Windows. */
const MAY_BE_NOTED = /['"\r]/u;

/** The text of a cell, without the notations that keep it as text in a spreadsheet. */
export function plainCsvCell(cell: string): string {
  if (!MAY_BE_NOTED.test(cell)) return cell;
  const formula = cell.includes('="') ? WRITTEN_AS_FORMULA.exec(cell) : null;
  const text = formula === null ? cell.replace(GUARDED, "") : (formula[1] ?? "").replaceAll('""', '"');
  return text.replace(/\r\n/gu, "\n");
}

/** Parses a whole file; gives the reason where it contains no table or exceeds a limit. */
export function parseCsv(source: string, limits: TableLimits): Parsed<CsvGrid> {
  const lineEnd = lineEndOf(source);
  const normal = lineEnd === "mixed" ? source.replace(/\r\n?/gu, "\n") : source;
  const unmarked = normal.startsWith("\ufeff") ? normal.slice(1) : normal;
  const newline = lineEnd === "mixed" ? "\n" : lineEnd;
  const declared = DECLARED.exec(unmarked);
  const text = declared === null ? unmarked : unmarked.slice(declared[0].length);
  const delimiter = DELIMITERS.find((each) => each === declared?.[1]) ?? delimiterOf(text, newline);
  const { data, errors } = cellsOf(text, delimiter, limits.rows + 1, newline);
  if (data.length > limits.rows && hasRowsBeyond(limits.rows, text, delimiter, newline)) {
    return { tooLarge: { what: "rows", limit: limits.rows } };
  }

  const hasQuotes = text.includes('"');
  const hasGuards = text.includes("'");
  const hasFormulas = hasQuotes && text.includes('="');
  // An unclosed quote contains all following lines, so the table cannot be used.
  const broken = hasQuotes ? errors.find((error) => error.type === "Quotes") : undefined;
  const rows: GridRow[] = [];
  let line = declared === null ? 1 : 2;
  for (const [index, cells] of data.entries()) {
    if (broken !== undefined && index === (broken.row ?? 0)) {
      const found = shownText(cells.find((cell) => cell.includes('"')) ?? '"');
      return { unreadable: { row: line, found, why: "quotes" } };
    }
    if (cells.length > limits.columns && !cells.slice(limits.columns).every(isBlank)) {
      return { tooLarge: { what: "columns", limit: limits.columns } };
    }
    if (!cells.every(isBlank)) {
      rows.push({
        row: line,
        cells: hasGuards || hasFormulas || (hasQuotes && newline === "\r\n") ? cells.map(plainCsvCell) : cells,
      });
    }
    line += 1 + (hasQuotes ? lineEndsIn(cells) : 0);
  }
  if (broken !== undefined) return { unreadable: { row: line - 1, found: '"', why: "quotes" } };
  if (rows.length === 0) return { unreadable: { row: null, found: "", why: "empty" } };
  return { table: { rows, merges: [], delimiter } };
}
