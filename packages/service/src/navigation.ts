/**
 * Go to the definition of a name, and find all places where it stands. A result of a used rubric is defined in that one's text,
 * the name of a `use` leads to its beginning.
 */
import type { Analysis, ast, Span } from "@yardstick/language";
import { declarationsOf } from "./declarations.js";
import { declarationOf, occurrences, symbolAt } from "./symbols.js";

export interface Definition {
  /** Of the used rubric, as the text writes it; null: of this text. */
  readonly path: string | null;
  readonly span: Span;
}

/** @param used the analysis of a used rubric by its path as written; null where it cannot be had */
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

/** The declaration first; empty where the cursor is on no name. */
export function references(analysis: Analysis, offset: number): Span[] {
  const symbol = symbolAt(analysis, offset);
  return symbol === null ? [] : occurrences(analysis, symbol.means);
}

/** `引用 "team.rubric"`: the cursor is in the path. */
function pathAt({ rubric }: Analysis, offset: number): string | null {
  const found = rubric.declarations.find(
    (node): node is ast.Use => node.kind === "use" && node.path.span[0] <= offset && offset <= node.path.span[1],
  );
  return found?.path.value ?? null;
}

/** Where a used rubric declares what it publishes; its total, which nothing names, at its beginning. */
function resultIn({ facts, program }: Analysis, name: string): Span {
  const part = program?.parts.find(({ path }) => path === name);
  if (part !== undefined) return part.nameSpan;
  const kinds: readonly string[] = ["output", "part", "ranking", "grades", "award"];
  const bare = name.split("/")[0];
  return facts.declared.find((each) => each.name === bare && kinds.includes(each.kind))?.span ?? [0, 0];
}
