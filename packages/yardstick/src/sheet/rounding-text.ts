/**
 * How a number is rounded, in words: `保留 2 位小数，四舍五入`, `down to multiples of 0.5 points`.
 */
import { decimalText, powerOfTen, rational, type RoundingMode } from "@yardstick/exact";
import type { Lang } from "@yardstick/language";
import type { Rounding } from "@yardstick/language/program";

const MODES: Readonly<Record<Lang, Readonly<Record<RoundingMode, string>>>> = {
  zh: {
    "half-up": "四舍五入",
    "half-even": "四舍六入五成双",
    down: "舍去零头",
    up: "有零头进一",
    floor: "向下取整",
    ceiling: "向上取整",
  },
  en: {
    "half-up": "half up",
    "half-even": "half to even",
    down: "down",
    up: "up",
    floor: "down, also below 0,",
    ceiling: "up, also below 0,",
  },
};

/** `stated`: the mode and step that the rubric names; null: half up to `decimals`. */
export function roundingText(lang: Lang, decimals: number, stated: Rounding | null): string {
  const mode = MODES[lang][stated?.mode ?? "half-up"];
  const step = stated === null || rational(stated.step).equals(powerOfTen(-decimals)) ? null : rational(stated.step);
  if (lang === "zh") {
    return step === null
      ? `保留 ${decimals} 位小数，${mode}`
      : `取为 ${decimalText(step, decimals)} 分的整数倍，${mode}`;
  }
  const target =
    step === null
      ? `${decimals} ${decimals === 1 ? "decimal" : "decimals"}`
      : `multiples of ${decimalText(step, decimals)} points`;
  return `${mode} to ${target}`;
}
