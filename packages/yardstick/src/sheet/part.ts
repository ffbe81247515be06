/**
 * Sections and items on the score sheet, with points, score, and notes on range, rounding and applicability.
 */
import { decimal, rationalText, withMinusSign } from "@yardstick/exact";
import type { ItemExplanation, PartExplanation } from "@yardstick/engine";
import { itemWordOf } from "@yardstick/language";
import { roundingText } from "./rounding-text.js";
import { points, size } from "./figures.js";
import { limitOf } from "./limit-text.js";
import { sheetLine } from "./line.js";
import type { SheetContext } from "./read.js";
import { joinedReads } from "./read.js";
import type { SheetItem, SheetPart, SheetStep } from "./sheet.js";
import { sheetNote, sheetStep } from "./step.js";

function notesOf(part: PartExplanation, context: SheetContext): SheetStep[] {
  const { messages, lang } = context;
  const { notApplicable, rounding } = part;
  const notes: SheetStep[] = [];
  if (notApplicable !== null) {
    const reads = joinedReads(notApplicable.reads, context);
    const outcome = messages.notApplicable[notApplicable.outcome];
    notes.push(sheetNote("not-applicable", reads === "" ? outcome : `${reads}${messages.comma}${outcome}`, context));
  }
  const how = rounding === null ? "" : roundingText(lang, rounding.decimals, rounding.stated);
  // Coefficients are listed with the calculation of the total.
  for (const step of part.steps) if (step.role !== "coefficient") notes.push(sheetStep(step, context, { how }));
  if (part.score === null && notApplicable === null) notes.push(sheetNote("pending", "", context));
  return notes;
}

/** What kind of item it is, and its limit. */
function kindOf(item: ItemExplanation, { lang }: SheetContext): Pick<SheetItem, "formName" | "reaches" | "limit"> {
  const { form } = item;
  if (form === "item") return { formName: null, reaches: null, limit: null };
  const { name, reaches } = itemWordOf(form);
  const limit = limitOf(reaches, item);
  return { formName: name[lang], reaches, limit: limit === null ? null : size(limit) };
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
    ...kindOf(part, context),
    lines: part.lines.map((line, index) => sheetLine(line, lines[index], assessor, context)),
  };
}
