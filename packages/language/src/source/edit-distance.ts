/**
 * How far two texts are apart, in edits of one character.
 */

/** Longer texts are not compared: an edit distance costs the product of their lengths. */
const longest = 60;

/** Edits from one to the other (a swap of neighbours is one), or null where more than `limit`. */
export function distanceWithin(from: string, to: string, limit: number): number | null {
  const a = [...from];
  const b = [...to];
  if (limit === 0 || Math.abs(a.length - b.length) > limit || a.length > longest || b.length > longest) return null;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  const distance = last[b.length] ?? limit + 1;
  return distance <= limit ? distance : null;
}
