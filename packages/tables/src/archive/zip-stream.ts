/**
 * Writes a ZIP archive entry by entry. The compressed bytes of one entry are held until its size is known; its contents never are. The same
 * contents give the same bytes.
 */

import { crcAfter } from "./crc.js";

/** The date of every entry: 1980-01-01, the first that ZIP knows. */
const DATE = 33;
const STORED = 0;
const DEFLATED = 8;
const MAX_SIZE = 0xffffffff;

/** One entry, compressed. */
export interface WrittenEntry {
  readonly path: string;
  readonly crc: number;
  readonly size: number;
  readonly method: number;
  readonly pieces: readonly Uint8Array[];
}

/** An entry whose bytes the caller has compressed by itself (`deflate-raw`). */
export function deflatedEntry(path: string, bytes: Uint8Array, deflated: Uint8Array): WrittenEntry {
  return { path, crc: ~crcAfter(bytes, -1) >>> 0, size: bytes.length, method: DEFLATED, pieces: [deflated] };
}

/** Text pieces are joined to at least this many characters before they are encoded. */
const PIECE = 32_768;

/** Takes the bytes of one entry, and gives them compressed. */
interface Deflater {
  write(bytes: Uint8Array): Promise<void>;
  /** All compressed pieces. */
  end(): Promise<readonly Uint8Array[]>;
}

function deflater(): Deflater {
  const stream = new CompressionStream("deflate-raw");
  const writer = stream.writable.getWriter();
  const pieces: Uint8Array[] = [];
  const reading = (async () => {
    const reader = stream.readable.getReader();
    for (let next = await reader.read(); next.done !== true; next = await reader.read()) pieces.push(next.value);
  })();
  return {
    write: (bytes) => writer.write(bytes as Uint8Array<ArrayBuffer>),
    end: async () => {
      await writer.close();
      await reading;
      return pieces;
    },
  };
}

interface NodeDeflate {
  on(event: "data", take: (piece: Uint8Array) => void): unknown;
  on(event: "error", fail: (error: Error) => void): unknown;
  write(bytes: Uint8Array, done: () => void): unknown;
  end(done: () => void): unknown;
}

interface NodeProcess {
  readonly getBuiltinModule?: (
    name: "node:zlib",
  ) => { createDeflateRaw(options: { readonly level: number }): NodeDeflate } | undefined;
}

/** The effort that takes a third of the time of the usual one and gives a tenth more bytes. */
const QUICK = 4;

/** The same with less effort; null where only the usual one is to be had. */
function quickDeflater(): Deflater | null {
  const { process } = globalThis as { readonly process?: NodeProcess };
  const deflate = process?.getBuiltinModule?.("node:zlib")?.createDeflateRaw({ level: QUICK });
  if (deflate === undefined) return null;
  const pieces: Uint8Array[] = [];
  deflate.on("data", (piece) => pieces.push(piece));
  let fail: (error: Error) => void = () => {};
  deflate.on("error", (error) => fail(error));
  const done = (begin: (resolve: () => void) => unknown) =>
    new Promise<void>((resolve, reject) => {
      fail = reject;
      begin(resolve);
    });
  return {
    write: (bytes) => done((resolve) => deflate.write(bytes, resolve)),
    end: async () => {
      await done((resolve) => deflate.end(resolve));
      return pieces;
    },
  };
}

/** Compresses an entry; a large one with less effort under Node. Rejects where its pieces throw. */
export async function zipEntry(path: string, texts: Iterable<string>, isLarge = false): Promise<WrittenEntry> {
  const encoder = new TextEncoder();
  const deflating = (isLarge ? quickDeflater() : null) ?? deflater();
  let crc = -1;
  let size = 0;
  // An entry that does not become smaller is stored as it is.
  let first: Uint8Array | null = null;
  const write = async (text: string) => {
    const bytes = encoder.encode(text);
    crc = crcAfter(bytes, crc);
    first = size === 0 ? bytes : null;
    size += bytes.length;
    await deflating.write(bytes);
  };
  let joined = "";
  for (const text of texts) {
    joined += text;
    if (joined.length < PIECE) continue;
    await write(joined);
    joined = "";
  }
  if (joined !== "") await write(joined);
  const pieces = await deflating.end();
  const compressed = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const isStored = first !== null && compressed >= size;
  return {
    path,
    crc: ~crc >>> 0,
    size,
    method: isStored ? STORED : DEFLATED,
    pieces: isStored ? [first ?? new Uint8Array()] : pieces,
  };
}

/** The bytes of an archive, entry by entry. Throws a `RangeError` beyond 4 GiB or 65,535 entries, which the format does not hold. */
export class ZipWriter {
  private readonly directory: Uint8Array[] = [];
  private offset = 0;

  /** The bytes of an entry; each path may be added once. */
  *add({ path, crc, size, method, pieces }: WrittenEntry): Generator<Uint8Array, void, void> {
    const name = new TextEncoder().encode(path);
    const compressed = pieces.reduce((sum, piece) => sum + piece.length, 0);
    // Names beyond ASCII are marked as UTF-8.
    const flags = name.length === path.length ? 0 : 0x0800;
    const common = (view: DataView, at: number) => {
      view.setUint16(at, 20, true);
      view.setUint16(at + 2, flags, true);
      view.setUint16(at + 4, method, true);
      view.setUint16(at + 6, 0, true);
      view.setUint16(at + 8, DATE, true);
      view.setUint32(at + 10, crc, true);
      view.setUint32(at + 14, compressed, true);
      view.setUint32(at + 18, size, true);
      view.setUint16(at + 22, name.length, true);
    };
    const local = new DataView(new ArrayBuffer(30 + name.length));
    local.setUint32(0, 0x04034b50, true);
    common(local, 4);
    const central = new DataView(new ArrayBuffer(46 + name.length));
    central.setUint32(0, 0x02014b50, true);
    central.setUint16(4, 20, true);
    common(central, 6);
    central.setUint32(42, this.offset, true);
    const [header, entry] = [new Uint8Array(local.buffer), new Uint8Array(central.buffer)];
    header.set(name, 30);
    entry.set(name, 46);
    this.directory.push(entry);
    this.offset += header.length + compressed;
    if (this.offset > MAX_SIZE || this.directory.length > 0xffff)
      throw new RangeError("the archive is too large for ZIP");
    yield header;
    yield* pieces;
  }

  /** The bytes that end the archive. */
  *end(): Generator<Uint8Array, void, void> {
    const length = this.directory.reduce((sum, entry) => sum + entry.length, 0);
    yield* this.directory;
    const end = new DataView(new ArrayBuffer(22));
    end.setUint32(0, 0x06054b50, true);
    end.setUint16(8, this.directory.length, true);
    end.setUint16(10, this.directory.length, true);
    end.setUint32(12, length, true);
    end.setUint32(16, this.offset, true);
    yield new Uint8Array(end.buffer);
  }
}
