/**
 * The outline of a rubric: a tree of its declarations, fields and parts.
 */
import type { Analysis, ast, BesideForm, Span } from "@yardstick/language";

/** The kind of an entry, for its icon. */
export type OutlineKind =
  | "data"
  | "field"
  | "constant"
  | "section"
  | "item"
  | BesideForm
  | "veto"
  | "coefficient"
  | "ranking"
  | "grades"
  | "award"
  | "consequence"
  | "let"
  | "output"
  | "scenario"
  | "test"
  | "use"
  | "choice";

/** An entry of the outline. */
export interface OutlineEntry {
  readonly kind: OutlineKind;
  readonly name: string;
  /** Points, weight or type as written; null where there is none. */
  readonly detail: string | null;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly OutlineEntry[];
}

/** The entries at the top level. */
export function outline(analysis: Analysis): OutlineEntry[] {
  return analysis.rubric.declarations.flatMap((declaration) => entryOf(declaration, analysis.tree.source));
}

function entryOf(node: ast.Declaration | ast.FieldDeclaration, source: string): OutlineEntry[] {
  const text = (span: Span): string => source.slice(span[0], span[1]);
  switch (node.kind) {
    case "data":
      return [
        entry(
          "data",
          node.name,
          node.span,
          null,
          node.fields.flatMap((f) => entryOf(f, source)),
        ),
      ];
    case "field-declaration":
      return [entry("field", node.name, node.span, text(node.type.span).split("{")[0]?.trim() ?? null)];
    case "section": {
      const parts = [...node.parts, ...(node.variants?.cases.flatMap((c) => c.parts) ?? [])];
      return [
        entry(
          "section",
          node.name,
          node.span,
          pointsOrWeight(node, text),
          parts.flatMap((p) => entryOf(p, source)),
        ),
      ];
    }
    case "item":
      return [
        entry(node.form, node.name, node.span, node.upTo === null ? pointsOrWeight(node, text) : text(node.upTo.span)),
      ];
    case "constant":
    case "veto":
    case "coefficient":
    case "ranking":
    case "grades":
    case "award":
    case "consequence":
    case "let":
    case "output":
      return [entry(node.kind, node.name, node.span)];
    case "choice-declaration":
      return [entry("choice", node.name, node.span)];
    case "use":
      return [entry("use", node.alias, node.span, node.path.value)];
    case "scenario":
    case "test":
      return [
        {
          kind: node.kind,
          name: node.name.value,
          detail: null,
          span: node.span,
          nameSpan: node.name.span,
          children: [],
        },
      ];
    default:
      return [];
  }
}

function pointsOrWeight(node: ast.PartHead, text: (span: Span) => string): string | null {
  if (node.weight !== null) return text(node.weight.span);
  return node.points === null ? null : text(node.points.span);
}

function entry(
  kind: OutlineKind,
  name: ast.Name,
  span: Span,
  detail: string | null = null,
  children: readonly OutlineEntry[] = [],
): OutlineEntry {
  return { kind, name: name.text, detail, span, nameSpan: name.span, children };
}
