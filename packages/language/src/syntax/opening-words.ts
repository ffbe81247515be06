/**
 * The words that lines, parts and declarations open with: they identify a block whose braces or head cannot be read.
 */
import { tokenMatcher, type TokenType } from "chevrotain";
import { role, type Token } from "./tokens.js";
import { itemWords, verbs } from "../vocabulary/vocabulary.js";

export const lineStarts: readonly TokenType[] = [
  role.Per,
  role.If,
  role.Each,
  ...verbs.map(({ name }) => role[name]),
  role.AtDiscretion,
  role.OpenClause,
];
export const partStarts: readonly TokenType[] = [role.Section, role.Item, ...itemWords.map(({ word }) => role[word])];
export const declarationStarts: readonly TokenType[] = [
  ...partStarts,
  role.Veto,
  role.Grades,
  role.Scenario,
  role.Test,
];

/** Whether the token can open one of these. */
export function opens(token: Token | undefined, starts: readonly TokenType[]): boolean {
  return token !== undefined && starts.some((each) => tokenMatcher(token, each));
}
