/**
 * Edits of the language as edits of the protocol.
 */
import type { TextEdit as LanguageEdit } from "@yardstick/language";
import type { TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { PositionedText } from "./positioned-text.js";

/** The edits of one text. */
export function textEdits(text: PositionedText, edits: readonly LanguageEdit[]): TextEdit[] {
  return edits.map((edit) => ({ range: text.rangeOf(edit.span), newText: edit.text }));
}

/**
 * The edits of several texts. `isVersioned`: whether the client takes edits for the version of a text that they were made for, and
 * refuses them where it has changed since.
 */
export function workspaceEdit(
  changed: readonly (readonly [text: PositionedText, edits: readonly LanguageEdit[]])[],
  isVersioned: boolean,
): WorkspaceEdit {
  if (!isVersioned)
    return { changes: Object.fromEntries(changed.map(([text, edits]) => [text.uri, textEdits(text, edits)])) };
  return {
    documentChanges: changed.map(([text, edits]) => ({
      textDocument: { uri: text.uri, version: text.version },
      edits: textEdits(text, edits),
    })),
  };
}
