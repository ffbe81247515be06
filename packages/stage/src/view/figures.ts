/** Formats figures of the stage: shares in percent or points, signed differences; without binary floats. */
import type { Interval } from "@yardstick/engine";
import { intervalEnds } from "yardstick";
import type { StageGroup } from "../protocol/protocol.js";
import { fixedText, numberOrZero, type Rational, type RationalText, shortText, withMinusSign } from "@yardstick/exact";

/** At most `decimals` decimals, without trailing zeros: `20`, `21.5`, `33.3`. */
function trimmed(value: Rational, decimals: number): string {
  return withMinusSign(shortText(value, decimals));
}

/** The unit of the weights of a group. */
export interface WeightUnit {
  /** `100` for percent, otherwise the points of the parent. */
  readonly whole: RationalText;
  readonly inPoints: boolean;
}

/** @param chosen whether in points; null: as the text states the weights */
export function weightUnit(group: StageGroup, chosen: boolean | null): WeightUnit {
  const inPoints = chosen ?? group.criteria.every(({ isWeighted }) => !isWeighted);
  return { whole: inPoints ? group.whole : "100", inPoints };
}

/** In units of `whole`: 100 for percent, the points of the parent for points. */
export function shareFigure(share: RationalText, whole: RationalText, decimals = 1): string {
  return trimmed(numberOrZero(share).mul(numberOrZero(whole)), decimals);
}

/**
 * An interval in units of `whole`, with both ends inside it: `20–21.2`; a single figure when both are equal; `≈12.7`
 * when no decimal represents it. See `intervalEnds`.
 */
export function intervalFigure(interval: Interval, whole: RationalText, decimals = 1): string {
  const { from, to } = intervalEnds(interval, whole, decimals);
  if (from.includes("/")) return `≈${shareFigure(interval.from, whole, decimals)}`;
  return from === to ? withMinusSign(from) : `${withMinusSign(from)}–${withMinusSign(to)}`;
}

/** `+2.40`, `−0.60`, `0.00`. */
export function signed(value: string, decimals: number): string {
  const text = fixedText(numberOrZero(value), decimals);
  return text.startsWith("-") ? withMinusSign(text) : /[1-9]/.test(text) ? `+${text}` : text;
}

/** The change of a share in units of `whole`; `0` when there is none. */
export function shareChange(before: RationalText, now: RationalText, whole: RationalText, decimals = 1): string {
  const change = numberOrZero(now).sub(numberOrZero(before)).mul(numberOrZero(whole));
  const text = trimmed(change, decimals);
  return change.compare(0) > 0 && text !== "0" ? `+${text}` : text;
}

/** The absolute value, as decimal text. */
export function unsigned(value: string, decimals: number): string {
  return fixedText(numberOrZero(value), decimals).replace("-", "");
}
