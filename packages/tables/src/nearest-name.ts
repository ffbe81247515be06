/**
 * The known name that a written one most likely meant, for "did you mean": few edits, measured against its length.
 */

/** Levenshtein's distance between two short texts, by letters. */
function distance(a: readonly string[], b: readonly string[]): number {
  let above = b.map((_, column) => column + 1);
  for (const [row, letter] of a.entries()) {
    let left = row + 1;
    let diagonal = row;
    above = above.map((up, column) => {
      const here = Math.min(up + 1, left + 1, diagonal + (letter === b[column] ? 0 : 1));
      diagonal = up;
      left = here;
      return here;
    });
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
