/**
 * The outline of a rubric, and the search for names in all rubrics.
 */
import { outline, type OutlineEntry, type OutlineKind } from "@yardstick/service";
import { SymbolKind, type DocumentSymbol, type SymbolInformation } from "vscode-languageserver";
import type { PositionedText } from "./positioned-text.js";
import type { AnalysedText } from "./workspace.js";

const symbolKinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  data: SymbolKind.Struct,
  field: SymbolKind.Field,
  constant: SymbolKind.Constant,
  section: SymbolKind.Module,
  item: SymbolKind.Property,
  bonus: SymbolKind.Property,
  penalty: SymbolKind.Property,
  veto: SymbolKind.Event,
  coefficient: SymbolKind.Number,
  ranking: SymbolKind.Array,
  grades: SymbolKind.Enum,
  award: SymbolKind.Object,
  consequence: SymbolKind.Event,
  let: SymbolKind.Variable,
  output: SymbolKind.Variable,
  scenario: SymbolKind.Namespace,
  test: SymbolKind.Method,
  use: SymbolKind.Package,
  choice: SymbolKind.Enum,
};

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
    kind: symbolKinds[kind],
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
          kind: symbolKinds[kind],
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
