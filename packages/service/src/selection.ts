/**
 * The ranges by which an editor extends a selection: the token, the nodes of the tree around it, the text.
 */
import type { Analysis, Span } from "@yardstick/language";

/** The spans that contain an offset, innermost first, each larger than the one before it; the last is the whole text. */
export function selectionSpans({ tree, rubric }: Analysis, offset: number): Span[] {
  const { source, tokens, comments } = tree;
  const around: Span[] = [[0, source.length]];
  const add = (span: Span) => {
    const [start, end] = around.at(-1) as Span;
    if (start <= span[0] && span[1] <= end && span[1] - span[0] < end - start) around.push(span);
  };
  const contains = ([start, end]: Span) => start <= offset && offset <= end;
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (Array.isArray(node)) {
      const inside = node.find((each) => hasSpan(each) && each.span[0] <= offset && offset < each.span[1]);
      const nodes: readonly unknown[] = inside === undefined ? node : [inside];
      nodes.forEach(visit);
    } else {
      if (hasSpan(node)) {
        if (!contains(node.span)) return;
        add(node.span);
      }
      Object.values(node).forEach(visit);
    }
  };
  visit(rubric);
  const token = tokens
    .filter(({ startOffset, endOffset }) => contains([startOffset, (endOffset as number) + 1]))
    .at(-1);
  if (token !== undefined) add([token.startOffset, (token.endOffset as number) + 1]);
  for (const { start, end } of comments) if (contains([start, end])) add([start, end]);
  return around.reverse();
}

function hasSpan(node: unknown): node is { readonly span: Span } {
  if (typeof node !== "object" || node === null) return false;
  const { span } = node as { readonly span?: unknown };
  return Array.isArray(span) && span.length === 2;
}
