/**
 * Sections and items on the sheet, each with its points, its score and what its range, its rounding or its not applying did.
 */
import { decimal, rationalText, withMinusSign } from "@yardstick/exact";
import type { ItemExplanation, PartExplanation } from "@yardstick/engine";
import { isNegative, points, size } from "./figures.js";
import { sheetLine } from "./line.js";
import type { Writing } from "./read.js";
import { joinedReads } from "./read.js";
import type { SheetNote, SheetPart } from "./sheet.js";

function rangeNote(item: ItemExplanation, { words }: Writing): SheetNote | null {
  const { heldBack, min, max } = item;
  if (heldBack === null) return null;
  const isBelow = isNegative(heldBack);
  const limit = points((isBelow ? min : max) ?? "0");
  return {
    kind: "range",
    label: isBelow ? words.bottom : words.notes.range,
    text: isBelow ? words.floor(limit, size(heldBack)) : words.top(limit, size(heldBack)),
    span: null,
  };
}

function notesOf(part: PartExplanation, writing: Writing): SheetNote[] {
  const { words } = writing;
  const notes: SheetNote[] = [];
  if (part.notApplicable !== null) {
    const reads = joinedReads(part.notApplicable.reads, writing);
    const outcome = words.notApplicable[part.notApplicable.outcome];
    const text = reads === "" ? outcome : `${reads}${words.comma}${outcome}`;
    notes.push({ kind: "not-applicable", label: words.notes["not-applicable"], text, span: null });
  }
  const range = part.kind === "item" ? rangeNote(part, writing) : null;
  if (range !== null) notes.push(range);
  if (part.rounding !== null && part.rounding.before !== part.rounding.after) {
    const { before, after, decimals } = part.rounding;
    const text = words.rounded(points(before), points(after), decimals);
    notes.push({ kind: "rounding", label: words.notes.rounding, text, span: null });
  }
  if (part.score === null && part.notApplicable === null) {
    notes.push({ kind: "pending", label: words.notes.pending, text: "", span: null });
  }
  return notes;
}

function limitOf({ form, min, max }: ItemExplanation): string | null {
  const limit = form === "bonus" ? max : form === "penalty" ? min : null;
  return limit === null ? null : size(limit);
}

/** A section with the decimals it is published with; an item's points show two at least, like all points of a sheet. */
function shownScore({ kind }: PartExplanation, published: string): string {
  return kind === "section" ? withMinusSign(published) : points(rationalText(decimal(published)));
}

export function sheetPart(part: PartExplanation, writing: Writing): SheetPart {
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
    contribution: contribution === null || points(contribution) === score ? null : points(contribution),
    notes: notesOf(part, writing),
  };
  if (part.kind === "section") {
    return { kind: "section", ...common, parts: part.parts.map((inner) => sheetPart(inner, writing)) };
  }
  const item = writing.program.parts[part.part];
  const lines = item?.kind === "item" ? item.lines : [];
  return {
    kind: "item",
    ...common,
    form: part.form,
    start: points(part.start),
    limit: limitOf(part),
    lines: part.lines.map((line, index) => sheetLine(line, lines[index], assessor, writing)),
  };
}
