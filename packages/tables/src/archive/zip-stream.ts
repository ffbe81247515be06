/**
 * Writes a ZIP archive entry by entry. The compressed bytes of one entry are held until its size is known; its contents never are. The same
 * contents give the same bytes.
 */

/** The date of every entry: 1980-01-01, the first that ZIP knows. */
const DATE = 33;
const STORED = 0;
const DEFLATED = 8;
const MAX_SIZE = 0xffffffff;

const CRC_TABLES = crcTables();

/** Tables for eight bytes at a time. */
function crcTables(): readonly Uint32Array[] {
  const tables = Array.from({ length: 8 }, () => new Uint32Array(256));
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    tables[0]![byte] = crc >>> 0;
  }
  for (let table = 1; table < 8; table += 1) {
    for (let byte = 0; byte < 256; byte += 1) {
      const before = tables[table - 1]![byte]!;
      tables[table]![byte] = (before >>> 8) ^ tables[0]![before & 255]!;
    }
  }
  return tables;
}

function crcWith(crc: number, bytes: Uint8Array): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = CRC_TABLES as unknown as readonly [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  let at = 0;
  for (const end = bytes.length - 7; at < end; at += 8) {
    const low = crc ^ (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24));
    crc =
      t7[low & 255]! ^
      t6[(low >>> 8) & 255]! ^
      t5[(low >>> 16) & 255]! ^
      t4[low >>> 24]! ^
      t3[bytes[at + 4]!]! ^
      t2[bytes[at + 5]!]! ^
      t1[bytes[at + 6]!]! ^
      t0[bytes[at + 7]!]!;
  }
  for (; at < bytes.length; at += 1) crc = t0[(crc ^ bytes[at]!) & 255]! ^ (crc >>> 8);
  return crc;
}

/** One entry, compressed. */
export interface ZipEntry {
  readonly path: string;
  readonly crc: number;
  readonly size: number;
  readonly method: number;
  readonly pieces: readonly Uint8Array[];
}

/** Text pieces are joined to at least this many characters before they are encoded. */
const PIECE = 65_536;

/** Compresses an entry. Rejects where its pieces throw. */
export async function zipEntry(path: string, texts: Iterable<string>): Promise<ZipEntry> {
  const encoder = new TextEncoder();
  const stream = new CompressionStream("deflate-raw");
  const writer = stream.writable.getWriter();
  const pieces: Uint8Array[] = [];
  const reading = (async () => {
    const reader = stream.readable.getReader();
    for (let next = await reader.read(); next.done !== true; next = await reader.read()) pieces.push(next.value);
  })();
  let crc = -1;
  let size = 0;
  // An entry that does not become smaller is stored as it is.
  let first: Uint8Array | null = null;
  const write = async (text: string) => {
    const bytes = encoder.encode(text);
    crc = crcWith(crc, bytes);
    first = size === 0 ? bytes : null;
    size += bytes.length;
    await writer.write(bytes);
  };
  let joined = "";
  for (const text of texts) {
    joined += text;
    if (joined.length < PIECE) continue;
    await write(joined);
    joined = "";
  }
  if (joined !== "") await write(joined);
  await writer.close();
  await reading;
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
  *add({ path, crc, size, method, pieces }: ZipEntry): Generator<Uint8Array, void, void> {
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
