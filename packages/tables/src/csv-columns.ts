/**
 * Splits the bytes of a CSV file into columns of codes, without a text of the whole file and without an object for each row. In UTF-8 and
 * GB18030 no byte of another character equals a delimiter, a quote or a line end, so cells are split and compared as bytes; only the
 * different cells of a column are decoded. What is rare is left to `parseCsv`: quotes that are not closed or closed in the middle of a
 * cell, more columns than are allowed, and rows of very different lengths.
 */
import { CellDictionary, HASH_FACTOR, HASH_START, MAX_SHORT } from "./cell-dictionary.js";
import { isBlank } from "./cell/written.js";
import type { Delimiter, LineEnd } from "./csv.js";
import { delimiterOf, plainCsvCell } from "./csv.js";
import type { Encoding } from "./encoding.js";
import type { TableLimits } from "./limits.js";
import { RawColumns } from "./raw-columns.js";
import type { Parsed, TooLarge } from "./raw-table.js";
import type { FileBeingSplit } from "./record-blocks.js";
import { blockReaderOf } from "./record-blocks.js";
import { RowRuns } from "./row-runs.js";
import type { Steps } from "./steps.js";

const LINE_FEED = 10;
const RETURN = 13;
const QUOTE = 34;
const APOSTROPHE = 39;
/** Rows for which there is room at first. */
const FIRST_ROWS = 1024;
/** Records read in one step. */
const STEP = 2048;
/** Rows after which the number of all rows is estimated. */
const SAMPLE_ROWS = 1000;

/**
 * Codes of all rows and columns: twice the bytes of the file, which has a byte a cell at least, and so many more. A file with more has rows
 * of very different lengths, which take less memory as objects.
 */
const FREE_CODES = 1 << 24;

/** What is known of the file before it is split. */
interface CsvForm {
  readonly encoding: Encoding;
  /** One ASCII character. */
  readonly delimiter: string;
  /** Where the first line begins, after a byte order mark. */
  readonly start: number;
}

/** A quoted cell: its content in `bytes`, the line ends in it, and where the file continues behind it. */
interface Quoted {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly hash: number;
  readonly lineEnds: number;
  readonly next: number;
}

/** Longer texts are decoded by a `TextDecoder`. */
const SHORT = 12;

/** A short text in ASCII, as most cells are; null for any other. */
function asciiText(bytes: Uint8Array, from: number, to: number): string | null {
  if (to - from > SHORT) return null;
  let text = "";
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (byte > 127) return null;
    text += String.fromCharCode(byte);
  }
  return text;
}

class ColumnSplitter implements FileBeingSplit {
  readonly columns: CellDictionary[] = [];
  /** For the cells beyond the columns that are allowed, which are blank: a line of delimiters alone must not take a column for each. */
  private readonly beyond = new CellDictionary(0, () => 0);
  private readonly decoder: TextDecoder;
  readonly delimiter: number;
  private readonly maxCodes: number;
  readonly lines = new RowRuns(1);
  readonly widths = new RowRuns(0);
  rows = 0;
  records = 0;
  /** The number of the line that is read. */
  line = 1;
  /** Cells of the last record, and whether any of them is not blank. */
  width = 0;
  private isFilled = false;
  private roomFor = FIRST_ROWS;
  /** The last quoted cell. */
  private quoted: Quoted = { bytes: new Uint8Array(0), from: 0, to: 0, hash: 0, lineEnds: 0, next: 0 };
  private scratch = new Uint8Array(256);

  constructor(
    readonly bytes: Uint8Array,
    private readonly form: CsvForm,
    readonly limits: TableLimits,
  ) {
    this.decoder = new TextDecoder(form.encoding, { ignoreBOM: true });
    this.delimiter = form.delimiter.charCodeAt(0);
    this.maxCodes = 2 * bytes.length + FREE_CODES;
  }

  *split(): Steps<RawColumns | { readonly tooLarge: TooLarge } | null> {
    const { bytes, columns, limits } = this;
    const { length } = bytes;
    const readBlock = blockReaderOf(this);
    let at = this.form.start;
    while (at < length) {
      const next = readBlock?.(at) ?? at;
      if (next > at) {
        at = next;
        this.estimate(at);
        if (this.rows * columns.length > this.maxCodes) return null;
        yield;
        continue;
      }
      const firstLine = this.line;
      at = this.readRecord(at);
      if (at < 0) return null;
      const { width } = this;
      this.records += 1;
      if (this.records % STEP === 0) {
        if (this.rows * columns.length > this.maxCodes) return null;
        yield;
      }
      if (!this.isFilled) for (let each = 0; each < width; each += 1) columns[each]?.put(this.rows, 0);
      else if (this.records > limits.rows) return { tooLarge: { what: "rows", limit: limits.rows } };
      else {
        this.lines.add(this.rows, firstLine);
        this.widths.add(this.rows, width);
        this.rows += 1;
        if (this.rows === SAMPLE_ROWS) this.estimate(at);
      }
      if (at < length) {
        at += bytes[at] === RETURN && bytes[at + 1] === LINE_FEED ? 2 : 1;
        this.line += 1;
      }
    }
    for (const column of columns) column.end();
    const read = columns.map((column) => ({ codes: column.codesOf(this.rows), texts: column.texts }));
    return new RawColumns(this.rows, read, this.lines, this.widths);
  }

  /** Estimates the number of all rows from those before byte `at`. */
  private estimate(at: number): void {
    if (this.rows > 0) this.roomFor = Math.ceil((this.bytes.length / (at - this.form.start)) * this.rows * 1.02);
  }

  /**
   * Reads one record into the next row. Returns where its line ends; -1 where it is left to `parseCsv`: quotes, text beyond the columns that
   * are allowed, and too many codes.
   */
  private readRecord(start: number): number {
    const { bytes, delimiter, columns, limits, rows } = this;
    const { length } = bytes;
    let at = start;
    let width = 0;
    let isFilled = false;
    for (;;) {
      const isBeyond = width >= limits.columns;
      const column = isBeyond ? this.beyond : (columns[width] ?? this.newColumn());
      if (column === null) return -1;
      width += 1;
      let code = 0;
      if (bytes[at] === QUOTE) {
        if (!this.readQuoted(at + 1)) return -1;
        at = this.quoted.next;
        code = this.quotedCode(column);
      } else {
        const from = at;
        let hash = HASH_START;
        let key = 0;
        for (; at < length; at += 1) {
          const byte = bytes[at] as number;
          if (byte === delimiter || byte === LINE_FEED || byte === RETURN) break;
          hash = Math.imul(hash ^ byte, HASH_FACTOR);
          key = (key << 8) | byte;
        }
        const size = at - from;
        if (size > MAX_SHORT) code = column.find(bytes, from, at, hash);
        else if (size > 0) code = column.findShort(key | (size << 24));
        if (code < 0) code = this.added(column, bytes, from, at, hash);
      }
      if (!isBeyond) column.put(rows, code);
      else if (!column.isBlank(code)) return -1;
      if (code !== 0 && !isFilled) isFilled = !column.isBlank(code);
      if (at >= length || bytes[at] !== delimiter) break;
      at += 1;
    }
    this.width = width;
    this.isFilled = isFilled;
    return at;
  }

  private quotedCode(column: CellDictionary): number {
    const { bytes, from, to, hash, lineEnds } = this.quoted;
    this.line += lineEnds;
    const code = from === to ? 0 : column.find(bytes, from, to, hash);
    return code < 0 ? this.added(column, bytes, from, to, hash) : code;
  }

  /** Null where the file has too many codes for columns. */
  private newColumn(): CellDictionary | null {
    if (this.rows * (this.columns.length + 1) > this.maxCodes) return null;
    const expected = (): number => Math.min(this.roomFor, Math.ceil(this.maxCodes / this.columns.length));
    const column = new CellDictionary(FIRST_ROWS, expected);
    this.columns.push(column);
    return column;
  }

  added(column: CellDictionary, bytes: Uint8Array, from: number, to: number, hash: number, rows = this.rows): number {
    const written = asciiText(bytes, from, to) ?? this.decoder.decode(bytes.subarray(from, to));
    const cell = { hash, text: plainCsvCell(written), isBlank: isBlank(written), rows };
    return column.add(bytes, from, to, cell);
  }

  /** Reads a quoted cell from behind its quote into `quoted`. False where it does not end as a quoted cell must. */
  private readQuoted(from: number): boolean {
    const { bytes, delimiter } = this;
    const { length } = bytes;
    let hash = HASH_START;
    let at = from;
    for (; at < length; at += 1) {
      const byte = bytes[at] as number;
      if (byte === QUOTE || byte === RETURN || byte === LINE_FEED) break;
      hash = Math.imul(hash ^ byte, HASH_FACTOR);
    }
    let lineEnds = 0;
    let own = bytes;
    let [start, end] = [from, at];
    if (bytes[at] !== QUOTE || bytes[at + 1] === QUOTE) {
      // Doubled quotes and line ends are not kept as they are written, so the content is copied.
      if (bytes[from] === APOSTROPHE) return false;
      hash = HASH_START;
      let filled = 0;
      for (at = from; ; at += 1) {
        if (at >= length) return false;
        let byte = bytes[at] as number;
        if (byte === QUOTE) {
          if (bytes[at + 1] !== QUOTE) break;
          at += 1;
        } else if (byte === RETURN || byte === LINE_FEED) {
          if (byte === RETURN && bytes[at + 1] === LINE_FEED) at += 1;
          byte = LINE_FEED;
          lineEnds += 1;
        }
        if (filled === this.scratch.length) {
          const wider = new Uint8Array(filled * 2);
          wider.set(this.scratch);
          this.scratch = wider;
        }
        this.scratch[filled] = byte;
        filled += 1;
        hash = Math.imul(hash ^ byte, HASH_FACTOR);
      }
      own = this.scratch;
      [start, end] = [0, filled];
    }
    const next = at + 1;
    const behind = bytes[next];
    this.quoted = { bytes: own, from: start, to: end, hash, lineEnds, next };
    return next >= length || behind === delimiter || behind === LINE_FEED || behind === RETURN;
  }
}

/** Characters of the file in which the delimiter is searched, and bytes that surely hold as many in each encoding. */
const HEAD = 400_000;
const HEAD_BYTES = HEAD * 4;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** The columns of a CSV file, with the delimiter it was split at. */
export interface CsvColumns {
  readonly columns: RawColumns;
  readonly delimiter: Delimiter;
}

/** The line end that the bytes have throughout, or `mixed`; compare `lineEndOf`. */
function lineEndOfBytes(bytes: Uint8Array): LineEnd | "mixed" {
  let at = bytes.indexOf(RETURN);
  if (at < 0) return "\n";
  let returns = 0;
  for (; at >= 0; at = bytes.indexOf(RETURN, at + 1)) {
    returns += 1;
    if (bytes[at + 1] !== LINE_FEED) return "mixed";
  }
  let feeds = 0;
  for (at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) feeds += 1;
  return feeds === returns ? "\r\n" : "mixed";
}

/**
 * Reads the bytes of a CSV file, which are well-formed in their encoding. Null where its text must be parsed by `parseCsv`, which gives the
 * same cells for any file.
 */
export function* parseCsvColumns(
  bytes: Uint8Array,
  encoding: Encoding,
  limits: TableLimits,
): Steps<Parsed<CsvColumns> | null> {
  if (encoding !== "utf-8" && encoding !== "gb18030") return null;
  const start =
    encoding === "utf-8" && BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? BYTE_ORDER_MARK.length : 0;
  const lineEnd = lineEndOfBytes(bytes);
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const head = decoder.decode(bytes.subarray(start, start + 2 * HEAD_BYTES), { stream: true });
  if (head.startsWith("\ufeff") || head.startsWith("sep=")) return null;
  const sample = lineEnd === "mixed" ? head.replace(/\r\n?/gu, "\n") : head;
  const delimiter = delimiterOf(sample.slice(0, HEAD), lineEnd === "mixed" ? "\n" : lineEnd);
  if (delimiter === "，") return null;
  const columns = yield* new ColumnSplitter(bytes, { encoding, delimiter, start }, limits).split();
  if (columns === null || "tooLarge" in columns) return columns;
  return columns.count === 0 ? null : { table: { columns, delimiter } };
}
