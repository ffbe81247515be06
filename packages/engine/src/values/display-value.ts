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
import type { DataModel, Field, Unit, ValueType } from "@yardstick/language/core";
import type { Shown } from "../data/result.js";
import { at, InternalError } from "./internal-error.js";
import { publishedUnit } from "./published-unit.js";
import type { Datum } from "./value.js";
import { Series } from "./value.js";

/** Beside exact numbers, those that repeat for ever are cut here: enough to recognise them, never used to compute. */
const DECIMALS_SHOWN = 4;
const HUNDRED = whole(100);

/** Decimals of a coefficient that repeats for ever: hundredths are not fine enough to recognise it by. */
export const COEFFICIENT_DECIMALS = 4;

/** `unit`: of each number of a list of values, where they have one. */
export type DisplayValue = Shown | { readonly text: string; readonly unit?: string };

function shownNumber(value: Rational, unit: Unit | null, percent: boolean): Shown {
  if (percent) return { value: rationalText(value), text: decimalText(value.mul(HUNDRED), DECIMALS_SHOWN), unit: "%" };
  const inUnit = unit === null ? value : value.div(rational(unit.scale));
  return { value: rationalText(value), text: decimalText(inUnit, DECIMALS_SHOWN), unit: unit?.name ?? null };
}

function levelName(program: Pick<DataModel, "choices">, choice: number, level: number): string {
  return at(at(program.choices, choice).levels, level).name;
}

/** A value of any type, in `written` where that is known and in the base unit elsewhere: `元`, `元/亩`. */
export function displayOfType(
  program: Pick<DataModel, "choices">,
  type: ValueType,
  value: Datum,
  written: Unit | null = null,
): DisplayValue {
  if (isRational(value)) {
    const percent = type.kind === "number" && type.percent;
    const shown = shownNumber(value, written, percent);
    return percent || written !== null ? shown : { ...shown, unit: publishedUnit(type) };
  }
  if (value instanceof Series) {
    const of = type.kind === "series" ? type.of : type;
    const texts = value.values.map((each) => (each === null ? "—" : memberText(program, of, each)));
    const unit = publishedUnit(of);
    return { text: texts.join(", "), ...(unit !== null && { unit }) };
  }
  return { text: wordText(program, type, value) };
}

/** A flag as yes or no, a level by name, a text as it is. */
function wordText(program: Pick<DataModel, "choices">, type: ValueType, value: boolean | number | string): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return type.kind === "level" ? levelName(program, type.choice, value) : String(value);
  return value;
}

/** One of a list of values; a percentage with its sign. */
function memberText(program: Pick<DataModel, "choices">, type: ValueType, value: Datum): string {
  const shown = displayOfType(program, type, value);
  return type.kind === "number" && type.percent ? `${shown.text}%` : shown.text;
}

/** A field's own value, in the field's own unit. */
export function displayOfField(program: Pick<DataModel, "choices">, field: Field, value: Datum): DisplayValue {
  if (isRational(value)) {
    if (field.type.kind !== "number") return shownNumber(value, null, false);
    return shownNumber(value, field.type.unit, field.type.form === "percent");
  }
  if (typeof value === "number" && field.type.kind === "level")
    return { text: levelName(program, field.type.choice, value) };
  if (value instanceof Series) throw new InternalError("a field holds no series");
  return { text: wordText(program, { kind: "text" }, value) };
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
  if (value instanceof Series) throw new InternalError("a series is not published");
  if (!isRational(value)) return wordText(program, type, value);
  if (type.kind === "number" && type.percent) return `${fixedText(value.mul(HUNDRED), decimals)}%`;
  return fixedText(value, decimals);
}

/** A value as published: numbers rounded, everything else unchanged. */
export function publishedValue(type: ValueType, value: Datum, decimals: number): Datum {
  return isRational(value) ? rounded(value, publishedDecimals(type, decimals)) : value;
}
