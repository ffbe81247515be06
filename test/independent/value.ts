/**
 * Values of the independent evaluator: what a cell or an expression comes to, or why it is not known yet.
 */
import type { Fraction } from "./fraction.js";

/** Why a value is not known: the field that is missing, its assessor, and the reason as results name it. */
export interface Cause {
  readonly field: string;
  readonly assessor: string | null;
  readonly reason: string;
}

/** `isProvisional`: it was computed over known values only, while others are not known yet. */
interface Known {
  readonly isProvisional: boolean;
}

export type Value =
  | (Known & { readonly kind: "number"; readonly number: Fraction })
  | (Known & { readonly kind: "text"; readonly text: string })
  | (Known & { readonly kind: "flag"; readonly flag: boolean })
  /** A day, counted from 1970-01-01. */
  | (Known & { readonly kind: "date"; readonly day: number })
  /** `rank` from 0, the worst or first written. */
  | (Known & { readonly kind: "level"; readonly rank: number; readonly name: string; readonly isOrdered: boolean })
  | Unknown;

export interface Unknown {
  readonly kind: "unknown";
  /** Whether what is known of it is provisional. */
  readonly isProvisional?: boolean;
  readonly causes: readonly Cause[];
  /** A blank cell or an unreadable one: `= none` holds. */
  readonly isBlank: boolean;
  /** The blank cell of an optional field. */
  readonly isOptional: boolean;
  /** What it lies between, where that is known: a count over periods with a gap. */
  readonly between?: readonly [low: Fraction, high: Fraction | null];
}

export const numberValue = (number: Fraction, isProvisional = false): Value => ({
  kind: "number",
  number,
  isProvisional,
});
export const flagValue = (flag: boolean, isProvisional = false): Value => ({ kind: "flag", flag, isProvisional });
export const textValue = (text: string): Value => ({ kind: "text", text, isProvisional: false });
export const dateValue = (day: number, isProvisional = false): Value => ({ kind: "date", day, isProvisional });

export const unknown = (...causes: readonly Cause[]): Unknown => ({
  kind: "unknown",
  causes,
  isBlank: false,
  isOptional: false,
});

/** A value that cannot be computed though nothing is missing. */
export const impossible = (reason: string): Unknown => unknown({ field: "", assessor: null, reason });

/** Unknown for the causes of all of these that are unknown. */
export function pendingOf(...values: readonly Value[]): Unknown {
  const isProvisional = values.some((value) => value.isProvisional === true);
  return { ...unknown(...values.flatMap((value) => (value.kind === "unknown" ? value.causes : []))), isProvisional };
}

export const isUnknown = (value: Value): value is Unknown => value.kind === "unknown";
export const isProvisional = (...values: readonly Value[]): boolean =>
  values.some((value) => value.kind !== "unknown" && value.isProvisional);

/** The same value, marked provisional where `mark` is set. */
export function marked(value: Value, mark: boolean): Value {
  return mark && value.kind !== "unknown" && !value.isProvisional ? { ...value, isProvisional: true } : value;
}

/** Names and texts as they are compared: compatibility forms, case of nothing, spaces beside Han characters left out. */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[—－‐-―]/gu, "-")
    .replace(/\s+/gu, " ")
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, "")
    .trim();
}

const DAY = 86_400_000;
export const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY;
export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
