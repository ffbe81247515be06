/**
 * `let N = E` and what it shares with `output`: values that may read each other in any order of the text, but not in a circle.
 * They are checked so that what is read comes first.
 */
import type * as ast from "../syntax/ast.js";
import { type Checker, subjectScope, type ValueDraft } from "./checker.js";
import { checkValueCycles } from "./cycles.js";
import { declareName } from "./declare.js";
import { isPublished } from "./read.js";
import { inDependencyOrder } from "./dependency-order.js";
import { nothingKnown, rangeOf } from "./expression-range.js";
import { namesIn } from "./names-in.js";
import { everyExpression } from "../program/expression-tree.js";
import type { Expression } from "../program/expression.js";

export function declareLet(checker: Checker, node: ast.Let): void {
  declareName(checker, "let", node.name, checker.draft.lets.push(draftOf(node)) - 1);
}

export function draftOf(node: ast.Let | ast.Output): ValueDraft {
  return { node, done: false, value: null, range: null, published: false };
}

/** Checks all lets and outputs. Those in a circle are checked too; what they cannot know yet stays unknown. */
export function checkValues(checker: Checker): void {
  const { lets, outputs } = checker.draft;
  const all = [...lets, ...outputs];
  const readsOf = all.map(({ node }) => {
    const reads: number[] = [];
    for (const name of namesIn(checker, node.value)) {
      const [declared] = checker.names.findAll(name, ["let", "output"]);
      if (declared !== undefined) reads.push(declared.kind === "let" ? declared.index : lets.length + declared.index);
    }
    return reads;
  });
  for (const index of inDependencyOrder(readsOf)) {
    const one = all[index];
    if (one === undefined) continue;
    checker.draft.valueAtHand = index;
    one.value = checker.check(one.node.value, subjectScope, null);
    one.done = true;
    one.range = one.value === null ? null : rangeOf(checker, one.value.node, nothingKnown);
    one.published = one.value !== null && readsPublished(checker, one.value.node);
  }
  checker.draft.valueAtHand = null;
  checkValueCycles(checker, readsOf);
}

/** Whether the history holds all that it reads. */
function readsPublished(checker: Checker, root: Expression): boolean {
  return everyExpression(root, (one) => {
    switch (one.kind) {
      case "field":
      case "row-field":
      case "aggregate":
      case "cohort":
      case "previous":
      case "running":
        return false;
      case "reference":
        return isPublished(checker, one.to);
      default:
        return true;
    }
  });
}
