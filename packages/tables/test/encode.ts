/**
 * Encodes text in the encodings of office files. The platform can only decode them, so its tables are inverted here.
 */

export const WRITTEN_ENCODINGS = ["utf-8", "utf-8-mark", "gb18030", "utf-16le", "utf-16be", "utf-16le-plain"] as const;
export type WrittenEncoding = (typeof WRITTEN_ENCODINGS)[number];

let table: ReadonlyMap<string, readonly number[]> | null = null;

/** Two-byte codes first, then the four-byte codes of the rest of the basic plane. */
function gb18030Table(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder("gb18030");
  const codes = new Map<string, readonly number[]>();
  const note = (bytes: readonly number[]) => {
    const letter = decoder.decode(Uint8Array.from(bytes));
    if (letter.length === 1 && letter !== "\ufffd" && !codes.has(letter)) codes.set(letter, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) note([lead, trail]);
  }
  for (let a = 0x81; a <= 0x84; a++) {
    for (let b = 0x30; b <= 0x39; b++) {
      for (let c = 0x81; c <= 0xfe; c++) for (let d = 0x30; d <= 0x39; d++) note([a, b, c, d]);
    }
  }
  return codes;
}

function gb18030Of(letter: string): readonly number[] {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return [code];
  if (code >= 0x10000) {
    let rest = code - 0x10000;
    const d = 0x30 + (rest % 10);
    rest = Math.floor(rest / 10);
    const c = 0x81 + (rest % 126);
    rest = Math.floor(rest / 126);
    return [0x90 + Math.floor(rest / 10), 0x30 + (rest % 10), c, d];
  }
  table ??= gb18030Table();
  const bytes = table.get(letter);
  if (bytes === undefined) throw new Error(`no GB18030 code for ${JSON.stringify(letter)}`);
  return bytes;
}

function utf16(text: string, isLittle: boolean): number[] {
  return [...Array(text.length).keys()].flatMap((at) => {
    const unit = text.charCodeAt(at);
    const bytes = [unit & 0xff, unit >> 8];
    return isLittle ? bytes : bytes.reverse();
  });
}

export function encode(text: string, encoding: WrittenEncoding): Uint8Array {
  switch (encoding) {
    case "utf-8":
      return new TextEncoder().encode(text);
    case "utf-8-mark":
      return new TextEncoder().encode(`\ufeff${text}`);
    case "gb18030":
      return Uint8Array.from([...text].flatMap(gb18030Of));
    case "utf-16le":
      return Uint8Array.from([0xff, 0xfe, ...utf16(text, true)]);
    case "utf-16be":
      return Uint8Array.from([0xfe, 0xff, ...utf16(text, false)]);
    case "utf-16le-plain":
      return Uint8Array.from(utf16(text, true));
    default:
      return encoding satisfies never;
  }
}
