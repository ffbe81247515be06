/** The closed lists of choice slots: keywords that are interchangeable at the same position, and comparisons. */
import { keywordIn, type Lang, type RoleName } from "@yardstick/language";
import type { ChoiceOption } from "./piece.js";

const families: readonly (readonly RoleName[])[] = [
  ["And", "Or"],
  ["Yes", "No"],
  ["HighestFirst", "LowestFirst"],
  ["RaiseBy", "LowerBy"],
  [
    "NumberType",
    "CountType",
    "PercentType",
    "TextType",
    "FlagType",
    "DateType",
    "PeriodType",
    "ChoiceType",
    "ListType",
  ],
  ["ScoreZero", "Unranked", "NoPlace", "NoAwards"],
];

/** The keywords that may replace this one; empty when it is a fixed part of its sentence. */
export function alternatives(role: RoleName, written: Lang, shown: Lang): readonly ChoiceOption[] {
  const family = families.find((roles) => roles.includes(role)) ?? [];
  return family.map((other) => ({
    written: keywordIn(written, other) + (other === role ? "" : (begins[written][other] ?? "")),
    label: keywordIn(shown, other),
  }));
}

/** The required rest of a type. */
const begins: Readonly<Record<Lang, Readonly<Partial<Record<RoleName, string>>>>> = {
  zh: { ChoiceType: " (差 < 中 < 好)", ListType: " { 事项: 文本, 日期: 日期 }" },
  en: { ChoiceType: " (poor < fair < good)", ListType: " { matter: text, date: date }" },
};

/** Comparisons by the name of their token. */
export const comparisons: Readonly<Record<string, ChoiceOption>> = {
  Eq: { written: "=", label: "=" },
  Neq: { written: "≠", label: "≠" },
  Lt: { written: "<", label: "<" },
  Le: { written: "≤", label: "≤" },
  Gt: { written: ">", label: ">" },
  Ge: { written: "≥", label: "≥" },
};
