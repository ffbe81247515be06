/**
 * The known name closest to a written one, for "did you mean": the number of edits relative to the length.
 */

/** Edit distance of two short texts: insertions, deletions and substitutions of letters, and transpositions of neighbours. */
function distance(a: readonly string[], b: readonly string[]): number {
  let earlier: readonly number[] = [];
  let above: readonly number[] = [0, ...b.map((_, column) => column + 1)];
  for (const [row, letter] of a.entries()) {
    const here = [row + 1];
    for (const [column, other] of b.entries()) {
      const changed = (above[column] ?? 0) + (letter === other ? 0 : 1);
      const least = Math.min((above[column + 1] ?? 0) + 1, (here[column] ?? 0) + 1, changed);
      const isTransposed = row > 0 && column > 0 && letter === b[column - 1] && a[row - 1] === other;
      here.push(isTransposed ? Math.min(least, (earlier[column - 1] ?? 0) + 1) : least);
    }
    earlier = above;
    above = here;
  }
  return above.at(-1) ?? a.length;
}

/** The nearest known name; null where none is near: at most a third of the letters may differ, and at least one must agree. */
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
