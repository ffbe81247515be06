/**
 * The token types of the grammar, made from the vocabulary: a role is a category, each spelling a token type in the categories of its roles.
 * A soft keyword is also a `Name`; a hard one only an `AnyName`, legal in declarations and after a dot.
 */
import { CstParser, Lexer, type IToken, type TokenType } from "chevrotain";
import { roleNames, vocabulary, type Role, type RoleName } from "../vocabulary/vocabulary.js";

/**
 * A token type, completed with all others by `completed` below: `createToken` completes the categories of each type again, which takes
 * time in the square of the keywords.
 */
function type(name: string, ...categories: TokenType[]): TokenType {
  return { name, PATTERN: Lexer.NA, CATEGORIES: categories };
}

export const AnyName = type("AnyName");
/** What can be a name at the position of a value or a reference. */
export const Name = type("Name", AnyName);
export const Identifier = type("Identifier", Name);
export const QuotedName = type("QuotedName", Name);
export const NumberToken = type("Number");
export const TextToken = type("Text");
export const DateToken = type("Date");

export const CompareOp = type("CompareOp");
export const Eq = type("Eq", CompareOp);
export const Neq = type("Neq", CompareOp);
export const Le = type("Le", CompareOp);
export const Ge = type("Ge", CompareOp);
export const Lt = type("Lt", CompareOp);
export const Gt = type("Gt", CompareOp);
export const AddOp = type("AddOp");
export const Plus = type("Plus", AddOp);
export const Minus = type("Minus", AddOp);
export const MulOp = type("MulOp");
export const Star = type("Star", MulOp);
export const Slash = type("Slash", MulOp);
export const Caret = type("Caret");
export const Range = type("Range");
export const Comma = type("Comma");
export const Colon = type("Colon");
export const Dot = type("Dot");
export const LCurly = type("LCurly");
export const RCurly = type("RCurly");
export const LParen = type("LParen");
export const RParen = type("RParen");
export const LSquare = type("LSquare");
export const RSquare = type("RSquare");
/** A line's end that separates, `;` or `。`. */
export const Sep = type("Sep");

/** Roles as token categories: what the grammar consumes. */
export const role = Object.fromEntries(roleNames.map((name) => [name, type(name)])) as Record<RoleName, TokenType>;

/** A keyword: its spelling in words parted by single spaces, and the roles it can play. */
export interface Keyword {
  readonly words: readonly string[];
  readonly type: TokenType;
  readonly roles: readonly RoleName[];
}

function keywords(): Map<string, Keyword> {
  const rolesOf = new Map<string, RoleName[]>();
  for (const name of roleNames) {
    const { en, zh }: Role = vocabulary[name];
    const spellings = [...en, ...zh, ...zh.filter((s) => s.includes(" ")).map((s) => s.replaceAll(" ", ""))];
    for (const spelling of spellings) rolesOf.set(spelling, [...(rolesOf.get(spelling) ?? []), name]);
  }
  const made = new Map<string, Keyword>();
  for (const [spelling, roles] of rolesOf) {
    const hard = roles.some((r) => (vocabulary[r] as Role).hard === true);
    const words = spelling.split(" ");
    const categories = [...roles.map((r) => role[r]), ...(words.length > 1 ? [] : [hard ? AnyName : Name])];
    made.set(spelling, { words, roles, type: type(`"${spelling}"`, ...categories) });
  }
  return made;
}

/** By spelling, words parted by single spaces. */
export const keywordBySpelling: ReadonlyMap<string, Keyword> = keywords();

/** Keywords of several words by their first, longest first. */
export const phrasesByFirstWord: ReadonlyMap<string, readonly Keyword[]> = (() => {
  const byFirst = new Map<string, Keyword[]>();
  for (const keyword of keywordBySpelling.values()) {
    const first = keyword.words[0]!;
    if (keyword.words.length > 1) byFirst.set(first, [...(byFirst.get(first) ?? []), keyword]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
})();

/** All token types the parser must know. */
export const tokenTypes: TokenType[] = completed([
  AnyName,
  Name,
  Identifier,
  QuotedName,
  NumberToken,
  TextToken,
  DateToken,
  CompareOp,
  Eq,
  Neq,
  Le,
  Ge,
  Lt,
  Gt,
  AddOp,
  Plus,
  Minus,
  MulOp,
  Star,
  Slash,
  Caret,
  Range,
  Comma,
  Colon,
  Dot,
  LCurly,
  RCurly,
  LParen,
  RParen,
  LSquare,
  RSquare,
  Sep,
  ...Object.values(role),
  ...[...keywordBySpelling.values()].map((k) => k.type),
]);

/** Gives the types their indexes and the types that belong to them, as every parser does for its vocabulary. */
function completed(types: TokenType[]): TokenType[] {
  void new CstParser(types);
  return types;
}

/** A token of the grammar. `payload` carries what the image alone does not say. */
export interface Token extends IToken {
  payload?: NumberPayload | string;
}

/** What a token says as text: the value of a text, a name or a date, else as it is written. Empty where there is no token. */
export function tokenText(token: Token | null | undefined): string {
  return typeof token?.payload === "string" ? token.payload : (token?.image ?? "");
}

/** Of a number: plain ASCII digits and the unit as written. Of a text, a name or a date the payload is its value. */
export interface NumberPayload {
  readonly digits: string;
  readonly unit: string | null;
}

/** A comment, kept beside the tokens; `///` documents the declaration that follows. */
export interface Comment {
  readonly start: number;
  readonly end: number;
  readonly kind: "line" | "block" | "doc";
}
