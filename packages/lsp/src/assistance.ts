/**
 * Completion, hover and signature help.
 */
import type { Lang, Span } from "@yardstick/language";
import { complete, completionItemKinds, hover, signature } from "@yardstick/service";
import {
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type CompletionItem,
  type Hover,
  type Position,
  type SignatureHelp,
} from "vscode-languageserver";
import { targetAt } from "./navigation.js";
import type { AnalysedText, Workspace } from "./workspace.js";

/** A template without its tab stops, for clients that have none. */
const withoutStops = (snippet: string): string => snippet.replaceAll(/\$\{\d+:([^}]*)\}|\$\d+/gu, "$1");

/** The completions at a position. `takesSnippets`: whether the client has tab stops. */
export function completions(
  { text, analysis, uses }: AnalysedText,
  position: Position,
  lang: Lang,
  takesSnippets: boolean,
): CompletionItem[] {
  const offset = text.offsetAt(position);
  return complete(analysis, offset, lang, { uses }).map((item) => ({
    label: item.label,
    kind: CompletionItemKind[completionItemKinds[item.kind]],
    detail: item.detail,
    filterText: item.filter,
    sortText: String(item.order).padStart(3, "0"),
    textEdit: {
      range: text.rangeOf([item.span[0], Math.min(item.span[1], offset)]),
      newText: item.snippet && !takesSnippets ? withoutStops(item.text) : item.text,
    },
    ...(item.snippet && takesSnippets
      ? { insertTextFormat: InsertTextFormat.Snippet, insertTextMode: InsertTextMode.adjustIndentation }
      : {}),
  }));
}

const hasLength = (span: Span | undefined): boolean => span !== undefined && span[1] > span[0];

/** A paragraph of the service's Markdown as plain text. */
const withoutMarkdown = (line: string): string => line.replaceAll(/\\(.)|\*\*|`/gu, "$1");

/** The hover at a position, as Markdown where the client shows it; null where there is nothing to show. */
export function hoverAt(
  analysed: AnalysedText,
  position: Position,
  workspace: Workspace,
  lang: Lang,
  formats: readonly MarkupKind[],
): Hover | null {
  const { text, analysis } = analysed;
  const offset = text.offsetAt(position);
  const found = hover(analysis, offset, lang);
  if (found === null) return null;
  // A result of another rubric is what that rubric says of it.
  const target = targetAt(analysed, offset, workspace);
  const there = target === null || target.of === analysed ? null : hover(target.of.analysis, target.span[0], lang);
  const lines = there === null || !hasLength(target?.span) ? found.lines : [...found.lines, ...there.lines.slice(1)];
  return {
    range: text.rangeOf(found.span),
    contents: formats.includes(MarkupKind.Markdown)
      ? { kind: MarkupKind.Markdown, value: lines.join("\n\n") }
      : { kind: MarkupKind.PlainText, value: lines.map(withoutMarkdown).join("\n") },
  };
}

/** The signature of the function whose arguments contain a position. */
export function signatureAt({ text, analysis }: AnalysedText, position: Position, lang: Lang): SignatureHelp | null {
  const found = signature(analysis, text.offsetAt(position), lang);
  if (found === null) return null;
  const parameters = found.parameters.map(([start, end]) => ({ label: [start, end] as [number, number] }));
  return {
    signatures: [{ label: found.form, documentation: found.documentation, parameters }],
    activeSignature: 0,
    activeParameter: found.argument,
  };
}
