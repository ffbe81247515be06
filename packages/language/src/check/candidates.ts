/**
 * Which known names a misspelt one may have meant: those one or two characters away, or the same to the eye.
 * Names in, at most three names out, nearest first; only names of about the same length are compared.
 */
import { skeleton } from "./confusable-names.js";

const most = 3;
/** Longer names are compared by their appearance alone: an edit distance costs the product of their lengths. */
const longest = 60;

export function nearNames(name: string, known: Iterable<string>): readonly string[] {
  const look = skeleton(name);
  const near: { readonly name: string; readonly distance: number }[] = [];
  for (const other of new Set(known)) {
    if (other === name) continue;
    const distance = skeleton(other) === look ? 0 : distanceWithin(name, other, allowance(name));
    if (distance !== null) near.push({ name: other, distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map((candidate) => candidate.name);
}

function allowance(name: string): number {
  const { length } = [...name];
  return length <= 1 ? 0 : length <= 4 ? 1 : 2;
}

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
