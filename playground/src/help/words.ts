/**
 * The words of the language as pages of the help: keywords, suffixes and functions, each with its spellings and meaning;
 * and the word or name at a position of a rubric, for help about it.
 */
import { builtins, parse, vocabulary, type Builtin, type Lang, type Role, type Token } from "@yardstick/language";

/** A word of the language. */
export interface Word {
  /** The same in both languages. */
  readonly id: string;
  readonly kind: "keyword" | "suffix" | "function";
  /** All spellings in each language, the usual one first. */
  readonly spellings: Readonly<Record<Lang, readonly string[]>>;
  readonly says: Readonly<Record<Lang, string>>;
  /** How a function is called; null for the others. */
  readonly form: Readonly<Record<Lang, string>> | null;
}

/** All words: keywords and suffixes in the order of the grammar, then functions. */
export const words: readonly Word[] = [
  ...Object.entries<Role>(vocabulary).map(([id, { en, zh, says, suffix }]): Word => ({
    id,
    kind: suffix === undefined ? "keyword" : "suffix",
    spellings: { en, zh },
    says,
    form: null,
  })),
  ...Object.entries<Builtin>(builtins).map(([id, { zh, form, documentation }]): Word => ({
    id: `${id}()`,
    kind: "function",
    spellings: { en: [id], zh: [zh] },
    says: documentation,
    form,
  })),
];

const keywords = bySpelling(words.filter(({ kind }) => kind !== "function"));
const functions = bySpelling(words.filter(({ kind }) => kind === "function"));

function bySpelling(of: readonly Word[]): ReadonlyMap<string, readonly Word[]> {
  const found = new Map<string, Word[]>();
  for (const word of of)
    for (const spelling of spellingsOf(word)) {
      const same = found.get(spelling);
      if (same === undefined) found.set(spelling, [word]);
      else same.push(word);
    }
  return found;
}

/** All spellings; a Chinese phrase may be written without its spaces. */
function spellingsOf({ spellings: { zh, en } }: Word): ReadonlySet<string> {
  return new Set([...zh, ...zh.map((text) => text.replaceAll(" ", "")), ...en]);
}

/** The content of a position: words of one spelling, or a name of the rubric. */
export type Place = { readonly words: readonly Word[] } | { readonly name: string };

/**
 * The word or name at an offset: the one that the offset is in or touches; for a number or a sign, the keyword before it in
 * its line; null where there is none.
 */
export function placeAt(rubric: string, offset: number): Place | null {
  const { tokens } = parse(rubric).tree;
  const touching = tokens.filter((token) => token.startOffset <= offset && offset <= endOf(token));
  // The one that begins at the offset before the one that ends there.
  for (const token of [...touching].reverse()) {
    const place = placeOf(token, tokens);
    if (place !== null) return place;
  }
  const line = rubric.lastIndexOf("\n", offset - 1) + 1;
  const before = tokens.filter((token) => line <= token.startOffset && endOf(token) <= offset);
  for (const token of before.reverse()) {
    const found = keywordsOf(token);
    if (found.length > 0) return { words: found };
  }
  return null;
}

/** The words that a piece of a rubric contains, by identity. */
export function wordsIn(rubric: string): ReadonlySet<string> {
  const { tokens } = parse(rubric).tree;
  const found = tokens.flatMap((token) => {
    const place = placeOf(token, tokens);
    return place !== null && "words" in place ? place.words : [];
  });
  return new Set(found.map(({ id }) => id));
}

const endOf = ({ startOffset, image }: Token): number => startOffset + image.length;

function placeOf(token: Token, tokens: readonly Token[]): Place | null {
  const found = keywordsOf(token);
  const isCalled = tokens[tokens.indexOf(token) + 1]?.image === "(";
  const called = isCalled ? (functions.get(token.image) ?? []) : [];
  if (found.length + called.length > 0) return { words: [...called, ...found] };
  return /^[\p{L}_]/u.test(token.image) ? { name: token.image } : null;
}

function keywordsOf({ image, tokenType }: Token): readonly Word[] {
  return tokenType.name.startsWith('"') ? (keywords.get(image.replaceAll(/\s+/gu, " ")) ?? []) : [];
}
