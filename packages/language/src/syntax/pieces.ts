/**
 * A stretch of text that the grammar could not read, cut into the words it seems to be made of: names that are declared, keywords,
 * words of everyday documents, numbers with their units, also in Chinese numerals. The cut with the fewest unknown words wins.
 */
import { boundaries, isEverydayWord } from "./everyday-words.js";
import { rangeWord } from "./digits.js";
import { oneSign, twoSigns } from "./signs.js";
import { keywordBySpelling } from "./tokens.js";
import { unitWords } from "../vocabulary/vocabulary.js";

export interface Piece {
  readonly kind: "name" | "keyword" | "everyday" | "number" | "sign" | "text" | "unknown";
  /** As it is written into a fix. */
  readonly text: string;
  /** The text and its offset in the stretch. */
  readonly found: string;
  readonly at: number;
}

const closers: Readonly<Record<string, string>> = {
  '"': '"',
  "“": "”",
  "＂": "＂",
  "「": "」",
  "`": "`",
  "‘": "’",
  "'": "'",
  "《": "》",
};
const runPattern = /(?:[\p{ID_Continue}%％‰]|(?<=[0-9０-９])[.．](?=[0-9０-９]))+/uy;
const datePattern = /^([0-9]{4})(?:年([0-9]{1,2})月(?:([0-9]{1,2})日)?|[./-]([0-9]{1,2})[./-]([0-9]{1,2}))(?![0-9])/;
const numberPattern = /^[0-9０-９]+(?:[.．][0-9０-９]+)?/;
const numeralPattern = /^(?:百分之)?[零一二两三四五六七八九十百半]+/;
const longestRun = 60;
const longestStretch = 200;

const chineseKeywords: ReadonlySet<string> = new Set(
  [...keywordBySpelling.keys()].filter((k) => /^\p{Script=Han}+$/u.test(k)),
);
const units: ReadonlySet<string> = new Set([...unitWords, "%", "％", "‰", "位小数", "位"]);

/** Null where the stretch holds a comment or is too long to be one rule. */
export function pieces(stretch: string, names: ReadonlyMap<string, string>): Piece[] | null {
  if (stretch.length > longestStretch) return null;
  const out: Piece[] = [];
  let at = 0;
  while (at < stretch.length) {
    const ch = stretch[at]!;
    if (/\s/.test(ch)) {
      at += 1;
      continue;
    }
    if (/^(?:\/\/|\/\*|／／)/.test(stretch.slice(at, at + 2))) return null;
    const close = closers[ch];
    const end = close === undefined ? -1 : stretch.indexOf(close, at + 1);
    if (end > 0) {
      const found = stretch.slice(at, end + 1);
      const kind = ch === "「" || ch === "`" ? "name" : "text";
      const text = ch === "《" ? `"${found}"` : ch === "‘" || ch === "'" ? `"${found.slice(1, -1)}"` : found;
      out.push({ kind, text, found, at });
      at = end + 1;
      continue;
    }
    const day = datePattern.exec(stretch.slice(at));
    if (day !== null) {
      const [found, year] = day as unknown as [string, string];
      const [month, date] = [day[2] ?? day[4]!, day[3] ?? day[5] ?? "1"];
      out.push({ kind: "text", text: `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`, found, at });
      at += found.length;
      continue;
    }
    runPattern.lastIndex = at;
    const run = runPattern.exec(stretch)?.[0];
    if (run === undefined) {
      const two = stretch.slice(at, at + 2);
      const turned = /^(?:[=＝][>＞<＜]|[>＞<＜]\s+[=＝])/.exec(stretch.slice(at))?.[0];
      const found = turned ?? (twoSigns.has(two) ? two : ch);
      if (turned === undefined && !oneSign.has(found) && !twoSigns.has(found)) return null;
      const text = turned === undefined ? found : /[>＞]/.test(turned) ? ">=" : "<=";
      out.push({ kind: "sign", text, found, at });
      at += found.length;
      continue;
    }
    if (run.length > longestRun) return null;
    const words = cut(run, names);
    if (words === null) return null;
    for (const piece of words) out.push({ ...piece, at: at + piece.at });
    at += run.length;
  }
  return withUnits(out);
}

/** `1 次` is one number, as the lexer has it. */
function withUnits(cut: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of cut) {
    const before = out.at(-1);
    const isUnit = units.has(piece.found) && before?.kind === "number" && /^[0-9０-９.．]+$/.test(before.text);
    if (!isUnit) out.push(piece);
    else {
      const blank = piece.at > before.at + before.found.length ? " " : "";
      out[out.length - 1] = {
        ...before,
        text: withUnit(before.text, piece.found, blank),
        found: `${before.found}${blank}${piece.found}`,
      };
    }
  }
  return out;
}

interface Cut {
  readonly cost: number;
  readonly before: number;
  readonly piece: Piece;
}

/** The cheapest way through the run; an unknown word costs more than several known ones. */
function cut(run: string, names: ReadonlyMap<string, string>): Piece[] | null {
  const best: (Cut | null)[] = Array<Cut | null>(run.length + 1).fill(null);
  const costAt = (i: number): number => (i === 0 ? 0 : (best[i]?.cost ?? Infinity));
  for (let start = 0; start < run.length; start += 1) {
    if (costAt(start) === Infinity) continue;
    for (let end = start + 1; end <= run.length; end += 1) {
      const word = wordOf(run.slice(start, end), names, run, start);
      if (word === null) continue;
      const cost = costAt(start) + word.cost;
      if (cost < costAt(end)) {
        const found = run.slice(start, end);
        best[end] = { cost, before: start, piece: { kind: word.kind, text: word.text, found, at: start } };
      }
    }
  }
  const out: Piece[] = [];
  for (let i = run.length; i > 0;) {
    const step = best[i];
    if (step === null || step === undefined) return null;
    out.unshift(step.piece);
    i = step.before;
  }
  return out;
}

interface Word {
  readonly kind: Piece["kind"];
  readonly text: string;
  readonly cost: number;
}

function wordOf(word: string, names: ReadonlyMap<string, string>, run: string, start: number): Word | null {
  if (names.has(word)) return { kind: "name", text: word, cost: 1 };
  if (chineseKeywords.has(word)) return { kind: "keyword", text: word, cost: 1 };
  if (word === run && keywordBySpelling.has(word)) return { kind: "keyword", text: word, cost: 1 };
  if (word === rangeWord) return { kind: "sign", text: word, cost: 1 };
  if (isEverydayWord(word) || boundaries.has(word)) return { kind: "everyday", text: word, cost: 1.2 };
  if (start === 0 && word !== run && units.has(word)) return { kind: "unknown", text: word, cost: 1.2 };
  if (/^[%％‰]$/.test(run)) return { kind: "sign", text: word, cost: 1 };
  const number = numberPattern.exec(word)?.[0];
  if (number !== undefined) {
    const unit = word.slice(number.length);
    return unit === "" || units.has(unit)
      ? { kind: "number", text: withUnit(number, unit), cost: unit === "" ? 1.2 : 1 }
      : unknown(word, run);
  }
  const numeral = numeralPattern.exec(word)?.[0];
  if (numeral !== undefined) {
    const unit = word.slice(numeral.length);
    const value = numeralValue(numeral);
    if (value !== null && (units.has(unit) || (unit === "" && word === run)))
      return { kind: "number", text: withUnit(value, unit), cost: 0.5 };
  }
  return unknown(word, run);
}

function withUnit(number: string, unit: string, blank = ""): string {
  if (unit === "位小数" || unit === "位") return `${number} 位小数`;
  return `${number}${blank}${unit}`;
}

/** Words that begin or end a rule are seldom part of a name. */
const verbs = /[每若扣加得]|^(?:条目|大类|数据|排名|奖励|处理|公布)/g;

function unknown(word: string, run: string): Word | null {
  if (/[%％‰.．]/.test(word)) return null;
  if (/[0-9０-９]/.test(word) && word !== run) return null;
  const cost = 6 + 0.3 * word.length + 3 * (word.match(verbs)?.length ?? 0) + (/[0-9０-９]/.test(word) ? 9 : 0);
  return { kind: "unknown", text: word, cost };
}

const digitOf: Readonly<Record<string, number>> = Object.fromEntries(
  [..."零一二三四五六七八九"].map((c, i) => [c, i] as const).concat([["两", 2]]),
);

/** `三次` as `3次`, `半分` as `0.5分`; null where the word is not a number. */
export function numberInWords(word: string): string | null {
  const numeral = numeralPattern.exec(word)?.[0];
  const value = numeral === undefined ? null : numeralValue(numeral);
  if (numeral === undefined || value === null) return null;
  const unit = word.slice(numeral.length);
  return unit === "" || units.has(unit) ? withUnit(value, unit) : null;
}

/** `十五` → 15, `半` → 0.5, `百分之九十` → 90%; null where it is no such number. */
function numeralValue(numeral: string): string | null {
  const share = numeral.startsWith("百分之");
  const text = share ? numeral.slice(3) : numeral;
  if (text === "半") return share ? null : "0.5";
  const match =
    /^(?:([一二两三四五六七八九])?(百))?零?(?:([一二三四五六七八九])?(十))?([零一二两三四五六七八九])?$/.exec(text);
  if (match === null || text === "") return null;
  const [, hundreds, hundred, tens, ten, ones] = match;
  const digit = (c: string | undefined, otherwise: number): number => (c === undefined ? otherwise : digitOf[c]!);
  const value = (hundred ? digit(hundreds, 1) * 100 : 0) + (ten ? digit(tens, 1) * 10 : 0) + digit(ones, 0);
  return `${value}${share ? "%" : ""}`;
}
