/** The checksum of entries of a ZIP archive. It begins with `0xffffffff`; the complement of the last value is stored. */

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

/** By number of zero bytes that follow a byte: four bytes are looked up at once. */
const CRC_TABLES = [0, 1, 2, 3].map((zeros) =>
  CRC_TABLE.map((crc) => {
    let shifted = crc;
    for (let byte = 0; byte < zeros; byte++) shifted = (shifted >>> 8) ^ (CRC_TABLE[shifted & 0xff] ?? 0);
    return shifted;
  }),
);

/** The running checksum after some bytes. */
export function crcAfter(bytes: Uint8Array, before: number): number {
  const [none, one, two, three] = CRC_TABLES as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  const four = bytes.length - (bytes.length % 4);
  let crc = before;
  let at = 0;
  for (; at < four; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc = three[crc & 0xff]! ^ two[(crc >>> 8) & 0xff]! ^ one[(crc >>> 16) & 0xff]! ^ none[crc >>> 24]!;
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ none[(crc ^ bytes[at]!) & 0xff]!;
  return crc;
}
