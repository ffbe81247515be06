/**
 * A checked expression with its type and kind, and what a place expects of one. Null means that an error was already reported.
 */
import type { Dimension, Expression, NumberValue, Unit, ValueType } from "../program/expression.js";
import type { Span } from "../source/span.js";
import { money, points, pure, sameDimension } from "../library/dimension.js";
import { moneyUnit, pointUnit } from "../library/units.js";
import { constantOf } from "./constant-value.js";
import { countKind, type NumberKind, percentKind, plainKind, quantityKind } from "./number-kind.js";
import { isPure } from "../library/dimension.js";

export interface Value {
  readonly node: Expression;
  /** What the number is; of no meaning where the value is not a number. */
  readonly kind: NumberKind;
  /** The unit its numbers are written in; null where there is none, or several. */
  readonly unit: Unit | null;
}

/** Null where a mistake was already reported, here or below: nothing more is said of it. */
export type Checked = Value | null;

export type NumberType = Extract<ValueType, { kind: "number" }>;

/**
 * What a place expects: a value with which the found one can be combined (`beside`), points or money, or any number
 * without a dimension (`pure`).
 */
export interface Expectation {
  readonly type: ValueType;
  readonly unit: Unit | null;
  readonly kind: NumberKind;
  readonly due: "beside" | "points" | "money" | "pure";
}

export const flagType: ValueType = { kind: "flag" };
export const textType: ValueType = { kind: "text" };
export const dateType: ValueType = { kind: "date" };

export function numberType(dimension: Dimension, percent = false): NumberType {
  return { kind: "number", dimension, percent };
}

export const pureType = numberType(pure);
export const pointsType = numberType(points);
export const moneyType = numberType(money);

export const flagExpected = expectationOf(flagType);
export const pureExpected: Expectation = { type: pureType, unit: null, kind: plainKind, due: "pure" };
export const pointsExpected: Expectation = { type: pointsType, unit: pointUnit, kind: quantityKind, due: "points" };
export const moneyExpected: Expectation = { type: moneyType, unit: moneyUnit, kind: quantityKind, due: "money" };

/** A value with which the found one can be combined. */
export function expectationOf(
  type: ValueType,
  unit: Unit | null = null,
  kind: NumberKind = kindOfType(type),
): Expectation {
  return { type, unit, kind, due: "beside" };
}

/** `kind`: by the type where it is left out, a number without a dimension then counts. */
export function valueOf(node: Expression, unit: Unit | null = null, kind: NumberKind = kindOfType(node.type)): Value {
  return { node, kind, unit };
}

function kindOfType(type: ValueType): NumberKind {
  if (type.kind === "series") return kindOfType(type.of);
  if (type.kind !== "number") return plainKind;
  if (type.percent) return percentKind;
  return isPure(type.dimension) ? countKind : quantityKind;
}

export function isLiteral({ kind }: Value): boolean {
  return kind.is === "literal";
}

/** Zero, written without a unit: it goes with everything. */
export function isBareZero(value: Value): boolean {
  return isLiteral(value) && constantOf(value.node, null)?.equals(0) === true;
}

export function numberValue(value: string, type: NumberType, span: Span): NumberValue {
  return { kind: "number", value, type, span };
}

export function isNumber(type: ValueType): type is NumberType {
  return type.kind === "number";
}

export function sameType(a: ValueType, b: ValueType): boolean {
  if (a.kind === "number" && b.kind === "number") return sameDimension(a.dimension, b.dimension);
  if (a.kind === "level" && b.kind === "level") return a.choice === b.choice;
  if (a.kind === "series" && b.kind === "series") return sameType(a.of, b.of);
  return a.kind === b.kind;
}
