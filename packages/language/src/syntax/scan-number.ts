/**
 * One number with its unit: `0.1 分`, `25%`, `5 万元`. Digits come out as plain ASCII; a number that runs into other letters,
 * or is written with thousands separators, is one diagnostic with a fix, and reading continues as if it had been written right.
 */
import { diagnostic, type TypedDiagnostic, writing } from "../diagnostics/diagnostic.js";
import type { NumberPayload } from "./tokens.js";
import { unitWords, vocabulary } from "../vocabulary/vocabulary.js";
import { asciiDigits, rangeWord } from "./digits.js";

const numberPattern = /[0-9０-９]+(?:[.．][0-9０-９]+)?/y;
const thousandsPattern = /[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?:[.．][0-9０-９]+)?(?![0-9０-９])/y;
const gapPattern = /[ \t\u00a0\u3000]*/y;
const percentPattern = /[%％‰]/y;
const unitPattern = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;

const closedUnits: ReadonlySet<string> = new Set(unitWords);
const maxDigits = 60;

export interface ScannedNumber {
  readonly end: number;
  readonly payload: NumberPayload;
  readonly findings: readonly TypedDiagnostic[];
}

export function scanNumber(text: string, start: number, declared: ReadonlySet<string>): ScannedNumber {
  const findings: TypedDiagnostic[] = [];
  const grouped = match(thousandsPattern, text, start);
  const written = grouped ?? match(numberPattern, text, start)!;
  let digits = asciiDigits(written.replace(/[,，]/g, ""));
  let end = start + written.length;
  if (grouped !== null) {
    findings.push(
      diagnostic(
        "thousands-separator",
        [start, end],
        { found: written, plain: digits },
        {
          fixes: [writing("resolves", digits, [start, end])],
        },
      ),
    );
  }
  if (digits.replace(".", "").length > maxDigits) {
    findings.push(diagnostic("number-too-long", [start, end], { digits: digits.length, limit: maxDigits }));
    digits = "0";
  }
  const gap = match(gapPattern, text, end) ?? "";
  const percent = match(percentPattern, text, end + gap.length);
  if (percent !== null) {
    return { end: end + gap.length + 1, payload: { digits, unit: percent === "‰" ? "‰" : "%" }, findings };
  }
  const word = match(unitPattern, text, end + gap.length) ?? "";
  const isUnit = (w: string): boolean => closedUnits.has(w) || declared.has(w);
  if (word !== "" && isUnit(word)) {
    return { end: end + gap.length + word.length, payload: { digits, unit: word }, findings };
  }
  if (word === "percentage" || word === "percent") {
    const rest = match(/percent(?:age[ \t]+points?)?(?![\p{ID_Continue}])/uy, text, end + gap.length);
    if (rest !== null) return { end: end + gap.length + rest.length, payload: { digits, unit: "%" }, findings };
  }
  if (word === "" || gap !== "" || isRange(word) || isDecimals(word))
    return { end, payload: { digits, unit: null }, findings };

  const month = /^年([0-9]{1,2})月$/.exec(word)?.[1];
  if (month !== undefined && digits.length === 4) {
    const found = text.slice(start, end + word.length);
    const day = `${digits}-${month.padStart(2, "0")}-01`;
    const span = [start, end + word.length] as const;
    findings.push(
      diagnostic(
        "other-wording",
        span,
        { said: [found], written: day, note: { zh: "日期要写到日。", en: "A date names its day." } },
        {
          fixes: [writing("resolves", day, span)],
        },
      ),
    );
    return { end: end + word.length, payload: { digits, unit: null }, findings };
  }
  const unit = longestUnit(word, isUnit);
  const cut = end + unit.length;
  findings.push(
    diagnostic(
      "number-touches-letters",
      [start, end + word.length],
      { found: text.slice(start, end + word.length), number: text.slice(start, cut), rest: word.slice(unit.length) },
      {
        fixes: [
          {
            effect: "resolves",
            title: {
              zh: `断开为「${text.slice(start, cut)} ${word.slice(unit.length)}」`,
              en: `Split into "${text.slice(start, cut)} ${word.slice(unit.length)}"`,
            },
            edits: [{ span: [cut, cut], text: " " }],
          },
        ],
      },
    ),
  );
  end = cut;
  return { end, payload: { digits, unit: unit === "" ? null : unit }, findings };
}

/** `保留2位小数`: the keyword is counted by the number before it. */
function isDecimals(word: string): boolean {
  return vocabulary.Decimals.zh.some((spelling) => spelling === word);
}

/** `60至80`: joined to the number without a space, and yet not part of it. */
function isRange(word: string): boolean {
  return word.startsWith(rangeWord) && (word.length === 1 || /^[0-9０-９]/.test(word.slice(1)));
}

function longestUnit(word: string, isUnit: (w: string) => boolean): string {
  for (let length = Math.min(word.length - 1, 12); length > 0; length -= 1) {
    if (isUnit(word.slice(0, length))) return word.slice(0, length);
  }
  return "";
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
