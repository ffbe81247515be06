/**
 * Annotations of the text: inlay hints with sums, code lenses over tests, folding, semantic colours; and formatting.
 */
import type { TokenClass } from "@yardstick/service";
import * as monaco from "monaco-editor/editor";
import { requestForText, projectFor, type Model } from "./requests.js";
import { editsOf, rangeOf } from "./problems.js";
import { RUBRIC } from "./rubric-language.js";

/** Token types and modifiers that the theme colours; those that the grammar already colours correctly are omitted. */
const legend: monaco.languages.SemanticTokensLegend = {
  tokenTypes: ["keyword", "identifier", "name"],
  tokenModifiers: ["deduct", "add", "declaration"],
};
const painted: Readonly<Partial<Record<TokenClass, readonly [type: number, modifiers: number]>>> = {
  keyword: [0, 0],
  deduct: [0, 1],
  add: [0, 2],
  name: [1, 0],
  declaration: [2, 4],
};

/** The command of a code lens. */
const SHOW_TESTS = "yardstick.showTests";

/** Registers the annotations once for all rubric models. Returns a function that refreshes the code lenses. */
export function registerAnnotations(): () => void {
  const lensesChanged = new monaco.Emitter<monaco.languages.CodeLensProvider>();
  monaco.languages.registerInlayHintsProvider(RUBRIC, {
    async provideInlayHints(model, range) {
      const hints = ((await requestForText(model, "hints")) ?? []).map(({ offset, text }) => ({
        position: model.getPositionAt(offset),
        label: text,
        paddingLeft: true,
      }));
      return { hints: hints.filter(({ position }) => range.containsPosition(position)), dispose: () => {} };
    },
  });
  const lenses: monaco.languages.CodeLensProvider = {
    onDidChange: lensesChanged.event,
    async provideCodeLenses(model) {
      const found = (await requestForText(model, "lenses")) ?? [];
      return { lenses: found.map(({ span, name }) => lensOf(model, span, name)), dispose: () => {} };
    },
  };
  monaco.languages.registerCodeLensProvider(RUBRIC, lenses);
  monaco.editor.registerCommand(SHOW_TESTS, (_services, show: () => void) => show());
  monaco.languages.registerFoldingRangeProvider(RUBRIC, {
    async provideFoldingRanges(model) {
      return ((await requestForText(model, "folds")) ?? []).map(({ from, to, kind }) => ({
        start: from + 1,
        end: to + 1,
        ...(kind === "comment" ? { kind: monaco.languages.FoldingRangeKind.Comment } : {}),
      }));
    },
  });
  monaco.languages.registerDocumentSemanticTokensProvider(RUBRIC, {
    getLegend: () => legend,
    async provideDocumentSemanticTokens(model) {
      const tokens = await requestForText(model, "tokens");
      if (tokens === null) return null;
      const data: number[] = [];
      let [line, column] = [1, 1];
      for (const { span, class: kind } of tokens) {
        const paint = painted[kind];
        const range = rangeOf(model, span);
        if (paint === undefined || range.startLineNumber !== range.endLineNumber) continue;
        const isSameLine = range.startLineNumber === line;
        data.push(
          range.startLineNumber - line,
          range.startColumn - (isSameLine ? column : 1),
          span[1] - span[0],
          ...paint,
        );
        [line, column] = [range.startLineNumber, range.startColumn];
      }
      return { data: Uint32Array.from(data) };
    },
    releaseDocumentSemanticTokens: () => {},
  });
  monaco.languages.registerDocumentFormattingEditProvider(RUBRIC, {
    async provideDocumentFormattingEdits(model) {
      return editsOf(model, (await requestForText(model, "format")) ?? []).map(({ range, text }) => ({ range, text }));
    },
  });
  return () => lensesChanged.fire(lenses);
}

/** The code lens over a test: whether it passed, and a link to all tests. */
function lensOf(model: Model, span: readonly [number, number], name: string): monaco.languages.CodeLens {
  const project = projectFor(model);
  const outcome = project?.outcomes().get(name);
  const messages = project?.lensMessages();
  const title = outcome === undefined ? messages?.notRun : outcome ? messages?.passed : messages?.failed;
  return {
    range: rangeOf(model, span),
    command: { id: SHOW_TESTS, title: title ?? "", arguments: [() => project?.showTests()] },
  };
}
