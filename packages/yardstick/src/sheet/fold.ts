/**
 * What a score sheet may leave out without hiding points: rules that had no effect, and items in which no rule had one.
 */
import type { Sheet, SheetItem, SheetLine, SheetPart, SheetSection } from "./sheet.js";

/** Whether a rule had no effect: it did not fire. A rule that was waived, or is pending, has to be shown. */
export function hadNoEffect({ outcome }: SheetLine): boolean {
  return outcome === "not-fired";
}

/**
 * Whether a row for an item would only repeat its points: no rule had an effect, nothing is noted, and it has full marks, or as a bonus
 * or a penalty the value that it starts with. An item that lost points because no rule fired is shown.
 */
export function isUneventful({ form, lines, notes, points, start, score, contribution, worth }: SheetItem): boolean {
  const expected = form === "item" ? points : start;
  const counts = contribution === null || (form === "item" && contribution === worth);
  return notes.length === 0 && lines.every(hadNoEffect) && score === expected && counts;
}

/** Parts in their order: each section, and the items between two sections together, behind which those without events are named. */
export function runsOf(parts: readonly SheetPart[]): readonly (SheetSection | readonly SheetItem[])[] {
  const runs: (SheetSection | SheetItem[])[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (part.kind === "section") runs.push(part);
    else if (Array.isArray(last)) last.push(part);
    else runs.push([part]);
  }
  return runs;
}

/** The number of rules of a score sheet without effect. */
export function linesWithoutEffect({ parts }: Pick<Sheet, "parts">): number {
  return parts.reduce(
    (sum, part) =>
      sum + (part.kind === "item" ? part.lines.filter(hadNoEffect).length : linesWithoutEffect({ parts: part.parts })),
    0,
  );
}
