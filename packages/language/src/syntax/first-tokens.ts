/**
 * The one or two tokens that a production of the grammar can begin with. Each rule is computed once.
 */
import {
  Alternation,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Terminal,
  type IProduction,
  type Rule,
  type TokenType,
} from "chevrotain";

/** What a sequence of productions can begin with. */
export interface FirstTokens {
  readonly types: ReadonlySet<TokenType>;
  /** Whether the sequence can be without a token. */
  readonly canBeEmpty: boolean;
}

/** The first tokens of a sequence, and behind each what can follow it within the sequence. */
export type FirstPairs = ReadonlyMap<TokenType, FirstTokens>;

/** The productions that hold others, by the name under which Chevrotain asks for their lookahead. */
export const containers = {
  Alternation,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
};

export type ContainerName = keyof typeof containers;
type Container = InstanceType<(typeof containers)[ContainerName]>;
type Sequence = readonly IProduction[];

const NOTHING: FirstTokens = { types: new Set(), canBeEmpty: true };

/** The result of `compute` for each rule, computed once. */
function byRule<T>(compute: (sequence: Sequence) => T): (rule: Rule) => T {
  const known = new WeakMap<Rule, T>();
  return (rule) => {
    const found = known.get(rule);
    if (found !== undefined) return found;
    const computed = compute(rule.definition);
    known.set(rule, computed);
    return computed;
  };
}

const firstOfRule = byRule(firstTokens);
const pairsOfRule = byRule(firstPairs);

export function firstTokens(sequence: Sequence): FirstTokens {
  let first = NOTHING;
  for (const production of sequence) {
    if (!first.canBeEmpty) break;
    first = followedBy(first, firstOf(production));
  }
  return first;
}

/** The production must be without separators between repetitions, which the grammar has as rules. */
export function firstPairs(sequence: Sequence): FirstPairs {
  const pairs = new Map<TokenType, FirstTokens>();
  for (const [index, production] of sequence.entries()) {
    const rest = firstTokens(sequence.slice(index + 1));
    for (const [type, next] of pairsOf(production)) addPair(pairs, type, followedBy(next, rest));
    if (!firstOf(production).canBeEmpty) break;
  }
  return pairs;
}

function firstOf(production: IProduction): FirstTokens {
  if (production instanceof Terminal) return { types: new Set([production.terminalType]), canBeEmpty: false };
  if (production instanceof NonTerminal) return firstOfRule(production.referencedRule);
  if (production instanceof Alternation)
    return sequenceOf(production)
      .map((alternative) => firstTokens(sequenceOf(alternative)))
      .reduce(either);
  const first = firstTokens(sequenceOf(production));
  return isOptional(production) ? { ...first, canBeEmpty: true } : first;
}

function pairsOf(production: IProduction): FirstPairs {
  if (production instanceof Terminal) return new Map([[production.terminalType, NOTHING]]);
  if (production instanceof NonTerminal) return pairsOfRule(production.referencedRule);
  const pairs = new Map<TokenType, FirstTokens>();
  if (production instanceof Alternation) {
    for (const alternative of sequenceOf(production))
      for (const [type, next] of firstPairs(sequenceOf(alternative))) addPair(pairs, type, next);
    return pairs;
  }
  const sequence = sequenceOf(production);
  if (!(production instanceof Repetition || production instanceof RepetitionMandatory)) return firstPairs(sequence);
  const again = { ...firstTokens(sequence), canBeEmpty: true };
  for (const [type, next] of firstPairs(sequence)) pairs.set(type, followedBy(next, again));
  return pairs;
}

/** What the first of two sequences in succession begin with. */
function followedBy(first: FirstTokens, rest: FirstTokens): FirstTokens {
  if (!first.canBeEmpty) return first;
  return { types: new Set([...first.types, ...rest.types]), canBeEmpty: rest.canBeEmpty };
}

function either(one: FirstTokens, other: FirstTokens): FirstTokens {
  return { types: new Set([...one.types, ...other.types]), canBeEmpty: one.canBeEmpty || other.canBeEmpty };
}

function addPair(pairs: Map<TokenType, FirstTokens>, type: TokenType, next: FirstTokens): void {
  const known = pairs.get(type);
  pairs.set(type, known === undefined ? next : either(known, next));
}

const isOptional = (production: IProduction): boolean =>
  production instanceof Option || production instanceof Repetition || production instanceof RepetitionWithSeparator;

/** The production of a rule by its kind and its index there; undefined where there is none. */
export function productionOf(rule: Rule, kind: ContainerName, index: number): Container | undefined {
  const within = (sequence: Sequence): Container | undefined => {
    for (const production of sequence) {
      if (production instanceof containers[kind] && production.idx === index) return production;
      const found = within(sequenceOf(production));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return within(rule.definition);
}

/** What a production consists of; nothing for a token and for a reference to a rule. */
export function sequenceOf(production: IProduction): Sequence {
  if (production instanceof Terminal || production instanceof NonTerminal) return [];
  return (production as Container).definition;
}
