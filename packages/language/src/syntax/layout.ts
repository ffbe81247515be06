/**
 * Raw tokens in, grammar tokens out: words become keywords and phrases, line ends become separators where they separate,
 * and nesting is limited so that no later recursion can overflow.
 */
import { type Fix, diagnostic, type TypedDiagnostic } from "../diagnostics/diagnostic.js";
import type { RawToken } from "./scan.js";
import {
  AddOp,
  Caret,
  Colon,
  Comma,
  CompareOp,
  Identifier,
  keywordBySpelling,
  LCurly,
  LParen,
  LSquare,
  Minus,
  MulOp,
  phrasesByFirstWord,
  RCurly,
  RParen,
  RSquare,
  role,
  Sep,
  type Token,
} from "./tokens.js";
import { tokenMatcher as is, type TokenType } from "chevrotain";

/** Deepest nesting of brackets. Each level costs the parser some twenty stack frames; a real rubric needs about eight. */
const maxDepth = 60;
/** Operators one after another in one expression. */
const maxOperators = 400;

export interface LaidOut {
  readonly tokens: Token[];
  readonly findings: readonly TypedDiagnostic[];
  /** Where reading had to stop, if it had to. */
  readonly stopped: boolean;
  /** Brackets that are open at the end. */
  readonly depth: number;
}

/** Lays out the tokens of a text; `before` is the token in front of them outside all brackets, and becomes the first of the result. */
export function layout(raw: readonly RawToken[], before: Token | null = null): LaidOut {
  const words = withKeywords(raw);
  const tokens: Token[] = before === null ? [] : [before];
  const findings: TypedDiagnostic[] = [];
  const open: Bracket[] = [];
  let operators = 0;
  let tables = 0;
  for (const [i, token] of words.entries()) {
    const last = tokens.at(-1);
    const inside = open.at(-1);
    if (token.newline && (inside === undefined || inside.type === LCurly) && last !== undefined) {
      const opensBand = inside?.bands === true && (is(token, CompareOp) || is(token, Minus));
      if (isOperator(token) && !opensBand && !isContinued(last) && !is(last, LCurly)) {
        const fixes = signedPoints(token, words[i + 1]);
        findings.push(diagnostic("line-begins-with-operator", spanOf(token), { operator: token.image }, { fixes }));
      } else if (separates(last, token)) {
        tokens.push(separator(last, token));
        operators = 0;
        tables = 0;
      }
    }
    if (isOperator(token)) operators += 1;
    else if (
      token.tokenType === Sep ||
      token.tokenType === LCurly ||
      token.tokenType === RCurly ||
      token.tokenType === Comma
    )
      operators = 0;
    if (is(token, role.By)) tables += 1;
    else if (is(token, Sep)) tables = 0;
    if (isOpening(token)) {
      const bands = is(token, LCurly) && tables > 0;
      open.push({ type: token.tokenType, bands, tables: bands ? tables - 1 : tables });
      tables = 0;
    } else if (isClosing(token)) tables = open.pop()?.tables ?? 0;
    if (open.length > maxDepth) {
      findings.push(diagnostic("nesting-too-deep", spanOf(token), { limit: maxDepth }));
      return { tokens, findings, stopped: true, depth: open.length };
    }
    if (operators > maxOperators) {
      findings.push(diagnostic("expression-too-long", spanOf(token), { limit: maxOperators }));
      return { tokens, findings, stopped: true, depth: open.length };
    }
    tokens.push(token);
  }
  return { tokens, findings, stopped: false, depth: open.length };
}

/**
 * `bands`: the braces of a `by` table, whose rows may begin with a comparison or a sign; `tables`: how many `by` before the
 * bracket still wait for theirs.
 */
interface Bracket {
  readonly type: TokenType;
  readonly bands: boolean;
  readonly tables: number;
}

/** Distinguishes keywords from names, and joins the words of a phrase that stand on one line into one token; the raw tokens are used up. */
function withKeywords(raw: readonly RawToken[]): RawToken[] {
  const out: RawToken[] = [];
  for (let i = 0; i < raw.length; i += 1) {
    const token = raw[i]!;
    if (token.tokenType !== Identifier) {
      out.push(token);
      continue;
    }
    const word = token.payload as string;
    const phrase = (phrasesByFirstWord.get(word) ?? []).find((k) =>
      k.words.every((w, j) => j === 0 || (raw[i + j]?.image === w && !raw[i + j]!.newline)),
    );
    const keyword = phrase ?? keywordBySpelling.get(word);
    if (keyword === undefined) {
      out.push(token);
      continue;
    }
    token.tokenType = keyword.type;
    token.tokenTypeIdx = keyword.type.tokenTypeIdx as number;
    if (phrase !== undefined) {
      token.image = phrase.words.join(" ");
      token.endOffset = raw[i + phrase.words.length - 1]!.endOffset as number;
    }
    out.push(token);
    if (phrase !== undefined) i += phrase.words.length - 1;
  }
  return out;
}

/** `-1 分` on a line of its own deducts a point. */
function signedPoints(sign: Token, number: Token | undefined): readonly Fix<"resolves">[] {
  const unit = typeof number?.payload === "object" ? number.payload.unit : null;
  if (!is(sign, AddOp) || (unit !== "分" && unit !== "points")) return [];
  const [zh, en] = is(sign, Minus) ? ["扣", "deduct"] : ["加", "add"];
  const text = `${unit === "分" ? zh : en} `;
  return [
    {
      effect: "resolves",
      title: { zh: `改为「${zh}」`, en: `Write ${text.trim()}` },
      edits: [{ span: spanOf(sign), text }],
    },
  ];
}

/** Whether a line's end between the two separates them. */
function separates(before: Token, after: Token): boolean {
  if (isContinued(before) || is(before, LCurly) || is(before, Sep)) return false;
  if (is(after, LCurly) || is(after, RCurly) || is(after, Sep)) return false;
  return !(is(before, RCurly) && is(after, role.Otherwise));
}

/** A line continues after an operator, a comma or a colon. */
function isContinued(token: Token): boolean {
  return isOperator(token) || is(token, Comma) || is(token, Colon) || is(token, role.Not);
}

function isOperator(token: Token): boolean {
  return (
    is(token, AddOp) ||
    is(token, MulOp) ||
    is(token, CompareOp) ||
    is(token, Caret) ||
    is(token, role.And) ||
    is(token, role.Or)
  );
}

function isOpening(token: Token): boolean {
  return is(token, LCurly) || is(token, LParen) || is(token, LSquare);
}

function isClosing(token: Token): boolean {
  return is(token, RCurly) || is(token, RParen) || is(token, RSquare);
}

function separator(before: Token, after: Token): Token {
  const start = (before.endOffset as number) + 1;
  return {
    tokenType: Sep,
    tokenTypeIdx: Sep.tokenTypeIdx as number,
    image: "\n",
    startOffset: start,
    endOffset: Math.max(start, after.startOffset) - 1,
  };
}

function spanOf(token: Token): readonly [number, number] {
  return [token.startOffset, (token.endOffset as number) + 1];
}
