/** Figures of the stage as text: shares in percent or points, differences with their sign, never through a binary float. */
import type { Interval } from "@yardstick/engine";
import type { Exact } from "@yardstick/language/program";
import { decimalText, multiply, rational, subtract, type Rational } from "../store/exact.js";

const MINUS = "−";

/** At most so many decimals, without zeros at the end: `20`, `21.5`, `33.3`. */
function trimmed(value: Rational, decimals: number): string {
  const text = decimalText(value, decimals);
  return (text.includes(".") ? text.replace(/\.?0+$/, "") : text).replace("-", MINUS);
}

/** In units of `whole`: 100 for percent, the points of what is above for points. */
export function shareFigure(share: Exact, whole: Exact, decimals = 1): string {
  return trimmed(multiply(rational(share), rational(whole)), decimals);
}

/**
 * An interval in units of `whole`, its ends cut toward the inside, so that what is shown holds: `20.0–21.2`, or the one figure that
 * is left of it. An open end does not belong to it.
 */
export function intervalFigure(interval: Interval, whole: Exact, decimals = 1): string {
  const scale = 10n ** BigInt(decimals);
  const { n, d } = multiply(rational(interval.from), multiply(rational(whole), { n: scale, d: 1n }));
  const end = multiply(rational(interval.to), multiply(rational(whole), { n: scale, d: 1n }));
  const low = floored(n, d) + (n % d === 0n && interval.closedFrom ? 0n : 1n);
  const high = floored(end.n, end.d) - (end.n % end.d === 0n && !interval.closedTo ? 1n : 0n);
  const text = (units: bigint) => decimalText({ n: units, d: scale }, decimals).replace("-", MINUS);
  if (low < high) return `${text(low)}–${text(high)}`;
  return low === high ? text(low) : "";
}

function floored(n: bigint, d: bigint): bigint {
  return n >= 0n ? n / d : -((-n + d - 1n) / d);
}

/** `+2.40`, `−0.60`, `0.00`. */
export function signed(value: string, decimals: number): string {
  const text = decimalText(rational(value), decimals);
  return text.startsWith("-") ? text.replace("-", MINUS) : /[1-9]/.test(text) ? `+${text}` : text;
}

/** The change of a share in units of `whole`, `0` where there is none. */
export function shareChange(before: Exact, now: Exact, whole: Exact, decimals = 1): string {
  const change = multiply(subtract(rational(now), rational(before)), rational(whole));
  const text = trimmed(change, decimals);
  return change.n > 0n && text !== "0" ? `+${text}` : text;
}

export function unsigned(value: string, decimals: number): string {
  return decimalText(rational(value), decimals).replace("-", "");
}
