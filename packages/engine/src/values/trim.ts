/**
 * Which rows of a list count once they are sorted by value, by how many there are: the meaning of `drop`, `keep` and `median`.
 */
import { rational } from "@yardstick/exact";
import type { Trim } from "@yardstick/language/core";

/** `middle`: the one in the middle, of an even number the two. */
export type Slice = Trim | { readonly kind: "middle" };

/** From the first that counts (inclusive) to the last (exclusive), lowest value first; empty where as many or more are left out. */
export function keptRange(slice: Slice, rows: number): readonly [from: number, to: number] {
  switch (slice.kind) {
    case "drop":
      return between(slice.lowest, rows - slice.highest);
    case "drop-share":
      return between(ofRows(slice.lowest, rows), rows - ofRows(slice.highest, rows));
    case "keep":
      return slice.side === "highest" ? [Math.max(0, rows - slice.rows), rows] : [0, Math.min(rows, slice.rows)];
    case "middle":
      return rows === 0 ? [0, 0] : [Math.floor((rows - 1) / 2), Math.floor(rows / 2) + 1];
    default:
      return slice satisfies never;
  }
}

const between = (from: number, to: number): readonly [number, number] => [from, Math.max(from, to)];

/** Whole rows of a share, rounded down. */
const ofRows = (share: string, rows: number): number => rational(share).mul(rows).floor().toNumber();
