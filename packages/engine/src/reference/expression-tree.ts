/**
 * What an expression is made of, without evaluating it: its direct operands, and whether it reads the side row at hand.
 */
import type { Expression } from "@yardstick/language/program";
import { assertNever } from "./internal-error.js";

const present = (operands: readonly (Expression | null)[]): readonly Expression[] =>
  operands.filter((each) => each !== null);

/** The expressions directly inside, in the order of the text. */
export function operandsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
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
      return [node.operand];
    case "running":
      return [node.condition];
    case "arithmetic":
    case "comparison":
    case "logic":
      return [node.left, node.right];
    case "bands": {
      const rows = node.rows.flatMap(({ keys, value }) => [
        ...keys.flatMap((key) => (key.kind === "is" ? [key.value] : present([key.from, key.to]))),
        value,
      ]);
      return [node.subject, ...rows, ...present([node.otherwise])];
    }
    case "apply":
      return node.args;
    case "aggregate":
      return present([node.over.kind === "series" ? node.over.series : null, node.value, node.where]);
    case "cohort":
      return present([node.value, node.where]);
    default:
      return assertNever(node);
  }
}

/** Whether the value may differ from one side row of the list to the next. Functions over the same list go through rows of their own. */
export function readsRowOf(list: number, node: Expression): boolean {
  if (node.kind === "row-field") return node.list === list;
  if (node.kind === "aggregate" && node.over.kind === "list" && node.over.list === list) return false;
  return operandsOf(node).some((operand) => readsRowOf(list, operand));
}
