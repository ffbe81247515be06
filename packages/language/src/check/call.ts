/**
 * A call of a builtin: found by its name in either vocabulary, checked for its number of arguments and the clauses it takes,
 * then checked by its family. One table holds all families.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import { type BuiltinFamily, type BuiltinName, builtinNamed, builtins, builtinSpellings } from "../library/builtins.js";
import type * as ast from "../syntax/ast.js";
import { checkAggregate, isOverRows } from "./call-rows.js";
import { checkCohort } from "./call-subjects.js";
import { checkHistory } from "./call-time.js";
import { checkResultCall } from "./call-result.js";
import { checkSpread } from "./call-spread.js";
import { checkApply } from "./call-value.js";
import type { Checked, Checker, Scope } from "./checker.js";
import { reportUnknown } from "./unknown-name.js";

type CallChecker = (checker: Checker, node: ast.Call, name: BuiltinName, scope: Scope) => Checked;

const families: Readonly<Record<BuiltinFamily, CallChecker>> = {
  value: checkApply,
  rows: checkAggregate,
  "rows-or-subjects": (checker, node, name, scope) =>
    isOverRows(checker, node, scope)
      ? checkAggregate(checker, node, name, scope)
      : checkCohort(checker, node, name, scope),
  subjects: checkCohort,
  spread: checkSpread,
  time: checkHistory,
  result: checkResultCall,
};

/** Clauses a family takes beside its arguments. */
const clauses: Readonly<Record<BuiltinFamily, readonly ("within" | "where" | "drop" | "keep" | "ties")[]>> = {
  value: [],
  rows: ["where", "drop", "keep"],
  "rows-or-subjects": ["within", "where"],
  subjects: ["within", "where", "ties"],
  spread: ["within", "where"],
  time: [],
  result: [],
};

export function checkCall(checker: Checker, node: ast.Call, scope: Scope): Checked {
  const name = builtinNamed(node.name.text);
  if (name === undefined) return reportUnknown(checker, node.name, "function", () => builtinSpellings);
  checker.references.set(node.name, { kind: "builtin", name });
  const { family, min, max, form } = builtins[name];
  const wrong = node.args.length < min || (max !== null && node.args.length > max);
  if (wrong) {
    checker.report(diagnostic("call-arguments", node.span, { name: node.name.text, found: node.args.length, form }));
    return null;
  }
  for (const clause of ["within", "where", "drop", "keep", "ties"] as const) {
    if (node[clause] === null || (clauses[family].includes(clause) && (clause !== "ties" || name === "rank"))) continue;
    checker.report(diagnostic("call-clause", node[clause].span, { name: node.name.text, clause, form }));
    return null;
  }
  const to = node.args.find((arg) => arg.to);
  const moded = node.args.find((arg, at) => arg.mode !== null && (name !== "round" || at === 0));
  if (moded !== undefined) {
    checker.report(diagnostic("call-clause", moded.span, { name: node.name.text, clause: "mode", form }));
    return null;
  }
  if (to !== undefined && name !== "round") {
    checker.report(diagnostic("call-clause", to.span, { name: node.name.text, clause: "to", form }));
    return null;
  }
  return families[family](checker, node, name, scope);
}
