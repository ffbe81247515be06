/**
 * What belongs to an element in the text: the comments on the lines right above it, and the one after it on its last line.
 */
import type { Comment } from "../syntax/tokens.js";
import type { SyntaxTree } from "../syntax/syntax-tree.js";
import type { Span } from "../source/span.js";
import type { Container } from "./container.js";
import { isBlank, lineEnd, lineStart, nextLine } from "./text-lines.js";

export interface Extent {
  /** Where its first line begins, comments included; null where that line has other content. */
  readonly start: number | null;
  /** Where the line after its last begins; null where the last line has other content. */
  readonly end: number | null;
}

export function extentOf(tree: SyntaxTree, container: Container, index: number): Extent {
  const { source, comments } = tree;
  const [start, end] = container.elements[index] as Span;
  const before = container.elements[index - 1]?.[1] ?? container.open;
  const after = container.elements[index + 1]?.[0] ?? container.close;
  const first = leading(
    source,
    comments.filter((c) => c.start >= before && c.end <= start),
    start,
  );
  const last = trailing(
    source,
    comments.filter((c) => c.start >= end && c.end <= after),
    end,
  );
  const line = lineStart(source, first);
  const isFirst = line >= container.open && isBlank(source.slice(line, first));
  return { start: isFirst ? line : null, end: last === null ? null : nextLine(source, last) };
}

/** The lines of an element that shares them with nothing else. */
export function linesOf({ start, end }: Extent): Span | null {
  return start === null || end === null ? null : [start, end];
}

/**
 * A `///` at the end of the line before documents the element: from where that line's own text ends to where the `///` begins;
 * null where there is none.
 */
export function documentedFrom(tree: SyntaxTree, container: Container, index: number): Span | null {
  const { source, comments } = tree;
  if (container.isFile && index === 0) return null;
  let at = container.elements[index - 1]?.[1] ?? container.open;
  const limit = Math.min(lineEnd(source, at), container.elements[index]?.[0] ?? container.close);
  for (const comment of comments) {
    if (comment.start < at || comment.start >= limit) continue;
    if (!/^[\s;；,，、。]*$/.test(source.slice(at, comment.start))) return null;
    if (comment.kind === "doc") return [at, comment.start];
    at = comment.end;
  }
  return null;
}

/** The offset where the comments directly above begin; documentation may be separated by blank lines. */
function leading(source: string, comments: readonly Comment[], start: number): number {
  let first = start;
  for (const comment of [...comments].reverse()) {
    const between = source.slice(comment.end, first);
    const isNear = comment.kind === "doc" || between.split("\n").length <= 2;
    const isAlone = isBlank(source.slice(lineStart(source, comment.start), comment.start));
    if (!isBlank(between) || !isNear || !isAlone) break;
    first = comment.start;
  }
  return first;
}

/** The offset up to which separators and comments follow on the last line; null where anything else follows. */
function trailing(source: string, comments: readonly Comment[], end: number): number | null {
  let at = end;
  for (;;) {
    const limit = lineEnd(source, at);
    while (at < limit && /[\s;；,，、。]/.test(source[at] as string)) at += 1;
    if (at >= limit) return at;
    const comment = comments.find((c) => c.start === at);
    if (comment === undefined || comment.kind === "doc") return null;
    at = comment.end;
  }
}
