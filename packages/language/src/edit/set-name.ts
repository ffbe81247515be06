/**
 * Renames what a name denotes, at its declaration and wherever the text refers to it. Nothing but names changes, and every
 * name keeps its meaning.
 */
import { analyse, type Analysis, type AnalyseOptions } from "../check/analyse.js";
import { severityOf, type TextEdit } from "../diagnostics/diagnostic.js";
import { isSameShape } from "../format/tree-shape.js";
import type * as ast from "../syntax/ast.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { applyEdits } from "./apply-edits.js";
import { sameSpan, type Spanned } from "./find-node.js";
import { withReplaced } from "./intended-tree.js";
import { meanings } from "./name-uses.js";
import { writtenForms } from "./written-name.js";

/** Options of `setName`. */
export interface RenameOptions extends AnalyseOptions {
  /** The analysis of the text with these options, where there is one already. */
  readonly analysis?: Analysis;
}

/**
 * `name` is the span of any occurrence, the declaration or a use. Null where there is no name, where it is not of this
 * text (a function, a result of another rubric), or where the new name would be taken for something else. Column titles of data
 * files are not of this text, either: they are the caller's to rename.
 */
export function setName(
  parsed: Parsed,
  name: Spanned,
  to: string,
  options: RenameOptions = {},
): readonly TextEdit[] | null {
  const before = options.analysis ?? analyse(parsed.tree.source, options);
  const all = meanings(before.rubric, before.facts);
  const meaning = all.find((m) => sameSpan(m.name.span, name.span))?.meaning ?? null;
  if (meaning === null) return null;
  const uses = all.filter((m) => m.meaning === meaning).map((m) => m.name);
  const text = to.normalize("NFC");
  if (uses.every((use) => use.text === text)) return [];
  for (const written of writtenForms(text)) {
    const edits = uses.map(({ span }) => ({ span, text: written }));
    const after = analyse(applyEdits(parsed.tree.source, edits), options);
    if (isRenamed(before, after, uses, text)) return edits;
  }
  return null;
}

function isRenamed(before: Analysis, after: Analysis, uses: readonly ast.Name[], text: string): boolean {
  const renamed = withReplaced(before.rubric, new Map(uses.map((use) => [use, { ...use, text }])));
  return errors(after) <= errors(before) && isSameShape(renamed, after.rubric) && groups(before) === groups(after);
}

function errors({ findings }: Analysis): number {
  return findings.filter((f) => severityOf(f) === "error").length;
}

/** Which names mean the same: for each the number of the first that does. */
function groups({ rubric, facts }: Analysis): string {
  const first = new Map<string, number>();
  return meanings(rubric, facts)
    .map(({ meaning }, i) => {
      if (meaning === null) return "-";
      if (!first.has(meaning)) first.set(meaning, i);
      return first.get(meaning);
    })
    .join(" ");
}
