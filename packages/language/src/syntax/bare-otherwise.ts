/**
 * `if C deduct 1 point otherwise deduct 2 points` on one line: `otherwise` follows a block, so both rules need braces.
 */
import { type IToken, tokenMatcher } from "chevrotain";
import { diagnostic, type Fix, type TypedDiagnostic } from "../diagnostics/diagnostic.js";
import { lineStarts, opens } from "./opening-words.js";
import { LCurly, RCurly, role, Sep, type Token } from "./tokens.js";

/** Null where the token is no `otherwise`. */
export function otherwiseWithoutBraces(token: IToken, tokens: readonly Token[]): TypedDiagnostic | null {
  if (!tokenMatcher(token, role.Otherwise)) return null;
  const at = tokens.findIndex(({ startOffset }) => startOffset === token.startOffset);
  const span = [token.startOffset, endOf(tokens[at])] as const;
  return diagnostic("otherwise-without-braces", span, {}, { fixes: bracesFix(tokens, at) });
}

const endOf = (token: IToken | undefined): number => ((token?.endOffset as number | undefined) ?? 0) + 1;
const ends = (token: Token | undefined): boolean =>
  token === undefined || token.tokenType === Sep || token.tokenType === RCurly;

/** Braces around the rule between condition and `otherwise`, and around the one behind it; none where these are not found. */
function bracesFix(tokens: readonly Token[], at: number): readonly Fix<"resolves">[] {
  let begin = at;
  while (begin > 0 && !ends(tokens[begin - 1]) && tokens[begin - 1]?.tokenType !== LCurly) begin -= 1;
  const first = tokens.findIndex(
    (token, index) => index > begin && index < at && opens(token, lineStarts) && !tokenMatcher(token, role.If),
  );
  let last = at;
  while (!ends(tokens[last + 1])) last += 1;
  const opening = tokens[begin];
  if (first < 0 || last === at || opening === undefined || !tokenMatcher(opening, role.If)) return [];
  const [rule, before, behind] = [tokens[first], tokens[at - 1], tokens[at + 1]];
  if (rule === undefined || behind === undefined || behind.tokenType === LCurly) return [];
  const insert = (offset: number, text: string) => ({ span: [offset, offset] as const, text });
  return [
    {
      effect: "resolves",
      title: { zh: "两条规则各加上 { }", en: "Put both rules between { and }" },
      edits: [
        insert(rule.startOffset, "{ "),
        insert(endOf(before), " }"),
        insert(behind.startOffset, "{ "),
        insert(endOf(tokens[last]), " }"),
      ],
    },
  ];
}
