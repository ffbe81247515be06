/**
 * Which known names a misspelt one may have meant: those one or two characters away, or the same to the eye.
 * Names in, at most three names out, nearest first; only names of about the same length are compared.
 */
import { distanceWithin } from "../source/edit-distance.js";
import { skeleton } from "./confusable-names.js";

const most = 3;

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
