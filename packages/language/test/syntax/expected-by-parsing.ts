/**
 * What the grammar takes at a place, found the slow way: the whole parser, with all its recovery, asked anew for every keyword. What
 * `expectedAt` finds by stopping at the keyword is compared with it.
 */
import { createToken, Lexer, type CstNode, type TokenType } from "chevrotain";
import { grammar } from "../../src/syntax/grammar.js";
import { layout } from "../../src/syntax/layout.js";
import type { Expected } from "../../src/syntax/expected.js";
import { scan, type RawToken } from "../../src/syntax/scan.js";
import {
  Colon,
  DateToken,
  Identifier,
  keywordBySpelling,
  LCurly,
  NumberToken,
  QuotedName,
  RCurly,
  role,
  Sep,
  TextToken,
  type Token,
} from "../../src/syntax/tokens.js";
import type { RoleName } from "../../src/vocabulary/vocabulary.js";

const Nothing = createToken({ name: "Nothing", pattern: Lexer.NA });

const rolesByType: readonly (readonly [TokenType, readonly RoleName[]])[] = [
  ...new Map([...keywordBySpelling.values()].map((k) => [k.type, k.roles] as const)),
];

const rolesOf: ReadonlyMap<TokenType, readonly RoleName[]> = new Map(rolesByType);

/** What may stand at `offset`, the word that ends there put aside. */
export function expectedByParsing(source: string, offset: number): Expected {
  const typed = /[\p{ID_Start}_][\p{ID_Continue}]*$/u.exec(source.slice(0, offset))?.[0] ?? "";
  const start = offset - typed.length;
  const head = source.slice(0, start);
  const atLineStart = /(^|[\n\r])[ \t\u3000]*$/.test(head);
  const { tokens } = layout(scan(head, new Set()).tokens);
  const prefix = openElements(tokens);
  const last = prefix.at(-1);
  if (atLineStart && last !== undefined && last.tokenType !== Sep && last.tokenType !== LCurly)
    prefix.push(made(Sep, "\n"));
  const before = lineBefore(prefix);
  const takes = (type: TokenType): boolean => place(prefix, type, before.length > 0) !== null;
  return {
    roles: [...new Set(rolesByType.flatMap(([type, roles]) => rolesHere(prefix, type, roles, before.length > 0)))],
    name: takes(Identifier) || takes(QuotedName),
    number: takes(NumberToken),
    text: takes(TextToken),
    date: takes(DateToken),
    colon: takes(Colon),
    rules: openRules(prefix),
    word: [start, offset],
    before,
  };
}

/** A soft keyword is also a name; it counts as a keyword here only in the roles that are wanted, not as just any name. */
function rolesHere(
  prefix: readonly Token[],
  type: TokenType,
  roles: readonly RoleName[],
  inLine: boolean,
): readonly RoleName[] {
  const labels = place(prefix, type, inLine, roles);
  if (labels === null) return [];
  const named = roles.filter((r) => labels.has(r));
  return named.length > 0 || !(labels.has("op") || labels.has("unit")) ? named : roles.slice(0, 1);
}

/** What must be separated from a line before it; see `separators.ts`. */
const elements: ReadonlySet<string> = new Set(
  "declaration field section item allowance data applies line variant bandRow gradeRow vetoEffect change givenEntry entry".split(
    " ",
  ),
);

/**
 * The labels under which the grammar takes a token of this type next; null where it does not, or only as the beginning
 * of something that a line before must be parted from. A second token settles what needs two to be told; of a keyword that may be a name,
 * too, the first that makes it one of its `roles`.
 */
function place(
  prefix: readonly Token[],
  type: TokenType,
  inLine: boolean,
  roles: readonly RoleName[] = [],
): ReadonlySet<string> | null {
  const candidate = made(type, "");
  const roundsTo = keywordBySpelling.get("rounds to")!.type;
  let found: ReadonlySet<string> | null | undefined;
  for (const next of [[], ...[Identifier, Colon, NumberToken, roundsTo].map((follower) => [made(follower, "")])]) {
    grammar.input = [...prefix, candidate, ...next];
    const root = grammar.rubric();
    if (grammar.errors.some((error) => error.token === candidate)) continue;
    const labels = new Set<string>();
    const begins = visit(root, candidate, labels);
    const taken = begins && inLine ? null : labels;
    if (roles.length === 0 || roles.some((one) => labels.has(one))) return taken;
    if (found === undefined) found = taken;
  }
  return found ?? null;
}

/** Collects the labels of `candidate`; tells whether it is the first token of an element. */
function visit(node: CstNode, candidate: Token, labels: Set<string>): boolean {
  let begins = false;
  for (const [label, children] of Object.entries(node.children)) {
    for (const child of children) {
      if (!("children" in child)) {
        if (child === candidate) labels.add(label);
      } else {
        const inside = new Set<string>();
        begins = visit(child, candidate, inside) || begins;
        for (const found of inside) labels.add(found);
        const first = inside.size > 0 && child.location?.startOffset === Infinity;
        if (first && elements.has(child.name) && node.name !== "attribute") begins = true;
      }
    }
  }
  return begins;
}

function openRules(prefix: readonly Token[]): string[] {
  const probe = made(Nothing, "");
  grammar.input = [...prefix, probe];
  grammar.rubric();
  const error = grammar.errors.find((e) => e.token === probe);
  return error === undefined ? [] : [...error.context.ruleStack];
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

/**
 * The headers of the blocks that are open, and the line at hand. What is finished before it, in the file or in a block of parts,
 * fields or lines, cannot change what is allowed here, and need not be read again a hundred times.
 */
function openElements(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  /** For each open block where its contents begin in `kept`, and whether its lines stand for themselves. */
  const open: { readonly from: number; readonly isPlain: boolean }[] = [{ from: 0, isPlain: true }];
  for (const token of tokens) {
    const block = open.at(-1)!;
    if (token.tokenType === Sep && block.isPlain) kept.length = block.from;
    else kept.push(token);
    if (token.tokenType === LCurly)
      open.push({ from: kept.length, isPlain: opensPlainLines(kept.slice(block.isPlain ? block.from : 0)) });
    else if (token.tokenType === RCurly && open.length > 1) open.pop();
  }
  return kept;
}

const blocksOfLines: ReadonlySet<RoleName> = new Set(["Section", "Item", "Items", "Bonus", "Penalty", "Data"]);

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
