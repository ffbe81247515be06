/**
 * Classifies tokens for syntax colouring.
 */
import { vocabulary, type Analysis, type Role, type Span, type Token } from "@yardstick/language";

/** The class of a token; `deduct` and `add` are keywords with a colour of their own. */
export type TokenClass =
  "keyword" | "deduct" | "add" | "declaration" | "name" | "number" | "text" | "comment" | "operator";

/** A token or comment with its class. */
export interface ClassifiedToken {
  readonly span: Span;
  readonly class: TokenClass;
}

const spelled = (role: Role): readonly string[] => [...role.en, ...role.zh];
const deducting = new Set(spelled(vocabulary.Deduct));
const adding = new Set([...spelled(vocabulary.Add), ...spelled(vocabulary.Earn)]);
const plain: Readonly<Record<string, TokenClass>> = {
  Number: "number",
  Date: "number",
  Text: "text",
  Identifier: "name",
  QuotedName: "name",
};

/** The classified tokens in the order of the text; separators and brackets are omitted. */
export function classify(analysis: Analysis): ClassifiedToken[] {
  const { tree } = analysis;
  const declared = new Set(analysis.facts.declared.map((d) => d.span[0]));
  const names = new Set([...analysis.facts.references.keys()].map((n) => n.span[0]));
  const words = tree.tokens.flatMap((token): ClassifiedToken[] => {
    const span: Span = [token.startOffset, (token.endOffset as number) + 1];
    const found = declared.has(span[0]) ? "declaration" : classOf(token, names.has(span[0]));
    return found === null ? [] : [{ span, class: found }];
  });
  const comments = tree.comments.map((c): ClassifiedToken => ({ span: [c.start, c.end], class: "comment" }));
  return [...words, ...comments].sort((a, b) => a.span[0] - b.span[0]);
}

/** `isName`: whether the checker resolved a soft keyword as a name. */
function classOf(token: Token, isName: boolean): TokenClass | null {
  const type = token.tokenType.name;
  if (type.startsWith('"')) {
    if (isName) return "name";
    if (deducting.has(token.image)) return "deduct";
    return adding.has(token.image) ? "add" : "keyword";
  }
  return plain[type] ?? (/Op$|Plus|Minus|Star|Slash|Caret|Eq|Neq|Le|Ge|Lt|Gt|Range/.test(type) ? "operator" : null);
}
