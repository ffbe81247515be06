/** How a text ends its lines, so that what is inserted ends them alike. */

/** The line break of a text: `\r\n` where its first line ends with that, else `\n`. */
export function lineBreak(source: string): "\r\n" | "\n" {
  return /^[^\n]*\r\n/u.test(source) ? "\r\n" : "\n";
}

/** Edits whose line breaks are those of the text that they change. */
export function inLineBreaks<E extends { readonly text: string }>(source: string, edits: readonly E[]): readonly E[] {
  const own = lineBreak(source);
  return edits.map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/gu, own) }));
}
