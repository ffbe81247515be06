/**
 * Chinese is written without spaces: a run such as `若班子不团结扣` is one word to the lexer. Where it splits wholly into keywords
 * and names that the rubric declares, that split is offered as a fix. It is never applied silently.
 */
import { tokenMatcher, type TokenType } from "chevrotain";
import { itemWords } from "../vocabulary/vocabulary.js";
import { isDigit } from "./digits.js";
import { Colon, Identifier, keywordBySpelling, QuotedName, role, tokenText, type Token } from "./tokens.js";

const chineseKeywords: ReadonlySet<string> = new Set(
  [...keywordBySpelling.keys()].filter((k) => /^\p{Script=Han}+$/u.test(k)),
);

const declaring = [
  role.Section,
  role.Item,
  ...itemWords.map(({ word }) => role[word]),
  role.Data,
  role.Constant,
  role.Let,
  role.Output,
  role.Ranking,
  role.Grades,
  role.Veto,
  role.Coefficient,
  role.Award,
  role.Consequence,
];

/** Names that the tokens declare: before a colon, or after a declaring keyword. */
export function declaredNames(tokens: readonly Token[]): Set<string> {
  return new Set(declaredKinds(tokens).keys());
}

/** The same names with what a line opens with to read them: a flag, a number, a list; empty where that is unknown. */
export function declaredKinds(tokens: readonly Token[]): Map<string, string> {
  const names = new Map<string, string>();
  tokens.forEach((token, i) => {
    if (token.tokenType !== Identifier && token.tokenType !== QuotedName) return;
    const before = tokens[i - 1];
    const declared = before !== undefined && declaring.some((each) => tokenMatcher(before, each));
    const typed = tokens[i + 1]?.tokenType === Colon;
    const name = tokenText(token);
    if (declared || typed) names.set(name, (typed ? kindOf(tokens[i + 2]) : "") || (names.get(name) ?? ""));
  });
  return names;
}

function kindOf(type: Token | undefined): string {
  if (type?.tokenType === Identifier) return "named";
  const plays = (...roles: readonly TokenType[]): boolean =>
    type !== undefined && roles.some((each) => tokenMatcher(type, each));
  if (plays(role.FlagType)) return "flag";
  if (plays(role.CountType, role.NumberType)) return "number";
  if (plays(role.ListType)) return "list";
  return plays(role.TextType, role.PercentType, role.DateType, role.ChoiceType, role.PeriodType) ? "other" : "";
}

/** The words it falls into, fewest first, with at least one keyword; null where it does not. */
export function splitJoined(run: string, names: ReadonlySet<string>): string[] | null {
  if (run.length < 2 || run.length > 60 || !/\p{Script=Han}/u.test(run)) return null;
  const best: (string[] | null)[] = [[], ...Array<null>(run.length).fill(null)];
  for (let end = 1; end <= run.length; end += 1) {
    for (let start = 0; start < end; start += 1) {
      const before = best[start];
      const word = run.slice(start, end);
      if (before === null || before === undefined || !isWord(word, names)) continue;
      const current = best[end];
      if (current === null || current === undefined || before.length + 1 < current.length)
        best[end] = [...before, word];
    }
  }
  const split = best[run.length];
  if (split === null || split === undefined || split.length < 2) return null;
  return split.some((w) => chineseKeywords.has(w)) ? split : null;
}

function isWord(word: string, names: ReadonlySet<string>): boolean {
  return chineseKeywords.has(word) || names.has(word) || [...word].every((c) => isDigit(c));
}
