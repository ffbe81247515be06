/**
 * Replaces an expression by a text, after seeing that it parses in that very place: as one expression there, with everything
 * around it unchanged. Round brackets are put around it where they are needed for that.
 */
import { severityOf, type TypedDiagnostic, type TextEdit } from "../diagnostics/diagnostic.js";
import type { Span } from "../source/span.js";
import { isSameShape } from "../format/tree-shape.js";
import type * as ast from "../syntax/ast.js";
import { parse } from "../syntax/parse.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { applyEdits } from "./apply-edits.js";
import { findNode, sameSpan, type Spanned } from "./find-node.js";
import { withReplaced } from "./intended-tree.js";

/** The edits; or, where the text is not allowed there, its errors (spans count from its start). */
export type SlotEdit =
  | { readonly kind: "edits"; readonly edits: readonly TextEdit[] }
  | { readonly kind: "refused"; readonly findings: readonly TypedDiagnostic[] };

/**
 * `findings` is empty where `slot` is not an expression, or where the text alone is sound but does not fit there: a name cannot open
 * the range of a number type, since it would be the unit.
 */
export function setSlot(parsed: Parsed, slot: Spanned, text: string): SlotEdit {
  const wanted = text.trim();
  const found = findNode(parsed.rubric, slot.span, isExpression);
  if (found === null || wanted === "") return { kind: "refused", findings: [] };
  for (const written of [wanted, `(${wanted})`]) {
    const edits: TextEdit[] = [{ span: found.span, text: written }];
    if (fits(parsed, found, edits, wanted, written.length - wanted.length)) return { kind: "edits", edits };
  }
  return { kind: "refused", findings: findingsIn(wanted) };
}

const hole: ast.Expression = { kind: "erroneous", span: [0, 0] };

/** With a hole in its place, the tree is the same before and after. */
function fits(
  parsed: Parsed,
  slot: ast.Expression,
  edits: readonly TextEdit[],
  wanted: string,
  brackets: number,
): boolean {
  const after = parse(applyEdits(parsed.tree.source, edits));
  if (errors(after.findings) > errors(parsed.findings)) return false;
  const start = slot.span[0] + brackets / 2;
  const span: Span = [start, start + wanted.length];
  const written = findNode(after.rubric, span, isExpression);
  if (written === null) return false;
  return isSameShape(withHole(parsed.rubric, slot.span), withHole(after.rubric, span));
}

function errors(findings: readonly TypedDiagnostic[]): number {
  return findings.filter((f) => severityOf(f) === "error").length;
}

/**
 * A single value that is both ends of its range occurs twice in the tree; and the other end of a range takes its unit from the
 * one in question where it has none of its own.
 */
function withHole(rubric: ast.Rubric, span: Span): object {
  const all = new Map<unknown, unknown>();
  const isSlot = (node: Partial<Spanned> | null): boolean => node?.span !== undefined && sameSpan(node.span, span);
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (isExpression(node) && isSlot(node)) all.set(node, hole);
    else Object.values(node).forEach(visit);
    const { kind, from, to } = node as Partial<ast.RangeNode>;
    if (kind !== "range") return;
    for (const [end, other] of [
      [from, to],
      [to, from],
    ]) {
      if (other && isSlot(other) && end?.kind === "number" && !isSlot(end)) all.set(end, { ...end, unit: null });
    }
  };
  visit(rubric);
  return withReplaced(rubric, all);
}

const before = "设 x = ";

function findingsIn(text: string): TypedDiagnostic[] {
  return parse(before + text).findings.map((f) => moved(f, -before.length));
}

function moved<F extends TypedDiagnostic>(found: F, by: number): F {
  const shift = ([start, end]: Span): Span => [Math.max(0, start + by), Math.max(0, end + by)];
  return {
    ...found,
    span: shift(found.span),
    related: found.related.map((r) => ({ ...r, span: shift(r.span) })),
    fixes: found.fixes.map((f) => ({ ...f, edits: f.edits.map((e) => ({ ...e, span: shift(e.span) })) })),
  };
}

const kinds: ReadonlySet<string> = new Set([
  "text",
  "number",
  "date",
  "flag",
  "none",
  "full",
  "reference",
  "unary",
  "binary",
  "by",
  "call",
] satisfies ast.Expression["kind"][]);

function isExpression(node: object): node is ast.Expression {
  return kinds.has((node as Partial<ast.Expression>).kind ?? "");
}
