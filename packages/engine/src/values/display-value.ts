/**
 * Values as a user reads them: numbers in the unit their author wrote (450 万元, 98.2 %), levels by name, flags as `yes`
 * and `no` (the view translates them).
 */
import {
  decimalText,
  fixedText,
  isRational,
  rational,
  type Rational,
  rationalText,
  rounded,
  whole,
} from "@yardstick/exact";
import type { DataModel, Dimension, Field, Unit, ValueType } from "@yardstick/language/core";
import type { Shown } from "../data/result.js";
import { at } from "./internal-error.js";
import type { Datum } from "./value.js";
import { Series } from "./value.js";

/** Beside exact numbers, those that repeat for ever are cut here: enough to recognise them, never used to compute. */
const DECIMALS_SHOWN = 4;
const HUNDRED = whole(100);

/** Decimals of a coefficient that repeats for ever: hundredths are not fine enough to recognise it by. */
export const COEFFICIENT_DECIMALS = 4;

export type DisplayValue = Shown | { readonly text: string };

function shownNumber(value: Rational, unit: Unit | null, percent: boolean): Shown {
  if (percent) return { value: rationalText(value), text: decimalText(value.mul(HUNDRED), DECIMALS_SHOWN), unit: "%" };
  const inUnit = unit === null ? value : value.div(rational(unit.scale));
  return { value: rationalText(value), text: decimalText(inUnit, DECIMALS_SHOWN), unit: unit?.name ?? null };
}

function levelName(program: Pick<DataModel, "choices">, choice: number, level: number): string {
  return at(at(program.choices, choice).levels, level).name;
}

/** The name of a dimension of one base unit, `元`; null for pure numbers and for compound ones. */
function baseUnit(dimension: Dimension): string | null {
  const [first, ...others] = Object.entries(dimension).filter(([, exponent]) => exponent !== 0);
  return first !== undefined && others.length === 0 && first[1] === 1 ? first[0] : null;
}

export function displayOfType(program: Pick<DataModel, "choices">, type: ValueType, value: Datum): DisplayValue {
  if (isRational(value)) {
    const percent = type.kind === "number" && type.percent;
    const shown = shownNumber(value, null, percent);
    return percent || type.kind !== "number" ? shown : { ...shown, unit: baseUnit(type.dimension) };
  }
  if (value instanceof Series) {
    const of = type.kind === "series" ? type.of : type;
    return {
      text: value.values.map((each) => (each === null ? "—" : displayOfType(program, of, each).text)).join(", "),
    };
  }
  if (typeof value === "boolean") return { text: value ? "yes" : "no" };
  if (typeof value === "number")
    return { text: type.kind === "level" ? levelName(program, type.choice, value) : String(value) };
  return { text: value };
}

/** A field's own value, in the field's own unit. */
export function displayOfField(program: Pick<DataModel, "choices">, field: Field, value: Datum): DisplayValue {
  if (isRational(value)) {
    if (field.type.kind !== "number") return shownNumber(value, null, false);
    return shownNumber(value, field.type.unit, field.type.form === "percent");
  }
  if (typeof value === "number" && field.type.kind === "level")
    return { text: levelName(program, field.type.choice, value) };
  return displayOfType(program, { kind: "text" }, value);
}

/** Values of a percent type are published in percent: their decimals are counted after the hundredths. */
export function publishedDecimals(type: ValueType, decimals: number): number {
  return type.kind === "number" && type.percent ? decimals + 2 : decimals;
}

/** A published value: a number rounded to its decimals with all of them written (percent types as `98.20%`), a level by name, a flag as yes or no. */
export function publishedText(
  program: Pick<DataModel, "choices">,
  type: ValueType,
  value: Datum,
  decimals: number,
): string {
  if (!isRational(value)) return displayOfType(program, type, value).text;
  if (type.kind === "number" && type.percent) return `${fixedText(value.mul(HUNDRED), decimals)}%`;
  return fixedText(value, decimals);
}

/** A value as published: numbers rounded, everything else unchanged. */
export function publishedValue(type: ValueType, value: Datum, decimals: number): Datum {
  return isRational(value) ? rounded(value, publishedDecimals(type, decimals)) : value;
}
