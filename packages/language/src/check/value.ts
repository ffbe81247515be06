/**
 * A checked expression with what its surroundings still need to know of it, and how a number fits where another is expected:
 * a bare number takes over a unit, a percentage becomes a share of points. Values in, values out; null is the silent poison.
 */
import type { Dimension, Expression, NumberValue, Unit, ValueType } from "../program/expression.js";
import type { Span } from "../source/span.js";
import { isPure, points, pure, sameDimension } from "../library/dimension.js";
import { exact, fraction } from "../library/exact.js";
import { pointUnit } from "../library/units.js";
import { constantOf } from "./constant-value.js";

export interface Value {
  readonly node: Expression;
  /** Made of literals without a unit alone: it may yet take one over. */
  readonly bare: boolean;
  /** The unit its numbers are written in; null where there is none, or several. */
  readonly unit: Unit | null;
}

/** Null where a mistake was already reported, here or below: nothing more is said of it. */
export type Checked = Value | null;

export type NumberType = Extract<ValueType, { kind: "number" }>;

/** What a place expects. `points`: percentages become shares of the item's points. */
export interface Want {
  readonly type: ValueType;
  readonly unit: Unit | null;
  readonly points?: true;
}

export const flagType: ValueType = { kind: "flag" };
export const textType: ValueType = { kind: "text" };
export const dateType: ValueType = { kind: "date" };

export function numberType(dimension: Dimension, percent = false): NumberType {
  return { kind: "number", dimension, percent };
}

export const pureType = numberType(pure);
export const pointsType = numberType(points);

export const wantFlag: Want = { type: flagType, unit: null };
export const wantPure: Want = { type: pureType, unit: null };
export const wantPoints: Want = { type: pointsType, unit: pointUnit, points: true };

export function wantOf(type: ValueType, unit: Unit | null = null): Want {
  return { type, unit };
}

export function valueOf(node: Expression, unit: Unit | null = null): Value {
  return { node, bare: false, unit };
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

/** A bare number with a unit taken over: `100` where 万元 is meant is 100 万元. Null where no single unit is in use. */
export function takeOver(value: Value, type: NumberType, unit: Unit | null): Value | null {
  if (!value.bare) return null;
  if (unit === null && !isPure(type.dimension)) return null;
  const number = constantOf(value.node, null);
  if (number === null) return null;
  const scale = unit === null ? fraction("1") : fraction(unit.scale);
  return {
    node: numberValue(exact(number.mul(scale)), { ...type, percent: false }, value.node.span),
    bare: false,
    unit,
  };
}

/** The value as points of an item: as it is, with the unit taken over, or as a share. Null where it is none of these. */
export function asPoints(value: Value): Value | null {
  const { type } = value.node;
  if (!isNumber(type)) return null;
  if (sameDimension(type.dimension, points)) return value;
  if (value.bare) return takeOver(value, pointsType, pointUnit);
  if (!type.percent || !isPure(type.dimension)) return null;
  return valueOf({ kind: "share", operand: value.node, type: pointsType, span: value.node.span }, pointUnit);
}
