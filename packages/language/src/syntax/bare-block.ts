/**
 * A part whose rules follow its head without braces: where they would open and close, by what the lines begin with.
 */
import type { IRecognitionException, TokenType } from "chevrotain";
import { diagnostic, type TypedDiagnostic } from "../diagnostics/diagnostic.js";
import type { Span } from "../source/span.js";
import { lineStarts, partStarts, opens } from "./opening-words.js";
import { Colon, LCurly, RCurly, role, Sep, tokenText, type Token } from "./tokens.js";

/** Of an item; a section holds parts. */
const ruleStarts = [...lineStarts, role.AppliesIf];

/** The diagnostic, and the lines it speaks for; null where no rules follow the head. */
export function blockWithoutBraces(
  error: IRecognitionException,
  tokens: readonly Token[],
  source: string,
): { readonly diagnostic: TypedDiagnostic; readonly block: Span } | null {
  const rule = error.context.ruleStack.at(-1);
  const isHead = error.message === "LCurly" || rule === "section" || rule === "item" || rule === "allowance";
  if (!isHead) return null;
  const at = tokens.findIndex((t) => t.startOffset >= error.token.startOffset);
  const head = startOfLine(tokens, at < 0 ? tokens.length : at);
  if (!opens(tokens[head], partStarts)) return null;
  const isSection = opens(tokens[head], [role.Section]);
  const open = tokens.findIndex(
    (t, i) => i >= head && (t.tokenType === Sep || (t.tokenType === Colon && i > head + 1)),
  );
  if (open < 0) return null;
  const first = open + 1 + (tokens[open]!.tokenType === Colon && tokens[open + 1]?.tokenType === Sep ? 1 : 0);
  const last = lastLine(tokens, first, isSection ? partStarts.slice(1) : ruleStarts);
  if (last === null) return null;
  const name = tokens[head + 1];
  const before = tokens[open - 1]!;
  const from = (before.endOffset as number) + 1;
  const to = (last.endOffset as number) + 1;
  const inside = source.slice(tokens[first]!.startOffset, to);
  const isClosed = isStrayClosing(tokens, tokens.indexOf(last));
  const isOneLine = tokens[open]!.tokenType === Colon && tokens[first - 1]!.tokenType === Colon;
  const close = isClosed ? "" : isOneLine && !inside.includes("\n") ? " }" : "\n}";
  return {
    block: [from, Math.max(to, tokens[tokens.indexOf(last) + 2]?.startOffset ?? source.length) + 1],
    diagnostic: diagnostic(
      "braces-missing",
      [tokens[head]!.startOffset, from],
      { name: tokenText(name) },
      {
        fixes: [
          {
            effect: "resolves",
            title: { zh: "加上 { }", en: "Add { }" },
            edits: [
              {
                span: [from, tokens[open]!.tokenType === Colon ? (tokens[open]!.endOffset as number) + 1 : from],
                text: " {",
              },
              ...(close === "" ? [] : [{ span: [to, to] as Span, text: close }]),
            ],
          },
        ],
      },
    ),
  };
}

/** The braces that open at this offset, with their content. */
export function blockAt(tokens: readonly Token[], offset: number): Span {
  let depth = 0;
  for (const token of tokens) {
    if (token.startOffset < offset) continue;
    if (token.tokenType === LCurly) depth += 1;
    else if (token.tokenType === RCurly) depth -= 1;
    if (depth <= 0) return [offset, (token.endOffset as number) + 1];
  }
  return [offset, offset];
}

function startOfLine(tokens: readonly Token[], at: number): number {
  let start = at - 1;
  while (start >= 0 && ![Sep, LCurly, RCurly].includes(tokens[start]!.tokenType)) start -= 1;
  if (tokens[start]?.tokenType === Sep && at === start + 1) return startOfLine(tokens, start);
  return start + 1;
}

/** The last token of the lines from here that begin with one of these words, with the blocks they hold. */
function lastLine(tokens: readonly Token[], from: number, starts: readonly TokenType[]): Token | null {
  let last: Token | null = null;
  for (let i = from; i < tokens.length && opens(tokens[i], starts);) {
    let depth = 0;
    for (; i < tokens.length; i += 1) {
      const type = tokens[i]!.tokenType;
      if (type === LCurly) depth += 1;
      if (type === RCurly) {
        if (depth === 0) return last;
        depth -= 1;
      }
      if (type === Sep && depth === 0) break;
      last = tokens[i]!;
    }
    while (tokens[i]?.tokenType === Sep) i += 1;
  }
  return last;
}

/** Whether the next thing is a brace that closes nothing: the block was opened in the writer's mind. */
function isStrayClosing(tokens: readonly Token[], at: number): boolean {
  const next = tokens.slice(at + 1).find((t) => t.tokenType !== Sep);
  if (next?.tokenType !== RCurly) return false;
  let depth = 0;
  for (const token of tokens) {
    if (token.tokenType === LCurly) depth += 1;
    else if (token.tokenType === RCurly) depth -= 1;
  }
  return depth < 0;
}
