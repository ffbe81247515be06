/**
 * The limit of an item beside the points of its parent, by the side to which its sum may reach.
 */
import type { RationalText } from "@yardstick/exact";
import type { Reach } from "@yardstick/language";

const limits: Readonly<Record<Reach, (most: string) => string>> = {
  above: (most) => `≤ ${most}`,
  below: (most) => `≥ −${most}`,
};

/** `most` is the most points of either sign, as displayed: `≤ 3.00`, `≥ −3.00`. */
export function limitText(reaches: Reach, most: string): string {
  return limits[reaches](most);
}

const ends: Readonly<Record<Reach, "min" | "max">> = { above: "max", below: "min" };

/** The end of an item's range that is its limit; null where it has none. */
export function limitOf(
  reaches: Reach,
  range: { readonly min: RationalText | null; readonly max: RationalText | null },
): RationalText | null {
  return range[ends[reaches]];
}
