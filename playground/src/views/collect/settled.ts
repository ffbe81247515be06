/** Conflicts that are decided: what the merge then does to their cells. */
import type { CollectedConflict, ConflictFigure } from "@yardstick/tables";

/** What a decision puts into a cell. */
export interface SettledCell {
  readonly taken: ConflictFigure;
  /** The value that it replaces; null where the cell is blank. */
  readonly before: string | null;
}

/** What a merge puts into the cell of a conflict; null where it keeps what the cell has. */
export function settledCell({ figures, settled }: CollectedConflict): SettledCell | null {
  const taken = settled === null ? undefined : figures[settled];
  if (taken === undefined || taken.isPresent) return null;
  return { taken, before: figures.find(({ isPresent }) => isPresent)?.text ?? null };
}

/** How many conflicts fill a blank cell, change a cell, or are undecided. */
export function settledCounts(conflicts: readonly CollectedConflict[]): Record<"fresh" | "changed" | "open", number> {
  const cells = conflicts.flatMap((conflict) => settledCell(conflict) ?? []);
  const fresh = cells.filter(({ before }) => before === null).length;
  return {
    fresh,
    changed: cells.length - fresh,
    open: conflicts.filter(({ settled }) => settled === null).length,
  };
}

/** The conflicts in which a file has a value, with those decided for another file left out. */
export function conflictsOfFile(file: string, conflicts: readonly CollectedConflict[]): readonly CollectedConflict[] {
  const isOf = ({ origins }: ConflictFigure) => origins.some((origin) => origin.file === file);
  return conflicts.filter(({ figures, settled }) =>
    settled === null ? figures.some(isOf) : figures.some((each, at) => at === settled && isOf(each)),
  );
}
