/** Diagnostics as Monaco markers, and their fixes as quick fixes. */
import type { Diagnostic, Severity, TextEdit } from "@yardstick/language";
import type { Span } from "@yardstick/language/program";
import { onlyFix } from "@yardstick/service";
import * as monaco from "monaco-editor/editor";
import { RUBRIC } from "./rubric-language.js";

const OWNER = "yardstick";

const severities: Readonly<Record<Severity, monaco.MarkerSeverity>> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  advice: monaco.MarkerSeverity.Info,
};

const shownFor = new WeakMap<monaco.editor.ITextModel, readonly Diagnostic[]>();

/** A span as a Monaco range. */
export function rangeOf(model: monaco.editor.ITextModel, [start, end]: Span): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}

/** Edits as Monaco edits. */
export function editsOf(
  model: monaco.editor.ITextModel,
  edits: readonly TextEdit[],
): { readonly range: monaco.Range; readonly text: string }[] {
  return edits.map(({ span, text }) => ({ range: rangeOf(model, span), text }));
}

/** Sets the markers of a model. */
export function showDiagnostics(model: monaco.editor.ITextModel, diagnostics: readonly Diagnostic[]): void {
  shownFor.set(model, diagnostics);
  monaco.editor.setModelMarkers(
    model,
    OWNER,
    diagnostics.map(({ severity, message, help, span, code, related }) => ({
      ...visible(model, rangeOf(model, span)),
      severity: severities[severity],
      message: help === null ? message : `${message}\n${help}`,
      code,
      relatedInformation: related.map((other) => ({
        resource: model.uri,
        message: other.message,
        ...rangeOf(model, other.span),
      })),
    })),
  );
}

/** Widens an empty range by one character, so that it can be underlined. */
function visible(model: monaco.editor.ITextModel, range: monaco.Range): monaco.IRange {
  if (!range.isEmpty()) return range;
  const { lineNumber, column } = range.getStartPosition();
  return column < model.getLineMaxColumn(lineNumber)
    ? new monaco.Range(lineNumber, column, lineNumber, column + 1)
    : new monaco.Range(lineNumber, Math.max(1, column - 1), lineNumber, column);
}

/** Registers the feature once for all rubric models. */
export function registerQuickFixes(): void {
  monaco.languages.registerCodeActionProvider(RUBRIC, {
    provideCodeActions(model, range, context) {
      const touched = (shownFor.get(model) ?? []).filter(({ span }) =>
        monaco.Range.areIntersectingOrTouching(visible(model, rangeOf(model, span)), range),
      );
      const actions = touched.flatMap(({ fixes, code, span }) =>
        fixes.map((fix): monaco.languages.CodeAction => ({
          title: fix.title,
          kind: "quickfix",
          isPreferred: fix === onlyFix(fixes),
          diagnostics: context.markers.filter(
            (marker) => marker.code === code && monaco.Range.equalsRange(marker, visible(model, rangeOf(model, span))),
          ),
          edit: {
            edits: editsOf(model, fix.edits).map((textEdit) => ({
              resource: model.uri,
              versionId: model.getVersionId(),
              textEdit,
            })),
          },
        })),
      );
      return { actions, dispose: () => {} };
    },
  });
}
