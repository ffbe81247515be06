/**
 * The different cells of one column of a CSV file, each with a number, found by their bytes: a cell that occurred before is neither
 * decoded nor kept again.
 */
import type { Codes } from "@yardstick/engine";

/** Different cells from which on a column is tested for being one of names. */
const MANY = 8192;
/** A column in which nearly all cells differ is not looked up any longer. */
const NEARLY_ALL = 0.98;
/** Entries that a search passes at most; beyond them a cell gets a number of its own, whatever a hostile file holds. */
const MAX_PASSED = 64;
/** Bytes of all different cells of a column; beyond them no further cell is looked up. */
const MAX_POOLED = 0x3fffffff;

/** The start and the factor of the Fowler–Noll–Vo hash of a cell's bytes. */
export const HASH_START = 0x811c9dc5;
export const HASH_FACTOR = 0x01000193;

/** Bytes of a cell that is known by one number: the bytes, the first one highest, below its length in the top byte. */
export const MAX_SHORT = 3;
/** Sets hashes of longer cells apart from those numbers. */
const LONG = 0x80000000 | 0;

/** The bytes of a short cell as one number, its length included. */
function shortKey(bytes: Uint8Array, from: number, to: number): number {
  let key = 0;
  for (let at = from; at < to; at += 1) key = (key << 8) | (bytes[at] as number);
  return key | ((to - from) << 24);
}

function placeOf(key: number): number {
  const mixed = Math.imul(key, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** One column: the number of each row's cell, and the text of each number. Number 0 is the empty cell. */
export class CellDictionary {
  /** The text of each code. */
  readonly texts: string[] = [""];
  /** Whether the cell of each code is blank as written. */
  private blank = new Uint8Array(64).fill(1, 0, 1);
  private codes: Codes;
  /** The highest code that `codes` can hold. */
  private highest = 0xff;
  /** A code at each filled place; the places of a hash are searched one after another. */
  private table = new Int32Array(256);
  private hashes = new Int32Array(128);
  /** The bytes of all cells, and where those of each code end. */
  private pool = new Uint8Array(1024);
  private ends = new Int32Array(128);
  private pooled = 0;
  private lookedUp = true;

  /** There is room for `rows` rows at first, and later at least for as many as `expected` gives. */
  constructor(
    rows: number,
    private readonly expected: () => number,
  ) {
    this.codes = new Uint8Array(rows);
  }

  /** The code of a short cell, by its bytes as one number; -1 where it is new. */
  findShort(key: number): number {
    const { table, hashes } = this;
    const mask = table.length - 1;
    let at = placeOf(key) & mask;
    for (let passed = 0; passed < MAX_PASSED; passed += 1) {
      const code = table[at] as number;
      if (code === 0) return -1;
      if (hashes[code] === key) return code;
      at = (at + 1) & mask;
    }
    return -1;
  }

  /** The code of a cell; -1 where it is new. `hash` is that of its bytes. */
  find(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const length = to - from;
    if (length <= MAX_SHORT) return this.findShort(shortKey(bytes, from, to));
    const { table, hashes, ends, pool } = this;
    const key = hash | LONG;
    const mask = table.length - 1;
    let at = placeOf(key) & mask;
    for (let passed = 0; passed < MAX_PASSED; passed += 1) {
      const code = table[at] as number;
      if (code === 0) return -1;
      if (hashes[code] === key) {
        const start = ends[code - 1] as number;
        if ((ends[code] as number) - start === length) {
          let same = 0;
          while (same < length && pool[start + same] === bytes[from + same]) same += 1;
          if (same === length) return code;
        }
      }
      at = (at + 1) & mask;
    }
    return -1;
  }

  /** Adds a new cell with its text. `rows` is the number of rows read so far. */
  add(
    bytes: Uint8Array,
    from: number,
    to: number,
    { hash, text, isBlank, rows }: { hash: number; text: string; isBlank: boolean; rows: number },
  ): number {
    const code = this.texts.push(text) - 1;
    if (code >= this.blank.length) this.blank = grown(this.blank, code * 2);
    if (isBlank) this.blank[code] = 1;
    if (this.lookedUp) this.index(bytes, from, to, hash, code);
    if (code % MANY === 0 && code > NEARLY_ALL * rows) this.forget();
    return code;
  }

  private index(bytes: Uint8Array, from: number, to: number, hash: number, code: number): void {
    if (code >= this.hashes.length) {
      this.hashes = grown(this.hashes, code * 2);
      this.ends = grown(this.ends, code * 2);
    }
    const end = this.pooled + to - from;
    if (end > MAX_POOLED) return this.forget();
    if (end > this.pool.length) this.pool = grown(this.pool, Math.max(end, Math.min(this.pool.length * 2, MAX_POOLED)));
    for (let at = from; at < to; at += 1) this.pool[this.pooled + at - from] = bytes[at] as number;
    this.pooled = end;
    this.hashes[code] = to - from <= MAX_SHORT ? shortKey(bytes, from, to) : hash | LONG;
    this.ends[code] = end;
    if (code * 2 >= this.table.length) {
      this.table = new Int32Array(this.table.length * 4);
      for (let each = 1; each < code; each += 1) this.place(each);
    }
    this.place(code);
  }

  private place(code: number): void {
    const hash = this.hashes[code] as number;
    const mask = this.table.length - 1;
    let at = placeOf(hash) & mask;
    for (let passed = 0; passed < MAX_PASSED; passed += 1) {
      if (this.table[at] === 0) {
        this.table[at] = code;
        return;
      }
      at = (at + 1) & mask;
    }
  }

  private forget(): void {
    this.lookedUp = false;
    this.end();
  }

  /** Releases what only finding needs. */
  end(): void {
    this.table = new Int32Array(1);
    this.hashes = this.table;
    this.ends = this.table;
    this.pool = new Uint8Array(0);
  }

  /** Sets the cell of a row. */
  put(row: number, code: number): void {
    if (row >= this.codes.length || code > this.highest) this.makeRoom(row, code);
    this.codes[row] = code;
  }

  /** Sets the cells of rows from `first` on. */
  putAll(first: number, codes: Int32Array): void {
    let highest = 0;
    for (let each = 0; each < codes.length; each += 1) highest = Math.max(highest, codes[each] as number);
    const end = first + codes.length;
    if (end > this.codes.length || highest > this.highest) this.makeRoom(end - 1, highest);
    this.codes.set(codes, first);
  }

  /** Whether cells are still found; a column of names is not looked up any longer. */
  get isLookedUp(): boolean {
    return this.lookedUp;
  }

  private makeRoom(row: number, code: number): void {
    const { length } = this.codes;
    const rows = row < length ? length : Math.max(row + 1, Math.ceil(length * 1.5), this.expected());
    const highest = Math.max(this.highest, code);
    const codes =
      highest <= 0xff ? new Uint8Array(rows) : highest <= 0xffff ? new Uint16Array(rows) : new Int32Array(rows);
    codes.set(this.codes);
    this.codes = codes;
    this.highest = highest <= 0xff ? 0xff : highest <= 0xffff ? 0xffff : 0x7fffffff;
  }

  /** Whether the cell of a code is blank as written. */
  isBlank(code: number): boolean {
    return this.blank[code] === 1;
  }

  /** The codes of the first rows. */
  codesOf(rows: number): Codes {
    if (rows > this.codes.length) this.makeRoom(rows - 1, 0);
    return this.codes.subarray(0, rows);
  }
}

function grown<T extends Uint8Array | Int32Array>(values: T, length: number): T {
  const made = new (values.constructor as new (length: number) => T)(length);
  made.set(values);
  return made;
}
