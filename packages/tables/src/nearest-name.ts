/**
 * The known name that a written one most likely meant, for "did you mean": few edits, measured against its length.
 */

/** Edits between two short texts, by letters: one left out, put in or changed, or two neighbours that changed places. */
function distance(a: readonly string[], b: readonly string[]): number {
  let earlier: readonly number[] = [];
  let above: readonly number[] = [0, ...b.map((_, column) => column + 1)];
  for (const [row, letter] of a.entries()) {
    const here = [row + 1];
    for (const [column, other] of b.entries()) {
      const changed = (above[column] ?? 0) + (letter === other ? 0 : 1);
      const least = Math.min((above[column + 1] ?? 0) + 1, (here[column] ?? 0) + 1, changed);
      const isTurned = row > 0 && column > 0 && letter === b[column - 1] && a[row - 1] === other;
      here.push(isTurned ? Math.min(least, (earlier[column - 1] ?? 0) + 1) : least);
    }
    earlier = above;
    above = here;
  }
  return above.at(-1) ?? a.length;
}

/** Null where nothing is near: a third of the letters may differ, and at least one must agree. */
export function nearestName(written: string, known: readonly string[]): string | null {
  const letters = [...written];
  if (letters.length === 0 || letters.length > 60) return null;
  let best: string | null = null;
  let least = Infinity;
  for (const name of known) {
    const other = [...name];
    const allowed = Math.max(1, Math.floor(Math.max(letters.length, other.length) / 3));
    if (Math.abs(letters.length - other.length) > allowed) continue;
    const edits = distance(letters, other);
    if (edits <= allowed && edits < least && edits < Math.max(letters.length, other.length)) {
      best = name;
      least = edits;
    }
  }
  return best;
}
