/**
 * A node treated whole: for each of its properties the expressions in it.
 */
import type { Expression } from "./expression.js";

type Maybe = Expression | null;

/** The expressions in each property of a node, so that a property added to it does not compile before it is entered. */
export type ExpressionFields<Node> = { readonly [K in keyof Node]-?: (value: Node[K]) => readonly Maybe[] };

/** Of a property that holds no expression. */
export const noExpressions = (): readonly Maybe[] => [];

/** In the order of the table; null stands for a place that holds none. */
export function inFields<Node extends object>(fields: ExpressionFields<Node>, node: Node): readonly Maybe[] {
  return (Object.keys(fields) as (keyof Node)[]).flatMap((name) => fields[name](node[name]));
}
