/** Shares and intervals of shares as decimal text that claims no more than is exact. */
import type { Interval } from "@yardstick/engine";
import { Fraction } from "fraction.js";

/** `"1/4"` as `25%`; a share that does not end is cut to `decimals` in the direction asked for. */
export function shareText(share: string, decimals = 2, round: "ceil" | "floor" | "round" = "round"): string {
  const percent = new Fraction(share).mul(100);
  const text = percent[round](decimals).toString();
  return `${text.replace(/^-/u, "−")}%`;
}

/** An interval whose ends are narrower than this many decimals is printed as its one exact value. */
const MAX_DECIMALS = 12;

/**
 * The ends of an interval in units of `whole` (100 for percent), as decimal text without zeros at the end, the lower never above the
 * upper. Both ends belong to the interval, and so does all between them: they are rounded toward the inside, an end that is itself
 * left out of the interval moves in by one unit of the last decimal, and decimals are added until one lies inside. A single share
 * that no decimal writes is given as a quotient, `"2300/181"`.
 */
export function intervalEnds(
  interval: Pick<Interval, "from" | "to" | "closedFrom" | "closedTo">,
  whole: string,
  decimals: number,
): { readonly from: string; readonly to: string } {
  const [from, to] = [new Fraction(interval.from).mul(whole), new Fraction(interval.to).mul(whole)];
  for (let places = decimals; places <= MAX_DECIMALS; places += 1) {
    const scale = new Fraction(10n ** BigInt(places));
    const [start, end] = [from.mul(scale), to.mul(scale)];
    const low = start.ceil().add(start.d === 1n && !interval.closedFrom ? 1 : 0);
    const high = end.floor().sub(end.d === 1n && !interval.closedTo ? 1 : 0);
    if (low.compare(high) <= 0) return { from: low.div(scale).toString(), to: high.div(scale).toString() };
  }
  const inside = from.add(to).div(2).toFraction();
  return { from: inside, to: inside };
}

/** In percent: `20% – 21.25%`, or the one share that is left: `20%`, as a quotient where no decimal writes it: `23/181`. */
export function intervalText(interval: Parameters<typeof intervalEnds>[0], decimals = 2): string {
  const { from, to } = intervalEnds(interval, "100", decimals);
  const text = (end: string) => `${end.replace(/^-/u, "−")}%`;
  if (from.includes("/")) return new Fraction(from).div(100).toFraction();
  return from === to ? text(from) : `${text(from)} – ${text(to)}`;
}
