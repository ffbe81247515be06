/** The inputs of the form's document: the analysis, its sentences, and the spans of syntax errors. */
import type { Analysis, Lang, Span } from "@yardstick/language";
import { Sentences } from "./sentences.js";

/** Text that no form can represent; it is shown and edited as text. */
export interface CardView {
  readonly kind: "card";
  readonly span: Span;
  readonly text: string;
}

/** The inputs of the view model. */
export interface DocumentContext {
  readonly analysis: Analysis;
  readonly sentences: Sentences;
  /** Spans of syntax errors: what they touch is shown as text. */
  readonly broken: readonly Span[];
}

/** Collects the inputs of the view model. */
export function documentContextOf(analysis: Analysis, lang: Lang, broken: readonly Span[]): DocumentContext {
  return { analysis, sentences: new Sentences(analysis.tree, lang), broken };
}

/** From after the first brace to before the last one. */
export function bodyOf({ sentences }: DocumentContext, span: Span): Span {
  const leaves = sentences.leaves(span);
  const open = leaves.find((leaf) => leaf.place === "opens" && leaf.rule !== "byTable");
  const close = leaves.filter((leaf) => leaf.place === "closes").at(-1);
  return open === undefined ? [span[1], span[1]] : [open.span[1], close === undefined ? span[1] : close.span[0]];
}

/** Whether a span overlaps a syntax error. */
export function isBroken({ broken }: DocumentContext, [start, end]: Span): boolean {
  return broken.some(([from, to]) => from < end && start < Math.max(to, from + 1));
}

/** A span as a card with its text. */
export function cardOf({ analysis }: DocumentContext, span: Span): CardView {
  return { kind: "card", span, text: dedented(analysis.tree.source.slice(...span)) };
}

/** A text with the indentation of its first line removed from the later ones. */
function dedented(text: string): string {
  const [first = "", ...rest] = text.split(/\r?\n/);
  const indents = rest.filter((line) => line.trim() !== "").map((line) => /^[ \t\u3000]*/.exec(line)?.[0].length ?? 0);
  const least = Math.min(...indents, Infinity);
  return [first, ...rest.map((line) => line.slice(Number.isFinite(least) ? least : 0))].join("\n");
}
