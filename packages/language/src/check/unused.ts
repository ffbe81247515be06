/**
 * Names that nothing reads: fields, constants, lets, choices and used rubrics that the rubric could do without.
 * Columns of side rows are kept as evidence, optional texts as remarks: neither needs a reader.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Checker } from "./checker.js";
import type { Declared } from "./names.js";

export function checkUnused(checker: Checker): void {
  for (const declared of checker.names.all()) {
    if (checker.read.has(declared) || !needsReader(checker, declared)) continue;
    checker.report(diagnostic("unused", declared.span, { name: declared.name, kind: declared.kind }));
  }
}

function needsReader(checker: Checker, { kind, index }: Declared): boolean {
  const { draft } = checker;
  switch (kind) {
    case "field": {
      const field = draft.fields[index];
      if (field === undefined || index === draft.key || index === draft.period || field.judgement !== null)
        return false;
      return !(field.optional && field.type?.kind === "text");
    }
    case "constant":
    case "let":
    case "choice":
    case "use":
      return true;
    default:
      return false;
  }
}
