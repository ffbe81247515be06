/**
 * Text between the elements of a block that belongs to none of them because the parser skipped it. It is shown and
 * never dropped.
 */
import type { Span } from "@yardstick/language";
import { cardOf, type CardView, type DocumentContext } from "./document-context.js";

/** The text of a span that none of the `covered` spans contains, as cards; white space and separators are ignored. */
export function gapsIn(context: DocumentContext, [start, end]: Span, covered: readonly Span[]): readonly CardView[] {
  const { tokens } = context.analysis.tree;
  const left = tokens
    .filter(({ startOffset, image }) => startOffset >= start && startOffset < end && !/^[\s;；。,，、]*$/.test(image))
    .map((token): Span => [token.startOffset, (token.endOffset ?? token.startOffset) + 1])
    .filter(([at]) => !covered.some(([from, to]) => from <= at && at < to));
  const cards: Span[] = [];
  for (const span of left) {
    const last = cards.at(-1);
    const isNear = last !== undefined && !covered.some(([from]) => from >= last[1] && from < span[0]);
    if (last !== undefined && isNear) cards[cards.length - 1] = [last[0], span[1]];
    else cards.push(span);
  }
  return cards.map((span) => cardOf(context, span));
}
