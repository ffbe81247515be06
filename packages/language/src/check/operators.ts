/**
 * Arithmetic, comparison and logic: units have to agree where numbers are added or compared, kinds where anything is.
 */
import { larger, rational, rationalText } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import { isPure, overDimension, powerDimension, pure, sameDimension, timesDimension } from "../library/dimension.js";
import type { Dimension, Unit } from "../program/expression.js";
import type * as ast from "../syntax/ast.js";
import { beside } from "./beside.js";
import type { Checked, Checker, Scope, Value, Expectation } from "./checker.js";
import { checkComparison } from "./comparison.js";
import { constantOf, maxExponent } from "./constant-value.js";
import { coerce, checkAs } from "./check-as.js";
import { checkDateSum, isDate } from "./dates.js";
import { nothingKnown, rangeOf } from "./expression-range.js";
import { type NumberKind, percentKind } from "./number-kind.js";
import { type Operand, powerOf, productOf, quotientOf } from "./number-laws.js";
import {
  flagType,
  isLiteral,
  isNumber,
  numberType,
  type NumberType,
  numberValue,
  valueOf,
  flagExpected,
} from "./value.js";

type ArithmeticOperator = "+" | "-" | "*" | "/" | "^";

export function checkUnary(checker: Checker, node: ast.Unary, scope: Scope): Checked {
  if (node.op === "not") {
    const operand = checkAs(checker, node.operand, scope, flagExpected);
    return operand === null ? null : valueOf({ kind: "not", operand, type: flagType, span: node.span });
  }
  const operand = numeric(checker, node.operand, checker.check(node.operand, scope, null));
  if (operand === null) return null;
  return { ...operand, node: { kind: "negate", operand: operand.node, type: operand.node.type, span: node.span } };
}

/** A chain leans to the left; it is walked down and checked on the way back, so that its length costs no stack. */
export function checkBinary(checker: Checker, node: ast.Binary, scope: Scope, want: Expectation | null): Checked {
  const chain: ast.Binary[] = [];
  let first: ast.Expression = node;
  let wanted = want;
  while (first.kind === "binary" && !isComparison(first.op)) {
    chain.push(first);
    wanted = wantOfOperand(first.op);
    first = first.left;
  }
  const lowest = chain.at(-1);
  if (lowest === undefined) return checkComparison(checker, node, scope);
  let value = first.kind === "binary" ? checkComparison(checker, first, scope) : checker.check(first, scope, wanted);
  for (const step of chain.reverse()) {
    value = isLogic(step.op) ? checkLogic(checker, step, value, scope) : checkArithmetic(checker, step, value, scope);
    if (value !== null) checker.types.set(step, value.node.type);
  }
  return value;
}

function isComparison(op: ast.BinaryOperator): boolean {
  return op === "=" || op === "≠" || op === "<" || op === "≤" || op === ">" || op === "≥";
}

function isLogic(op: ast.BinaryOperator): op is "and" | "or" {
  return op === "and" || op === "or";
}

function wantOfOperand(op: ast.BinaryOperator): Expectation | null {
  return isLogic(op) ? flagExpected : null;
}

function checkLogic(checker: Checker, node: ast.Binary, left: Checked, scope: Scope): Checked {
  const fitting = coerce(checker, node.left, left, flagExpected);
  const right = checkAs(checker, node.right, scope, flagExpected);
  if (fitting === null || right === null) return null;
  return valueOf({
    kind: "logic",
    op: node.op as "and" | "or",
    left: fitting.node,
    right,
    type: flagType,
    span: node.span,
  });
}

function numeric(checker: Checker, node: ast.Expression, value: Checked): Checked {
  if (value === null || isNumber(value.node.type)) return value;
  checker.report(diagnostic("number-expected", node.span, { found: value.node.type }));
  return null;
}

function checkArithmetic(checker: Checker, node: ast.Binary, leftValue: Checked, scope: Scope): Checked {
  const op = node.op as ArithmeticOperator;
  const rightValue = checker.check(node.right, scope, null);
  if ((op === "+" || op === "-") && leftValue !== null && rightValue !== null) {
    if (isDate(leftValue) || isDate(rightValue)) return checkDateSum(checker, node, leftValue, rightValue);
  }
  const left = numeric(checker, node.left, leftValue);
  const right = numeric(checker, node.right, rightValue);
  if (left === null || right === null) return null;
  if (op === "^") return power(checker, node, left, right);
  if (op === "*" || op === "/") return product(checker, node, op, left, right);
  return addition(checker, node, op, left, right, scope);
}

function addition(checker: Checker, node: ast.Binary, op: "+" | "-", left: Value, right: Value, scope: Scope): Checked {
  const first = right.kind.is === "percent" && isBareOne(left) ? wholeOf(left) : left;
  const place = { span: node.span, op, inItem: scope.item !== null };
  const pair = beside(checker, place, { node: node.left, value: first }, { node: node.right, value: right });
  if (pair === null) return null;
  const { left: l, right: r, kind, dimension } = pair;
  return made(node, op, l, r, { kind, dimension, unit: commonUnit(l, r) });
}

function isBareOne(value: Value): boolean {
  return isLiteral(value) && constantOf(value.node, null)?.equals(1) === true;
}

/** `1 - R`, R a percentage, is `100% - R`. */
function wholeOf(value: Value): Value {
  return valueOf(numberValue("1", numberType(pure, true), value.node.span), null, percentKind);
}

function product(checker: Checker, node: ast.Binary, op: "*" | "/", left: Value, right: Value): Value {
  const a = (left.node.type as NumberType).dimension;
  const b = (right.node.type as NumberType).dimension;
  const dimension = op === "*" ? timesDimension(a, b) : overDimension(a, b);
  const l = operandOf(checker, node.left, left);
  const r = operandOf(checker, node.right, right, op === "/");
  const kind = op === "*" ? productOf(l, r, isPure(dimension)) : quotientOf(l, r, sameDimension(a, b));
  return made(node, op, left, right, { kind, dimension, unit: unitOfProduct(kind, op, left, right) });
}

/** A constant is computed only where a law asks for it: chains may be long. */
function operandOf(
  checker: Checker,
  node: ast.Expression,
  { kind, node: expression }: Value,
  divides = false,
): Operand {
  const asksForConstant = divides || kind.is === "literal" || kind.is === "percent";
  const constant = asksForConstant ? constantOf(expression, null) : null;
  if (kind.is !== "literal") return { kind, span: node.span, constant, most: null };
  const { min, max } = rangeOf(checker, expression, nothingKnown);
  return {
    kind,
    span: node.span,
    constant,
    most: min === null || max === null ? null : larger(min.abs(), max.abs()),
  };
}

function power(checker: Checker, node: ast.Binary, left: Value, right: Value): Checked {
  const number = isLiteral(right) ? constantOf(right.node, null) : null;
  const exponent = number?.isWhole() ? Number(number.numerator) : Number.NaN;
  if (!(exponent >= 0 && exponent <= maxExponent)) {
    checker.report(diagnostic("exponent-not-whole", node.right.span, { most: maxExponent }));
    return null;
  }
  const { dimension } = left.node.type as NumberType;
  const kind = powerOf(operandOf(checker, node.left, left));
  return made(node, "^", left, right, { kind, dimension: powerDimension(dimension, exponent), unit: null });
}

function made(
  node: ast.Binary,
  op: ArithmeticOperator,
  left: Value,
  right: Value,
  { kind, dimension, unit }: { readonly kind: NumberKind; readonly dimension: Dimension; readonly unit: Unit | null },
): Value {
  const type = numberType(dimension, kind.is === "percent");
  return valueOf({ kind: "arithmetic", op, left: left.node, right: right.node, type, span: node.span }, unit, kind);
}

function commonUnit(a: Value, b: Value): Unit | null {
  const [one, other] = [a.unit, b.unit];
  return one !== null && other !== null && one.scale === other.scale ? one : null;
}

/** A ratio and a percentage have no unit, a count keeps the counting word, quantities have theirs combined. */
function unitOfProduct(kind: NumberKind, op: "*" | "/", left: Value, right: Value): Unit | null {
  if (kind.is === "quantity") return combinedUnit(op, left, right);
  if (kind.is !== "count") return null;
  return left.kind.is === "count" && right.kind.is === "count" ? null : (left.kind.is === "count" ? left : right).unit;
}

/** 万元 over 亩 is 万元/亩: bare numbers compared with it are in that. */
function combinedUnit(op: "*" | "/", left: Value, right: Value): Unit | null {
  const a = writtenUnit(left);
  const b = writtenUnit(right);
  if (a === null || b === null || (a.name === "" && b.name === "")) return null;
  if (b.name === "") return a;
  if (op === "*" && a.name === "") return b;
  const [scaleA, scaleB] = [rational(a.scale), rational(b.scale)];
  return op === "*"
    ? {
        name: `${a.name}·${b.name}`,
        scale: rationalText(scaleA.mul(scaleB)),
        dimension: timesDimension(a.dimension, b.dimension),
      }
    : {
        name: `${a.name || "1"}/${b.name}`,
        scale: rationalText(scaleA.div(scaleB)),
        dimension: overDimension(a.dimension, b.dimension),
      };
}

/** A pure number without a unit has the unit of name "". Null where several units were mixed. */
function writtenUnit({ node, unit }: Value): Unit | null {
  if (unit !== null) return unit;
  return isPure((node.type as NumberType).dimension) ? { name: "", scale: "1", dimension: pure } : null;
}
