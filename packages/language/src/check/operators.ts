/**
 * Arithmetic, comparison and logic: units have to agree where numbers are added or compared, kinds where anything is.
 */
import { finding } from "../diagnostics/diagnostic.js";
import { isPure, overDimension, powerDimension, pure, timesDimension } from "../library/dimension.js";
import { exact, fraction } from "../library/exact.js";
import type { Unit } from "../program/expression.js";
import type * as ast from "../syntax/ast.js";
import type { Checked, Checker, Scope, Value, Want } from "./checker.js";
import { checkComparison } from "./comparison.js";
import { maxExponent } from "./constant-value.js";
import { alike } from "./alike.js";
import { demand, fit } from "./demand.js";
import { asPoints, flagType, isNumber, numberType, type NumberType, valueOf, wantFlag } from "./value.js";

type ArithmeticOperator = "+" | "-" | "*" | "/" | "^";

export function checkUnary(checker: Checker, node: ast.Unary, scope: Scope, want: Want | null): Checked {
  if (node.op === "not") {
    const operand = demand(checker, node.operand, scope, wantFlag);
    return operand === null ? null : valueOf({ kind: "not", operand, type: flagType, span: node.span });
  }
  const operand = numeric(checker, node.operand, checker.check(node.operand, scope, want));
  if (operand === null) return null;
  return { ...operand, node: { kind: "negate", operand: operand.node, type: operand.node.type, span: node.span } };
}

/** A chain leans to the left; it is walked down and checked on the way back, so that its length costs no stack. */
export function checkBinary(checker: Checker, node: ast.Binary, scope: Scope, want: Want | null): Checked {
  const chain: { readonly node: ast.Binary; readonly want: Want | null }[] = [];
  let first: ast.Expression = node;
  let wanted = want;
  while (first.kind === "binary" && !isComparison(first.op)) {
    chain.push({ node: first, want: wanted });
    wanted = wantOfOperand(first.op, wanted);
    first = first.left;
  }
  const lowest = chain.at(-1);
  if (lowest === undefined) return checkComparison(checker, node, scope);
  let value = first.kind === "binary" ? checkComparison(checker, first, scope) : checker.check(first, scope, wanted);
  for (const step of chain.reverse()) {
    value = isLogic(step.node.op)
      ? checkLogic(checker, step.node, value, scope)
      : checkArithmetic(checker, step.node, value, scope, step.want);
    if (value !== null) checker.types.set(step.node, value.node.type);
  }
  return value;
}

function isComparison(op: ast.BinaryOperator): boolean {
  return op === "=" || op === "≠" || op === "<" || op === "≤" || op === ">" || op === "≥";
}

function isLogic(op: ast.BinaryOperator): op is "and" | "or" {
  return op === "and" || op === "or";
}

function wantOfOperand(op: ast.BinaryOperator, want: Want | null): Want | null {
  if (isLogic(op)) return wantFlag;
  return (op === "+" || op === "-") && want?.points ? want : null;
}

function checkLogic(checker: Checker, node: ast.Binary, left: Checked, scope: Scope): Checked {
  const fitting = fit(checker, node.left, left, wantFlag);
  const right = demand(checker, node.right, scope, wantFlag);
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
  checker.report(finding("number-expected", node.span, { found: value.node.type }));
  return null;
}

function checkArithmetic(
  checker: Checker,
  node: ast.Binary,
  leftValue: Checked,
  scope: Scope,
  want: Want | null,
): Checked {
  const op = node.op as ArithmeticOperator;
  const left = numeric(checker, node.left, leftValue);
  const right = numeric(checker, node.right, checker.check(node.right, scope, wantOfOperand(op, want)));
  if (left === null || right === null) return null;
  if (op === "^") return power(checker, node, left, right);
  if (op === "*" || op === "/") return product(node, op, left, right);
  return addition(checker, node, op, left, right, want);
}

function addition(
  checker: Checker,
  node: ast.Binary,
  op: "+" | "-",
  left: Value,
  right: Value,
  want: Want | null,
): Checked {
  if (want?.points) {
    const l = asPoints(left);
    const r = asPoints(right);
    if (l !== null && r !== null) return made(node, op, l, r, want.type as NumberType, want.unit);
  }
  const pair = alike(checker, node, left, right);
  if (pair === null) return null;
  const [l, r] = pair;
  const a = l.node.type as NumberType;
  const percent =
    (a.percent || left.bare) && ((r.node.type as NumberType).percent || right.bare) && !(left.bare && right.bare);
  return made(node, op, l, r, numberType(a.dimension, percent), sameUnit(l.unit, r.unit));
}

function product(node: ast.Binary, op: "*" | "/", left: Value, right: Value): Value {
  const a = left.node.type as NumberType;
  const b = right.node.type as NumberType;
  const dimension = op === "*" ? timesDimension(a.dimension, b.dimension) : overDimension(a.dimension, b.dimension);
  const percent =
    isPure(dimension) && isPure(a.dimension) && (op === "*" ? a.percent || b.percent : a.percent && !b.percent);
  return made(node, op, left, right, numberType(dimension, percent), combinedUnit(op, left, right));
}

function power(checker: Checker, node: ast.Binary, left: Value, right: Value): Checked {
  const exponent = node.right.kind === "number" && right.bare ? Number(node.right.digits) : Number.NaN;
  if (!Number.isInteger(exponent) || exponent > maxExponent) {
    checker.report(finding("exponent-not-whole", node.right.span, { most: maxExponent }));
    return null;
  }
  const type = left.node.type as NumberType;
  return made(node, "^", left, right, numberType(powerDimension(type.dimension, exponent), type.percent), null);
}

function made(
  node: ast.Binary,
  op: ArithmeticOperator,
  left: Value,
  right: Value,
  type: NumberType,
  unit: Unit | null,
): Value {
  const bare = left.bare && right.bare;
  return { node: { kind: "arithmetic", op, left: left.node, right: right.node, type, span: node.span }, bare, unit };
}

function sameUnit(a: Unit | null, b: Unit | null): Unit | null {
  return a !== null && b !== null && a.scale === b.scale ? a : null;
}

/** 万元 over 亩 is 万元/亩: bare numbers compared with it are in that. */
function combinedUnit(op: "*" | "/", left: Value, right: Value): Unit | null {
  const a = writtenUnit(left);
  const b = writtenUnit(right);
  if (a === null || b === null || (a.name === "" && b.name === "")) return null;
  if (b.name === "") return a;
  if (op === "*" && a.name === "") return b;
  const [scaleA, scaleB] = [fraction(a.scale), fraction(b.scale)];
  return op === "*"
    ? {
        name: `${a.name}·${b.name}`,
        scale: exact(scaleA.mul(scaleB)),
        dimension: timesDimension(a.dimension, b.dimension),
      }
    : {
        name: `${a.name || "1"}/${b.name}`,
        scale: exact(scaleA.div(scaleB)),
        dimension: overDimension(a.dimension, b.dimension),
      };
}

/** A pure number without a unit has the unit of name "". Null where several units were mixed. */
function writtenUnit({ node, unit }: Value): Unit | null {
  if (unit !== null) return unit;
  return isPure((node.type as NumberType).dimension) ? { name: "", scale: "1", dimension: pure } : null;
}
