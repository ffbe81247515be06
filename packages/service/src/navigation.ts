/**
 * Definition and references of a name. A result of a used rubric is defined in the text of that rubric; the path of a `use` leads to
 * its beginning.
 */
import type { Analysis, ast, Span } from "@yardstick/language";
import { declarationsOf } from "./declarations.js";
import { declarationOf, occurrences, symbolAt } from "./symbols.js";

/** The location of a definition. */
export interface Definition {
  /** Path of the used rubric as written; null for the text itself. */
  readonly path: string | null;
  readonly span: Span;
}

/** The definition of the name at an offset; null where there is none. `used` gives the analysis of a used rubric by its path as written. */
export function definition(
  analysis: Analysis,
  offset: number,
  used: (path: string) => Analysis | null = () => null,
): Definition | null {
  const path = pathAt(analysis, offset);
  if (path !== null) return used(path) === null ? null : { path, span: [0, 0] };
  const symbol = symbolAt(analysis, offset);
  if (symbol === null) return null;
  const { means } = symbol;
  if (means.kind !== "used") {
    const span = declarationOf(means);
    return span === null ? null : { path: null, span };
  }
  const written = [...declarationsOf(analysis).uses.values()][means.use] ?? null;
  const other = written === null ? null : used(written);
  if (written === null || other === null) return null;
  return { path: written, span: resultIn(other, means.name) };
}

/** All occurrences of the name at an offset, the declaration first; empty where there is no name. */
export function references(analysis: Analysis, offset: number): Span[] {
  const symbol = symbolAt(analysis, offset);
  return symbol === null ? [] : occurrences(analysis, symbol.means);
}

/** A name of a used rubric's result, with its definition there. */
export interface UsedReference {
  readonly span: Span;
  readonly to: Definition;
}

/** The names of results of used rubrics, in the order of the text. `used` gives the analysis of a used rubric by its path as written. */
export function usedReferences(analysis: Analysis, used: (path: string) => Analysis | null): UsedReference[] {
  const paths = [...declarationsOf(analysis).uses.values()];
  return [...analysis.facts.references]
    .flatMap(([name, means]): UsedReference[] => {
      if (means.kind !== "used") return [];
      const path = paths[means.use] ?? null;
      const other = path === null ? null : used(path);
      return other === null ? [] : [{ span: name.span, to: { path, span: resultIn(other, means.name) } }];
    })
    .sort((a, b) => a.span[0] - b.span[0]);
}

/** The path of the `use` that contains an offset: `引用 "team.rubric"`; null where it is not inside one. */
function pathAt({ rubric }: Analysis, offset: number): string | null {
  const found = rubric.declarations.find(
    (node): node is ast.Use => node.kind === "use" && node.path.span[0] <= offset && offset <= node.path.span[1],
  );
  return found?.path.value ?? null;
}

/** Results without a declaration, as the checker names them: the score, the total, the sum of awards. No other result has such a name. */
const UNDECLARED: readonly string[] = ["总分", "满分", "奖励"];

/** The declaration of a published result; the beginning of the text where it has none. */
function resultIn({ facts, program }: Analysis, name: string): Span {
  if (UNDECLARED.includes(name)) return [0, 0];
  const part = program?.parts.find(({ path }) => path === name);
  if (part !== undefined) return part.nameSpan;
  const kinds: readonly string[] = ["output", "part", "ranking", "grades", "award"];
  const bare = name.split("/")[0];
  return facts.declared.find((each) => each.name === bare && kinds.includes(each.kind))?.span ?? [0, 0];
}
