/** A span of an older text and a newer text in; the span's place in the newer text out. */
import type { Span } from "../source/span.js";

/**
 * The place of a span of an older text in a newer one that differs from it in one stretch. Before that stretch the span stays, after
 * it the span moves along, and where it touches the stretch it keeps what is left of it.
 */
export function movedSpan(older: string, newer: string, [start, end]: Span): Span {
  if (older === newer) return [start, end];
  const most = Math.min(older.length, newer.length);
  let before = 0;
  while (before < most && older[before] === newer[before]) before += 1;
  let behind = 0;
  while (behind < most - before && older.at(-1 - behind) === newer.at(-1 - behind)) behind += 1;
  const shift = newer.length - older.length;
  const moved = (offset: number) => {
    if (offset <= before) return offset;
    return offset >= older.length - behind ? offset + shift : Math.min(offset, newer.length - behind);
  };
  return [moved(start), Math.max(moved(start), moved(end))];
}
