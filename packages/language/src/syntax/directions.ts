/**
 * Which direction of a ranking belongs to which of its keys: each to the key last named before it, whatever is in between.
 */
import type { CstNode } from "chevrotain";
import { nodes, spanOf } from "./cst.js";

/** The directions of each key, in the order of the keys: first that of `by`, then those behind `then by`. */
export function directionsOf(ranking: CstNode): readonly (readonly CstNode[])[] {
  const ties = nodes(ranking, "tieBreak");
  const starts = ties.map((tie) => spanOf(tie)[0]);
  const directions: CstNode[][] = [[], ...ties.map((tie) => nodes(tie, "direction").slice())];
  for (const direction of nodes(ranking, "direction")) {
    const before = starts.filter((start) => start < spanOf(direction)[0]).length;
    directions[before]?.push(direction);
  }
  return directions;
}
