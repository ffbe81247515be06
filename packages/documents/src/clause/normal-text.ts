/**
 * One spelling for the signs that input methods and word processors write in several ways: full-width letters and punctuation,
 * dashes, comparison signs, spaces between Chinese characters. Each character keeps its place in the source.
 */

/** A text in one spelling, with the place of each character in its source. */
export interface NormalText {
  readonly text: string;
  /** For each character of `text`, its offset in the source; one more entry for the end. */
  readonly at: readonly number[];
}

const SIGNS: Readonly<Record<string, string>> = {
  "～": "~",
  "〜": "~",
  "∼": "~",
  "－": "-",
  "–": "-",
  "—": "-",
  "―": "-",
  "‐": "-",
  "‑": "-",
  "−": "-",
  "﹣": "-",
  "─": "-",
  "≧": "≥",
  "⩾": "≥",
  "≦": "≤",
  "⩽": "≤",
  "＊": "×",
  "✕": "×",
  "╳": "×",
  "∶": ":",
  "﹪": "%",
  "・": "·",
  "‰": "‰",
  〇: "零",
  "【": "(",
  "】": ")",
  "〔": "(",
  "〕": ")",
  "［": "(",
  "］": ")",
  "[": "(",
  "]": ")",
  "﹤": "<",
  "﹥": ">",
  "﹦": "=",
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "．": ".",
};

const isHan = (sign: string | undefined): boolean => sign !== undefined && /[\u3400-\u9fff\uf900-\ufaff]/u.test(sign);

/** Whether a text is Chinese: it has a Chinese character. */
export const isChinese = (text: string): boolean => /[\u3400-\u9fff]/u.test(text);

/** The normal text of a source: half-width signs, one dash, no spaces between Chinese characters. */
export function normalText(source: string): NormalText {
  const signs: string[] = [];
  const at: number[] = [];
  const chinese = isChinese(source);
  for (let index = 0; index < source.length; index++) {
    const raw = source[index] ?? "";
    const code = raw.charCodeAt(0);
    // Most are Chinese characters, which stay as they are.
    if (code >= 0x3400 && code <= 0x9fff) {
      signs.push(raw);
      at.push(index);
      continue;
    }
    let sign = SIGNS[raw] ?? (code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : raw);
    if (/[\u00a0\u3000\t\u2000-\u200a\u202f]/u.test(sign)) sign = " ";
    if (/[\u200b-\u200f\ufeff\u00ad]/u.test(sign)) continue;
    if (sign === "[" || sign === "]") sign = sign === "[" ? "(" : ")";
    const before = signs.at(-1);
    // Brackets with nothing in them are blanks of a form: 扣2分（ ）. `main()` is a name.
    if (sign === ")" && before === "(" && !/[A-Za-z_]/u.test(signs.at(-2) ?? "")) {
      signs.pop();
      at.pop();
      continue;
    }
    // So are underscores in a row, which names such as `__init__` have beside letters.
    if (
      sign === "_" &&
      chinese &&
      (source[index - 1] === "_" || source[index + 1] === "_") &&
      !/[A-Za-z]/u.test(source.slice(Math.max(0, index - 4), index + 5))
    )
      continue;
    // 1——3 is 1—3.
    if (sign === "-" && before === "-" && /\d/u.test(signs.at(-2) ?? "")) continue;
    if (sign === " ") {
      if (before === " " || before === undefined || before === "\n") continue;
      if (chinese) {
        // Kept between two words of Latin letters only.
        const next = /[^\s\u00a0\u3000]/u.exec(source.slice(index))?.[0];
        if (!/[A-Za-z]/u.test(before) || next === undefined || !/[A-Za-z]/u.test(next)) continue;
      }
    }
    if (sign === "=" && (before === ">" || before === "<" || before === "≥" || before === "≤")) {
      signs[signs.length - 1] = before === ">" || before === "≥" ? "≥" : "≤";
      continue;
    }
    if (sign === "." && chinese && isHan(before) && !/\d/u.test(source[index + 1] ?? "")) sign = "。";
    // A thousands separator is part of its number.
    if (
      sign === "," &&
      /\d/u.test(before ?? "") &&
      /^[,，]\d{3}(?!\d)/u.test(source.slice(index, index + 5)) &&
      /(?:^|[^\d.])\d{1,3}$/u.test(signs.slice(-5).join(""))
    )
      continue;
    signs.push(sign);
    at.push(index);
  }
  while (signs.at(-1) === " ") {
    signs.pop();
    at.pop();
  }
  at.push(source.length);
  return { text: signs.join(""), at };
}
