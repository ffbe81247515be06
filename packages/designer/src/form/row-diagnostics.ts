/** Diagnostics by the row they belong to: the innermost rule, item, heading or declaration at their location. */
import { type Diagnostic, type Span, isPlaceholderName } from "@yardstick/language";
import type { RubricForm } from "./rubric-form.js";
import type { PartView } from "../model/document.js";
import type { LineNodeView } from "../model/item-view.js";

/** Diagnostics by row. */
export interface RowDiagnostics {
  /** Diagnostics shown under the row that starts here; advice is shown only in the list of checks. */
  at(start: number): readonly Diagnostic[];
  /** Whether an error lies within this span. */
  isWrong(span: Span): boolean;
}

/** Assigns the diagnostics of the form to its rows. */
export function rowDiagnosticsOf(form: RubricForm): RowDiagnostics {
  const rows = [
    ...rowsOf(form.view.parts),
    ...form.view.groups.flatMap(({ declarations }) => declarations.map(({ span }) => span)),
  ];
  const byRow = new Map<number, Diagnostic[]>();
  const shown = form.diagnostics.filter((each) => each.severity !== "advice" && !isWaiting(form, each));
  for (const diagnostic of shown) {
    const [start] = diagnostic.span;
    const around = rows.filter(([from, to]) => from <= start && start <= to);
    const row = around.reduce<Span | null>(
      (best, each) => (best === null || each[1] - each[0] < best[1] - best[0] ? each : best),
      null,
    );
    const key = row?.[0] ?? rows[0]?.[0] ?? -1;
    byRow.set(key, [...(byRow.get(key) ?? []), diagnostic]);
  }
  const errors = shown.filter(({ severity }) => severity === "error");
  return {
    at: (start) => byRow.get(start) ?? [],
    isWrong: ([start, end]) => errors.some(({ span }) => span[0] >= start && span[1] <= end && span[0] < end),
  };
}

/** An unfilled slot is shown as such and not as an error. */
function isWaiting(form: RubricForm, { span }: Diagnostic): boolean {
  return isPlaceholderName(form.analysis.tree.source.slice(...span));
}

function rowsOf(parts: readonly PartView[]): readonly Span[] {
  return parts.flatMap((part): readonly Span[] => {
    if (part.kind === "card") return [part.span];
    if (part.kind === "item") return [part.span, ...linesOf(part.lines)];
    return [part.span, ...rowsOf([...part.parts, ...part.cases.flatMap((each) => each.parts)])];
  });
}

function linesOf(lines: readonly LineNodeView[]): readonly Span[] {
  return lines.flatMap((line): readonly Span[] =>
    line.kind === "block" ? [line.span, ...linesOf(line.lines), ...linesOf(line.otherwise ?? [])] : [line.span],
  );
}
