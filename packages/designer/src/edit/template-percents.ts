/**
 * Adapts the numbers of a template when a percentage is filled in next to them: they get a %, and a count gets a step
 * of 1%. Numbers entered by the user are left unchanged.
 */
import { analyse, applyEdits, type Parsed, type Span, type TextEdit, isPlaceholderName } from "@yardstick/language";
import type { Slot } from "../model/piece.js";

/** `edits` fill the slot; the result also contains the percent signs, relative to the text before. */
export function withPercentSigns(parsed: Parsed, slot: Slot, edits: readonly TextEdit[]): readonly TextEdit[] {
  const [edit, ...others] = edits;
  if (!isPlaceholderName(slot.value) || edit === undefined || others.length > 0) return edits;
  const [start, end] = edit.span;
  const filledTo = start + edit.text.length;
  const isFilled = (span: Span): boolean => span[0] >= start && span[1] <= filledTo;
  const source = applyEdits(parsed.tree.source, edits);
  /** An offset of the filled text as an offset of the text before. */
  const before = (at: number): number => (at <= start ? at : at - filledTo + end);
  const signs = analyse(source).findings.flatMap(({ code, span, related, fixes }): readonly TextEdit[] => {
    if (code === "step-needed" && isFilled(span)) return fixes[0]?.edits ?? [];
    const isBare = code === "bare-beside-percent" && related.some((one) => isFilled(one.span));
    return isBare && /^\d+(\.\d+)?$/.test(source.slice(...span)) ? [{ span: [span[1], span[1]], text: "%" }] : [];
  });
  const moved = signs.map(({ span, text }) => ({ span: [before(span[0]), before(span[1])] as const, text }));
  return [edit, ...moved].sort((a, b) => a.span[0] - b.span[0]);
}
