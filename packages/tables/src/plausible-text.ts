/**
 * How plausible a decoded text is: common Chinese characters and punctuation count for it, a mixture of Greek, Cyrillic or rare
 * characters, which is typical of a wrong encoding, against it.
 */

/** Weights of a character beyond ASCII. */
const COMMON = 1;
const LESS_COMMON = 0.6;
const RARE = 0.1;
const FOREIGN = 0.1;
const WRONG = -1;

/** An expected name in the text outweighs the weights of its letters. */
const EXPECTED_NAME = 2;

/** Number of characters examined, taken from the beginning, the middle and the end. */
const SAMPLE = 200_000;

/** The characters of GB 2312 whose lead byte is in this range: 3,755 common ones and 3,008 less common ones. */
function charactersOf(from: number, to: number): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let lead = from; lead <= to; lead++) for (let trail = 0xa1; trail <= 0xfe; trail++) bytes.push(lead, trail);
  return new Set(new TextDecoder("gb18030").decode(Uint8Array.from(bytes)));
}

let levels: { readonly common: ReadonlySet<string>; readonly lessCommon: ReadonlySet<string> } | null = null;

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

function weightOf(text: string, at: number, letter: string, code: number): number {
  levels ??= { common: charactersOf(0xb0, 0xd7), lessCommon: charactersOf(0xd8, 0xf7) };
  if (code === 0xfffd || (code >= 0x80 && code < 0xa0)) return WRONG;
  if (code >= 0xe000 && code <= 0xf8ff) return WRONG;
  if (code >= 0x3400 && code <= 0x9fff) {
    if (levels.common.has(letter)) return COMMON;
    return levels.lessCommon.has(letter) ? LESS_COMMON : RARE;
  }
  // 、。《》（）％, “” … — √ ① × ·
  if ((code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xffef)) return COMMON;
  if ((code >= 0x2010 && code <= 0x2030) || (code >= 0x2460 && code <= 0x2473)) return COMMON;
  if ("√×✓✔✗✘÷·°±￥¥℃≤≥≠□☑".includes(letter)) return COMMON;
  // é in café: a Latin letter among Latin letters.
  if (code >= 0xc0 && code <= 0x24f && (isLetter(text.charCodeAt(at - 1)) || isLetter(text.charCodeAt(at + 1)))) {
    return LESS_COMMON;
  }
  return code < 0x3000 ? FOREIGN : RARE;
}

function sampleOf(text: string): string {
  if (text.length <= SAMPLE) return text;
  const third = Math.floor(SAMPLE / 3);
  const middle = Math.floor((text.length - third) / 2);
  return text.slice(0, third) + text.slice(middle, middle + third) + text.slice(-third);
}

/** About 1 for Chinese text, less for any other; 2 more where the text contains an expected name. */
export function plausibility(text: string, names: readonly string[]): number {
  const sample = sampleOf(text);
  let sum = 0;
  let count = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (code < 0x80) continue;
    count++;
    sum += weightOf(sample, at, sample[at] ?? "", code);
  }
  const head = text.slice(0, 20_000);
  const expected = names.filter((name) => /[^\u0020-\u007e]/u.test(name) && head.includes(name)).length;
  return (count === 0 ? 0 : sum / count) + (expected > 0 ? EXPECTED_NAME : 0);
}
