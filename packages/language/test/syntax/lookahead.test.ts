import {
  CstParser,
  EOF,
  type ILookaheadStrategy,
  LLkLookaheadStrategy,
  type Rule,
  type IProduction,
  type IToken,
  type TokenType,
} from "chevrotain";
import { describe, expect, it } from "vitest";
import { RubricGrammar } from "../../src/syntax/grammar.js";
import { containers, sequenceOf, type ContainerName } from "../../src/syntax/first-tokens.js";
import { LazyLookahead } from "../../src/syntax/lazy-lookahead.js";
import { layout } from "../../src/syntax/layout.js";
import { scan } from "../../src/syntax/scan.js";
import { tokenTypes } from "../../src/syntax/tokens.js";

interface Choice {
  readonly rule: Rule;
  readonly kind: ContainerName;
  readonly idx: number;
  readonly maxLookahead: number;
  readonly hasPredicates: boolean;
}

const names = Object.keys(containers) as ContainerName[];

function choicesOf(rule: Rule): readonly Choice[] {
  const within = (production: IProduction): readonly Choice[] => {
    const inside = sequenceOf(production).flatMap(within);
    const kind = names.find((name) => production instanceof containers[name]);
    if (kind === undefined) return inside;
    const { idx, maxLookahead, hasPredicates } = production as unknown as Choice;
    return [{ rule, kind, idx, maxLookahead: maxLookahead || 1, hasPredicates: hasPredicates === true }, ...inside];
  };
  return rule.definition.flatMap(within);
}

const grammar = new RubricGrammar();
const rules = Object.values(grammar.getGAstProductions());
const choices = rules.flatMap(choicesOf);

/** One type for each set of categories: types of the same categories are alike to the grammar. */
const alike = [...new Map([...tokenTypes, EOF].map((type) => [categories(type), type])).values()];

function categories(type: TokenType): string {
  const isConsumed = type.CATEGORIES!.length === 0 || type.categoryMatches!.length > 0 || !type.name.startsWith('"');
  return [isConsumed ? type.name : "", ...type.CATEGORIES!.map(({ name }) => name)].join(" ");
}

/** What the lookahead says with these tokens ahead: the index of an alternative, or whether to enter. */
function decided(strategy: ILookaheadStrategy, choice: Choice): (...ahead: readonly TokenType[]) => unknown {
  const { rule, idx: prodOccurrence, kind, maxLookahead, hasPredicates } = choice;
  const options = { rule, prodOccurrence, maxLookahead, hasPredicates, dynamicTokensEnabled: false };
  const decide =
    kind === "Alternation"
      ? strategy.buildLookaheadForAlternation(options)
      : strategy.buildLookaheadForOptional({ ...options, prodType: kind });
  return (...ahead) => {
    const LA_FAST = (at: number): Partial<IToken> => ({ tokenTypeIdx: (ahead[at - 1] ?? EOF).tokenTypeIdx! });
    return (decide as (this: object, alternatives: readonly never[]) => unknown).call({ LA_FAST }, []);
  };
}

describe("lookahead", () => {
  it("decides each choice of the grammar as Chevrotain does, whatever tokens are ahead", () => {
    // Gates read more of the parser than what is ahead; such choices are left to Chevrotain.
    const compared = choices.filter(({ hasPredicates }) => !hasPredicates);
    expect(compared.length).toBeGreaterThan(100);
    const differing: string[] = [];
    for (const choice of compared) {
      const [ours, theirs] = [new LazyLookahead(), new LLkLookaheadStrategy()].map((each) => decided(each, choice));
      const seconds = choice.maxLookahead === 1 ? [EOF] : alike;
      for (const first of choice.maxLookahead === 1 ? [...tokenTypes, EOF] : alike)
        for (const second of seconds)
          if (ours!(first, second) !== theirs!(first, second))
            differing.push(`${choice.rule.name} ${choice.kind} ${choice.idx}: ${first.name} ${second.name}`);
    }
    expect(differing).toEqual([]);
  });

  it("continues behind an error where Chevrotain does", () => {
    /** The grammar as Chevrotain analyses it. */
    class Plain extends RubricGrammar {
      protected override performSelfAnalysis(): void {
        Reflect.apply(Reflect.get(CstParser.prototype, "performSelfAnalysis"), this, []);
      }
    }
    const [ours, theirs] = [new RubricGrammar(), new Plain()].map((parser) => {
      parser.input = layout(scan("item {", new Set()).tokens).tokens;
      parser.rubric();
      expect(parser.errors).not.toEqual([]);
      const follows = Reflect.get(parser, "resyncFollows") as Record<string, readonly TokenType[]>;
      return Object.entries(follows).map(([place, types]) => [place, types.map(({ name }) => name)]);
    });
    expect(theirs!.length).toBeGreaterThan(150);
    expect(ours).toEqual(theirs);
  });
});
