/**
 * Archives changed byte by byte: other encodings of the same directory, and directories with wrong statements.
 */
import { unzipSync, zipSync } from "fflate";

const DIRECTORY_ENTRY = 0x02014b50;
const END = 0x06054b50;

/** Paths with backslashes, as some programs for Windows write them. */
export function withBackslashes(archive: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(archive));
  return zipSync(Object.fromEntries(parts.map(([name, bytes]) => [name.replaceAll("/", "\\"), bytes])));
}

/** An archive of files by path. */
export function archiveOf(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync(files);
}

interface Entry {
  readonly at: number;
  readonly name: string;
  readonly length: number;
}

function directory(archive: Uint8Array): {
  readonly view: DataView;
  readonly from: number;
  readonly entries: readonly Entry[];
} {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = archive.length - 22;
  while (view.getUint32(end, true) !== END) end--;
  const from = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let at = from; view.getUint32(at, true) === DIRECTORY_ENTRY;) {
    const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    const length = 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    entries.push({ at, name, length });
    at += length;
  }
  return { view, from, entries };
}

/** The same archive with another unpacked size for one part in the directory. */
export function withStatedSize(archive: Uint8Array, part: string, size: number): Uint8Array {
  const copy = Uint8Array.from(archive);
  const { view, entries } = directory(copy);
  for (const { at, name } of entries) if (name === part) view.setUint32(at + 24, size, true);
  return copy;
}

/** The same archive in ZIP64 form: 8-byte sizes, and the end record of long archives. */
export function withLongNumbers(archive: Uint8Array): Uint8Array {
  const { view, from, entries } = directory(archive);
  const pieces: Uint8Array[] = [archive.subarray(0, from)];
  for (const { at, length, name } of entries) {
    const nameLength = view.getUint16(at + 28, true);
    const head = Uint8Array.from(archive.subarray(at, at + 46));
    const extra = new Uint8Array(20);
    const inHead = new DataView(head.buffer);
    const inExtra = new DataView(extra.buffer);
    inExtra.setUint16(0, 1, true);
    inExtra.setUint16(2, 16, true);
    inExtra.setBigUint64(4, BigInt(view.getUint32(at + 24, true)), true);
    inExtra.setBigUint64(12, BigInt(view.getUint32(at + 20, true)), true);
    inHead.setUint32(20, 0xffffffff, true);
    inHead.setUint32(24, 0xffffffff, true);
    inHead.setUint16(30, 20, true);
    inHead.setUint16(32, 0, true);
    pieces.push(head, archive.subarray(at + 46, at + 46 + nameLength), extra);
    if (length < 46 + name.length) throw new Error("a directory entry is cut off");
  }
  const directoryLength = pieces.slice(1).reduce((sum, piece) => sum + piece.length, 0);
  const end = new Uint8Array(56 + 20 + 22);
  const inEnd = new DataView(end.buffer);
  inEnd.setUint32(0, 0x06064b50, true);
  inEnd.setBigUint64(4, 44n, true);
  inEnd.setBigUint64(24, BigInt(entries.length), true);
  inEnd.setBigUint64(32, BigInt(entries.length), true);
  inEnd.setBigUint64(40, BigInt(directoryLength), true);
  inEnd.setBigUint64(48, BigInt(from), true);
  inEnd.setUint32(56, 0x07064b50, true);
  inEnd.setBigUint64(64, BigInt(from + directoryLength), true);
  inEnd.setUint32(72, 1, true);
  inEnd.setUint32(76, END, true);
  inEnd.setUint16(84, 0xffff, true);
  inEnd.setUint16(86, 0xffff, true);
  inEnd.setUint32(88, 0xffffffff, true);
  inEnd.setUint32(92, 0xffffffff, true);
  const whole = new Uint8Array(from + directoryLength + end.length);
  let at = 0;
  for (const piece of [...pieces, end]) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
