/**
 * The unit that a published value is in: quantities are published in their base, and every heading names it.
 */
import { decimalText, rational, type RationalText } from "@yardstick/exact";
import { type Dimension, type Output, ownEntry, type ValueType } from "@yardstick/language/core";

/** Base units have a word in each language, whatever the rubric's author wrote. */
const englishUnits: Readonly<Record<string, string>> = {
  元: "yuan",
  分: "points",
  天: "days",
  月: "months",
  年: "years",
};

/** A unit in the given language, each unit of a compound one (`元/天`, `yuan/days`), also after a figure (`5 points`); unknown units are unchanged. */
export function unitWord(unit: string, lang: "zh" | "en"): string {
  return lang === "en" ? unit.replaceAll(/[^/·^ ]+/gu, (word) => ownEntry(englishUnits, word) ?? word) : unit;
}

/** `元`, `元/公里`; null for a number without a dimension, and for a percentage, whose sign is part of the value. */
export function publishedUnit(type: ValueType, lang: "zh" | "en" = "zh"): string | null {
  if (type.kind !== "number" || type.percent) return null;
  const [above, below] = [side(type.dimension, 1, lang), side(type.dimension, -1, lang)];
  if (above === "" && below === "") return null;
  return below === "" ? above : `${above === "" ? "1" : above}/${below}`;
}

function side(dimension: Dimension, sign: 1 | -1, lang: "zh" | "en"): string {
  return Object.entries(dimension)
    .filter(([, exponent]) => exponent * sign > 0)
    .map(([unit, exponent]) => `${unitWord(unit, lang)}${Math.abs(exponent) === 1 ? "" : `^${Math.abs(exponent)}`}`)
    .join("·");
}

/** An output's name with its unit: `绩效工资（元）`, `pay (yuan)`. */
export function outputHeading({ name, value }: Output, lang: "zh" | "en"): string {
  const unit = publishedUnit(value.type, lang);
  if (unit === null) return name;
  return lang === "zh" ? `${name}（${unit}）` : `${name} (${unit})`;
}

/** What the heading of a part is made of. */
interface Headed {
  readonly name: string;
  readonly points: RationalText;
  readonly worth: RationalText;
  readonly weight: RationalText | null;
}

/**
 * The scale of a part's score where it is not what the part adds to its parent: `100 分 × 30%`, `100 points × 30%`. Null where both are
 * the same, and for bonuses and penalties.
 */
export function partScale(part: Headed, lang: "zh" | "en"): string | null {
  if (part.weight === null || part.points === part.worth) return null;
  const percent = decimalText(rational(part.weight).mul(100), 2);
  return `${decimalText(rational(part.points), 2)} ${unitWord("分", lang)} × ${percent}%`;
}

/** A part's name with that scale: `建设（100 分 × 30%）`, `building (100 points × 30%)`. */
export function partHeading(part: Headed, lang: "zh" | "en"): string {
  const scale = partScale(part, lang);
  if (scale === null) return part.name;
  return lang === "zh" ? `${part.name}（${scale}）` : `${part.name} (${scale})`;
}
