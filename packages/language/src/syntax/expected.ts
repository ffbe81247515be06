/**
 * What the grammar would take at a place of a text: the basis of completion. Asked of the parser itself, keyword by keyword,
 * over the declaration that contains the position, so that completion can never disagree with the grammar.
 */
import { createToken, Lexer, type TokenType } from "chevrotain";
import { layout } from "./layout.js";
import { OutOfSteps, theProbe } from "./probe.js";
import { scan, type RawToken } from "./scan.js";
import {
  Colon,
  DateToken,
  Identifier,
  keywordBySpelling,
  LCurly,
  LParen,
  NumberToken,
  QuotedName,
  RCurly,
  role,
  Sep,
  TextToken,
  type Token,
} from "./tokens.js";
import { itemWords, type RoleName } from "../vocabulary/vocabulary.js";

/** What the grammar expects at a position. */
export interface Expected {
  /** Roles of the keywords that are allowed here. */
  readonly roles: readonly RoleName[];
  readonly name: boolean;
  readonly number: boolean;
  readonly text: boolean;
  readonly date: boolean;
  readonly colon: boolean;
  /** Grammar rules that are open here, outermost first: `["rubric", "declaration", "section", "parts", "item", "lines", "line"]`. */
  readonly rules: readonly string[];
  /** The stretch of the word being typed, which a completion replaces. */
  readonly word: readonly [number, number];
  /** Tokens of the line before that word, their images. */
  readonly before: readonly string[];
}

/** What settles a token that needs two to be known. */
const roundsTo = keywordBySpelling.get("rounds to")!.type;
const followers = [[], ...[Identifier, Colon, NumberToken, roundsTo].map((type) => [made(type, "")])];

/** Rules that the parser may enter for one place, about 50 ms; what is not known by then is not offered. */
export const MAX_STEPS = 40_000;

const Nothing = createToken({ name: "Nothing", pattern: Lexer.NA });

const rolesOf: ReadonlyMap<TokenType, readonly RoleName[]> = new Map(
  [...keywordBySpelling.values()].map((k) => [k.type, k.roles] as const),
);

/** One type of those that play the same roles: the grammar knows keywords by their roles alone, not by how they are spelt. */
const keywordTypes: readonly (readonly [TokenType, readonly RoleName[]])[] = [
  ...new Map(
    [...rolesOf].map(([type, roles]) => [
      (type.CATEGORIES ?? []).map(({ name }) => name).join(" "),
      [type, roles] as const,
    ]),
  ).values(),
];

/** What is allowed at `offset`, ignoring the word that ends there. */
export function expectedAt(source: string, offset: number): Expected {
  const typed = /[\p{ID_Start}_][\p{ID_Continue}]*$/u.exec(source.slice(0, offset))?.[0] ?? "";
  const start = offset - typed.length;
  const head = source.slice(0, start);
  const atLineStart = /(^|[\n\r])[ \t\u3000]*$/.test(head);
  const { tokens } = layout(scan(head, new Set()).tokens);
  const { kept, open } = openElements(tokens);
  const last = kept.at(-1);
  if (atLineStart && last !== undefined && last.tokenType !== Sep && last.tokenType !== LCurly)
    kept.push(made(Sep, "\n"));
  const before = lineBefore(kept);
  const prefix = withoutRepetition(kept, open);
  const probe = theProbe();
  probe.begin(MAX_STEPS);
  const within = <T>(ask: () => T, otherwise: T): T => {
    try {
      return ask();
    } catch (error) {
      if (error instanceof OutOfSteps) return otherwise;
      throw error;
    }
  };
  const labelsOf = (type: TokenType, roles: readonly RoleName[] = []): ReadonlySet<string> | null => {
    const taken = within(() => probe.take(prefix, made(type, ""), followers, roles), null);
    return taken === null || (taken.begins && before.length > 0) ? null : taken.labels;
  };
  const takes = (type: TokenType): boolean => labelsOf(type) !== null;
  return {
    rules: within(() => probe.openRules(prefix, made(Nothing, "")), []),
    name: takes(Identifier) || takes(QuotedName),
    number: takes(NumberToken),
    text: takes(TextToken),
    date: takes(DateToken),
    colon: takes(Colon),
    roles: [...new Set(keywordTypes.flatMap(([type, roles]) => rolesHere(labelsOf(type, roles), roles)))],
    word: [start, offset],
    before,
  };
}

/** A soft keyword is also a name; it counts as a keyword here only in the roles that are wanted, not as just any name. */
function rolesHere(labels: ReadonlySet<string> | null, roles: readonly RoleName[]): readonly RoleName[] {
  if (labels === null) return [];
  const named = roles.filter((r) => labels.has(r));
  return named.length > 0 || !(labels.has("op") || labels.has("unit")) ? named : roles.slice(0, 1);
}

/** Offset `Infinity` marks a token that is asked about, not one of the text. */
function made(tokenType: TokenType, image: string): RawToken {
  return {
    tokenType,
    tokenTypeIdx: tokenType.tokenTypeIdx as number,
    image,
    startOffset: Infinity,
    endOffset: Infinity,
    newline: false,
  };
}

/** A block that is open: where its contents begin among the tokens kept, and whether its lines stand for themselves. */
interface Block {
  readonly from: number;
  readonly isPlain: boolean;
}

/**
 * The headers of the blocks that are open, and the line at hand. What is finished before it, in the file or in a block of parts,
 * fields or lines, cannot change what is allowed here, and need not be read again a hundred times.
 */
function openElements(tokens: readonly Token[]): { readonly kept: Token[]; readonly open: readonly Block[] } {
  const kept: Token[] = [];
  const open: Block[] = [{ from: 0, isPlain: true }];
  for (const token of tokens) {
    const block = open.at(-1)!;
    if (token.tokenType === Sep && block.isPlain) kept.length = block.from;
    else kept.push(token);
    if (token.tokenType === LCurly)
      open.push({ from: kept.length, isPlain: opensPlainLines(kept.slice(block.isPlain ? block.from : 0)) });
    else if (token.tokenType === RCurly && open.length > 1) open.pop();
  }
  return { kept, open };
}

/**
 * Of conditions inside conditions the innermost two are enough, and of brackets inside brackets three: those outside them take the same
 * in the same way.
 */
function withoutRepetition(kept: readonly Token[], open: readonly Block[]): Token[] {
  const isCondition = (block: number): boolean =>
    open[block]?.isPlain === true &&
    open[block - 1]?.isPlain === true &&
    rolesOf.get(kept[open[block - 1]!.from]!.tokenType)?.includes("If") === true;
  const needed = kept.filter((_, at) => {
    const block = open.filter(({ from }) => from <= at).length;
    return !(isCondition(block) && isCondition(block + 1) && isCondition(block + 2));
  });
  return needed.filter((token, at) => token.tokenType !== LParen || !isRunOf(needed, at, LParen, 4));
}

/** Whether the `length` tokens that begin here are all of this type. */
function isRunOf(tokens: readonly Token[], from: number, type: TokenType, length: number): boolean {
  const run = tokens.slice(from, from + length);
  return run.length === length && run.every(({ tokenType }) => tokenType === type);
}

const blocksOfLines: ReadonlySet<RoleName> = new Set<RoleName>([
  "Section",
  "Item",
  "Items",
  ...itemWords.map(({ word }) => word),
  "Data",
  "If",
]);

/** A section by variants is none: what its levels are belongs to its head. */
function opensPlainLines([first, ...head]: readonly Token[]): boolean {
  const roles = first === undefined ? [] : (rolesOf.get(first.tokenType) ?? []);
  return roles.some((name) => blocksOfLines.has(name)) && !head.some(({ tokenType }) => tokenType === role.By);
}

function lineBefore(prefix: readonly Token[]): string[] {
  let from = prefix.length;
  while (from > 0 && prefix[from - 1]!.tokenType !== Sep && prefix[from - 1]!.tokenType !== LCurly) from -= 1;
  return prefix.slice(from).map((t) => t.image);
}
