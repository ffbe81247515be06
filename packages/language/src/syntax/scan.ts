/**
 * Text in, words out: characters become raw tokens with their payload, comments go aside, what cannot be read becomes a diagnostic.
 * Full-width signs and digits are their ASCII twins everywhere outside text. Keywords and layout are the next steps' work.
 */
import { diagnostic, type TypedDiagnostic } from "../diagnostics/diagnostic.js";
import type { Span } from "../source/span.js";
import { oneSign, twoSigns } from "./signs.js";
import {
  DateToken,
  Identifier,
  NumberToken,
  QuotedName,
  Range,
  TextToken,
  type Comment,
  type Token,
} from "./tokens.js";
import { asciiDigits, isDigit, rangeWord } from "./digits.js";
import { scanNumber } from "./scan-number.js";
import { beforeDigits } from "../vocabulary/vocabulary.js";
import type { TokenType } from "chevrotain";

/** A token before keywords are distinguished from names; `newline`: a line ended between it and the token before. */
export interface RawToken extends Token {
  newline: boolean;
}

/** What was scanned of a text, or of a stretch of it. */
export interface Scanned {
  readonly tokens: RawToken[];
  readonly comments: Comment[];
  readonly findings: TypedDiagnostic[];
  /** The offset at which scanning stopped: the end asked for, or that of the token or comment that reaches beyond it. */
  readonly end: number;
  /** Whether a line ended between the last token and that offset. */
  readonly newline: boolean;
}

const wordPattern = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
const datePattern =
  /([0-9０-９]{4})(?:[-－]([0-9０-９]{1,2})[-－]([0-9０-９]{1,2})|年[ \t\u3000]*([0-9０-９]{1,2})月[ \t\u3000]*([0-9０-９]{1,2})日)(?![0-9０-９])/y;
const blanks: ReadonlySet<string> = new Set(
  " \t\u00a0\u3000\ufeff\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f",
);
/** Characters that are not seen but change what is read: bidirectional controls, zero-width signs, other controls. */
const hiddenPattern = /(?:(?![\t\n\r\f\ufeff])[\p{Cc}\p{Cf}])+/uy;
const hiddenInText = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/;

const closers: Readonly<Record<string, string>> = { '"': '"', "“": "”", "＂": "＂", "「": "」", "`": "`" };

const maxWord = 200;

/**
 * Reads `text` from one offset up to another, by default all of it. The first must be the end of a token, or 0; `units` are the unit
 * words that fields declare.
 */
export function scan(text: string, units: ReadonlySet<string>, from = 0, until = text.length): Scanned {
  const tokens: RawToken[] = [];
  const comments: Comment[] = [];
  const findings: TypedDiagnostic[] = [];
  let at = from;
  let newline = false;

  const push = (tokenType: TokenType, start: number, end: number, payload?: Token["payload"]): void => {
    const token: RawToken = {
      tokenType,
      tokenTypeIdx: tokenType.tokenTypeIdx as number,
      image: text.slice(start, end),
      startOffset: start,
      endOffset: end - 1,
      newline,
    };
    if (payload !== undefined) token.payload = payload;
    tokens.push(token);
    newline = false;
    at = end;
  };
  const matches = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };

  while (at < until) {
    const ch = text[at]!;
    if (ch === "\n" || ch === "\r" || ch === "\u2028" || ch === "\u2029" || ch === "\u0085" || ch === "\u000c") {
      newline = true;
      at += 1;
      continue;
    }
    if (blanks.has(ch)) {
      at += 1;
      continue;
    }
    if ((ch === "/" && (text[at + 1] === "/" || text[at + 1] === "*")) || (ch === "／" && text[at + 1] === "／")) {
      newline = comment() || newline;
      continue;
    }
    if (isHash(at)) {
      hashComment();
      continue;
    }
    if (closers[ch] !== undefined) {
      quoted(ch, closers[ch]);
      continue;
    }
    if (isDigit(ch)) {
      const date = matches(datePattern);
      if (date !== null) {
        calendarDay(date);
        continue;
      }
      const number = scanNumber(text, at, units);
      findings.push(...number.findings);
      push(NumberToken, at, number.end, number.payload);
      continue;
    }
    const word = matches(wordPattern);
    if (word !== null) {
      name(word[0]);
      continue;
    }
    sign(ch);
  }
  return { tokens, comments, findings, end: at, newline };

  /** Skips a comment; returns whether it spans a line's end. */
  function comment(): boolean {
    const start = at;
    if (text[at + 1] !== "*") {
      while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at += 1;
      comments.push({ start, end: at, kind: /^\/\/\/(?!\/)/.test(text.slice(start, start + 4)) ? "doc" : "line" });
      return false;
    }
    const close = text.indexOf("*/", at + 2);
    at = close < 0 ? text.length : close + 2;
    if (close < 0) findings.push(diagnostic("unclosed-comment", [start, start + 2], {}));
    comments.push({ start, end: at, kind: "block" });
    return text.slice(start, at).includes("\n");
  }

  /** Behind a word it is more likely part of a name. */
  function isHash(offset: number): boolean {
    return (
      (text[offset] === "#" || text[offset] === "＃") &&
      !/[\p{ID_Continue}#＃]$/u.test(text.slice(Math.max(0, offset - 2), offset))
    );
  }

  /** A comment sign of another language: the rest of the line is reported once, and not read as rules. */
  function hashComment(): void {
    const start = at;
    while (text[at] === "#" || text[at] === "＃") at += 1;
    const span: Span = [start, at];
    const blank = /[\s\u3000]/.test(text[at] ?? " ") ? "" : " ";
    findings.push(
      diagnostic(
        "hash-comment",
        span,
        { found: text.slice(...span) },
        {
          fixes: [
            { effect: "resolves", title: { zh: "改为 //", en: "Write //" }, edits: [{ span, text: `//${blank}` }] },
          ],
        },
      ),
    );
    while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at += 1;
    comments.push({ start, end: at, kind: "line" });
  }

  /** A text or a quoted name, up to its closing quote or, where that is missing, the end of the line. */
  function quoted(open: string, close: string): void {
    const start = at;
    let end = at + 1;
    let value = "";
    while (end < text.length && text[end] !== close && text[end] !== "\n" && text[end] !== "\r") {
      if (text[end] === "\\" && open !== "「" && open !== "`" && end + 1 < text.length && text[end + 1] !== "\n") {
        end += 1;
        value += text[end] === "n" ? "\n" : text[end];
      } else value += text[end];
      end += 1;
    }
    const isName = open === "「" || open === "`";
    const closed = text[end] === close;
    if (!closed) {
      const lineEnd = start + text.slice(start, end).trimEnd().length;
      findings.push(
        diagnostic(
          isName ? "unclosed-name" : "unclosed-text",
          [start, lineEnd],
          { open, close },
          {
            fixes: [
              {
                effect: "resolves",
                title: { zh: `补上 ${close}`, en: `Add ${close}` },
                edits: [{ span: [lineEnd, lineEnd], text: close }],
              },
            ],
          },
        ),
      );
    }
    if (hiddenInText.test(value)) findings.push(hidden([start, end]));
    if (isName && closed && value.trim() === "") findings.push(diagnostic("empty-name", [start, end + 1], {}));
    push(isName ? QuotedName : TextToken, start, closed ? end + 1 : end, isName ? value.normalize("NFC") : value);
  }

  function calendarDay(match: RegExpExecArray): void {
    const [year, month, day] = [match[1]!, match[2] ?? match[4]!, match[3] ?? match[5]!].map(asciiDigits) as [
      string,
      string,
      string,
    ];
    const span: Span = [at, at + match[0].length];
    const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    if (!isDay(Number(year), Number(month), Number(day)))
      findings.push(diagnostic("no-such-day", span, { found: match[0] }));
    push(DateToken, span[0], span[1], iso);
  }

  /** A word; a keyword that a number can follow ends where its digits begin. */
  function name(word: string): void {
    const digit = word.search(/[0-9０-９]/);
    const head = digit > 0 ? word.slice(0, digit) : word;
    if (head === rangeWord) return push(Range, at, at + head.length);
    const kept = digit > 0 && beforeDigits.has(head) ? head : word;
    if (kept.length > maxWord)
      findings.push(diagnostic("name-too-long", [at, at + kept.length], { length: kept.length, limit: maxWord }));
    push(Identifier, at, at + kept.length, kept.length > maxWord ? kept.slice(0, maxWord) : kept.normalize("NFC"));
  }

  function sign(ch: string): void {
    const two = twoSigns.get(text.slice(at, at + 2));
    if (two !== undefined) return push(two, at, at + 2);
    const one = oneSign.get(ch);
    if (one !== undefined) return push(one, at, at + 1);
    const unseen = matches(hiddenPattern);
    if (unseen !== null) {
      findings.push(hidden([at, at + unseen[0].length]));
      at += unseen[0].length;
      return;
    }
    const start = at;
    while (at < text.length && isStray(at)) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
    if (at === start) at += 1;
    const found = text.slice(start, at);
    findings.push(
      diagnostic(
        "stray-character",
        [start, at],
        { found },
        {
          fixes: [
            { effect: "resolves", title: { zh: "删去它", en: "Remove it" }, edits: [{ span: [start, at], text: "" }] },
          ],
        },
      ),
    );
  }

  function isStray(offset: number): boolean {
    const ch = text[offset]!;
    if (
      /\s/.test(ch) ||
      isDigit(ch) ||
      oneSign.has(ch) ||
      closers[ch] !== undefined ||
      twoSigns.has(text.slice(offset, offset + 2))
    )
      return false;
    wordPattern.lastIndex = offset;
    hiddenPattern.lastIndex = offset;
    return !wordPattern.test(text) && !hiddenPattern.test(text);
  }

  function hidden(span: Span): TypedDiagnostic {
    const found = Array.from(text.slice(span[0], span[1])).filter(
      (c) => hiddenInText.test(c) || !/[\p{L}\p{N}\p{P}\p{S} ]/u.test(c),
    );
    const codes = found.map((c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`);
    const clean = Array.from(text.slice(span[0], span[1]))
      .filter((c) => !found.includes(c))
      .join("");
    return diagnostic(
      "hidden-character",
      span,
      { codes: [...new Set(codes)].slice(0, 4) },
      {
        fixes: [
          {
            effect: "resolves",
            title: { zh: "删去看不见的字符", en: "Remove the invisible characters" },
            edits: [{ span, text: clean }],
          },
        ],
      },
    );
  }
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}
