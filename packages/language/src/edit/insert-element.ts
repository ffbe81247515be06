/**
 * The edits that put a text into a container as one more element, in the layout that its neighbours have.
 */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import { lineBreak } from "../source/line-break.js";
import type { Span } from "../source/span.js";
import type { SyntaxTree } from "../syntax/syntax-tree.js";
import type { Container } from "./container.js";
import { documentedFrom, extentOf } from "./extent.js";
import {
  blankBefore,
  endBefore,
  endsInComment,
  indentAt,
  isBlank,
  isBlankLine,
  isOneLine,
  lineEnd,
  lineStart,
  setIn,
} from "./text-lines.js";

/** Before the element at `index`, or after the last. `text` is set in from the margin. */
export function insertElement(tree: SyntaxTree, container: Container, index: number, text: string): TextEdit[] {
  const { source } = tree;
  const eol = lineBreak(source);
  const own = setIn(text, "", container.indent, eol);
  const isShort = isOneLine(text);
  if (container.elements.length === 0) return [intoEmpty(tree, container, text, own, eol)];
  const isLast = index >= container.elements.length;
  const neighbour = isLast ? container.elements.length - 1 : index;
  const [start, end] = container.elements[neighbour] as Span;
  const extent = extentOf(tree, container, neighbour);
  if (isLast) {
    if (!container.isFlat && extent.end !== null) return [afterLines(source, container, extent.end, own, eol)];
    return [isShort ? insertion(end, container.separator + text) : breakAfter(source, container, end, own, eol)];
  }
  const documented = documentedFrom(tree, container, index);
  if (documented !== null)
    return [insertion(documented[0], eol + own + (endsInComment(text) ? eol + container.indent : ""))];
  if (!container.isFlat && extent.start !== null) {
    const isSpaced =
      index === 0 ? isBlankBetween(source, container, 0) : isBlankBefore(source, container, index, extent.start);
    return [insertion(extent.start, own + eol + (isSpaced ? eol : ""))];
  }
  if (isShort) return [insertion(start, text + container.separator)];
  return [{ span: [blankBefore(source, start), start], text: `${eol}${own}${eol}${container.indent}` }];
}

/** Below the last element, whose lines end before `next`. */
function afterLines(source: string, container: Container, next: number, own: string, eol: string): TextEdit {
  const isSpaced = isBlankBetween(source, container, container.elements.length - 2);
  const gap = isSpaced && endsThere(source, container, next) ? eol : "";
  return insertion(endBefore(source, next), eol + gap + own);
}

function insertion(at: number, text: string): TextEdit {
  return { span: [at, at], text };
}

function intoEmpty(tree: SyntaxTree, container: Container, text: string, own: string, eol: string): TextEdit {
  const { source } = tree;
  const { open, close, isFlat, indent } = container;
  if (container.isFile) {
    if (isBlank(source)) return { span: [0, source.length], text: own + eol };
    return insertion(source.length, (source.endsWith("\n") ? "" : eol) + eol + own + eol);
  }
  const inside = source.slice(open, close);
  const at = open + inside.trimEnd().length;
  if (!isFlat) return insertion(documentedFrom(tree, container, 0)?.[0] ?? endOfFirstLine(tree, open), eol + own);
  if (isOneLine(text)) return { span: [at, close], text: ` ${text} ` };
  return { span: [at, close], text: `${eol}${own}${eol}${indent.slice(0, -2)}` };
}

/** After the last element, whose line has other content. */
function breakAfter(source: string, container: Container, end: number, own: string, eol: string): TextEdit {
  const rest = /^[ \t;；,，、。]*/.exec(source.slice(end, container.close))?.[0].length ?? 0;
  const at = blankBefore(source, end + rest);
  return { span: [at, end + rest], text: `${eol}${own}${eol}${indentAt(source, container.close)}` };
}

/** Where the line of the opening brace ends, with all of a comment that begins there. */
function endOfFirstLine(tree: SyntaxTree, open: number): number {
  const { source, comments } = tree;
  const end = lineEnd(source, open);
  const inside = comments.find((c) => c.start < end && end < c.end);
  return inside === undefined ? end : endOfFirstLine(tree, inside.end);
}

/** Whether there is a blank line between the element and the next. */
function isBlankBetween(source: string, { elements }: Container, index: number): boolean {
  const [a, b] = [elements[index], elements[index + 1]];
  return a !== undefined && b !== undefined && /\n[ \t\u3000]*\r?\n/.test(source.slice(a[1], b[0]));
}

/** Whether a blank line parts the lines of an element from the one before: one among its own comments does not. */
function isBlankBefore(source: string, { elements }: Container, index: number, start: number): boolean {
  return /\n[ \t]*\r?\n/.test(source.slice(elements[index - 1]?.[1] ?? start, start));
}

/** Whether the text after the last element ends: at the end of the source, a blank line, or the closing bracket. */
function endsThere(source: string, container: Container, next: number): boolean {
  return next >= source.length || isBlankLine(source, next) || lineStart(source, container.close) === next;
}
