/**
 * Functions of values alone: the greater, the lesser, rounding, parts of a date.
 */
import { finding } from "../diagnostics/diagnostic.js";
import type { Apply, Expression } from "../program/expression.js";
import type { BuiltinName } from "../library/builtins.js";
import type * as ast from "../syntax/ast.js";
import type { Checked, Checker, Scope, Value, Want } from "./checker.js";
import { constantOf } from "./constant-value.js";
import { adapt, demand, fit } from "./demand.js";
import {
  asPoints,
  dateType,
  isNumber,
  numberType,
  type NumberType,
  pureType,
  sameType,
  valueOf,
  wantOf,
} from "./value.js";

const mostDecimals = 20;

export function checkApply(
  checker: Checker,
  node: ast.Call,
  name: BuiltinName,
  scope: Scope,
  want: Want | null,
): Checked {
  switch (name) {
    case "max":
    case "min":
      return checkExtreme(checker, node, name, scope, want);
    case "round":
      return checkRound(checker, node, scope, want);
    case "abs": {
      const [value] = numbers(checker, node, scope, null) ?? [];
      return value === undefined ? null : { ...value, node: apply(node, "abs", [value.node], value.node.type) };
    }
    case "month":
    case "quarter":
    case "year": {
      const [arg] = node.args;
      const date = arg === undefined ? null : demand(checker, arg.value, scope, wantOf(dateType));
      return date === null ? null : valueOf(apply(node, name, [date], pureType));
    }
    default:
      return null;
  }
}

function apply(node: ast.Call, name: Apply["name"], args: readonly Expression[], type: Apply["type"]): Apply {
  return { kind: "apply", name, args, type, span: node.span };
}

/** All arguments, numbers; null after a finding. */
function numbers(checker: Checker, node: ast.Call, scope: Scope, want: Want | null): readonly Value[] | null {
  const values = node.args.map(({ value: arg }) => {
    const value = checker.check(arg, scope, want);
    if (value === null || isNumber(value.node.type)) return value;
    checker.report(finding("number-expected", arg.span, { found: value.node.type }));
    return null;
  });
  return values.some((value) => value === null) ? null : (values as readonly Value[]);
}

/** The greatest or least of several: all of one dimension, as points where points are wanted. */
function checkExtreme(checker: Checker, node: ast.Call, name: "max" | "min", scope: Scope, want: Want | null): Checked {
  const values = numbers(checker, node, scope, want?.points ? want : null);
  if (values === null) return null;
  if (want?.points) {
    const points = values.map(asPoints);
    if (points.every((value) => value !== null)) {
      return valueOf(
        apply(
          node,
          name,
          points.map((value) => value.node),
          want.type,
        ),
        want.unit,
      );
    }
  }
  const guide = values.find((value) => !value.bare) ?? values[0];
  if (guide === undefined) return null;
  const fitted = values.map((value, i) => {
    const at = node.args[i]?.value;
    if (at === undefined || value.bare === guide.bare)
      return at !== undefined && sameOrReport(checker, at, value, guide) ? value : null;
    return adapt(checker, at, value, guide.node.type as NumberType, guide.unit);
  });
  if (fitted.some((value) => value === null)) return null;
  const percent = values.every((value) => value.bare || (value.node.type as NumberType).percent);
  const type = numberType((guide.node.type as NumberType).dimension, percent && !guide.bare);
  return {
    node: apply(
      node,
      name,
      (fitted as readonly Value[]).map((value) => value.node),
      type,
    ),
    bare: guide.bare,
    unit: guide.unit,
  };
}

function sameOrReport(checker: Checker, node: ast.Expression, value: Value, guide: Value): boolean {
  if (sameType(value.node.type, guide.node.type)) return true;
  checker.report(finding("unlike-units", node.span, { expected: guide.node.type, found: value.node.type }));
  return false;
}

/** `round(x, 2)` to decimals, `round(x, to 0.5)` to a multiple. */
function checkRound(checker: Checker, node: ast.Call, scope: Scope, want: Want | null): Checked {
  const [first, second] = node.args;
  if (first === undefined || second === undefined) return null;
  if (first.to) {
    checker.report(
      finding("call-clause", first.span, {
        name: node.name.text,
        clause: "to",
        form: { zh: "舍入(数, 到 0.5)", en: "round(value, to 0.5)" },
      }),
    );
    return null;
  }
  const value = checker.check(first.value, scope, want?.points ? want : null);
  if (value === null) {
    checker.check(second.value, scope, null);
    return null;
  }
  const { type } = value.node;
  if (!isNumber(type)) {
    checker.report(finding("number-expected", first.span, { found: type }));
    return null;
  }
  const fitting = want?.points ? (asPoints(value) ?? value) : value;
  const by = second.to ? stepOf(checker, second.value, scope, fitting) : decimalsOf(checker, second.value, scope);
  if (by === null) return null;
  return {
    ...fitting,
    bare: false,
    node: apply(node, second.to ? "round-to" : "round", [fitting.node, by], fitting.node.type),
  };
}

function stepOf(checker: Checker, node: ast.Expression, scope: Scope, value: Value): Expression | null {
  const step = fit(checker, node, checker.check(node, scope, null), wantOf(value.node.type, value.unit));
  if (step === null) return null;
  const number = constantOf(step.node, null);
  if (number !== null && number.compare(0) > 0) return step.node;
  checker.report(finding("step-not-positive", node.span, {}));
  return null;
}

function decimalsOf(checker: Checker, node: ast.Expression, scope: Scope): Expression | null {
  const value = checker.check(node, scope, null);
  if (value === null) return null;
  const number = value.bare ? constantOf(value.node, null) : null;
  if (number !== null && number.d === 1n && number.compare(0) >= 0 && number.compare(mostDecimals) <= 0)
    return value.node;
  checker.report(finding("decimals-not-whole", node.span, { most: mostDecimals }));
  return null;
}
