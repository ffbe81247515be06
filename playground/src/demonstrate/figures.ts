/** Figures of the stage as text: shares in percent or points, differences with their sign, never through a binary float. */
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

/** Rounded away from what is claimed: the lower end of an interval up, the upper one down. */
export function endFigure(share: Exact, whole: Exact, side: "from" | "to", decimals = 1): string {
  const scale = 10n ** BigInt(decimals);
  const { n, d } = multiply(rational(share), rational(whole));
  const scaled = n * scale;
  const floor = scaled >= 0n ? scaled / d : -((-scaled + d - 1n) / d);
  const units = side === "to" || floor * d === scaled ? floor : floor + 1n;
  return decimalText({ n: units, d: scale }, decimals).replace("-", MINUS);
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
