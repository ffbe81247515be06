/**
 * Which of the kinds that editors draw stands for each kind of completion and of name. The Language Server Protocol and Monaco number them
 * differently and name them alike, so the names are here and each adapter looks its numbers up.
 */
import type { CompletionKind } from "./completion.js";
import type { OutlineKind } from "./outline.js";

/** Members of `CompletionItemKind` in an editor's interface. */
export const completionItemKinds = {
  keyword: "Keyword",
  field: "Field",
  column: "Field",
  part: "Module",
  ranking: "Event",
  level: "EnumMember",
  function: "Function",
  snippet: "Snippet",
  unit: "Unit",
  name: "Variable",
} as const satisfies Readonly<Record<CompletionKind, string>>;

/** Members of `SymbolKind` in an editor's interface. */
export const symbolKinds = {
  data: "Struct",
  field: "Field",
  constant: "Constant",
  section: "Module",
  item: "Property",
  bonus: "Property",
  penalty: "Property",
  veto: "Event",
  coefficient: "Number",
  ranking: "Array",
  grades: "Enum",
  award: "Object",
  consequence: "Event",
  let: "Variable",
  output: "Variable",
  scenario: "Namespace",
  test: "Method",
  use: "Package",
  choice: "Enum",
} as const satisfies Readonly<Record<OutlineKind, string>>;
