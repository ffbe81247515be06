/**
 * Names and their referents, from the facts of the checker.
 */
import type { Analysis, ast, Referent, Span } from "@yardstick/language";

/** A name with its referent. */
export interface Symbol {
  readonly name: ast.Name;
  readonly means: Referent;
}

/** The name that an offset touches, the right one where two meet; null where there is none. */
export function symbolAt(analysis: Analysis, offset: number): Symbol | null {
  let found: Symbol | null = null;
  for (const [name, means] of analysis.facts.references) {
    if (name.span[0] <= offset && offset <= name.span[1] && (found === null || name.span[0] > found.name.span[0])) {
      found = { name, means };
    }
  }
  return found;
}

/** The span of the declaration; null for functions, levels and results of other files. */
export function declarationOf(means: Referent): Span | null {
  return "span" in means ? means.span : null;
}

/** All occurrences of a referent, the declaration first, then in the order of the text. */
export function occurrences(analysis: Analysis, means: Referent): Span[] {
  const declaration = declarationOf(means);
  const found = [...analysis.facts.references]
    .filter(([, other]) => isSame(other, means))
    .map(([name]) => name.span)
    .filter((span) => declaration === null || span[0] !== declaration[0])
    .sort((a, b) => a[0] - b[0]);
  return declaration === null ? found : [declaration, ...found];
}

function isSame(a: Referent, b: Referent): boolean {
  if (a.kind !== b.kind || a.name !== b.name) return false;
  if (a.kind === "builtin") return true;
  const spanOf = declarationOf(a);
  const other = declarationOf(b);
  if (spanOf !== null && other !== null) return spanOf[0] === other[0];
  return "choice" in a && "choice" in b ? a.choice === b.choice && a.index === b.index : spanOf === other;
}
