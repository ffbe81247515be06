/**
 * Reading of blocks of records in WebAssembly: delimiters are found sixteen bytes at a time, and the cells of a block are looked up column
 * by column. Each column has a table of its cells of at most 16 bytes; where it is full, or memory is, further cells are left to the caller.
 */
import type { CellDictionary } from "../cell-dictionary.js";
import { HASH_FACTOR, HASH_START } from "../cell-dictionary.js";
import type { FileBeingSplit, ReadBlock } from "../record-blocks.js";
import { setBlockReader } from "../record-blocks.js";
import { MODULE } from "./module.js";

/** What records.wat exports; addresses are in bytes. */
interface Exports {
  next(): number;
  index(at: number, end: number, delimiter: number, width: number, most: number, cells: number): number;
  find(cell: number, stride: number, rows: number, table: number, mask: number, codes: number, masks: number): number;
  add(cell: number, code: number, table: number, mask: number, masks: number): void;
  move(from: number, end: number, table: number, mask: number): void;
}

/** The part of `WebAssembly` that is used here, and `atob`; both are present in Node, in pages and in Workers. */
interface Host {
  readonly WebAssembly?: {
    readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => {
      readonly buffer: ArrayBuffer;
    };
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  };
  readonly atob?: (text: string) => string;
}

/** The longest cell that a table holds; longer ones are left to the caller. */
const LONGEST = 16;
/** Bytes of the file, and cells of it, in one block. */
const CHUNK = 256 * 1024;
const CELLS = 64 * 1024;
const CELL_BYTES = 8;
const ENTRY_BYTES = 32;
/** Records in one block, at most. */
const MOST_RECORDS = 2048;
/** Records in a block that were worth reading at once; after a smaller one records are read singly, twice as many each time. */
const WORTH = 32;
/** Entries of a table at first, and at most. */
const FIRST_ENTRIES = 64;
const MOST_ENTRIES = 1 << 18;

const MASKS_AT = 64;
const CHUNK_AT = MASKS_AT + (LONGEST + 1) * 16;
const CELLS_AT = CHUNK_AT + CHUNK + 64;
const CODES_AT = CELLS_AT + CELLS * CELL_BYTES;
const TABLES_AT = CODES_AT + CELLS * 4;
/** Bytes of all tables, at most: twice those of the file, and so many. */
const MOST_TABLES = 1 << 26;
const PAGE = 65_536;

interface Table {
  readonly at: number;
  readonly entries: number;
  filled: number;
}

/** A table that stays empty, for a column that has none. */
const NO_TABLE: Table = { at: TABLES_AT, entries: 1, filled: 1 };

/** The records of a file in blocks, in one memory. */
export class RecordBlocks {
  private readonly chunk: Uint8Array;
  private readonly words: Int32Array;
  private readonly tables: Table[] = [];
  private end = TABLES_AT + ENTRY_BYTES;
  /** Where the chunk begins in the file. */
  private base = 0;
  private count = 0;
  /** Records still to be read singly. */
  private single = 0;
  private pause = WORTH;

  constructor(
    private readonly file: FileBeingSplit,
    private readonly buffer: ArrayBuffer,
    private readonly wasm: Exports,
  ) {
    this.words = new Int32Array(buffer);
    this.chunk = new Uint8Array(buffer, CHUNK_AT, CHUNK);
    const masks = new Uint8Array(buffer, MASKS_AT, (LONGEST + 1) * 16);
    for (let length = 1; length <= LONGEST; length += 1) masks.fill(0xff, length * 16, length * 17);
  }

  /** Reads the records from byte `at` on that have a cell for each column, and returns where the file continues. */
  read(at: number): number {
    const { file } = this;
    if (this.single > 0) {
      this.single -= 1;
      return at;
    }
    // The record before says how many cells the next ones have.
    if (file.width === 0 || file.width !== file.columns.length) return at;
    const count = this.index(at);
    this.pause = count < WORTH ? this.pause * 2 : WORTH;
    if (count < WORTH) this.single = this.pause;
    if (count === 0) return at;
    this.putRows();
    file.records += count;
    return this.base + this.wasm.next() - CHUNK_AT;
  }

  /** Finds the cells of the next records. Returns their number. */
  private index(at: number): number {
    const { bytes, width, delimiter, limits, records } = this.file;
    const chunk = bytes.subarray(at, at + CHUNK);
    this.chunk.set(chunk);
    this.base = at;
    // A cell is written before its record turns out to have too many.
    const most = Math.min(MOST_RECORDS, limits.rows - records, Math.floor(CELLS / width) - 1);
    this.count = most < 1 ? 0 : this.wasm.index(CHUNK_AT, CHUNK_AT + chunk.length, delimiter, width, most, CELLS_AT);
    return this.count;
  }

  /** Puts the records into the next rows, without those that are blank. */
  private putRows(): void {
    const { file, count } = this;
    const { columns, width, rows: first, line } = file;
    const found = columns.map((column, each) => this.codesOf(column, each));
    const filled = new Uint8Array(count);
    let blank = count;
    for (let each = 0; each < width && blank > 0; each += 1) {
      const [column, codes] = [columns[each] as CellDictionary, found[each] as Int32Array];
      for (let record = 0; record < count; record += 1) {
        if (filled[record] === 1 || column.isBlank(codes[record] as number)) continue;
        filled[record] = 1;
        blank -= 1;
      }
    }
    for (let record = 0; record < count; record += 1) {
      if (filled[record] !== 1) continue;
      file.lines.add(file.rows, line + record);
      file.widths.add(file.rows, width);
      if (blank > 0) for (const codes of found) codes[file.rows - first] = codes[record] as number;
      file.rows += 1;
    }
    for (const [each, codes] of found.entries()) columns[each]?.putAll(first, codes.subarray(0, file.rows - first));
    file.line += count;
  }

  /** The codes of a column in the block, those of new cells added. */
  private codesOf(column: CellDictionary, each: number): Int32Array {
    const { file, count, words, base } = this;
    const { bytes, width, rows } = file;
    const { at: table, entries } = this.tableOf(each);
    const cells = CELLS_AT + each * CELL_BYTES;
    const codes = new Int32Array(this.buffer, CODES_AT + each * count * 4, count);
    const missing = this.wasm.find(cells, width * CELL_BYTES, count, table, entries - 1, codes.byteOffset, MASKS_AT);
    for (let record = 0, left = missing; left > 0; record += 1) {
      if ((codes[record] as number) >= 0) continue;
      left -= 1;
      const cell = cells + record * width * CELL_BYTES;
      const from = base - CHUNK_AT + (words[cell >> 2] as number);
      const to = from + (words[(cell >> 2) + 1] as number);
      let hash = HASH_START;
      for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), HASH_FACTOR);
      let code = column.find(bytes, from, to, hash);
      if (code < 0) {
        code = file.added(column, bytes, from, to, hash, rows + record);
        if (to - from <= LONGEST && column.isLookedUp) this.add(each, cell, code);
      }
      codes[record] = code;
    }
    return codes;
  }

  private tableOf(column: number): Table {
    return (this.tables[column] ??= this.newTable(FIRST_ENTRIES) ?? NO_TABLE);
  }

  /** Keeps the code of the cell at an address. */
  private add(column: number, cell: number, code: number): void {
    let table = this.tableOf(column);
    if (table.filled * 2 >= table.entries) {
      const larger = table.entries < MOST_ENTRIES ? this.newTable(table.entries * 4) : null;
      if (larger === null) return;
      this.wasm.move(table.at, table.at + table.entries * ENTRY_BYTES, larger.at, larger.entries - 1);
      larger.filled = table.filled;
      this.tables[column] = larger;
      table = larger;
    }
    this.wasm.add(cell, code, table.at, table.entries - 1, MASKS_AT);
    table.filled += 1;
  }

  /** Null where there is no more memory. */
  private newTable(entries: number): Table | null {
    const at = this.end;
    const end = at + entries * ENTRY_BYTES;
    if (end > this.buffer.byteLength) return null;
    this.end = end;
    return { at, entries, filled: 0 };
  }
}

/** Null: the loops cannot run here; undefined: not yet tried. */
let compiled: object | null | undefined;

function moduleOf({ WebAssembly, atob }: Host): object | null {
  if (WebAssembly === undefined || atob === undefined) return null;
  try {
    return new WebAssembly.Module(Uint8Array.from(atob(MODULE), (char) => char.charCodeAt(0)));
  } catch {
    return null;
  }
}

function blocksOf(file: FileBeingSplit): ReadBlock | null {
  const host = globalThis as unknown as Host;
  compiled ??= moduleOf(host);
  if (compiled === null || host.WebAssembly === undefined) return null;
  try {
    const pages = Math.ceil((TABLES_AT + PAGE + Math.min(2 * file.bytes.length, MOST_TABLES)) / PAGE);
    const memory = new host.WebAssembly.Memory({ initial: pages, maximum: pages });
    const { exports } = new host.WebAssembly.Instance(compiled, { env: { memory } });
    const blocks = new RecordBlocks(file, memory.buffer, exports as Exports);
    return (at) => blocks.read(at);
  } catch {
    // The memory is not to be had.
    return null;
  }
}

/** Smaller files are read in less time than the module takes to begin. */
const SMALLEST_FILE = 65_536;

/**
 * Turns the reading of CSV files in WebAssembly on or off for this thread, of files from `smallest` bytes on. Where WebAssembly is missing, has no vectors, or is
 * forbidden by the content policy (which must allow `wasm-unsafe-eval`), files are read as before; the tables are the same.
 */
export function setCsvVectors(isWanted: boolean, smallest = SMALLEST_FILE): void {
  setBlockReader(isWanted ? (file) => (file.bytes.length < smallest ? null : blocksOf(file)) : null);
}
