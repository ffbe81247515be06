/**
 * Which names of a rubric mean the same thing, by what the checker found each to mean.
 */
import type { Facts, Referent } from "../check/checker.js";
import type * as ast from "../syntax/ast.js";

/** All names of the tree in the order they are met, each with what it means; null where that is nothing of this text. */
export function meanings(
  rubric: ast.Rubric,
  facts: Facts,
): { readonly name: ast.Name; readonly meaning: string | null }[] {
  const found: { name: ast.Name; meaning: string | null }[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if ((node as Partial<ast.Name>).kind === "name") {
      const name = node as ast.Name;
      const referent = facts.references.get(name);
      found.push({ name, meaning: referent === undefined ? null : identity(referent) });
    } else if (Array.isArray(node)) node.forEach(visit);
    else {
      const syntaxNode = node as Readonly<Record<string, unknown>>;
      for (const key in syntaxNode) if (key !== "span") visit(syntaxNode[key]);
    }
  };
  visit(rubric);
  return found;
}

/** A level is one of its choice; everything else is where it was declared, so that an item and what it asks for are one. */
function identity(referent: Referent): string | null {
  switch (referent.kind) {
    case "builtin":
    case "used":
      return null;
    case "level":
      return `level ${referent.choice} ${referent.index}`;
    default:
      return `at ${referent.span[0]}`;
  }
}
