/**
 * Functions across subjects: among all, or those of the subject's own group, that meet a condition.
 * Inside, names are the other subject's; an item's points mean nothing there.
 */
import { diagnostic, writing } from "../diagnostics/diagnostic.js";
import type { Cohort, Expression } from "../program/expression.js";
import { type BuiltinName, builtins } from "../library/builtins.js";
import type * as ast from "../syntax/ast.js";
import { type Checked, type Checker, type Scope, subjectScope } from "./checker.js";
import { isOverRows } from "./call-rows.js";
import { checkAs } from "./check-as.js";
import { resolveGroup } from "./group.js";
import { checkPartOrValue } from "./part-or-value.js";
import { summedOf } from "./number-laws.js";
import { flagType, isNumber, numberType, pureType, valueOf, flagExpected } from "./value.js";

export function checkCohort(checker: Checker, node: ast.Call, name: BuiltinName, scope: Scope): Checked {
  if (scope.reads === "nothing") {
    checker.report(diagnostic("not-constant", node.span, {}));
    return null;
  }
  if (scope.published) {
    checker.report(diagnostic("not-in-history", node.span, { text: checker.source.slice(...node.span) }));
    return null;
  }
  const inner: Scope = { ...subjectScope, veto: scope.veto };
  const within = node.within === null ? null : resolveGroup(checker, node.within);
  const where = node.where === null ? null : checkAs(checker, node.where, inner, flagExpected);
  const [arg] = node.args;
  if (name === "count") return checkCount(checker, node, { inner, within, where });
  if (arg !== undefined && isOverRows(checker, node, scope)) {
    reportRows(checker, node, name, checker.source.slice(...arg.value.span));
    return null;
  }
  const value = arg === undefined ? null : checkPartOrValue(checker, arg.value, inner);
  if (value === null || (node.within !== null && within === null) || (node.where !== null && where === null))
    return null;
  const { type } = value.node;
  if (!isNumber(type)) {
    checker.report(diagnostic("number-expected", arg?.span ?? node.span, { found: type }));
    return null;
  }
  if (name === "percentile") return percentile(node, value.node, within, where);
  const made = cohort(node, name as Cohort["name"], value.node, within, where, name === "rank" ? pureType : type);
  if (name === "rank") return valueOf(made);
  return valueOf(made, value.unit, name === "total" ? summedOf(value.kind) : value.kind);
}

function cohort(
  node: ast.Call,
  name: Cohort["name"],
  value: Expression | null,
  within: number | null,
  where: Expression | null,
  type: Cohort["type"],
): Cohort {
  return { kind: "cohort", name, value, within, where, ties: node.ties?.kind ?? "gap", type, span: node.span };
}

/**
 * How many have a lower value, of how many others; a subject alone has 0%. One that does not meet the condition is
 * compared with those that meet it, and is none of them.
 */
function percentile(node: ast.Call, value: Expression, within: number | null, where: Expression | null): Checked {
  const { span } = node;
  const one: Expression = { kind: "number", value: "1", type: pureType, span };
  const less = (left: Expression, right: Expression): Expression => ({
    kind: "arithmetic",
    op: "-",
    left,
    right,
    type: pureType,
    span,
  });
  const lessOne = (left: Expression): Expression => less(left, one);
  const turned: Expression = { kind: "negate", operand: value, type: value.type, span };
  const below = lessOne(cohort(node, "rank", turned, within, where, pureType));
  const all = cohort(node, "count", value, within, where, pureType);
  const others = where === null ? lessOne(all) : less(all, oneIf(where));
  const divisor: Expression = { kind: "apply", name: "max", args: [others, one], type: pureType, span };
  const type = numberType({}, true);
  const share: Expression = { kind: "arithmetic", op: "/", left: below, right: divisor, type, span };
  return valueOf({ kind: "apply", name: "one-read", args: [share], type, span });
}

/** 1 where the condition holds for the subject itself, else 0. */
function oneIf(condition: Expression): Expression {
  const { span } = condition;
  const number = (value: "0" | "1"): Expression => ({ kind: "number", value, type: pureType, span });
  const holds: Expression = { kind: "flag", value: true, type: flagType, span };
  const keys = [{ kind: "is", value: holds, not: false }] as const;
  const rows = [{ span, keys, value: number("1") }];
  return { kind: "bands", subject: condition, rows, otherwise: number("0"), type: pureType, span };
}

/** What does for side rows what the function does for subjects. */
const overRows: Partial<Readonly<Record<BuiltinName, BuiltinName>>> = { mean: "average", total: "sum" };

/** `mean(sheet.mark)`: the rows of one subject are meant, and the function for them has another name. */
function reportRows(checker: Checker, node: ast.Call, name: BuiltinName, text: string): void {
  const other = overRows[name];
  const isChinese = /\p{Script=Han}/u.test(node.name.text);
  const instead = other === undefined ? null : isChinese ? builtins[other].zh : other;
  checker.report(
    diagnostic(
      "rows-not-subjects",
      node.span,
      { name: node.name.text, text, instead },
      {
        fixes: instead === null ? [] : [writing("resolves", instead, node.name.span)],
      },
    ),
  );
}

interface Among {
  readonly inner: Scope;
  readonly within: number | null;
  readonly where: Expression | null;
}

/** `count(where C)`, `count(C)`, and `count(社区 where C)` with the name of the subject table. */
function checkCount(checker: Checker, node: ast.Call, { inner, within, where }: Among): Checked {
  const [arg] = node.args;
  const subject = checker.draft.subject?.name;
  const isSubject =
    arg?.value.kind === "reference" && arg.value.path.length === 1 && arg.value.path[0]?.text === subject;
  const condition = arg === undefined || isSubject ? null : checkAs(checker, arg.value, inner, flagExpected);
  if (arg !== undefined && !isSubject && condition === null) return null;
  if ((node.within !== null && within === null) || (node.where !== null && where === null)) return null;
  const both: Expression | null =
    where === null || condition === null
      ? (where ?? condition)
      : { kind: "logic", op: "and", left: where, right: condition, type: flagType, span: node.span };
  return valueOf(cohort(node, "count", null, within, both, pureType));
}
