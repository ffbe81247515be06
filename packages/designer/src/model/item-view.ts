/** An item as a row of the table: its name and points, its rules as sentences with signs, its department and clause. */
import type { ast, Span } from "@yardstick/language";
import { gapsIn } from "./gaps.js";
import { attributesOf } from "./head.js";
import { slotsOf, type Piece, type Slot } from "./piece.js";
import { bodyOf, cardOf, isBroken, type CardView, type DocumentContext } from "./document-context.js";

/** The sign in the margin, distinguished by shape first and colour second. */
export type Sign = "minus" | "plus" | "either" | "equals" | "judged-minus" | "judged-plus" | "judged" | "none";

/** A rule as a sentence with a sign. */
export interface LineView {
  readonly kind: "line";
  readonly span: Span;
  readonly sign: Sign;
  readonly pieces: readonly Piece[];
  readonly suffixes: readonly ast.Suffix["kind"][];
  /** It has unfilled slots. */
  readonly isEmpty: boolean;
}

interface BlockView {
  readonly kind: "block";
  readonly span: Span;
  readonly head: readonly Piece[];
  readonly lines: readonly LineNodeView[];
  /** Null when there is no `otherwise`. */
  readonly otherwise: readonly LineNodeView[] | null;
}

/** A rule, a block of rules with a condition, or text that no form can represent. */
export type LineNodeView = LineView | BlockView | CardView;

/** An item as a row of the document table. */
export interface ItemView {
  readonly kind: "item";
  readonly span: Span;
  readonly form: ast.Item["form"];
  readonly name: Slot | null;
  /** Its points, or the limit of a bonus or penalty. */
  readonly points: Slot | null;
  readonly weight: readonly Piece[];
  readonly attributes: readonly (readonly Piece[])[];
  readonly assessor: Slot | null;
  readonly basis: Slot | null;
  readonly lines: readonly LineNodeView[];
}

/** Builds the view model of an item. */
export function itemView(context: DocumentContext, item: ast.Item): ItemView {
  const { sentences } = context;
  const points = item.form === "item" ? item.points : item.upTo;
  const others = item.applies === null ? [] : [item.applies.span];
  const gaps = gapsIn(context, bodyOf(context, item.span), [...item.lines.map(({ span }) => span), ...others]);
  const lines = [...item.lines.map((line) => lineView(context, line)), ...gaps];
  return {
    kind: "item",
    span: item.span,
    form: item.form,
    name: sentences.slotAt(item.name.span),
    points: points === null ? null : sentences.slotAt(points.span),
    weight: item.weight === null ? [] : sentences.of(item.weight.span),
    attributes: attributesOf(context, item),
    assessor: item.assessor === null ? null : sentences.slotAt(item.assessor.span),
    basis: item.basis === null ? null : sentences.slotAt(item.basis.span),
    lines: lines.sort((a, b) => a.span[0] - b.span[0]),
  };
}

function lineView(context: DocumentContext, line: ast.LineNode): LineNodeView {
  const { sentences } = context;
  if (line.kind === "line") {
    if (isBroken(context, line.span) || hasNestedBands(line)) return cardOf(context, line.span);
    const pieces = sentences.of(line.span);
    return {
      kind: "line",
      span: line.span,
      sign: signOf(line),
      pieces,
      suffixes: line.suffixes.map(({ kind }) => kind),
      isEmpty: slotsOf(pieces).some(({ isOpen }) => isOpen),
    };
  }
  const opens = sentences.leaves(line.span).find((leaf) => leaf.place === "opens" && leaf.rule === "lines");
  const head: Span = [line.span[0], opens?.span[0] ?? line.condition.span[1]];
  if (isBroken(context, head) || hasMore(context, line, head)) return cardOf(context, line.span);
  return {
    kind: "block",
    span: line.span,
    head: sentences.of(head),
    lines: line.lines.map((inner) => lineView(context, inner)),
    otherwise: line.otherwise.length === 0 ? null : line.otherwise.map((inner) => lineView(context, inner)),
  };
}

/** Whether a block contains anything other than rules, such as a condition that belongs to its item. */
function hasMore({ sentences }: DocumentContext, { span, lines, otherwise }: ast.LineBlock, head: Span): boolean {
  const shown = [head, ...lines.map((line) => line.span), ...otherwise.map((line) => line.span)];
  return sentences
    .leaves(span)
    .some((leaf) => leaf.rule === "applies" && !shown.some(([from, to]) => from <= leaf.span[0] && leaf.span[0] < to));
}

function signOf({ discretion, effect, amount }: ast.Line): Sign {
  if (discretion) return effect === "deduct" ? "judged-minus" : effect === "add" ? "judged-plus" : "judged";
  if (amount.kind === "proportion" || effect === "earn") return "equals";
  return effect === "deduct" ? "minus" : effect === "add" ? "plus" : "either";
}

/** A table inside a table cannot be shown as a sentence. */
function hasNestedBands(node: unknown, isInside = false): boolean {
  if (typeof node !== "object" || node === null) return false;
  const isBands = (node as { readonly kind?: string }).kind === "by";
  if (isBands && isInside) return true;
  return Object.values(node).some((child) => hasNestedBands(child, isInside || isBands));
}
