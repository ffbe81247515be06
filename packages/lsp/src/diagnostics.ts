/**
 * The diagnostics of a rubric, and the code actions that correct them.
 */
import { render, type Lang, type Severity, type Span, type TextEdit as LanguageEdit } from "@yardstick/language";
import { editsBetween, fixAll, keywordEdits, quickFixes } from "@yardstick/service";
import {
  CodeActionKind,
  DiagnosticSeverity,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
} from "vscode-languageserver";
import { checkFiles } from "yardstick";
import { workspaceEdit } from "./edits.js";
import { serverMessages } from "./messages.js";
import type { AnalysedText, Workspace } from "./workspace.js";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  advice: DiagnosticSeverity.Information,
};

/** The diagnostics of the text, in its order. */
export function diagnosticsOf({ text, findings }: AnalysedText, lang: Lang): Diagnostic[] {
  return findings.map((found) => {
    const { code, severity, span, message, help, related } = render(found, lang);
    return {
      range: text.rangeOf(span),
      severity: severities[severity],
      code,
      source: serverMessages[lang].source,
      message: help === null ? message : `${message}\n${help}`,
      relatedInformation: related.map((other) => ({
        location: { uri: text.uri, range: text.rangeOf(other.span) },
        message: other.message,
      })),
    };
  });
}

const isSameSpan = (one: Span, other: Span): boolean => one[0] === other[0] && one[1] === other[1];

/** The kind of the action that applies all fixes that leave no choice. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.yardstick`;
/** The kind of the actions that write the keywords in one language. */
const KEYWORDS = `${CodeActionKind.Refactor}.rewrite.keywords`;

/** The kinds of code actions that the server has. */
export const CODE_ACTION_KINDS: readonly string[] = [CodeActionKind.QuickFix, FIX_ALL, KEYWORDS];

/** The code actions for a range: the fixes of its diagnostics, all fixes at once, and keywords in the other language. */
export function codeActions(
  analysed: AnalysedText,
  { range, context }: CodeActionParams,
  { read, takesVersions }: Workspace,
  lang: Lang,
): CodeAction[] {
  const { text, analysis, path, findings } = analysed;
  const messages = serverMessages[lang];
  const wants = (kind: string) =>
    context.only === undefined ||
    context.only.some((only) => only === CodeActionKind.Empty || kind === only || kind.startsWith(`${only}.`));
  const action = (kind: string, title: string, edits: readonly LanguageEdit[]): CodeAction => ({
    title,
    kind,
    edit: workspaceEdit([[text, edits]], takesVersions),
  });
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    for (const { title, edits, code, span, isPreferred } of quickFixes(
      { ...analysis, findings },
      text.spanOf(range),
      lang,
    )) {
      const of = context.diagnostics.filter((each) => each.code === code && isSameSpan(text.spanOf(each.range), span));
      actions.push({
        ...action(CodeActionKind.QuickFix, title, edits),
        ...(of.length === 0 ? {} : { diagnostics: of }),
        ...(isPreferred ? { isPreferred } : {}),
      });
    }
  }
  // All fixes take several analyses, so they are only computed where the client asks for them.
  if (context.only !== undefined && wants(FIX_ALL)) {
    const fixed = fixAll(text.text, (each) => checkFiles(each, { file: path, lang, load: read }).diagnostics);
    const edits = editsBetween(text.text, fixed.text);
    if (edits.length > 0) actions.push(action(FIX_ALL, messages.fixAll, edits));
  }
  if (context.only !== undefined && wants(KEYWORDS))
    for (const keywords of ["zh", "en"] as const) {
      const edits = keywordEdits(analysis, keywords) ?? [];
      if (edits.length > 0) actions.push(action(KEYWORDS, messages.keywordsIn[keywords], edits));
    }
  return actions;
}
