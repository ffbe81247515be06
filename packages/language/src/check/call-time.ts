/**
 * Functions over time, which read only what the history holds: published results.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { BuiltinName } from "../library/builtins.js";
import type * as ast from "../syntax/ast.js";
import type { Checked, Checker, Scope } from "./checker.js";
import { checkAs } from "./check-as.js";
import { mayRead } from "./read.js";
import { pureType, valueOf, flagExpected } from "./value.js";

export function checkHistory(checker: Checker, node: ast.Call, name: BuiltinName, scope: Scope): Checked {
  const [arg] = node.args;
  // Periods further back are in the history as well.
  if (arg === undefined || !mayRead(checker, node, scope, true)) return null;
  if (checker.draft.period === null && checker.draft.subject !== null) {
    checker.report(
      diagnostic("period-missing", node.span, { name: node.name.text, subject: checker.draft.subject.name }),
    );
    return null;
  }
  const inner: Scope = { ...scope, item: null, row: null, published: true, veto: false };
  if (name === "running") {
    const condition = checkAs(checker, arg.value, inner, flagExpected);
    return condition === null ? null : valueOf({ kind: "running", condition, type: pureType, span: node.span });
  }
  const operand = checker.check(arg.value, inner, null);
  if (operand === null) return null;
  return valueOf(
    { kind: "previous", operand: operand.node, type: operand.node.type, span: node.span },
    operand.unit,
    operand.kind,
  );
}
