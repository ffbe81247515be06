/**
 * Writes a book as an XLSX file whose rows are made as they are written, in the bytes that `writeWorkbook` gives. The library behind
 * `writeWorkbook` writes everything but rows and texts, from a workbook of the same sheets with a sample of each style for rows.
 */
import type { CellStyle } from "hucre/xlsx";
import { joined } from "../archive/joined.js";
import type { WrittenEntry } from "../archive/zip-stream.js";
import { zipEntry, ZipWriter } from "../archive/zip-stream.js";
import { columnLetters } from "../xlsx/column-letters.js";
import type { BookCell, BookSheet } from "./book.js";
import { RowWriter, SharedStyles, SharedTexts } from "./sheet-rows.js";
import { writeFrame, type WorkbookParts } from "./write-workbook.js";

/** A sheet whose rows are read once, when they are written. It is not protected, and its cells are not blank without a style and have no notes. */
export interface StreamedSheet extends Omit<BookSheet, "rows" | "isProtected"> {
  /** The number of rows. */
  readonly height: number;
  readonly rows: Iterable<readonly BookCell[]>;
}

/** A workbook whose rows are read once. */
export interface StreamedBook {
  readonly title: string;
  readonly sheets: readonly StreamedSheet[];
}

const SHEET_PATH = /^xl\/worksheets\/sheet(\d+)\.xml$/u;
const TEXTS_PATH = "xl/sharedStrings.xml";
/** Rows of a sheet from which on it is compressed with less effort. */
const LARGE = 10_000;
const ROWS = /<sheetData(?:\/>|>.*<\/sheetData>)/su;
const DIMENSION = /<dimension ref="[^"]*"\/>/u;

/** The bytes of the XLSX file, the same for the same book. Rejects only where the platform cannot compress, or rows throw. */
export async function* workbookPieces(book: StreamedBook): AsyncGenerator<Uint8Array, void, void> {
  const frame = await writeFrame(book, [], false);
  const [texts, styles] = [new SharedTexts(), new SharedStyles()];
  const writer = new RowWriter(texts, styles);
  const sheets = new Map<string, WrittenEntry>();
  const samples: (readonly CellStyle[])[] = [];
  for (const [at, sheet] of book.sheets.entries()) {
    const path = `xl/worksheets/sheet${at + 1}.xml`;
    const xml = frame.get(path) ?? "";
    sheets.set(path, await zipEntry(path, sheetXml(xml, sheet, writer), sheet.height > LARGE));
    samples.push(styles.takeNew());
  }
  const parts = await writeFrame(book, samples, texts.size > 0);
  checkStyles(parts, samples);
  const zip = new ZipWriter();
  for (const [path, xml] of parts) {
    const entry = sheets.get(path) ?? (await zipEntry(path, path === TEXTS_PATH ? texts.xml() : [xml]));
    sheets.delete(path);
    yield* zip.add(entry);
  }
  yield* zip.end();
}

/** The bytes of `workbookPieces` as one array. */
export async function streamedWorkbook(book: StreamedBook): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of workbookPieces(book)) pieces.push(piece);
  return joined(pieces);
}

/** A sheet with its rows, given without them. */
function* sheetXml(frame: string, sheet: StreamedSheet, writer: RowWriter): Generator<string, void, void> {
  const width = sheet.columns.length;
  const last = `${columnLetters(Math.max(0, width - 1))}${Math.max(1, sheet.height)}`;
  const [before = "", after = ""] = frame.split(ROWS);
  yield before.replace(DIMENSION, `<dimension ref="A1:${last}"/>`);
  let number = 0;
  for (const cells of sheet.rows) {
    number += 1;
    const row = writer.row(cells, number);
    if (row !== "") yield number === 1 ? `<sheetData>${row}` : row;
  }
  if (number !== sheet.height)
    throw new RangeError(`the sheet ${sheet.name} has ${number} rows instead of ${sheet.height}`);
  yield `${number === 0 ? "<sheetData/>" : "</sheetData>"}${after}`;
}

/** Throws where the library numbers the styles in another order than `SharedStyles`. */
function checkStyles(parts: WorkbookParts, samples: readonly (readonly CellStyle[])[]): void {
  let place = 0;
  for (const [path, xml] of parts) {
    const at = Number(SHEET_PATH.exec(path)?.[1] ?? 0) - 1;
    if (at < 0) continue;
    const found = [...xml.matchAll(/<c r="[A-Z]+1"(?: t="s")? s="(\d+)"/gu)].map(([, style]) => Number(style));
    const expected = (samples[at] ?? []).map(() => (place += 1));
    const [has, should] = [found.join(), expected.join()];
    if (has !== should) throw new RangeError(`the styles ${has} are not ${should}`);
  }
}
