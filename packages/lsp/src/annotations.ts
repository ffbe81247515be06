/**
 * What an editor draws into a text: colours, hints, folds, lenses; and how it selects and formats.
 */
import type { Lang, Span } from "@yardstick/language";
import {
  classify,
  folds,
  formatting,
  inlayHints,
  rangeFormatting,
  selectionSpans,
  testLenses,
  type TokenClass,
} from "@yardstick/service";
import {
  FoldingRangeKind,
  type CodeLens,
  type FoldingRange,
  type InlayHint,
  type Position,
  type Range,
  type SelectionRange,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextEdit,
} from "vscode-languageserver";
import { textEdits } from "./edits.js";
import { serverMessages } from "./messages.js";
import { RUN_TESTS } from "./protocol.js";
import { failuresOf, type TestRun } from "./test-runs.js";
import type { AnalysedText } from "./workspace.js";

/** The types and modifiers of semantic tokens. `deduct` and `add` are the keywords that take and give points. */
export const SEMANTIC_TOKENS: SemanticTokensLegend = {
  tokenTypes: ["keyword", "variable", "number", "string", "comment", "operator"],
  tokenModifiers: ["declaration", "deduct", "add"],
};

const painted: Readonly<Record<TokenClass, readonly [type: number, modifiers: number]>> = {
  keyword: [0, 0],
  deduct: [0, 2],
  add: [0, 4],
  name: [1, 0],
  declaration: [1, 1],
  number: [2, 0],
  text: [3, 0],
  comment: [4, 0],
  operator: [5, 0],
};

/** The semantic tokens of a text, or of a range of it. A token of several lines is one for each line. */
export function semanticTokens({ text, analysis }: AnalysedText, range: Range | null = null): SemanticTokens {
  const [from, to] = range === null ? [0, text.text.length] : text.spanOf(range);
  const data: number[] = [];
  let [line, character] = [0, 0];
  const put = ([start, end]: Span, kind: TokenClass) => {
    const { start: first, end: last } = text.rangeOf([start, end]);
    const length = last.character - first.character;
    if (length <= 0) return;
    const isSameLine = first.line === line;
    data.push(first.line - line, first.character - (isSameLine ? character : 0), length, ...painted[kind]);
    [line, character] = [first.line, first.character];
  };
  let end = 0;
  for (const { span, class: kind } of classify(analysis)) {
    if (span[0] < end || span[1] <= from || to <= span[0]) continue;
    end = span[1];
    const first = text.positionAt(span[0]).line;
    const last = text.positionAt(span[1]).line;
    for (let at = first; at <= last; at += 1) {
      const own = text.lineSpan(at);
      put([Math.max(own[0], span[0]), Math.min(own[1], span[1])], kind);
    }
  }
  return { data };
}

/** The hints inside a range: sums of parts, and ranges of items. */
export function hintsIn({ text, analysis }: AnalysedText, range: Range, lang: Lang): InlayHint[] {
  const [start, end] = text.spanOf(range);
  return inlayHints(analysis, lang)
    .filter(({ offset }) => start <= offset && offset <= end)
    .map((hint) => ({ position: text.positionAt(hint.offset), label: hint.text, paddingLeft: true }));
}

/** The foldable ranges. */
export function foldingRanges({ analysis }: AnalysedText): FoldingRange[] {
  return folds(analysis).map(({ from, to, kind }) => ({
    startLine: from,
    endLine: to,
    ...(kind === "comment" ? { kind: FoldingRangeKind.Comment } : {}),
  }));
}

/** The ranges that extend a selection from each position. */
export function selectionRanges({ text, analysis }: AnalysedText, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    let around: SelectionRange | undefined;
    for (const span of selectionSpans(analysis, text.offsetAt(position)).reverse())
      around = { range: text.rangeOf(span), ...(around === undefined ? {} : { parent: around }) };
    return around ?? { range: { start: position, end: position } };
  });
}

/** The edits that format a text, or a range of it; null where it has syntax errors. */
export function formattingEdits({ text, analysis }: AnalysedText, range: Range | null = null): TextEdit[] | null {
  const edits = range === null ? formatting(analysis) : rangeFormatting(analysis, text.spanOf(range));
  return edits === null ? null : textEdits(text, edits);
}

/** A lens for each test: its outcome, and the command that runs the tests. */
export function codeLenses({ text, analysis }: AnalysedText, run: TestRun | null, lang: Lang): CodeLens[] {
  const messages = serverMessages[lang];
  return testLenses(analysis).map(({ span }, index) => {
    const outcome = run?.outcomes?.[index];
    const result =
      run === null
        ? null
        : outcome === undefined
          ? messages.cannotRun
          : outcome.passed
            ? messages.passed
            : messages.failed(failuresOf(outcome, lang));
    const title = result === null ? `▶ ${messages.runTest}` : `${result} · ▶ ${messages.runTest}`;
    return { range: text.rangeOf(span), command: { title, command: RUN_TESTS, arguments: [text.uri] } };
  });
}
