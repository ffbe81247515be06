/**
 * Functions of values alone: the greater, the lesser, rounding, parts of a date.
 */
import { ONE, powerOfTen, rational, type Rational, rationalText, type RoundingMode } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Apply, Expression } from "../program/expression.js";
import { roundingFunctions } from "../program/rounding.js";
import type { Span } from "../source/span.js";
import { monthUnit } from "../library/units.js";
import { quantityKind } from "./number-kind.js";
import type { BuiltinName } from "../library/builtins.js";
import type * as ast from "../syntax/ast.js";
import { allBeside, beside } from "./beside.js";
import type { Side } from "./side.js";
import type { Checked, Checker, Scope, Value } from "./checker.js";
import { constantOf } from "./constant-value.js";
import { checkAs } from "./check-as.js";
import { checkWorkdays } from "./working-days.js";
import {
  dateType,
  isLiteral,
  isNumber,
  numberType,
  type NumberType,
  numberValue,
  pureType,
  valueOf,
  expectationOf,
} from "./value.js";

const mostDecimals = 20;

export function checkApply(checker: Checker, node: ast.Call, name: BuiltinName, scope: Scope): Checked {
  switch (name) {
    case "max":
    case "min":
      return checkExtreme(checker, node, name, scope);
    case "round":
      return checkRound(checker, node, scope);
    case "abs": {
      const [value] = numbers(checker, node, scope) ?? [];
      return value === undefined ? null : { ...value, node: apply(node, "abs", [value.node], value.node.type) };
    }
    case "months": {
      const dates = node.args.map((arg) => checkAs(checker, arg.value, scope, expectationOf(dateType)));
      const [from, to] = dates;
      if (from == null || to == null) return null;
      return valueOf(apply(node, "months", [from, to], numberType(monthUnit.dimension)), monthUnit, quantityKind);
    }
    case "workdays":
      return checkWorkdays(checker, node, scope);
    case "weekday":
    case "month":
    case "quarter":
    case "year": {
      const [arg] = node.args;
      const date = arg === undefined ? null : checkAs(checker, arg.value, scope, expectationOf(dateType));
      return date === null ? null : valueOf(apply(node, name, [date], pureType));
    }
    default:
      return null;
  }
}

function apply(
  node: { readonly span: Span },
  name: Apply["name"],
  args: readonly Expression[],
  type: Apply["type"],
): Apply {
  return { kind: "apply", name, args, type, span: node.span };
}

/** All arguments, numbers; null after a diagnostic. */
function numbers(checker: Checker, node: ast.Call, scope: Scope): readonly Value[] | null {
  const values = node.args.map(({ value: arg }) => {
    const value = checker.check(arg, scope, null);
    if (value === null || isNumber(value.node.type)) return value;
    checker.report(diagnostic("number-expected", arg.span, { found: value.node.type }));
    return null;
  });
  return values.some((value) => value === null) ? null : (values as readonly Value[]);
}

/** The greatest or least of several that go together. */
function checkExtreme(checker: Checker, node: ast.Call, name: "max" | "min", scope: Scope): Checked {
  const values = numbers(checker, node, scope);
  if (values === null) return null;
  const sides = node.args.map((arg, i) => ({ node: arg.value, value: values[i] as Value }));
  const all = allBeside(checker, { op: "arguments", inItem: scope.item !== null }, sides);
  if (all === null) return null;
  const args = all.values.map((value) => value.node);
  return valueOf(apply(node, name, args, all.type), all.unit, all.kind);
}

/** `round(x, 2)` to decimals of x as written, `round(x, to 0.5)` to a multiple. */
function checkRound(checker: Checker, node: ast.Call, scope: Scope): Checked {
  const [first, second] = node.args;
  if (first === undefined || second === undefined) return null;
  if (first.to) {
    checker.report(
      diagnostic("call-clause", first.span, {
        name: node.name.text,
        clause: "to",
        form: { zh: "舍入(数, 到 0.5)", en: "round(value, to 0.5)" },
      }),
    );
    return null;
  }
  const value = checker.check(first.value, scope, null);
  if (value === null) {
    checker.check(second.value, scope, null);
    return null;
  }
  const { type } = value.node;
  if (!isNumber(type)) {
    checker.report(diagnostic("number-expected", first.span, { found: type }));
    return null;
  }
  return second.to
    ? roundedToStep(
        checker,
        node,
        { node: first.value, value },
        { node: second.value, mode: second.mode ?? "half-up" },
        scope,
      )
    : roundedToDecimals(checker, node, value, second.value, scope);
}

/** A literal that is rounded to a step in units is in these units. `node` is all that is said of it. */
export function roundedToStep(
  checker: Checker,
  node: { readonly span: Span },
  side: Side,
  { node: stepNode, mode }: { readonly node: ast.Expression; readonly mode: RoundingMode },
  scope: Scope,
): Checked {
  const step = checker.check(stepNode, scope, null);
  if (step === null) return null;
  if (!isNumber(step.node.type)) {
    checker.report(diagnostic("number-expected", stepNode.span, { found: step.node.type }));
    return null;
  }
  const place = { span: stepNode.span, op: "held-to", inItem: scope.item !== null } as const;
  const pair = beside(checker, place, side, { node: stepNode, value: step });
  if (pair === null) return null;
  const number = constantOf(pair.right.node, null);
  if (number === null || number.compare(0) <= 0) {
    checker.report(diagnostic("step-not-positive", stepNode.span, {}));
    return null;
  }
  const type = numberType(pair.dimension, pair.kind.is === "percent");
  const name = roundingFunctions[mode];
  return valueOf(apply(node, name, [pair.left.node, pair.right.node], type), side.value.unit, pair.kind);
}

function roundedToDecimals(
  checker: Checker,
  node: ast.Call,
  value: Value,
  decimalsNode: ast.Expression,
  scope: Scope,
): Checked {
  const decimals = decimalsArgument(checker, decimalsNode, scope);
  if (decimals === null) return null;
  const type = value.node.type as NumberType;
  const scale = writtenScale(value);
  const args = [value.node, numberValue(rationalText(decimals), pureType, decimalsNode.span)];
  const mode = node.args[1]?.mode ?? null;
  if (scale.equals(1) && mode === null) return { ...value, node: apply(node, "round", args, type) };
  const step = numberValue(rationalText(scale.mul(powerOfTen(-decimals.toNumber()))), type, decimalsNode.span);
  return { ...value, node: apply(node, roundingFunctions[mode ?? "half-up"], [value.node, step], type) };
}

/** What 1 is worth as the value is written: a hundredth of a percentage, ten thousand yuan of what is in 万元. */
export function writtenScale({ kind, unit }: Value): Rational {
  if (kind.is === "percent") return rational("1/100");
  return unit === null ? ONE : rational(unit.scale);
}

/** A literal number of decimals; null after a diagnostic. */
export function decimalsArgument(checker: Checker, node: ast.Expression, scope: Scope): Rational | null {
  const value = checker.check(node, scope, null);
  if (value === null) return null;
  const number = isLiteral(value) ? constantOf(value.node, null) : null;
  if (number !== null && number.isWhole() && number.compare(0) >= 0 && number.compare(mostDecimals) <= 0) return number;
  checker.report(diagnostic("decimals-not-whole", node.span, { most: mostDecimals }));
  return null;
}
