/**
 * Walks checked expressions, without recursion: chains may be long. The node itself comes before what it holds.
 */
import type { Expression } from "../program/expression.js";
import { assertNever } from "./assert-never.js";

/** What stands directly inside. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "number":
    case "text":
    case "flag":
    case "date":
    case "level":
    case "field":
    case "row-field":
    case "constant":
    case "reference":
    case "full":
      return [];
    case "share":
    case "negate":
    case "not":
    case "previous":
    case "is-none":
      return [expression.operand];
    case "running":
      return [expression.condition];
    case "arithmetic":
    case "comparison":
    case "logic":
      return [expression.left, expression.right];
    case "bands":
      return [
        expression.subject,
        ...expression.rows.flatMap((row) => [...row.keys.flatMap(endsOf), row.value]),
        ...present(expression.otherwise),
      ];
    case "apply":
      return expression.args;
    case "aggregate": {
      const series = expression.over.kind === "series" ? [expression.over.series] : [];
      return [...series, ...present(expression.value), ...present(expression.where)];
    }
    case "cohort":
      return [...present(expression.value), ...present(expression.where)];
    default:
      return assertNever(expression);
  }
}

function endsOf(key: Extract<Expression, { kind: "bands" }>["rows"][number]["keys"][number]): readonly Expression[] {
  return key.kind === "is" ? [key.value] : [...present(key.from), ...present(key.to)];
}

function present(expression: Expression | null): readonly Expression[] {
  return expression === null ? [] : [expression];
}

/** Visits the expression and all inside it; where `enter` returns false, what that node holds is left out. */
export function visit(root: Expression, enter: (expression: Expression) => boolean | void): void {
  const stack = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (enter(node) === false) continue;
    const held = partsOf(node);
    for (let i = held.length - 1; i >= 0; i -= 1) {
      const part = held[i];
      if (part !== undefined) stack.push(part);
    }
  }
}

export function findExpression(root: Expression, wanted: (expression: Expression) => boolean): Expression | null {
  let found: Expression | null = null;
  visit(root, (one) => {
    if (found === null && wanted(one)) found = one;
    return found === null;
  });
  return found;
}

export function everyExpression(root: Expression, holds: (expression: Expression) => boolean): boolean {
  return findExpression(root, (one) => !holds(one)) === null;
}
