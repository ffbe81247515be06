/**
 * The archive that a workbook is: its directory, and the bytes of one entry in pieces. What is unpacked is counted while it is
 * unpacked, since the sizes that an archive states may be false; an entry that does not come out as its checksum says is damaged.
 */
import { Inflate } from "fflate";

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly headerAt: number;
}

/** What may still be unpacked of one archive. */
export interface Budget {
  left: number;
}

/** Ends the reading of an archive from within; never leaves this folder. */
export class ZipFault extends Error {
  constructor(readonly why: "damaged" | "not-a-workbook" | "too-large") {
    super(why);
  }
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const LONGEST_COMMENT = 0xffff;
/** Compressed bytes handed over at once: what they unpack to, at most a thousandfold, is looked at before the next. */
const SLICE = 16 * 1024;
const MOST_ENTRIES = 10_000;
const ENCRYPTED = 1;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new ZipFault("not-a-workbook");
}

/** Entries by name. Throws a `ZipFault` where there is no archive, or one of a kind that no spreadsheet writes. */
export function zipEntries(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 22) throw new ZipFault("not-a-workbook");
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES) throw new ZipFault("too-large");
  const entries = new Map<string, ZipEntry>();
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new ZipFault("damaged");
    const nameLength = view.getUint16(at + 28, true);
    const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (view.getUint16(at + 8, true) & ENCRYPTED) throw new ZipFault("damaged");
    entries.set(name.replace(/^\//u, "").toLowerCase(), {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressedSize: view.getUint32(at + 20, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + rest;
  }
  return entries;
}

/** Hands over an entry's bytes piece by piece. Throws a `ZipFault`; what `take` throws goes through. */
export function unpack(bytes: Uint8Array, entry: ZipEntry, budget: Budget, take: (piece: Uint8Array) => void): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { headerAt } = entry;
  if (headerAt + 30 > bytes.length || view.getUint32(headerAt, true) !== LOCAL_HEADER) throw new ZipFault("damaged");
  const from = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  const packed = bytes.subarray(from, from + entry.compressedSize);
  if (packed.length !== entry.compressedSize) throw new ZipFault("damaged");

  let crc = 0xffffffff;
  let thrown: { readonly error: unknown } | null = null;
  const pass = (piece: Uint8Array) => {
    budget.left -= piece.length;
    if (budget.left < 0) throw new ZipFault("too-large");
    for (let at = 0; at < piece.length; at++) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (piece[at] ?? 0)) & 0xff] ?? 0);
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
      if (thrown !== null || error instanceof ZipFault) throw error;
      throw new ZipFault("damaged");
    }
  } else {
    throw new ZipFault("damaged");
  }
  if ((crc ^ 0xffffffff) >>> 0 !== entry.crc) throw new ZipFault("damaged");
}
