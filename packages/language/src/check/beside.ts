/**
 * Numbers side by side, in sums, comparisons, bands, limits, steps, ranges, defaults, `max`, `min` and rows of one table:
 * a literal adopts the unit of the other operand, a percentage can be combined only with percentages and ratios, and only
 * numbers of one dimension go together. What does not is one diagnostic at the side that is wrong.
 */
import { rational, rationalText } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import { isPure, money, points, sameDimension, timesDimension } from "../library/dimension.js";
import type { Dimension, Unit } from "../program/expression.js";
import { reportBarePercent, reportClash, warnOfRatio } from "./beside-diagnostics.js";
import type { Checker, Value } from "./checker.js";
import type { Place, Side } from "./side.js";
import { constantOf } from "./constant-value.js";
import type { KindName, NumberKind } from "./number-kind.js";
import { togetherOf } from "./number-laws.js";
import { textOf } from "./text-of.js";
import { isBareZero, isLiteral, moneyType, numberType, type NumberType, numberValue } from "./value.js";
import { findExpression } from "../program/expression-tree.js";

export interface Pair {
  readonly left: Value;
  readonly right: Value;
  /** Of both together. */
  readonly kind: NumberKind;
  readonly dimension: Dimension;
}

/** Both operands, adjusted to each other; null after a diagnostic. */
export function beside(checker: Checker, place: Place, left: Side, right: Side): Pair | null {
  const l = fitted(checker, place, left, right);
  const r = l === null ? null : fitted(checker, place, right, left);
  if (l === null || r === null) return null;
  const kind = togetherOf(l.kind, r.kind);
  const { dimension } = l.node.type as NumberType;
  if (kind !== null && sameDimension(dimension, (r.node.type as NumberType).dimension))
    return { left: l, right: r, kind, dimension };
  reportClash(checker, place, left, right);
  return null;
}

/** The number, adjusted to `other`; null after a diagnostic. */
function fitted(checker: Checker, place: Place, side: Side, other: Side): Value | null {
  const { value } = side;
  const type = value.node.type as NumberType;
  const otherType = other.value.node.type as NumberType;
  if (isMoneyByPoint(type) && sameDimension(otherType.dimension, money)) return asMoney(value);
  if (value.kind.is === "figure" && isDue(otherType.dimension)) return figureBeside(checker, side, other);
  if (!isLiteral(value) || isLiteral(other.value)) return value;
  if (other.value.kind.is === "percent" && !isBareZero(value)) {
    reportBarePercent(checker, place, side, other);
    return null;
  }
  if (other.value.kind.is === "ratio") warnOfRatio(checker, side, other);
  return takeOver(checker, side, otherType, other.value.unit);
}

/** All of them as one kind, as rows of a table or arguments of `max` are; null after the findings. */
export function allBeside(
  checker: Checker,
  place: Omit<Place, "span">,
  sides: readonly Side[],
): {
  readonly values: readonly Value[];
  readonly kind: NumberKind;
  readonly type: NumberType;
  readonly unit: Unit | null;
} | null {
  const guide = [...sides].sort((a, b) => leads.indexOf(a.value.kind.is) - leads.indexOf(b.value.kind.is))[0];
  if (guide === undefined) return null;
  const pairs = sides.map((side) =>
    side === guide ? null : beside(checker, { ...place, span: side.node.span }, guide, side),
  );
  if (pairs.some((pair, i) => pair === null && sides[i] !== guide)) return null;
  const values = pairs.map((pair, i) => pair?.right ?? (sides[i] as Side).value);
  const kind = values.map((value) => value.kind).reduce((a, b) => togetherOf(a, b) ?? a, guide.value.kind);
  const isOneUnit = sides.every(({ value }) => isLiteral(value) || value.unit?.scale === guide.value.unit?.scale);
  const dimension = pairs.find((pair) => pair !== null)?.dimension ?? (guide.value.node.type as NumberType).dimension;
  return {
    values,
    kind,
    type: numberType(dimension, kind.is === "percent"),
    unit: isOneUnit ? guide.value.unit : null,
  };
}

/** The operand against which the others are checked: one that takes over no type comes first. */
const leads: readonly KindName[] = ["percent", "quantity", "ratio", "plain", "count", "figure", "literal"];

/** Beside points or yuan a figure is points or yuan; beside 万元 it is not said which of the two it is. */
function figureBeside(checker: Checker, { node, value }: Side, { value: other }: Side): Value | null {
  const type = other.node.type as NumberType;
  if (other.unit === null || other.unit.scale === "1") return typed(value, type);
  checker.report(diagnostic("unit-needed", node.span, { digits: textOf(checker, node), type }));
  return null;
}

/** The value checked against another, as a key of a table against the subject of the table. Null after a diagnostic. */
export function heldTo(checker: Checker, side: Side, to: Side, place: Omit<Place, "span">): Value | null {
  return beside(checker, { ...place, span: side.node.span }, to, side)?.right ?? null;
}

/** A bare number in the unit in use: `100` beside 万元 is 100 万元. Null after a diagnostic. */
export function takeOver(checker: Checker, { node, value }: Side, type: NumberType, unit: Unit | null): Value | null {
  if (!canBeWorkedOut(value)) {
    checker.report(diagnostic("not-a-number", node.span, { text: textOf(checker, node) }));
    return null;
  }
  if (unit === null && !isPure(type.dimension) && !isBareZero(value)) {
    checker.report(diagnostic("unit-needed", node.span, { digits: textOf(checker, node), type }));
    return null;
  }
  return inUnit(value, type, unit);
}

/** A literal is a table of literals, or has a value; none has what is divided by 0, or raised too high. */
function canBeWorkedOut({ node }: Value): boolean {
  if (constantOf(node, null) !== null) return true;
  return findExpression(node, (one) => one.kind === "bands" || one.kind === "reference") !== null;
}

/** The literal as a number of this type, written in this unit. */
export function inUnit(value: Value, type: NumberType, unit: Unit | null): Value {
  const scale = rational(unit?.scale ?? "1");
  const number = constantOf(value.node, null);
  if (number !== null)
    return { ...value, node: numberValue(rationalText(number.mul(scale)), type, value.node.span), unit };
  if (scale.equals(1)) return { ...typed(value, type), unit };
  const { span } = value.node;
  const right = numberValue(rationalText(scale), numberType(type.dimension), span);
  return { ...value, node: { kind: "arithmetic", op: "*", left: value.node, right, type, span }, unit };
}

/** The same number under another dimension. */
export function typed(value: Value, type: NumberType): Value {
  return { ...value, node: { ...value.node, type } };
}

function isDue(dimension: Dimension): boolean {
  return sameDimension(dimension, points) || sameDimension(dimension, money);
}

const moneyByPoint = timesDimension(points, money);

/** Points times yuan: paid by the point. */
export function isMoneyByPoint({ dimension }: NumberType): boolean {
  return sameDimension(dimension, moneyByPoint);
}

export function asMoney(value: Value): Value {
  return {
    ...typed(value, moneyType),
    unit: value.unit === null ? null : { ...value.unit, name: "元", dimension: money },
  };
}
