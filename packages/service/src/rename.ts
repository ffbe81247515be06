/**
 * Renames the symbol under the cursor at all its occurrences.
 */
import { setName, type Analysis, type AnalyseOptions, type Lang, type Span, type TextEdit } from "@yardstick/language";
import { symbolAt } from "./symbols.js";

/** A name that can be changed. */
export interface Renamable {
  readonly span: Span;
  /** The name without quotes. */
  readonly name: string;
}

/** The name at an offset; null where it cannot be changed: no name, a function, or a result of another rubric. */
export function renamable(analysis: Analysis, offset: number): Renamable | null {
  const symbol = symbolAt(analysis, offset);
  if (symbol === null || symbol.means.kind === "builtin" || symbol.means.kind === "used") return null;
  return { span: symbol.name.span, name: symbol.name.text };
}

/** The edits of a renaming, or why it is refused. */
export type Renamed = { readonly edits: readonly TextEdit[] } | { readonly refusal: string };

/** Renames the symbol at an offset. Refused where the new name is invalid or would have another meaning at any occurrence. */
export function rename(
  analysis: Analysis,
  offset: number,
  to: string,
  lang: Lang,
  options: AnalyseOptions = {},
): Renamed {
  const found = renamable(analysis, offset);
  if (found === null)
    return { refusal: { zh: "此处没有可以改名的名称。", en: "There is no name here that can be changed." }[lang] };
  const edits = to.trim() === "" ? null : setName(analysis, { span: found.span }, to.trim(), { ...options, analysis });
  if (edits !== null) return { edits };
  return {
    refusal: {
      zh: `“${found.name}”不能改为“${to}”：该名称无效，或与其他名称冲突。`,
      en: `“${found.name}” cannot be renamed to “${to}”: the name is invalid or conflicts with another one.`,
    }[lang],
  };
}
