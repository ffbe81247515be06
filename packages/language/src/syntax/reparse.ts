/**
 * Parsing of a text that differs in one stretch from a text without diagnostics: the declarations before and behind it are those of
 * the text before, and only what lies between is read. The outcome equals that of parsing all of the text (a property holds that).
 */
import type { CstNode } from "chevrotain";
import { rubricOf } from "./ast-of-rubric.js";
import type { Declaration } from "./ast.js";
import { nodes, spanOf } from "./cst.js";
import { Documentation } from "./documentation.js";
import { grammar } from "./grammar.js";
import { layout } from "./layout.js";
import { scan } from "./scan.js";
import { movedBy, tokenMovedBy } from "./moved.js";
import { structureDiagnostics } from "./structure.js";
import { inTextOrder, type Parsed, type SyntaxTree } from "./syntax-tree.js";
import { syntaxDiagnostics } from "./syntax-errors.js";
import { Sep, type Comment, type Token } from "./tokens.js";

/** A text without diagnostics, and what was parsed of it. */
interface Kept {
  readonly source: string;
  readonly units: ReadonlySet<string>;
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  readonly declarations: readonly Declaration[];
}

/** Shorter texts are parsed as a whole: that takes a few milliseconds. */
const MIN_LENGTH = 1_024;
/** So many tokens ahead no decision of the scanner, the layout or the grammar looks (two at most), with some to spare. */
const LOOKAHEAD = 6;
/**
 * An open document and the text that formatting or renaming leads to, each before and after a change: neither takes the place of the
 * other, which it resembles, since after a change each follows from its own former text.
 */
const MAX_KEPT = 4;

/** The texts that were parsed last, the latest first. */
const kept: Kept[] = [];

/** Keeps a parsed text without diagnostics for `reparse`. */
export function keep({ tree: { source, tokens, comments }, rubric }: Parsed, units: ReadonlySet<string>): void {
  if (source.length < MIN_LENGTH) return;
  const same = kept.findIndex((before) => before.source === source);
  if (same >= 0) kept.splice(same, 1);
  kept.unshift({ source, units, tokens, comments, declarations: rubric.declarations });
  kept.length = Math.min(kept.length, MAX_KEPT);
}

/** Parses a text from a kept one that it resembles; null where there is none, or where too much of it has to be read again. */
export function reparse(source: string, units: ReadonlySet<string>): Parsed | null {
  if (source.length < MIN_LENGTH) return null;
  for (const before of resembling(source)) {
    const parsed = isSameSet(before.units, units) ? reparseFrom(before, source) : null;
    if (parsed !== null) return parsed;
  }
  return null;
}

/** The kept texts of which a text has more than half unchanged, the nearest first. */
function resembling(source: string): readonly Kept[] {
  return kept
    .map((before) => ({ before, unchanged: unchangedLength(before.source, source) }))
    .filter(({ unchanged }) => unchanged * 2 > source.length)
    .sort((a, b) => b.unchanged - a.unchanged)
    .map(({ before }) => before);
}

function reparseFrom(before: Kept, source: string): Parsed | null {
  const by = source.length - before.source.length;
  const stretch = stretchOf(before, source);
  if (stretch === null) return null;
  const { first, firstToken, from, tail } = stretch;
  const until = tail === null ? source.length : tail.offset + by;
  if ((until - from) * 2 > source.length) return null;

  const scanned = scan(source, before.units, from, until);
  if (scanned.end !== until || (tail !== null && !scanned.newline)) return null;
  const [seed, next] = [before.tokens[firstToken - 1] ?? null, tail === null ? null : before.tokens[tail.token]!];
  const raw = next === null ? scanned.tokens : [...scanned.tokens, { ...tokenMovedBy(next, by), newline: true }];
  const laidOut = layout(raw, seed);
  if (laidOut.stopped || (tail !== null && laidOut.depth > 0)) return null;
  const own = laidOut.tokens.slice(seed === null ? 0 : 1, next === null ? undefined : -1);
  if ((seed !== null && own[0]?.tokenType !== Sep) || (next !== null && own.at(-1)?.tokenType !== Sep)) return null;

  grammar.input = own;
  const root = grammar.rubric();
  const { errors } = grammar;
  const behind = tail === null ? Infinity : before.declarations[tail.declaration]!.span[0] + by;
  const readRoot = readBefore(root, behind);
  if (readRoot === null || errors.some(({ token }) => tail !== null && !(token.startOffset < behind))) return null;

  const tokens = joined(before.tokens, [firstToken, own, tail?.token], by, tokenMovedBy);
  const firstComment = before.comments.findIndex(({ start }) => start >= from);
  const lastComment = before.comments.findIndex(({ start }) => start >= (tail?.offset ?? Infinity));
  const comments = joined(
    before.comments,
    [
      orEnd(firstComment, before.comments),
      scanned.comments,
      tail === null ? undefined : orEnd(lastComment, before.comments),
    ],
    by,
    (comment, distance) => ({ ...comment, start: comment.start + distance, end: comment.end + distance }),
  );
  const { declarations: read } = rubricOf(readRoot, source.length, new Documentation(source, scanned.comments));
  const declarations = joined(before.declarations, [first, read, tail?.declaration], by, movedBy);
  const found = syntaxDiagnostics(errors, tokens, source, [...scanned.findings, ...laidOut.findings]);
  if (errors.length === 0) found.push(...structureDiagnostics(root, source, own));
  return {
    tree: new ReparsedTree(source, tokens, comments),
    rubric: { kind: "rubric", span: [0, source.length], declarations },
    findings: inTextOrder(found),
  };
}

/** What is read again of a text. */
interface Stretch {
  /** The number of declarations and of tokens in front of it, which stay. */
  readonly first: number;
  readonly firstToken: number;
  /** The offset at which it begins: the end of the last token that stays. */
  readonly from: number;
  /**
   * What stays behind it, at its place in the text before: the first declaration that is taken over, and the token and the offset that
   * end the stretch, some tokens later, so that the grammar sees what follows. Null where the stretch reaches to the end of the text.
   */
  readonly tail: { readonly declaration: number; readonly token: number; readonly offset: number } | null;
}

function stretchOf({ source: old, tokens, declarations }: Kept, source: string): Stretch | null {
  const same = commonPrefix(old, source);
  const sameAtEnd = commonSuffix(old, source, Math.min(old.length, source.length) - same);
  const touched = firstAt(tokens, same - 1, ({ endOffset }) => endOffset as number) - LOOKAHEAD;
  const safe = touched < 0 ? 0 : tokens[touched]!.startOffset;
  let first = 0;
  while (first < declarations.length && declarations[first]!.span[1] <= safe) first += 1;
  const from = first === 0 ? 0 : declarations[first - 1]!.span[1];
  const firstToken = firstAt(tokens, from, ({ startOffset }) => startOffset);
  if (first > 0 && tokens[firstToken - 1]!.endOffset !== from - 1) return null;

  // Two characters before a sign say whether a comment begins. Documentation stands between a declaration and the one before it.
  const changed = old.length - sameAtEnd + 2;
  let declaration = first + 1;
  while (declaration < declarations.length && declarations[declaration - 1]!.span[1] < changed) declaration += 1;
  const last = declarations[declaration];
  if (last === undefined) return { first, firstToken, from, tail: null };
  const enough = firstAt(tokens, last.span[0], ({ startOffset }) => startOffset) + LOOKAHEAD;
  for (const { span } of declarations.slice(declaration + 1)) {
    const token = firstAt(tokens, span[0], ({ startOffset }) => startOffset);
    const begins = tokens[token] as (Token & { readonly newline?: boolean }) | undefined;
    const isLine = begins?.startOffset === span[0] && begins.newline === true && tokens[token - 1]!.tokenType === Sep;
    if (token >= enough && isLine) return { first, firstToken, from, tail: { declaration, token, offset: span[0] } };
  }
  return { first, firstToken, from, tail: null };
}

/** The root without the declarations from an offset on; null where none begins there. */
function readBefore(root: CstNode, offset: number): CstNode | null {
  if (offset === Infinity) return root;
  const declarations = nodes(root, "declaration");
  const at = declarations.findIndex((each) => spanOf(each)[0] === offset);
  return at < 0 ? null : { ...root, children: { ...root.children, declaration: declarations.slice(0, at) } };
}

/** The elements before the first number, others in place of those up to the last, and the rest, moved. */
function joined<T>(
  before: readonly T[],
  [first, own, last = before.length]: readonly [number, readonly T[], number | undefined],
  by: number,
  move: (element: T, by: number) => T,
): T[] {
  const rest = before.slice(last);
  return [...before.slice(0, first), ...own, ...(by === 0 ? rest : rest.map((element) => move(element, by)))];
}

/** The tree of tokens and comments; what the grammar makes of them is computed where it is asked for: by formatting and by edits. */
class ReparsedTree implements SyntaxTree {
  #root: CstNode | null = null;

  constructor(
    readonly source: string,
    readonly tokens: Token[],
    readonly comments: readonly Comment[],
  ) {}

  get root(): CstNode {
    if (this.#root === null) {
      grammar.input = this.tokens;
      this.#root = grammar.rubric();
    }
    return this.#root;
  }
}

function orEnd(index: number, { length }: readonly unknown[]): number {
  return index < 0 ? length : index;
}

/** The index of the first element whose number, which rises, is at least a limit. */
function firstAt<T>(elements: readonly T[], limit: number, numberOf: (element: T) => number): number {
  let [low, high] = [0, elements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberOf(elements[middle]!) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many characters two texts share at their beginnings and ends. */
function unchangedLength(one: string, other: string): number {
  const length = commonPrefix(one, other);
  return length + commonSuffix(one, other, Math.min(one.length, other.length) - length);
}

function commonPrefix(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  return length;
}

function commonSuffix(one: string, other: string, most: number): number {
  let length = 0;
  while (length < most && one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length))
    length += 1;
  return length;
}

function isSameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}
