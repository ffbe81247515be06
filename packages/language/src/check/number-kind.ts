/**
 * What a number is, beyond the dimension it is measured in: a percentage, a ratio, a count, a figure, a quantity or a plain
 * number. The kind follows from the parts of an expression alone, and decides what the number becomes where points or
 * money are expected, and with which operands it can be combined. The laws of the operators are in `number-laws.ts`.
 */
import type { Rational } from "@yardstick/exact";
import { isPure } from "../library/dimension.js";
import { countingWord, declaredUnit } from "../library/units.js";
import type { FieldType } from "../program/program.js";
import type { Span } from "../source/span.js";

/**
 * - `literal`: made of literals without a unit only; it adopts the unit of the other operand.
 * - `figure`: a literal with counts: a number of points, or of money, where these are expected.
 * - `count`: of cases, people, places, rows.
 * - `plain`: a number of which nothing more is known, such as a field without a unit.
 * - `ratio`: a quotient of two alike.
 * - `percent`: written with % or ‰, or computed from such.
 * - `quantity`: in units: points, yuan, days, and products of these.
 */
export type KindName = "literal" | "figure" | "count" | "plain" | "ratio" | "percent" | "quantity";

/** A bare factor as written, for a fix that gives it a unit; `value` is null where it is a table. */
export interface Factor {
  readonly span: Span;
  readonly value: Rational | null;
}

/**
 * Why a share may be no share of an item: it was multiplied by bare factors; a field without a unit is in it; it was
 * divided by a literal quantity, and so counts; two different counting words meet; or a number was added to it.
 */
export type Doubt =
  | { readonly why: "factor"; readonly factors: readonly Factor[] }
  | { readonly why: "no-unit" | "literal-divisor" | "two-words" | "mixed" };

export interface NumberKind {
  readonly is: KindName;
  /** A percentage was taken of it: 80% of 125 people. */
  readonly part: boolean;
  /** Bare factors other than 1 that it was multiplied by. */
  readonly factors: readonly Factor[];
  /** Of a figure: how many counts it is a product of, less those it is divided by; null for a sum. Elsewhere null. */
  readonly degree: number | null;
  /** Of a count: what is counted, where it is one thing. */
  readonly word: string | null;
  /** Of a percentage or a ratio, and of a number computed from one. */
  readonly doubt: Doubt | null;
}

export function numberKind(is: KindName, more: Partial<Omit<NumberKind, "is">> = {}): NumberKind {
  return { part: false, factors: [], degree: null, word: null, doubt: null, ...more, is };
}

export const literalKind = numberKind("literal");
export const plainKind = numberKind("plain");
export const countKind = numberKind("count");
export const percentKind = numberKind("percent");
export const quantityKind = numberKind("quantity");

export function isShare({ is }: NumberKind): boolean {
  return is === "percent" || is === "ratio";
}

/** A ratio that counts rather than shares: `done / 1 万元`, people a household. */
export function counts({ doubt }: NumberKind): boolean {
  return doubt?.why === "literal-divisor" || doubt?.why === "two-words";
}

/** What an expression that reads the field is. */
export function kindOfField(type: FieldType | null): NumberKind {
  if (type?.kind !== "number") return plainKind;
  const { form, unit } = type;
  if (form === "percent" || (unit !== null && declaredUnit(unit.name).percent)) return percentKind;
  if (unit === null) return form === "count" ? countKind : plainKind;
  return isPure(unit.dimension) ? numberKind("count", { word: countingWord(unit.name) }) : quantityKind;
}

/** Both doubts as one; bare factors are all kept, since a fix has to change each of them. */
export function eitherDoubt(a: Doubt | null, b: Doubt | null): Doubt | null {
  if (a?.why === "factor" && b?.why === "factor") return { why: "factor", factors: joined(a.factors, b.factors) };
  if (b?.why === "factor") return b;
  return a ?? b;
}

/** Each factor once, in the order of the text. */
export function joined(a: readonly Factor[], b: readonly Factor[]): readonly Factor[] {
  const seen = new Set<string>();
  return [...a, ...b]
    .filter(({ span }) => !seen.has(span.join()) && seen.add(span.join()))
    .sort((one, other) => one.span[0] - other.span[0]);
}
