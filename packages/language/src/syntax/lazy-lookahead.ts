/**
 * Decides between alternatives as Chevrotain does, but computes the tokens that decide when a choice is first met: a text meets few of
 * the grammar's choices. Where one or two tokens decide, they come from `first-tokens.ts`: Chevrotain's search for paths of any length
 * takes several times as long, and so does comparing a text with them.
 */
import { LLkLookaheadStrategy, type ILookaheadStrategy, type IToken, type TokenType } from "chevrotain";
import { firstPairs, firstTokens, productionOf, sequenceOf } from "./first-tokens.js";

type Alternatives = Parameters<ILookaheadStrategy["buildLookaheadForAlternation"]>[0];
type Optional = Parameters<ILookaheadStrategy["buildLookaheadForOptional"]>[0];
type OfAlternation = ReturnType<ILookaheadStrategy["buildLookaheadForAlternation"]>;
type OfOptional = ReturnType<ILookaheadStrategy["buildLookaheadForOptional"]>;

/** The member of Chevrotain's parser that reads ahead. */
interface Reader {
  LA_FAST(ahead: number): IToken;
}

export class LazyLookahead extends LLkLookaheadStrategy {
  override buildLookaheadForAlternation(options: Alternatives): OfAlternation {
    let built: OfAlternation | null = null;
    const build = () => byOne(options) ?? byTwo(options) ?? super.buildLookaheadForAlternation(options);
    return function (this: unknown, alternatives) {
      built ??= build();
      return built.call(this, alternatives);
    };
  }

  override buildLookaheadForOptional(options: Optional): OfOptional {
    let built: OfOptional | null = null;
    const build = () => optional(options) ?? super.buildLookaheadForOptional(options);
    return function (this: unknown) {
      built ??= build();
      return built.call(this);
    };
  }
}

/** Null where one token does not decide. */
function optional({ rule, prodOccurrence, prodType, maxLookahead }: Optional): OfOptional | null {
  const production = productionOf(rule, prodType, prodOccurrence);
  if (production === undefined || maxLookahead !== 1) return null;
  const { types, canBeEmpty } = firstTokens(sequenceOf(production));
  if (canBeEmpty) return null;
  const enters: boolean[] = [];
  for (const index of indexesOf(types)) enters[index] = true;
  return function (this: unknown) {
    return enters[(this as Reader).LA_FAST(1).tokenTypeIdx] === true;
  };
}

/** Null where one token does not decide. */
function byOne({ rule, prodOccurrence, maxLookahead, hasPredicates }: Alternatives): OfAlternation | null {
  const alternation = productionOf(rule, "Alternation", prodOccurrence);
  if (alternation === undefined || maxLookahead !== 1 || hasPredicates) return null;
  const choices: number[] = [];
  for (const [choice, alternative] of alternation.definition.entries()) {
    const { types, canBeEmpty } = firstTokens(sequenceOf(alternative));
    if (canBeEmpty) return null;
    for (const index of indexesOf(types)) choices[index] ??= choice;
  }
  return function (this: unknown) {
    return choices[(this as Reader).LA_FAST(1).tokenTypeIdx];
  };
}

/** An alternative with the tokens that may follow its first; null where the first alone decides. */
interface Candidate {
  readonly choice: number;
  readonly seconds: ReadonlySet<number> | null;
}

/** Null where two tokens do not decide. A second token is looked at only behind a first that other alternatives begin with, too. */
function byTwo({ rule, prodOccurrence, maxLookahead, hasPredicates }: Alternatives): OfAlternation | null {
  const alternation = productionOf(rule, "Alternation", prodOccurrence);
  if (alternation === undefined || maxLookahead !== 2 || hasPredicates) return null;
  const alternatives = alternation.definition.map(sequenceOf);
  if (alternatives.some((sequence) => firstTokens(sequence).canBeEmpty)) return null;
  const firsts = alternatives.map((sequence) => indexesOf(firstTokens(sequence).types));
  const candidates: Candidate[][] = [];
  for (const [choice, sequence] of alternatives.entries())
    for (const [type, { types, canBeEmpty }] of firstPairs(sequence)) {
      const indexes = indexesOf([type]);
      const isShared = firsts.some((other, at) => at !== choice && [...indexes].some((index) => other.has(index)));
      const seconds = isShared && !canBeEmpty ? indexesOf(types) : null;
      for (const index of indexes) (candidates[index] ??= []).push({ choice, seconds });
    }
  return function (this: unknown) {
    const reader = this as Reader;
    const found = candidates[reader.LA_FAST(1).tokenTypeIdx];
    if (found === undefined) return undefined;
    for (const { choice, seconds } of found)
      if (seconds === null || seconds.has(reader.LA_FAST(2).tokenTypeIdx)) return choice;
    return undefined;
  };
}

/** The indexes of the types and of all types that belong to them. */
function indexesOf(types: Iterable<TokenType>): ReadonlySet<number> {
  const indexes = new Set<number>();
  for (const { tokenTypeIdx, categoryMatches } of types) {
    indexes.add(tokenTypeIdx!);
    for (const index of categoryMatches!) indexes.add(index);
  }
  return indexes;
}
