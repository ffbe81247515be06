/**
 * The edits that take an element out of a container, with the comments that belong to it, its separator, and a blank line that
 * would be one too many.
 */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type { Span } from "../source/span.js";
import type { SyntaxTree } from "../syntax/syntax-tree.js";
import type { Container } from "./container.js";
import { documentedFrom, extentOf, linesOf } from "./extent.js";
import { blankBefore, endBefore, isBlank, isBlankLine, lineStart, nextLine } from "./text-lines.js";

export function removeElement(tree: SyntaxTree, container: Container, index: number): TextEdit[] {
  const extent = extentOf(tree, container, index);
  const documented = documentedFrom(tree, container, index);
  if (documented !== null && extent.end !== null) return [removal(documented[0], endBefore(tree.source, extent.end))];
  const lines = linesOf(extent);
  const edit =
    lines === null ? withinLine(tree, container, index, extent.start) : withLines(tree.source, container, lines);
  return [closesUp(tree.source, container, edit) ? removal(container.open, container.close) : edit];
}

/** The element, with the comments that go where it goes: what is taken out, save separators and blank lines. */
export function spanTaken(tree: SyntaxTree, container: Container, index: number): Span {
  const extent = extentOf(tree, container, index);
  const documented = documentedFrom(tree, container, index);
  if (documented !== null && extent.end !== null) return [documented[1], extent.end];
  const [start, end] = container.elements[index] as Span;
  const next = container.elements[index + 1];
  const isShared = next !== undefined && !tree.source.slice(end, next[0]).includes("\n");
  return linesOf(extent) ?? [isShared ? start : (extent.start ?? start), end];
}

function removal(start: number, end: number): TextEdit {
  return { span: [start, end], text: "" };
}

function withLines(source: string, container: Container, [start, end]: Span): TextEdit {
  const lineAbove = start > 0 ? lineStart(source, start - 1) : -1;
  const blankAbove = lineAbove >= container.open && isBlankLine(source, lineAbove);
  const atOpen = container.isFile ? start === 0 : lineStart(source, container.open) === lineAbove;
  const atClose = container.isFile ? end >= source.length : lineStart(source, container.close) === end;
  if (isBlankLine(source, end) && (blankAbove || atOpen)) return removal(start, nextLine(source, end));
  if (end >= source.length && !source.endsWith("\n") && start > 0) return removal(endBefore(source, start), end);
  return removal(blankAbove && atClose ? lineAbove : start, end);
}

/**
 * An element that shares its line: it goes with one separator; comments around it stay. `line`: where its first line begins, if
 * only the last is shared.
 */
function withinLine(
  { source, comments }: SyntaxTree,
  container: Container,
  index: number,
  line: number | null,
): TextEdit {
  const { elements, open, close } = container;
  const [start, end] = elements[index] as Span;
  const before = elements[index - 1];
  const after = elements[index + 1];
  const hasLine = (from: number, to: number): boolean => source.slice(from, to).includes("\n");
  if (after !== undefined && !hasLine(end, after[0])) {
    const comment = comments.find((c) => c.start >= end && c.end <= after[0]);
    return removal(start, comment?.start ?? after[0]);
  }
  if (before !== undefined && !hasLine(before[1], start)) {
    const comment = comments.filter((c) => c.start >= before[1] && c.end <= start).at(-1);
    return removal(comment?.end ?? before[1], end);
  }
  const limit = after?.[0] ?? close;
  const rest = /^[ \t]*[;；,，、。]/.exec(source.slice(end, limit))?.[0].length ?? 0;
  const above = before?.[1] ?? open;
  const first = line ?? blankBefore(source, start);
  return removal(isBlank(source.slice(above, first)) ? above : first, end + rest);
}

/** Whether nothing is left between the braces. */
function closesUp(source: string, { open, close, isFile, elements }: Container, { span }: TextEdit): boolean {
  return (
    !isFile &&
    elements.length === 1 &&
    /^[\s;；,，、。]*$/.test(source.slice(open, span[0]) + source.slice(span[1], close))
  );
}
