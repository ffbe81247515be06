/** Rows between braces: inserting one before an `else` or at the end, and removing one with its line or separator. */
import type { Parsed, Span, TextEdit } from "@yardstick/language";
import type { Row, Rows } from "../model/piece.js";
import { isOrdered } from "./row-templates.js";
import { ifValid } from "./valid-edits.js";

const separators: Readonly<Record<string, string>> = { fields: ", ", given: ", ", expect: ", ", levels: ", " };

/** Adds a row before an `else`, or at the end. Null when the text would be invalid. */
export function addRow(parsed: Parsed, of: Rows, text: string): readonly TextEdit[] | null {
  const { rows, inside, block } = of;
  const { source } = parsed.tree;
  const last = rows.at(-1);
  const isElse = last !== undefined && /^(其余|else)/.test(source.slice(last.span[0]));
  const between = block === "levels" && isOrdered(parsed, of) ? " < " : (separators[block] ?? "; ");
  if (last === undefined) return ifValid(parsed, [{ span: [inside[0], inside[0]], text: ` ${text} ` }]);
  const lineStart = source.lastIndexOf("\n", last.span[0] - 1) + 1;
  const indent = source.slice(lineStart, last.span[0]);
  const isOwnLine = indent.trim() === "" && lineStart >= inside[0];
  if (isElse) {
    const at = last.span[0];
    return ifValid(parsed, [{ span: [at, at], text: isOwnLine ? `${text}\n${indent}` : text + between }]);
  }
  const at = last.span[1];
  const isLine = isOwnLine && block !== "levels";
  return ifValid(parsed, [{ span: [at, at], text: isLine ? `\n${indent}${text}` : between + text }]);
}

/** Swaps a row with the previous or next one; the text between them stays. */
export function moveRow(parsed: Parsed, { rows }: Rows, row: Row, by: -1 | 1): readonly TextEdit[] | null {
  const other = rows[rows.indexOf(row) + by];
  if (other === undefined) return null;
  const text = ({ span }: Row): string => parsed.tree.source.slice(...span);
  return ifValid(parsed, [
    { span: row.span, text: text(other) },
    { span: other.span, text: text(row) },
  ]);
}

/** Removes a row with its line or separator. Null when the text would be invalid. */
export function removeRow(parsed: Parsed, { rows, inside, block }: Rows, row: Row): readonly TextEdit[] | null {
  const { source } = parsed.tree;
  const at = rows.indexOf(row);
  const [start, end] = row.span;
  const lineStart = source.lastIndexOf("\n", start - 1) + 1;
  const next = source.indexOf("\n", end);
  const isOwnLine =
    block !== "levels" &&
    lineStart >= inside[0] &&
    source.slice(lineStart, start).trim() === "" &&
    next >= 0 &&
    /^\s*[,，;；]?\s*$/.test(source.slice(end, next));
  const before = rows[at - 1];
  const after = rows[at + 1];
  const span: Span = isOwnLine
    ? [lineStart, next + 1]
    : after !== undefined
      ? [start, after.span[0]]
      : [before?.span[1] ?? start, end];
  return ifValid(parsed, [{ span, text: "" }]);
}
