/**
 * `deviation(X, 2 within G where C)`, `sample_deviation`, `zscore`: reduced to means of X and of its square, and a root that is rounded
 * to stated decimals, which is exact. Over side rows or over subjects, by what X reads.
 */
import { powerOfTen, type Rational, rationalText } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import { powerDimension } from "../library/dimension.js";
import type { BuiltinName } from "../library/builtins.js";
import type { Apply, Arithmetic, Expression } from "../program/expression.js";
import type * as ast from "../syntax/ast.js";
import { checkAggregate, isOverRows } from "./call-rows.js";
import { checkCohort } from "./call-subjects.js";
import { decimalsArgument, writtenScale } from "./call-value.js";
import { type Checked, type Checker, type Scope, subjectScope } from "./checker.js";
import { countKind } from "./number-kind.js";
import { checkPartOrValue } from "./part-or-value.js";
import { flagType, isNumber, numberType, type NumberType, numberValue, pureType, valueOf } from "./value.js";

type Mean = Extract<Expression, { kind: "aggregate" | "cohort" }>;

export function checkSpread(checker: Checker, node: ast.Call, name: BuiltinName, scope: Scope): Checked {
  const [arg, second] = node.args;
  if (arg === undefined || second === undefined) return null;
  const overRows = isOverRows(checker, node, scope);
  if (overRows && (name === "zscore" || node.within !== null)) {
    const text = checker.source.slice(...arg.value.span);
    checker.report(diagnostic("rows-not-subjects", node.span, { name: node.name.text, text, instead: null }));
    return null;
  }
  const alone = { ...node, args: [arg] };
  const mean = overRows ? checkAggregate(checker, alone, "average", scope) : checkCohort(checker, alone, "mean", scope);
  const decimals = decimalsArgument(checker, second.value, scope);
  if (mean === null || decimals === null) return null;
  const found = mean.node;
  if (!isMean(found) || found.value === null || !isNumber(found.type)) return null;
  const { type } = found;
  const step = powerOfTen(-decimals.toNumber());
  // The mean awaits a cell that must not be blank, and with it the whole.
  const known = withBlanksLeftOut(found, found.value);
  const variance = combined("-", { ...known, ...squareOf(found.value) }, combined("*", found, found));
  if (name === "zscore") return scoreOf(checker, arg.value, { own: found, variance, step, veto: scope.veto });
  const unit = numberValue(rationalText(step.mul(writtenScale(mean))), type, found.span);
  if (name === "deviation") return { ...mean, node: root(variance, one(found), unit, type) };
  const count = countOf(known);
  return { ...mean, node: root(combined("*", variance, count), combined("-", count, one(found)), unit, type) };
}

function scoreOf(
  checker: Checker,
  arg: ast.Expression,
  {
    own,
    variance,
    step,
    veto,
  }: { readonly own: Mean; readonly variance: Expression; readonly step: Rational; readonly veto: boolean },
): Checked {
  const value = checkPartOrValue(checker, arg, { ...subjectScope, veto });
  if (value === null) return null;
  const distance = combined("-", value.node, own);
  const size: Apply = { kind: "apply", name: "abs", args: [distance], type: distance.type, span: own.span };
  const unit = numberValue(rationalText(step), pureType, own.span);
  return valueOf({ ...root(combined("*", distance, size), variance, unit, pureType), span: own.span }, null, countKind);
}

function isMean(node: Expression): node is Mean {
  return node.kind === "aggregate" || node.kind === "cohort";
}

function one({ span }: Expression): Expression {
  return numberValue("1", pureType, span);
}

/** A blank cell that the rubric allows is left out of sums; its square would be awaited. */
function withBlanksLeftOut(mean: Mean, value: Expression): Mean {
  if (mean.kind === "cohort") return mean;
  const { span } = mean;
  const isThere: Expression = { kind: "is-none", operand: value, negated: true, type: flagType, span };
  const where: Expression =
    mean.where === null
      ? isThere
      : { kind: "logic", op: "and", left: mean.where, right: isThere, type: flagType, span };
  return { ...mean, where };
}

function squareOf(value: Expression): Pick<Mean, "value" | "type"> {
  const square = combined("*", value, value);
  return { value: square, type: square.type };
}

/** How many values the mean is of. */
function countOf(mean: Mean): Mean {
  return mean.kind === "aggregate"
    ? { ...mean, name: "count", value: null, trim: null, type: pureType }
    : { ...mean, name: "count", type: pureType };
}

/** Products of equals are squares of their dimension; anything else has that of the left side. */
function combined(op: "-" | "*", left: Expression, right: Expression): Arithmetic {
  const { dimension } = left.type as NumberType;
  const isSquare = op === "*" && Object.keys((right.type as NumberType).dimension).length > 0;
  const type = numberType(isSquare ? powerDimension(dimension, 2) : dimension);
  return { kind: "arithmetic", op, left, right, type, span: left.span };
}

function root(dividend: Expression, divisor: Expression, step: Expression, type: Apply["type"]): Apply {
  return { kind: "apply", name: "root", args: [dividend, divisor, step], type, span: dividend.span };
}
