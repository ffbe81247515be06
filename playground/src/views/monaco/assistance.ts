/**
 * Completion, hover and signature help. The responses are computed by the service in the Worker and converted to
 * Monaco's types here.
 */
import * as monaco from "monaco-editor/editor";
import { completionItemKinds } from "@yardstick/service";
import { requestAt } from "./requests.js";
import { rangeOf } from "./problems.js";
import { RUBRIC } from "./rubric-language.js";

const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages;

/** Registers the features once for all rubric models. */
export function registerAssistance(): void {
  monaco.languages.registerCompletionItemProvider(RUBRIC, {
    triggerCharacters: ["."],
    async provideCompletionItems(model, position, _context, token) {
      const offset = model.getOffsetAt(position);
      let found = await requestAt(model, "complete", position);
      // Repeats the request when the text has changed before the response; Monaco filters it by the characters typed
      // meanwhile.
      while (found === null && !token.isCancellationRequested && !model.isDisposed()) {
        const version = model.getVersionId();
        found = await requestAt(model, "complete", position);
        if (model.getVersionId() === version) break;
      }
      return {
        suggestions: (found ?? []).map((item) => ({
          label: { label: item.label, description: item.detail },
          kind: CompletionItemKind[completionItemKinds[item.kind]],
          insertText: item.text,
          filterText: item.filter,
          sortText: String(item.order).padStart(3, "0"),
          range: rangeOf(model, [item.span[0], Math.min(item.span[1], offset)]),
          ...(item.snippet ? { insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet } : {}),
        })),
      };
    },
  });
  monaco.languages.registerHoverProvider(RUBRIC, {
    async provideHover(model, position) {
      const found = await requestAt(model, "hover", position);
      if (found === null) return null;
      return { range: rangeOf(model, found.span), contents: found.lines.map((value) => ({ value })) };
    },
  });
  monaco.languages.registerSignatureHelpProvider(RUBRIC, {
    signatureHelpTriggerCharacters: ["(", "（", ",", "，"],
    signatureHelpRetriggerCharacters: [",", "，"],
    async provideSignatureHelp(model, position) {
      const found = await requestAt(model, "signature", position);
      if (found === null) return null;
      const signature = {
        label: found.form,
        documentation: found.documentation,
        parameters: found.parameters.map(([start, end]) => ({ label: [start, end] as [number, number] })),
      };
      return {
        value: { signatures: [signature], activeSignature: 0, activeParameter: found.argument },
        dispose: () => {},
      };
    },
  });
}
