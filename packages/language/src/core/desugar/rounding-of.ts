/**
 * Rounding as a rubric states it, by decimals or by mode and step, as one step and one mode.
 */
import { powerOfTen, rationalText } from "@yardstick/exact";
import type { Rounding } from "../../program/rounding.js";
import type { Round } from "../nodes/step.js";

/** `stated`: the mode and step that the rubric names; null: half up to `decimals`. */
export function roundingOf(decimals: number, stated: Rounding | null): Pick<Round, "step" | "mode"> {
  return stated ?? { step: rationalText(powerOfTen(-decimals)), mode: "half-up" };
}
