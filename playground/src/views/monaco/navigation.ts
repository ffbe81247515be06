/** Navigation by name: definitions (also in other files of the project), references, renaming and the outline. */
import type { Span } from "@yardstick/language/program";
import { symbolKinds, type OutlineEntry } from "@yardstick/service";
import * as monaco from "monaco-editor/editor";
import { requestAt, requestForText, requestWith, projectFor, type Model } from "./requests.js";
import { rangeOf } from "./problems.js";
import { RUBRIC } from "./rubric-language.js";

/** Scheme of models that show other files of the project, as targets for Monaco. */
const SCHEME = "rubric";

const { SymbolKind } = monaco.languages;

/** Registers the features once for all rubric models. */
export function registerNavigation(): void {
  monaco.languages.registerDefinitionProvider(RUBRIC, {
    async provideDefinition(model, position) {
      const found = await requestAt(model, "definition", position);
      if (found === null) return null;
      const target = found.path === null ? model : beside(model, found.path);
      return target === null ? null : locationOf(target, found.span);
    },
  });
  monaco.editor.registerEditorOpener({
    openCodeEditor(source, resource, at) {
      const model = source.getModel();
      const target = monaco.editor.getModel(resource);
      if (resource.scheme !== SCHEME || model === null || target === null) return false;
      const range =
        at === undefined ? new monaco.Range(1, 1, 1, 1) : "lineNumber" in at ? monaco.Range.fromPositions(at) : at;
      const span: Span = [
        target.getOffsetAt({ lineNumber: range.startLineNumber, column: range.startColumn }),
        target.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn }),
      ];
      projectFor(model)?.open(resource.path.slice(1), span);
      return true;
    },
  });
  monaco.languages.registerReferenceProvider(RUBRIC, {
    async provideReferences(model, position) {
      return ((await requestAt(model, "references", position)) ?? []).map((span) => locationOf(model, span));
    },
  });
  monaco.languages.registerRenameProvider(RUBRIC, {
    async resolveRenameLocation(model, position) {
      const found = await requestAt(model, "renamable", position);
      if (found === null) {
        const range = monaco.Range.fromPositions(position);
        const refused = await requestWith(model, "rename", { offset: model.getOffsetAt(position), to: "" });
        return { range, text: "", rejectReason: refused !== null && "refusal" in refused ? refused.refusal : "" };
      }
      return { range: rangeOf(model, found.span), text: found.name };
    },
    async provideRenameEdits(model, position, to) {
      const found = await requestWith(model, "rename", { offset: model.getOffsetAt(position), to });
      if (found === null) return { edits: [] };
      if ("refusal" in found) return { edits: [], rejectReason: found.refusal };
      const versionId = model.getVersionId();
      return {
        edits: found.edits.map(({ span, text }) => ({
          resource: model.uri,
          versionId,
          textEdit: { range: rangeOf(model, span), text },
        })),
      };
    },
  });
  monaco.languages.registerDocumentSymbolProvider(RUBRIC, {
    async provideDocumentSymbols(model) {
      return ((await requestForText(model, "outline")) ?? []).map((entry) => symbolOf(model, entry));
    },
  });
}

/** A model with the current text of another file. */
function beside(model: Model, path: string): Model | null {
  const text = projectFor(model)?.textOf(path) ?? null;
  if (text === null) return null;
  const uri = monaco.Uri.from({ scheme: SCHEME, path: `/${path}` });
  const known = monaco.editor.getModel(uri);
  if (known === null) return monaco.editor.createModel(text, RUBRIC, uri);
  if (known.getValue() !== text) known.setValue(text);
  return known;
}

function locationOf(model: Model, span: Span): monaco.languages.Location {
  return { uri: model.uri, range: rangeOf(model, span) };
}

function symbolOf(model: Model, entry: OutlineEntry): monaco.languages.DocumentSymbol {
  return {
    name: entry.name,
    detail: entry.detail ?? "",
    kind: SymbolKind[symbolKinds[entry.kind]],
    tags: [],
    range: rangeOf(model, entry.span),
    selectionRange: rangeOf(model, entry.nameSpan),
    children: entry.children.map((child) => symbolOf(model, child)),
  };
}
