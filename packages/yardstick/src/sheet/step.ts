/**
 * Steps of explanations as steps of a score sheet, whatever they belong to.
 */
import type { StepExplanation } from "@yardstick/engine";
import { isNegative, plain, points, size } from "./figures.js";
import type { SheetContext } from "./read.js";
import { joinedReads } from "./read.js";
import type { NoteKind, SheetStep } from "./sheet.js";
import type { Done } from "./step-messages.js";

/** Limits by role, where they are not displayed without a sign. */
const limitTexts: Readonly<Partial<Record<StepExplanation["role"], (limit: string) => string>>> = {
  range: points,
  coefficient: plain,
};

/** `more`: what the texts of some kinds of steps need beside the step itself. */
export function sheetStep(step: StepExplanation, context: SheetContext, more: Partial<Done> = {}): SheetStep {
  const { role, span, name, limit, before, after, heldBack, reads } = step;
  const isBottom = role === "range" && heldBack !== null && isNegative(heldBack);
  const { label, text } = context.messages.step[isBottom ? "bottom" : role];
  const done: Done = {
    name: name ?? "",
    limit: limit === null ? "" : (limitTexts[role] ?? size)(limit),
    per: null,
    difference: heldBack === null ? "" : size(heldBack),
    reads: joinedReads(reads, context),
    target: "",
    before: before === null ? "" : points(before),
    after: after === null ? "" : points(after),
    how: "",
    ...more,
  };
  return { kind: role, label, text: text(done), value: done.after === "" ? null : done.after, span };
}

/** A note beside the steps. */
export function sheetNote(kind: NoteKind, text: string, { messages }: SheetContext): SheetStep {
  return { kind, label: messages.notes[kind], text, value: null, span: null };
}
