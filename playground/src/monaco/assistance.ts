/**
 * What helps while writing: completion, hover, the form of a function, definitions, references, renaming, outline, and the sums
 * between the words. The answers are the service's, worked out in the Worker; here they only take Monaco's shape.
 */
import type { Span } from "@yardstick/language/program";
import * as monaco from "monaco-editor/editor";
import type { Completion, OutlineEntry } from "@yardstick/service";
import type { AnswerOf, AskOf, Feature } from "../worker/protocol.js";
import { rangeOf } from "./problems.js";
import { RUBRIC } from "./rubric-language.js";

/** Asks the Worker in the language of the user interface. */
export type Ask = <F extends Feature>(feature: F, ask: AskOf<F>) => Promise<AnswerOf<F> | null>;

type Model = monaco.editor.ITextModel;

const askOf = new WeakMap<Model, Ask>();

/** Lets the features below speak for a model, from now on. */
export function assist(model: Model, ask: Ask): void {
  askOf.set(model, ask);
}

interface AskAtOffset {
  readonly rubric: string;
  readonly offset: number;
}
type FeatureAtOffset = { [F in Feature]: AskOf<F> extends AskAtOffset ? F : never }[Feature];

/** Null also where the text has changed before the answer came: its offsets are of a text that is no more. */
async function askAt<F extends FeatureAtOffset>(
  model: Model,
  feature: F,
  position: monaco.IPosition,
): Promise<AnswerOf<F> | null> {
  const version = model.getVersionId();
  const ask = { rubric: model.getValue(), offset: model.getOffsetAt(position) } as AskOf<F>;
  const answer = (await askOf.get(model)?.(feature, ask)) ?? null;
  return model.isDisposed() || model.getVersionId() !== version ? null : answer;
}

const { CompletionItemKind, CompletionItemInsertTextRule, SymbolKind } = monaco.languages;

const completionKinds: Readonly<Record<Completion["kind"], monaco.languages.CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  field: CompletionItemKind.Field,
  column: CompletionItemKind.Field,
  part: CompletionItemKind.Module,
  ranking: CompletionItemKind.Event,
  level: CompletionItemKind.EnumMember,
  function: CompletionItemKind.Function,
  snippet: CompletionItemKind.Snippet,
  name: CompletionItemKind.Variable,
};

/** Registered once for all models of rubrics. */
export function registerAssistance(): void {
  monaco.languages.registerCompletionItemProvider(RUBRIC, {
    async provideCompletionItems(model, position) {
      const found = (await askAt(model, "complete", position)) ?? [];
      return {
        suggestions: found.map((item) => ({
          label: { label: item.label, description: item.detail },
          kind: completionKinds[item.kind],
          insertText: item.text,
          filterText: item.filter,
          sortText: String(item.order).padStart(3, "0"),
          range: rangeOf(model, item.span),
          ...(item.snippet ? { insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet } : {}),
        })),
      };
    },
  });
  monaco.languages.registerHoverProvider(RUBRIC, {
    async provideHover(model, position) {
      const found = await askAt(model, "hover", position);
      if (found === null) return null;
      return { range: rangeOf(model, found.span), contents: found.lines.map((value) => ({ value })) };
    },
  });
  monaco.languages.registerSignatureHelpProvider(RUBRIC, {
    signatureHelpTriggerCharacters: ["(", "（", ",", "，"],
    async provideSignatureHelp(model, position) {
      const found = await askAt(model, "signature", position);
      if (found === null) return null;
      const signature = { label: found.form, documentation: found.documentation, parameters: [] };
      return {
        value: { signatures: [signature], activeSignature: 0, activeParameter: found.argument },
        dispose: () => {},
      };
    },
  });
  monaco.languages.registerDefinitionProvider(RUBRIC, {
    async provideDefinition(model, position) {
      const span = await askAt(model, "definition", position);
      return span === null ? null : locationOf(model, span);
    },
  });
  monaco.languages.registerReferenceProvider(RUBRIC, {
    async provideReferences(model, position) {
      return ((await askAt(model, "references", position)) ?? []).map((span) => locationOf(model, span));
    },
  });
  monaco.languages.registerRenameProvider(RUBRIC, {
    async provideRenameEdits(model, position, newName) {
      const spans = (await askAt(model, "references", position)) ?? [];
      const edits = spans.map((span) => ({
        resource: model.uri,
        versionId: model.getVersionId(),
        textEdit: { range: rangeOf(model, span), text: newName },
      }));
      return { edits };
    },
  });
  monaco.languages.registerDocumentSymbolProvider(RUBRIC, {
    async provideDocumentSymbols(model) {
      const found = (await askOf.get(model)?.("outline", { rubric: model.getValue() })) ?? [];
      return found.map((entry) => symbolOf(model, entry));
    },
  });
  monaco.languages.registerInlayHintsProvider(RUBRIC, {
    async provideInlayHints(model, range) {
      const version = model.getVersionId();
      const found = (await askOf.get(model)?.("hints", { rubric: model.getValue() })) ?? [];
      const isCurrent = !model.isDisposed() && model.getVersionId() === version;
      const hints = (isCurrent ? found : []).map(({ offset, text }) => ({
        position: model.getPositionAt(offset),
        label: text,
        paddingLeft: true,
      }));
      return { hints: hints.filter(({ position }) => range.containsPosition(position)), dispose: () => {} };
    },
  });
}

function locationOf(model: Model, span: Span): monaco.languages.Location {
  return { uri: model.uri, range: rangeOf(model, span) };
}

function symbolOf(model: Model, entry: OutlineEntry): monaco.languages.DocumentSymbol {
  return {
    name: entry.name,
    detail: entry.detail ?? "",
    kind:
      entry.kind === "section" ? SymbolKind.Module : entry.kind === "field" ? SymbolKind.Field : SymbolKind.Property,
    tags: [],
    range: rangeOf(model, entry.span),
    selectionRange: rangeOf(model, entry.nameSpan),
    children: entry.children.map((child) => symbolOf(model, child)),
  };
}
