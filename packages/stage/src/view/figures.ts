/** Formats figures of the stage: shares in percent or points, signed differences; without binary floats. */
import type { Interval } from "@yardstick/engine";
import type { Exact } from "@yardstick/language/program";
import { intervalEnds } from "yardstick";
import { decimalText, multiply, rational, subtract, type Rational } from "@yardstick/ui/exact";

const MINUS = "−";

/** At most `decimals` decimals, without trailing zeros: `20`, `21.5`, `33.3`. */
function trimmed(value: Rational, decimals: number): string {
  const text = decimalText(value, decimals);
  return (text.includes(".") ? text.replace(/\.?0+$/, "") : text).replace("-", MINUS);
}

/** In units of `whole`: 100 for percent, the points of the parent for points. */
export function shareFigure(share: Exact, whole: Exact, decimals = 1): string {
  return trimmed(multiply(rational(share), rational(whole)), decimals);
}

/**
 * An interval in units of `whole`, with both ends inside it: `20–21.2`; a single figure when both are equal; `≈12.7`
 * when no decimal represents it. See `intervalEnds`.
 */
export function intervalFigure(interval: Interval, whole: Exact, decimals = 1): string {
  const { from, to } = intervalEnds(interval, whole, decimals);
  if (from.includes("/")) return `≈${shareFigure(interval.from, whole, decimals)}`;
  return (from === to ? from : `${from}–${to}`).replaceAll("-", MINUS);
}

/** `+2.40`, `−0.60`, `0.00`. */
export function signed(value: string, decimals: number): string {
  const text = decimalText(rational(value), decimals);
  return text.startsWith("-") ? text.replace("-", MINUS) : /[1-9]/.test(text) ? `+${text}` : text;
}

/** The change of a share in units of `whole`; `0` when there is none. */
export function shareChange(before: Exact, now: Exact, whole: Exact, decimals = 1): string {
  const change = multiply(subtract(rational(now), rational(before)), rational(whole));
  const text = trimmed(change, decimals);
  return change.n > 0n && text !== "0" ? `+${text}` : text;
}

export function unsigned(value: string, decimals: number): string {
  return decimalText(rational(value), decimals).replace("-", "");
}
