/**
 * `rounds to N decimals` and `rounds to multiples of STEP`, with the mode that follows.
 */
import type { ast } from "@yardstick/language";
import { literalNumber } from "./declared.js";
import { fixed, one, rounded, times, unitOf, type Fraction, type Rounding } from "./fraction.js";

/** A rounding to multiples of `step`; what is published has so many decimals. */
export interface RoundingTo {
  readonly step: Fraction;
  readonly decimals: number;
  readonly way: Rounding;
}

export const toDecimals = (decimals: number): RoundingTo => ({ step: unitOf(decimals), decimals, way: "half-up" });

/** What is written; null where nothing is. */
export function roundingOf(written: ast.RoundsTo | null): RoundingTo | null {
  if (written === null) return null;
  const way = written.mode ?? "half-up";
  const { digits } = written.number;
  if (!written.isStep) return { ...toDecimals(Number(digits)), way };
  return { step: literalNumber(written.number), decimals: digits.split(".")[1]?.length ?? 0, way };
}

/** The number as it is rounded; `scale` is what one of the written unit is in the base unit. */
export const roundedTo = (number: Fraction, { step, way }: RoundingTo, scale: Fraction = one): Fraction =>
  rounded(number, times(step, scale), way);

/** The text of a rounded number. */
export const roundedText = (number: Fraction, by: RoundingTo): string => fixed(roundedTo(number, by), by.decimals);
