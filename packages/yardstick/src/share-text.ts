/** Shares and intervals of shares as decimal text, rounded so that the text is never wrong. */
import type { Interval } from "@yardstick/engine";
import { decimalText, parseNumber, powerOfTen, rational, rationalText, rounded, withMinusSign } from "@yardstick/exact";

/** A share as a percentage: `"1/4"` as `25%`. A share with more decimals is rounded to `decimals` as requested. */
export function shareText(share: string, decimals = 2, round: "ceil" | "floor" | "round" = "round"): string {
  const units = rational(share).mul(100).mul(powerOfTen(decimals));
  const cut = round === "round" ? rounded(units, 0) : units[round]();
  return `${withMinusSign(decimalText(cut.div(powerOfTen(decimals)), decimals))}%`;
}

/** The number of decimals at most; a narrower interval is shown as a single exact value. */
const MAX_DECIMALS = 12;

/**
 * The ends of an interval in units of `whole` (100 for percent), as decimal text without trailing zeros. Both ends belong to the
 * interval: they are rounded toward the inside, an open end moves in by one unit of the last decimal, and decimals are added until the
 * interval is not empty. A single value without finite decimals is given as a quotient, `"2300/181"`.
 */
export function intervalEnds(
  interval: Pick<Interval, "from" | "to" | "closedFrom" | "closedTo">,
  whole: string,
  decimals: number,
): { readonly from: string; readonly to: string } {
  const factor = parseNumber(whole);
  if (factor === null) throw new TypeError(`${JSON.stringify(whole)} is not a number`);
  const [from, to] = [rational(interval.from).mul(factor), rational(interval.to).mul(factor)];
  for (let places = decimals; places <= MAX_DECIMALS; places += 1) {
    const scale = powerOfTen(places);
    const [start, end] = [from.mul(scale), to.mul(scale)];
    const low = start.ceil().add(start.isWhole() && !interval.closedFrom ? 1 : 0);
    const high = end.floor().sub(end.isWhole() && !interval.closedTo ? 1 : 0);
    if (low.compare(high) <= 0)
      return { from: decimalText(low.div(scale), places), to: decimalText(high.div(scale), places) };
  }
  const inside = rationalText(from.add(to).div(2));
  return { from: inside, to: inside };
}

/** An interval in percent: `20% – 21.25%`, or a single share: `20%`, or `23/181` where it has no finite decimals. */
export function intervalText(interval: Parameters<typeof intervalEnds>[0], decimals = 2): string {
  const { from, to } = intervalEnds(interval, "100", decimals);
  const text = (end: string) => `${withMinusSign(end)}%`;
  if (from.includes("/")) return rationalText(rational(from).div(100));
  return from === to ? text(from) : `${text(from)} – ${text(to)}`;
}
