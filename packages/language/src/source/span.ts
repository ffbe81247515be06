/**
 * A stretch of a source text: the place every node, diagnostic and edit points to.
 * Offsets are UTF-16 code units from the start of the text, as editors and JavaScript strings count them.
 */
export type Span = readonly [start: number, end: number];

/** The smallest span that holds both. */
export function cover(a: Span, b: Span): Span {
  return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
}

/** Whether `offset` lies in the span, its end included, as a text cursor does. */
export function touches(span: Span, offset: number): boolean {
  return span[0] <= offset && offset <= span[1];
}
