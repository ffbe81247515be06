/**
 * Sections and items on the score sheet, with points, score, and notes on range, rounding and applicability.
 */
import { decimal, rationalText, withMinusSign } from "@yardstick/exact";
import type { ItemExplanation, PartExplanation } from "@yardstick/engine";
import { roundingText } from "./rounding-text.js";
import { isNegative, points, size } from "./figures.js";
import { sheetLine } from "./line.js";
import type { SheetContext } from "./read.js";
import { joinedReads } from "./read.js";
import type { SheetNote, SheetPart } from "./sheet.js";

function rangeNote(item: ItemExplanation, { messages }: SheetContext): SheetNote | null {
  const { heldBack, min, max } = item;
  if (heldBack === null) return null;
  const isBelow = isNegative(heldBack);
  const limit = points((isBelow ? min : max) ?? "0");
  return {
    kind: "range",
    label: isBelow ? messages.bottom : messages.notes.range,
    text: isBelow ? messages.floor(limit, size(heldBack)) : messages.top(limit, size(heldBack)),
    span: null,
  };
}

function notesOf(part: PartExplanation, context: SheetContext): SheetNote[] {
  const { messages } = context;
  const notes: SheetNote[] = [];
  if (part.notApplicable !== null) {
    const reads = joinedReads(part.notApplicable.reads, context);
    const outcome = messages.notApplicable[part.notApplicable.outcome];
    const text = reads === "" ? outcome : `${reads}${messages.comma}${outcome}`;
    notes.push({ kind: "not-applicable", label: messages.notes["not-applicable"], text, span: null });
  }
  const range = part.kind === "item" ? rangeNote(part, context) : null;
  if (range !== null) notes.push(range);
  if (part.rounding !== null && part.rounding.before !== part.rounding.after) {
    const { before, after, decimals, stated } = part.rounding;
    const text = messages.rounded(points(before), points(after), roundingText(context.lang, decimals, stated));
    notes.push({ kind: "rounding", label: messages.notes.rounding, text, span: null });
  }
  if (part.score === null && part.notApplicable === null) {
    notes.push({ kind: "pending", label: messages.notes.pending, text: "", span: null });
  }
  return notes;
}

function limitOf({ form, min, max }: ItemExplanation): string | null {
  const limit = form === "bonus" ? max : form === "penalty" ? min : null;
  return limit === null ? null : size(limit);
}

/** A section's score with its published decimals; an item's with at least two, like all points of a sheet. */
function shownScore({ kind }: PartExplanation, published: string): string {
  return kind === "section" ? withMinusSign(published) : points(rationalText(decimal(published)));
}

/** A section or an item of the score sheet. */
export function sheetPart(part: PartExplanation, context: SheetContext): SheetPart {
  const { name, path, span, assessor, basis, published, contribution } = part;
  const score = published === null ? null : shownScore(part, published);
  const common = {
    name,
    path,
    span,
    assessor,
    basis,
    points: points(part.points),
    worth: points(part.worth),
    score,
    // The exact score is added, so the contribution differs from the score only where weights or coefficients scale it.
    contribution: contribution === null || contribution === part.score ? null : points(contribution),
    notes: notesOf(part, context),
  };
  if (part.kind === "section") {
    return { kind: "section", ...common, parts: part.parts.map((inner) => sheetPart(inner, context)) };
  }
  const item = context.program.parts[part.part];
  const lines = item?.kind === "item" ? item.lines : [];
  return {
    kind: "item",
    ...common,
    form: part.form,
    start: points(part.start),
    limit: limitOf(part),
    lines: part.lines.map((line, index) => sheetLine(line, lines[index], assessor, context)),
  };
}
