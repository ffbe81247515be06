/**
 * Moves, copies and pastes several parts, one after another, so that each takes account of the names and positions left
 * by the one before. Returns the complete new text, which the form applies as one edit.
 */
import { addPart, applyEdits, movePart, parse, type Parsed, type Span, type TextEdit } from "@yardstick/language";
import { copyOf } from "./copied.js";
import { namesIn } from "./fill-slot.js";
import { placeOfPart, type Part, type PartPlace } from "./places.js";

/** A target next to a part, or inside a section or a case of one. */
export type Spot =
  { readonly beside: Span; readonly side: "before" | "after" } | { readonly into: Span; readonly at: "first" | "last" };

/** `start` is the offset of the last of the parts in the new text. */
export interface Changed {
  readonly text: string;
  readonly start: number;
}

/** The spans that are not inside another one, in the order of the text. */
export function outermost(spans: readonly Span[]): readonly Span[] {
  return [...spans]
    .sort((a, b) => a[0] - b[0] || b[1] - a[1])
    .filter((span, _, all) => !all.some((other) => other !== span && other[0] <= span[0] && span[1] <= other[1]));
}

/** Null when one of the parts is not allowed at the target. */
export function movedParts(source: string, spans: readonly Span[], spot: Spot): Changed | null {
  let text = source;
  let starts = outermost(spans).map(([start]) => start);
  let to = spot;
  let last = -1;
  while (starts.length > 0) {
    const parsed = parse(text);
    const [start = 0, ...others] = starts;
    const own = placeOfPart(parsed.rubric, [start, start]);
    const target = own === null ? null : targetOf(parsed, to, own);
    if (own === null || target === null) return null;
    const edits = movePart(parsed, own.part, target.into, target.index);
    if (edits === null) return null;
    const after = applyEdits(text, edits);
    const found = partIn(after, target, edits);
    if (found === null) return null;
    last = found.span[0];
    starts = others.map((at) => movedBy(edits, at));
    to = { beside: found.span, side: "after" };
    text = after;
  }
  return last < 0 ? null : { text, start: last };
}

interface Target {
  readonly into: { readonly span: Span } | null;
  /** The index of the part after the move. */
  readonly index: number;
}

/** `own` is null for a part from another text. */
function targetOf({ rubric }: Parsed, spot: Spot, own: PartPlace | null): Target | null {
  if ("into" in spot) {
    const parent = parentAt(rubric, spot.into);
    if (parent === null) return null;
    const first = parent.parts.findIndex(({ kind }) => kind !== "data");
    return { into: parent, index: spot.at === "last" ? parent.parts.length : first < 0 ? parent.parts.length : first };
  }
  const beside = placeOfPart(rubric, spot.beside);
  if (beside === null) return null;
  const isSameList = own !== null && own.into?.span[0] === beside.into?.span[0];
  const isBefore = isSameList && own.index < beside.index;
  return { into: beside.into, index: beside.index - (isBefore ? 1 : 0) + (spot.side === "after" ? 1 : 0) };
}

interface PartParent {
  readonly span: Span;
  readonly parts: readonly { readonly kind: string }[];
}

/** The section or case that starts at an offset. */
export function parentAt(rubric: Parsed["rubric"], [start]: Span): PartParent | null {
  let found: PartParent | null = null;
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const parent = node as Partial<PartParent> & { readonly variants?: unknown };
    if (parent.parts !== undefined && parent.span?.[0] === start && parent.variants == null)
      found ??= parent as PartParent;
    Object.values(node).forEach(visit);
  };
  visit(rubric);
  return found;
}

/** The part that edits have placed at a target. */
function partIn(text: string, { into, index }: Target, edits: readonly TextEdit[]): Part | null {
  const { rubric } = parse(text);
  const start = into === null ? -1 : movedBy(edits, into.span[0]);
  const list = into === null ? rubric.declarations : (parentAt(rubric, [start, start])?.parts ?? []);
  const found = list[Math.min(index, list.length - 1)];
  return found?.kind === "section" || found?.kind === "item" ? (found as Part) : null;
}

/** An offset outside all edits, adjusted to the text after them. */
export function movedBy(edits: readonly TextEdit[], offset: number): number {
  return edits.reduce(
    (at, { span, text }) => (span[1] <= offset ? at + text.length - (span[1] - span[0]) : at),
    offset,
  );
}

/** Inserts parts of another text, one after another, under free names. Null when one is not allowed at the target. */
export function withParts(
  source: string,
  pasted: Parsed,
  parts: readonly { readonly span: Span }[],
  spot: Spot | null,
): Changed | null {
  let text = source;
  let to = spot;
  let last = -1;
  for (const part of parts) {
    const parsed = parse(text);
    const copy = copyOf(pasted, part.span, namesIn(parsed));
    const target = to === null ? atEnd(parsed) : targetOf(parsed, to, null);
    const edits = target === null ? null : addPart(parsed, target.into, target.index, copy);
    if (target === null || edits === null) return null;
    text = applyEdits(text, edits);
    const found = partIn(text, target, edits);
    if (found === null) return null;
    last = found.span[0];
    to = { beside: found.span, side: "after" };
  }
  return last < 0 ? null : { text, start: last };
}

/** After the last section or item of the file. */
function atEnd({ rubric }: Parsed): Target {
  const last = rubric.declarations.map(({ kind }) => kind === "section" || kind === "item").lastIndexOf(true);
  return { into: null, index: last < 0 ? rubric.declarations.length : last + 1 };
}
