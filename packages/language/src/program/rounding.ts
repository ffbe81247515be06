/**
 * Rounding as a checked rubric states it, and the functions of values that each mode comes to.
 */
import type { RationalText, RoundingMode } from "@yardstick/exact";

/** How scores are rounded where the rubric names a mode or a step: to a multiple of `step`, which is greater than 0. */
export interface Rounding {
  readonly step: RationalText;
  readonly mode: RoundingMode;
}

/** The function of a value and a step that rounds by a mode. */
export const roundingFunctions = {
  "half-up": "round-to",
  "half-even": "round-even",
  down: "round-down",
  up: "round-up",
  floor: "round-floor",
  ceiling: "round-ceiling",
} as const satisfies Record<RoundingMode, string>;

/** The name of a function that rounds a value to a step. */
export type RoundingFunction = (typeof roundingFunctions)[RoundingMode];

const modes = Object.fromEntries(Object.entries(roundingFunctions).map(([mode, name]) => [name, mode])) as Readonly<
  Record<RoundingFunction, RoundingMode>
>;

/** The mode of such a function. */
export function modeOfFunction(name: RoundingFunction): RoundingMode {
  return modes[name];
}
