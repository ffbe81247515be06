/**
 * Names that an expression of the tree may read, before anything is checked: every first name, save columns of the rows at hand.
 */
import type * as ast from "../syntax/ast.js";
import type { Checker } from "./checker.js";
import { positionOf } from "./positions.js";

export function namesIn(checker: Checker, root: ast.Expression): ReadonlySet<string> {
  const names = new Set<string>();
  const stack: { readonly node: ast.Expression; readonly lists: readonly number[] }[] = [{ node: root, lists: [] }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, lists } = top;
    const push = (...nodes: readonly ast.Expression[]): void => {
      for (const next of nodes) stack.push({ node: next, lists });
    };
    switch (node.kind) {
      case "reference": {
        const name = node.path[0]?.text ?? "";
        const isColumn = lists.some((list) => positionOf(checker.draft.lists[list]?.columns ?? [], name) >= 0);
        if (!isColumn) names.add(name);
        break;
      }
      case "unary":
        push(node.operand);
        break;
      case "binary":
        push(node.left, node.right);
        break;
      case "by":
        push(node.subject, ...node.rows.map((row) => row.value), ...(node.otherwise === null ? [] : [node.otherwise]));
        push(...node.rows.flatMap((row) => row.keys.flatMap(valuesOfKey)));
        break;
      case "call": {
        const inner = [...lists, ...listsNamed(checker, node)];
        const args = [...node.args.map((arg) => arg.value), ...(node.where === null ? [] : [node.where])];
        for (const next of args) stack.push({ node: next, lists: inner });
        break;
      }
      default:
        break;
    }
  }
  return names;
}

function valuesOfKey(key: ast.BandKey): readonly ast.Expression[] {
  if (key.kind !== "between") return [key.value];
  return [key.from, key.to].filter((end) => end !== null);
}

/** Lists whose rows a call ranges over: those its argument begins with. */
function listsNamed(checker: Checker, node: ast.Call): readonly number[] {
  return node.args.flatMap(({ value }) => {
    let at = value;
    while (at.kind === "binary") at = at.left;
    if (at.kind === "by") at = at.subject;
    const field = at.kind === "reference" ? checker.names.find(at.path[0]?.text ?? "", "field") : null;
    const type = field === null ? null : checker.draft.fields[field.index]?.type;
    return type?.kind === "list" ? [type.list] : [];
  });
}
