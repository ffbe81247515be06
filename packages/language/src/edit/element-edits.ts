/**
 * Putting an element into a list of the tree, taking one out, moving one: what parts, lines, fields and declarations have in
 * common. Each gives edits that do just that to the tree, or null.
 */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { positionIn, type Container } from "./container.js";
import type { Spanned } from "./find-node.js";
import { insertElement } from "./insert-element.js";
import { verified, withReplaced } from "./intended-tree.js";
import { removeElement, spanTaken } from "./remove-element.js";
import { indentAt, lineStart, setIn } from "./text-lines.js";

/** A list of the syntax tree and the position of its elements in the text. */
export interface Place<T extends Spanned> {
  readonly container: Container;
  readonly list: readonly T[];
}

/** Puts `text`, which reads as `element`, at `index` of the list. */
export function addElement<T extends Spanned>(
  parsed: Parsed,
  { container, list }: Place<T>,
  index: number,
  text: string,
  element: T,
): readonly TextEdit[] | null {
  const at = clamp(index, list.length);
  const edits = insertElement(parsed.tree, container, positionFor(container, list, at), text);
  return verified(parsed, edits, withReplaced(parsed.rubric, new Map([[list, inserted(list, at, element)]])));
}

export function removeElementOf<T extends Spanned>(
  parsed: Parsed,
  { container, list }: Place<T>,
  element: T,
): readonly TextEdit[] | null {
  const edits = removeElement(parsed.tree, container, positionIn(container, element.span));
  return verified(parsed, edits, withReplaced(parsed.rubric, new Map([[list, list.filter((e) => e !== element)]])));
}

/** Moves an element with its comments; `index` counts the elements of the target without the moved one. */
export function moveElement<T extends Spanned>(
  parsed: Parsed,
  from: Place<T>,
  element: T,
  to: Place<T>,
  index: number,
): readonly TextEdit[] | null {
  const isSameList = from.list === to.list;
  const rest = to.list.filter((e) => e !== element);
  const at = clamp(index, rest.length);
  if (isSameList && from.list[at] === element) return [];
  const position = positionIn(from.container, element.span);
  const edits = [
    ...removeElement(parsed.tree, from.container, position),
    ...insertElement(
      parsed.tree,
      to.container,
      positionFor(to.container, rest, at),
      textOf(parsed, from.container, position),
    ),
  ];
  const replaced = new Map<unknown, unknown>([[to.list, inserted(rest, at, element)]]);
  if (!isSameList)
    replaced.set(
      from.list,
      from.list.filter((e) => e !== element),
    );
  return verified(parsed, edits, withReplaced(parsed.rubric, replaced));
}

/** An element with the comments that belong to it, from the margin. */
function textOf({ tree }: Parsed, container: Container, position: number): string {
  const { source } = tree;
  const [start, end] = spanTaken(tree, container, position);
  const indent = indentAt(source, container.elements[position]?.[0] ?? start);
  const text = source.slice(start, end).replace(/\r?\n$/, "");
  return setIn(start === lineStart(source, start) ? text : indent + text, indent, "", "\n");
}

/** The index in the container of the element at `index` of the list; one after the last of the list where there is none. */
function positionFor(container: Container, list: readonly Spanned[], index: number): number {
  const next = list[index];
  if (next !== undefined) return positionIn(container, next.span);
  const last = list.at(-1);
  return last === undefined ? container.elements.length : positionIn(container, last.span) + 1;
}

function inserted<T>(list: readonly T[], index: number, element: T): T[] {
  return [...list.slice(0, index), element, ...list.slice(index)];
}

function clamp(index: number, length: number): number {
  return Math.min(Math.max(0, index), length);
}
