/** A position in a text, as an editor counts it. */

export interface Cursor {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** From the start of the text, in UTF-16 code units. */
  readonly offset: number;
}

/** The cursor at an offset of a text. */
export function cursorAt(text: string, offset: number): Cursor {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n"), offset };
}
