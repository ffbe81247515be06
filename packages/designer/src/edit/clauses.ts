/**
 * Clauses of a declaration, a rule or a head: their span from the keyword to the end, and their removal from the text.
 */
import { leavesOf, type Parsed, type RoleName, type Span, type TextEdit } from "@yardstick/language";
import { ifValid } from "./valid-edits.js";

/**
 * The span from the last such keyword before a value to the end of the value, including a closing keyword. Null when
 * there is none.
 */
export function clauseOf(
  { tree }: Parsed,
  role: RoleName,
  [start, end]: Span,
  within: Span,
  closing: RoleName | null = null,
): Span | null {
  const leaves = leavesOf(tree).filter(({ span }) => span[0] >= within[0] && span[1] <= within[1]);
  const keyword = leaves.filter((leaf) => leaf.role === role && leaf.span[0] <= start).at(-1);
  const next = leaves.find(({ span }) => span[0] >= end);
  if (keyword === undefined) return null;
  return [keyword.span[0], closing !== null && next?.role === closing ? next.span[1] : end];
}

/** Keywords without a value, such as `lowest first`. */
export function wordsOf({ tree }: Parsed, role: RoleName, within: Span): Span | null {
  const found = leavesOf(tree).filter(
    (leaf) => leaf.role === role && leaf.span[0] >= within[0] && leaf.span[1] <= within[1],
  );
  const [first, last] = [found[0], found.at(-1)];
  return first === undefined || last === undefined ? null : [first.span[0], last.span[1]];
}

/** Removes a span: with its line when nothing else is on it, otherwise with the spaces before it. */
export function without(parsed: Parsed, [start, end]: Span): readonly TextEdit[] | null {
  const { source } = parsed.tree;
  const lineStart = source.lastIndexOf("\n", start - 1) + 1;
  const next = source.indexOf("\n", end);
  const isAlone =
    source.slice(lineStart, start).trim() === "" && (next < 0 || /^\s*(\/\/.*)?$/.test(source.slice(end, next)));
  if (isAlone) return ifValid(parsed, [{ span: [lineStart, next < 0 ? source.length : next + 1], text: "" }]);
  let from = start;
  while (from > lineStart && /[ \t\u3000]/.test(source[from - 1] ?? "")) from -= 1;
  return ifValid(parsed, [{ span: [from, end], text: "" }]);
}
