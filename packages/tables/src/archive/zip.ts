/**
 * Reads ZIP archives: the directory, and the bytes of an entry in pieces. An entry whose stated size exceeds the limit is refused before
 * it is unpacked; unpacked bytes are counted as well, since stated sizes may be false. The checksum of each entry is verified.
 */
import { Inflate } from "fflate";
import { crcAfter } from "./crc.js";

/** An entry of the directory. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  /** The unpacked size that the directory states. */
  readonly size: number;
  readonly headerAt: number;
}

/** The number of bytes that may still be unpacked from an archive. */
export interface Budget {
  left: number;
}

/** Thrown inside this folder where an archive cannot be read. */
export class ZipError extends Error {
  constructor(readonly why: "damaged" | "not-a-workbook" | "too-large") {
    super(why);
  }
}

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const LONGEST_COMMENT = 0xffff;
/** Compressed bytes passed to the decompressor at once. They grow at most a thousandfold before the limit is checked again. */
const SLICE = 16 * 1024;
const MAX_ENTRIES = 65_535;
/** Values of fields of 2 and 4 bytes whose number is in an 8-byte field of the ZIP64 format. */
const ELSEWHERE_16 = 0xffff;
const ELSEWHERE_32 = 0xffffffff;
const EXTRA_64 = 1;
const ENCRYPTED = 1;

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new ZipError("not-a-workbook");
}

/** A number of 8 bytes. Throws where it exceeds the safe integers. */
function long(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ZipError("too-large");
  return Number(value);
}

/** The number of entries of the directory, and its offset. */
function directoryOf(view: DataView): { readonly count: number; readonly at: number } {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  const at = view.getUint32(end + 16, true);
  if (count !== ELSEWHERE_16 && at !== ELSEWHERE_32) return { count, at };
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return { count, at };
  const end64 = long(view, locator + 8);
  if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== END_OF_DIRECTORY_64) {
    throw new ZipError("damaged");
  }
  return { count: long(view, end64 + 32), at: long(view, end64 + 48) };
}

/** The 8-byte numbers of an entry from its extra field, in order. */
function longNumbers(view: DataView, from: number, length: number): readonly number[] {
  for (let at = from; at + 4 <= from + length;) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === EXTRA_64) {
      const fits = Math.min(size, from + length - at - 4);
      return Array.from({ length: Math.floor(fits / 8) }, (_, index) => long(view, at + 4 + index * 8));
    }
    at += 4 + size;
  }
  return [];
}

/** Decodes a name from UTF-8, or else from GB18030, which Chinese Windows programs write. */
function decodedName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** Entries by lower-case path. Throws a `ZipError` where the bytes are no archive, or a kind that no spreadsheet writes. */
export function zipEntries(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 22) throw new ZipError("not-a-workbook");
  const { count, at: first } = directoryOf(view);
  let at = first;
  if (count > MAX_ENTRIES) throw new ZipError("too-large");
  const entries = new Map<string, ZipEntry>();
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new ZipError("damaged");
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw new ZipError("damaged");
    const name = decodedName(bytes.subarray(at + 46, at + 46 + nameLength));
    if (view.getUint16(at + 8, true) & ENCRYPTED) throw new ZipError("damaged");
    const longer = [...longNumbers(view, at + 46 + nameLength, extraLength)];
    const number = (offset: number): number => {
      const short = view.getUint32(at + offset, true);
      return short === ELSEWHERE_32 ? (longer.shift() ?? short) : short;
    };
    // The 8-byte numbers are stored in this order.
    const size = number(24);
    const compressedSize = number(20);
    const headerAt = number(42);
    // Some Windows programs write paths with backslashes.
    const path = name.replaceAll("\\", "/").replace(/^\//u, "").toLowerCase();
    entries.set(path, {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressedSize,
      size,
      headerAt,
    });
    at = next;
  }
  return entries;
}

/** Passes the unpacked bytes of an entry to `take` in pieces. Throws a `ZipError`, and whatever `take` throws. */
export function unpack(bytes: Uint8Array, entry: ZipEntry, budget: Budget, take: (piece: Uint8Array) => void): void {
  if (entry.size > budget.left) throw new ZipError("too-large");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { headerAt } = entry;
  if (headerAt + 30 > bytes.length || view.getUint32(headerAt, true) !== LOCAL_HEADER) throw new ZipError("damaged");
  const from = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  const packed = bytes.subarray(from, from + entry.compressedSize);
  if (packed.length !== entry.compressedSize) throw new ZipError("damaged");

  let crc = 0xffffffff;
  let thrown: { readonly error: unknown } | null = null;
  const pass = (piece: Uint8Array) => {
    budget.left -= piece.length;
    if (budget.left < 0) throw new ZipError("too-large");
    crc = crcAfter(piece, crc);
    try {
      take(piece);
    } catch (error) {
      thrown = { error };
      throw error;
    }
  };
  if (entry.method === 0) {
    pass(packed);
  } else if (entry.method === 8) {
    const inflate = new Inflate(pass);
    try {
      for (let at = 0; at < packed.length; at += SLICE) {
        inflate.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
      }
    } catch (error) {
      if (thrown !== null || error instanceof ZipError) throw error;
      throw new ZipError("damaged");
    }
  } else {
    throw new ZipError("damaged");
  }
  if ((crc ^ 0xffffffff) >>> 0 !== entry.crc) throw new ZipError("damaged");
}
