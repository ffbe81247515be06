/**
 * What an expression is made of, without evaluating it: its direct operands, a walk through all of them, and whether it reads the
 * side row at hand. The one place that knows where a node keeps its operands.
 */
import type { Band, Bands, Expression } from "./expression.js";

type Kind = Expression["kind"];
type Maybe = Expression | null;

const none = (): readonly Maybe[] => [];

/** By kind, so that a new kind of node does not compile without its operands. In the order of the text. */
const operands: { readonly [K in Kind]: (node: Extract<Expression, { readonly kind: K }>) => readonly Maybe[] } = {
  number: none,
  text: none,
  flag: none,
  date: none,
  level: none,
  field: none,
  "row-field": none,
  constant: none,
  reference: none,
  full: none,
  share: ({ operand }) => [operand],
  negate: ({ operand }) => [operand],
  not: ({ operand }) => [operand],
  previous: ({ operand }) => [operand],
  "is-none": ({ operand }) => [operand],
  running: ({ condition }) => [condition],
  arithmetic: ({ left, right }) => [left, right],
  comparison: ({ left, right }) => [left, right],
  logic: ({ left, right }) => [left, right],
  bands: ({ subject, rows, otherwise }) => [subject, ...rows.flatMap(ofRow), otherwise],
  apply: ({ args }) => args,
  aggregate: ({ over, value, where }) => [over.kind === "series" ? over.series : null, value, where],
  cohort: ({ value, where }) => [value, where],
};

function ofRow({ keys, value }: Bands["rows"][number]): readonly Maybe[] {
  return [...keys.flatMap(endsOf), value];
}

function endsOf(key: Band): readonly Maybe[] {
  return key.kind === "is" ? [key.value] : [key.from, key.to];
}

/** The expressions directly inside. */
export function operandsOf(node: Expression): readonly Expression[] {
  const found = (operands[node.kind] as (node: Expression) => readonly Maybe[])(node);
  return found.includes(null) ? found.filter((each) => each !== null) : (found as readonly Expression[]);
}

/**
 * Visits the expression and all inside it, the node itself before what it holds; where `enter` returns false, what that node
 * holds is left out. Without recursion: chains may be long.
 */
export function visit(root: Expression, enter: (expression: Expression) => boolean | void): void {
  if (operands[root.kind] === none) {
    enter(root);
    return;
  }
  const stack = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (enter(node) === false) continue;
    const held = operandsOf(node);
    for (let i = held.length - 1; i >= 0; i -= 1) {
      const operand = held[i];
      if (operand !== undefined) stack.push(operand);
    }
  }
}

/** The first node, in the order of the text, for which `wanted` holds; null where there is none. */
export function findExpression(root: Expression, wanted: (expression: Expression) => boolean): Expression | null {
  let found: Expression | null = null;
  visit(root, (one) => {
    if (found === null && wanted(one)) found = one;
    return found === null;
  });
  return found;
}

/** Whether a predicate holds for an expression and all its subexpressions. */
export function everyExpression(root: Expression, holds: (expression: Expression) => boolean): boolean {
  return findExpression(root, (one) => !holds(one)) === null;
}

/** Whether the value may differ from one side row of the list to the next. Functions over the same list go through rows of their own. */
export function readsRowOf(list: number, node: Expression): boolean {
  if (node.kind === "row-field") return node.list === list;
  if (node.kind === "aggregate" && node.over.kind === "list" && node.over.list === list) return false;
  return operandsOf(node).some((operand) => readsRowOf(list, operand));
}
