/**
 * The outline of a rubric, and the search for names in all rubrics.
 */
import { outline, symbolKinds, type OutlineEntry } from "@yardstick/service";
import { SymbolKind, type DocumentSymbol, type SymbolInformation } from "vscode-languageserver";
import type { PositionedText } from "./positioned-text.js";
import type { AnalysedText } from "./workspace.js";

/** The protocol has no symbol without a name; a text in error may. */
const named = (name: string): string => (name.trim() === "" ? "…" : name);

/** The outline as a tree. */
export function documentSymbols({ text, analysis }: AnalysedText): DocumentSymbol[] {
  return outline(analysis).map((entry) => symbolOf(text, entry));
}

function symbolOf(
  text: PositionedText,
  { kind, name, detail, span, nameSpan, children }: OutlineEntry,
): DocumentSymbol {
  return {
    name: named(name),
    ...(detail === null ? {} : { detail }),
    kind: SymbolKind[symbolKinds[kind]],
    range: text.rangeOf([Math.min(span[0], nameSpan[0]), Math.max(span[1], nameSpan[1])]),
    selectionRange: text.rangeOf(nameSpan),
    children: children.map((child) => symbolOf(text, child)),
  };
}

/** The names in a rubric that contain the characters of a query in their order; an empty query finds all. */
export function matchingSymbols({ text, analysis }: AnalysedText, query: string): SymbolInformation[] {
  const found: SymbolInformation[] = [];
  const visit = (entries: readonly OutlineEntry[], container: string | null): void => {
    for (const { kind, name, nameSpan, children } of entries) {
      if (matches(name, query))
        found.push({
          name: named(name),
          kind: SymbolKind[symbolKinds[kind]],
          location: { uri: text.uri, range: text.rangeOf(nameSpan) },
          ...(container === null ? {} : { containerName: container }),
        });
      visit(children, name);
    }
  };
  visit(outline(analysis), null);
  return found;
}

function matches(name: string, query: string): boolean {
  const characters = [...name.toLowerCase()];
  let at = 0;
  for (const each of query.toLowerCase()) {
    at = characters.indexOf(each, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
