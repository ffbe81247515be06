/**
 * Decodes the bytes of a table file. Spreadsheets save CSV as UTF-8, as UTF-16 with a byte order mark or, on Chinese Windows, as
 * GB18030. The encoding is detected from the whole file: the GBK bytes of 学校 are also well-formed UTF-8, so well-formedness alone
 * does not decide it.
 */
import { plausibility } from "./plausible-text.js";

/** The encodings that can be read. */
export const ENCODINGS = ["utf-8", "gb18030", "utf-16le", "utf-16be"] as const;
/** An encoding that can be read. */
export type Encoding = (typeof ENCODINGS)[number];

/** The text of a file and how its encoding was found. */
export interface Decoded {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /**
   * `mark`: from the byte order mark; `chosen`: set by the caller; `plain`: only ASCII, the same in every encoding; `judged`:
   * detected from the text; `doubtful`: detected, but another encoding is nearly as plausible, or some bytes are invalid in both.
   */
  readonly how: "mark" | "chosen" | "plain" | "judged" | "doubtful";
  /** The number of invalid byte sequences; each is decoded as U+FFFD. */
  readonly malformed: number;
}

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** The encoding with this name, in any common spelling; null where it cannot be read. `gbk` and `gb2312` are subsets of GB18030. */
export function encodingNamed(name: string): Encoding | null {
  const plain = name
    .trim()
    .toLowerCase()
    .replaceAll(/[-_\s]/gu, "");
  if (["gbk", "gb2312", "cp936", "936", "ansi"].includes(plain)) return "gb18030";
  if (plain === "utf8bom" || plain === "utf8") return "utf-8";
  if (plain === "utf16") return "utf-16le";
  return ENCODINGS.find((encoding) => encoding.replaceAll("-", "") === plain) ?? null;
}

/** The encoding of a file and how it was found, without its text. */
export type EncodingFound = Omit<Decoded, "text">;

/**
 * Decodes a file in the encoding `chosen`, else by its byte order mark, else in the detected encoding. `names` are texts that the
 * file is expected to contain, such as its column names; they decide between encodings that are equally plausible.
 */
export function decodeTable(bytes: Uint8Array, chosen?: Encoding, names: readonly string[] = []): Decoded {
  const found = encodingOf(bytes, chosen, names);
  return { text: new TextDecoder(found.encoding).decode(bytes), ...found };
}

/** Finds the encoding that `decodeTable` decodes a file in; no text of the whole file is made unless two encodings fit equally badly. */
export function encodingOf(bytes: Uint8Array, chosen?: Encoding, names: readonly string[] = []): EncodingFound {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (chosen !== undefined) return found(bytes, chosen, "chosen");
  if (marked !== undefined) return found(bytes, marked[0], "mark");
  const wide = withoutMark(bytes);
  if (wide !== null) return found(bytes, wide, "judged");
  if (isAscii(bytes)) return { encoding: "utf-8", how: "plain", malformed: 0 };
  const utf8 = found(bytes, "utf-8", "judged");
  return utf8.malformed === 0 ? judgedWellFormed(bytes, utf8, names) : judgedMalformed(bytes, utf8, names);
}

/** Four bytes at a time. */
function isAscii(bytes: Uint8Array): boolean {
  const ahead = Math.min(bytes.length, (4 - (bytes.byteOffset & 3)) & 3);
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + ahead, (bytes.length - ahead) >> 2);
  for (let index = 0; index < words.length; index += 1) if ((words[index]! & 0x80808080) !== 0) return false;
  const rest = [...bytes.subarray(0, ahead), ...bytes.subarray(ahead + words.length * 4)];
  return rest.every((byte) => byte < 128);
}

/** The difference of plausibility below which the detected encoding is doubtful. */
const CLEARLY = 0.25;

/** The more plausible of two well-formed decodings; the whole file is decoded as GB18030 only where that is the result. */
function judgedWellFormed(bytes: Uint8Array, utf8: EncodingFound, names: readonly string[]): EncodingFound {
  const sample = sampleOf(bytes);
  const [asUtf8, asGb18030] = (["utf-8", "gb18030"] as const).map((encoding) =>
    new TextDecoder(encoding).decode(sample),
  );
  if (asUtf8 === undefined || asGb18030 === undefined || asGb18030.includes(MALFORMED)) return utf8;
  const lead = plausibility(asUtf8, names) - plausibility(asGb18030, names);
  const how = Math.abs(lead) < CLEARLY ? "doubtful" : "judged";
  if (lead >= 0) return { ...utf8, how };
  const whole = found(bytes, "gb18030", how);
  return whole.malformed > 0 ? utf8 : whole;
}

function judgedMalformed(bytes: Uint8Array, utf8: EncodingFound, names: readonly string[]): EncodingFound {
  const gb18030 = found(bytes, "gb18030", "judged");
  if (gb18030.malformed === 0) return gb18030;
  const plausible = ({ encoding }: EncodingFound) => plausibility(new TextDecoder(encoding).decode(bytes), names);
  const isGb18030 =
    gb18030.malformed === utf8.malformed ? plausible(gb18030) > plausible(utf8) : gb18030.malformed < utf8.malformed;
  return { ...(isGb18030 ? gb18030 : utf8), how: "doubtful" };
}

const SAMPLE = 300_000;
const LINE_END = 10;

/** Beginning, middle and end of a long file, cut at line ends: that byte is the same in both encodings and part of no other character. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes;
  const third = SAMPLE / 3;
  const pieces = [0, Math.floor((bytes.length - third) / 2), bytes.length - third].map((from) => {
    const start = from === 0 ? 0 : bytes.indexOf(LINE_END, from) + 1;
    const end = from + third >= bytes.length ? bytes.length : bytes.lastIndexOf(LINE_END, from + third) + 1;
    return start > 0 || from === 0 ? bytes.subarray(start, Math.max(start, end)) : new Uint8Array();
  });
  const sample = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    sample.set(piece, at);
    at += piece.length;
  }
  return sample;
}

/** Replaces each invalid byte sequence in decoded text. */
const MALFORMED = "\ufffd";
/** Bytes that are decoded at once. */
const PIECE = 1 << 20;

function found(bytes: Uint8Array, encoding: Encoding, how: Decoded["how"]): EncodingFound {
  const decoder = new TextDecoder(encoding);
  let malformed = 0;
  for (let from = 0; from < bytes.length; from += PIECE) {
    const text = decoder.decode(bytes.subarray(from, from + PIECE), { stream: from + PIECE < bytes.length });
    for (let at = text.indexOf(MALFORMED); at >= 0; at = text.indexOf(MALFORMED, at + 1)) malformed++;
  }
  return { encoding, how, malformed };
}

/** Detects UTF-16 without a byte order mark: delimiters and digits are ASCII, so every other byte of theirs is zero. */
function withoutMark(bytes: Uint8Array): Encoding | null {
  if (bytes.length % 2 !== 0 || bytes.length === 0) return null;
  let even = 0;
  let odd = 0;
  const sampled = Math.min(bytes.length, 65_536);
  for (let at = 0; at < sampled; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  if (even + odd < sampled / 40) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}
