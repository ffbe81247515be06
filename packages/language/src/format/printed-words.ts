/**
 * Leaves and comments in, printed words out: each token's text in its normal form, how it joins its neighbours, and how many
 * line ends the author put before it.
 */
import type { Lang } from "../vocabulary/bilingual.js";
import { asciiDigits } from "../syntax/digits.js";
import type { SyntaxTree } from "../syntax/syntax-tree.js";
import { phrasesByFirstWord, keywordBySpelling, type NumberPayload, type Token } from "../syntax/tokens.js";
import { type RoleName, unitWords } from "../vocabulary/vocabulary.js";
import { declaredNames, spellKeyword, spellLibraryWord } from "./keyword-spelling.js";
import { leavesOf, type Leaf } from "./leaves.js";

export interface Spelling {
  readonly keywords: Lang | undefined;
  /** Puts every name between quotes that could be read as a keyword, a part of one, or a unit. */
  readonly quoteNames: boolean;
}

export interface Word {
  readonly kind: "word";
  readonly leaf: Leaf;
  readonly text: string;
  /** No space before it, or after it. */
  readonly joinsBefore: boolean;
  readonly joinsAfter: boolean;
  readonly newlines: number;
}

export interface Note {
  readonly kind: "note";
  readonly comment: "line" | "doc" | "block";
  readonly text: string;
  readonly newlines: number;
}

export type Piece = Word | Note;

export function wordsOf(tree: SyntaxTree, spelling: Spelling): Piece[] {
  const leaves = leavesOf(tree);
  const declared = declaredNames(leaves);
  const pieces: Piece[] = [];
  let end = 0;
  let next = 0;
  // Most words follow the one before after one space or none.
  const newlinesTo = (start: number): number =>
    start <= end || (start === end + 1 && tree.source[end] === " ") ? 0 : countLineEnds(tree.source.slice(end, start));
  const notesBefore = (offset: number): void => {
    for (let c = tree.comments[next]; c !== undefined && c.start < offset; c = tree.comments[++next]) {
      pieces.push({
        kind: "note",
        comment: c.kind,
        text: tidyComment(tree.source.slice(c.start, c.end)),
        newlines: newlinesTo(c.start),
      });
      end = Math.max(end, c.end);
    }
  };
  leaves.forEach((leaf, i) => {
    const text = textOf(leaf, leaves[i - 1], spelling, declared);
    if (text === "") return;
    notesBefore(leaf.span[0]);
    pieces.push({ kind: "word", leaf, text, ...joins(leaf, text), newlines: newlinesTo(leaf.span[0]) });
    end = Math.max(end, leaf.span[1]);
  });
  notesBefore(Infinity);
  return pieces;
}

function countLineEnds(text: string): number {
  return text.match(/\r\n|[\n\r\u2028\u2029\u0085\f]/g)?.length ?? 0;
}

function tidyComment(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .join("\n");
}

function textOf(leaf: Leaf, before: Leaf | undefined, spelling: Spelling, declared: ReadonlySet<string>): string {
  const { token, role } = leaf;
  if (role !== null) {
    const text = spellValue(role, leaf, before, spelling, declared);
    return token === null && spelling.keywords !== "zh" ? "" : text;
  }
  if (token === null) return "";
  const sign = signs[token.tokenType.name];
  if (sign !== undefined) return keptSigns.has(token.image) ? token.image : sign;
  switch (token.tokenType.name) {
    case "Number":
      return numberText(token);
    case "Date":
      return dateText(token.image);
    case "Text":
    case "QuotedName":
      return token.image;
    default:
      return nameText(token, leaf, spelling, declared);
  }
}

/** Signs that read better than their ASCII twins, in Chinese above all: left as their author wrote them. */
const valueWords: ReadonlySet<RoleName> = new Set(["Yes", "No", "None"]);

/** `无` may be the name of a level: then it stays, and a question for a blank must not become it. */
function spellValue(
  role: RoleName,
  leaf: Leaf,
  before: Leaf | undefined,
  { keywords }: Spelling,
  declared: ReadonlySet<string>,
): string {
  if (!valueWords.has(role)) return spellKeyword(role, leaf, before, keywords);
  if (declared.has(leaf.token?.image ?? "")) return spellKeyword(role, leaf, before, undefined);
  const text = spellKeyword(role, leaf, before, keywords);
  return role === "None" && declared.has(text) ? spellKeyword("Blank", leaf, before, keywords ?? "zh") : text;
}

const keptSigns: ReadonlySet<string> = new Set(["×", "÷", "≠", "≤", "≥", "、"]);

const signs: Readonly<Record<string, string>> = {
  Eq: "=",
  Neq: "!=",
  Le: "<=",
  Ge: ">=",
  Lt: "<",
  Gt: ">",
  Plus: "+",
  Minus: "-",
  Star: "*",
  Slash: "/",
  Caret: "^",
  Range: "..",
  Comma: ",",
  Colon: ":",
  Dot: ".",
  LCurly: "{",
  RCurly: "}",
  LParen: "(",
  RParen: ")",
  LSquare: "[",
  RSquare: "]",
  Sep: ";",
};

/** `０．１分` → `0.1 分`, `25 ％` → `25%`; the unit stays the word it was. */
function numberText(token: Token): string {
  const { digits, unit } = token.payload as NumberPayload;
  if (unit === null) return digits;
  const written = /[^0-9０-９.．\s][^]*$/.exec(token.image)?.[0] ?? unit;
  if (/^[%％‰]$/.test(written)) return digits + written.replace("％", "%");
  return `${digits} ${written.replace(/\s+/g, " ")}`;
}

function dateText(image: string): string {
  return asciiDigits(image).replace(/\s+/g, "").replaceAll("－", "-");
}

function nameText(token: Token, leaf: Leaf, spelling: Spelling, declared: ReadonlySet<string>): string {
  const { keywords, quoteNames } = spelling;
  const name = keywords === undefined ? token.image : spellLibraryWord(token.image, leaf, keywords, declared);
  if (!quoteNames || !isRisky(name)) return name;
  return keywords === "en" ? `\`${name}\`` : `「${name}」`;
}

const phraseWords: ReadonlySet<string> = new Set(
  [...phrasesByFirstWord.values()].flatMap((phrases) => phrases.flatMap((p) => p.words)),
);
const units: ReadonlySet<string> = new Set(unitWords);

function isRisky(name: string): boolean {
  return keywordBySpelling.has(name) || phraseWords.has(name) || units.has(name);
}

const closing: ReadonlySet<string> = new Set(["Comma", "Sep", "Colon", "RParen", "RSquare", "Dot"]);
const opening: ReadonlySet<string> = new Set(["LParen", "LSquare", "Dot"]);

function joins(leaf: Leaf, text: string): Pick<Word, "joinsBefore" | "joinsAfter"> {
  const name = leaf.token?.tokenType.name ?? "";
  const belongsToWord = leaf.rule === "reference" || (leaf.rule === "levels" && leaf.above === "fieldType");
  return {
    joinsBefore: closing.has(name) || (name === "LParen" && belongsToWord),
    joinsAfter: opening.has(name) || leaf.label === "sign" || text === "、",
  };
}
