/**
 * Renaming what the cursor stands on, wherever the text names it. The edits are the language's own, which refuses a name that
 * would be taken for something else.
 */
import { setName, type Analysis, type AnalyseOptions, type Lang, type Span, type TextEdit } from "@yardstick/language";
import { symbolAt } from "./symbols.js";

export interface Renamable {
  readonly span: Span;
  /** The name without quotes. */
  readonly name: string;
}

/** Null where there is nothing that can be renamed: no name, a function, a result of another rubric. */
export function renamable(analysis: Analysis, offset: number): Renamable | null {
  const symbol = symbolAt(analysis, offset);
  if (symbol === null || symbol.means.kind === "builtin" || symbol.means.kind === "used") return null;
  return { span: symbol.name.span, name: symbol.name.text };
}

export type Renamed = { readonly edits: readonly TextEdit[] } | { readonly refusal: string };

export function rename(
  analysis: Analysis,
  offset: number,
  to: string,
  lang: Lang,
  options: AnalyseOptions = {},
): Renamed {
  const found = renamable(analysis, offset);
  if (found === null)
    return { refusal: { zh: "这里没有可以改名的名称。", en: "There is no name here that can be changed." }[lang] };
  const edits = to.trim() === "" ? null : setName(analysis, { span: found.span }, to.trim(), options);
  if (edits !== null) return { edits };
  return {
    refusal: {
      zh: `“${found.name}”不能改为“${to}”：这个名称不能用，或者会和别的名称混同。`,
      en: `“${found.name}” cannot become “${to}”: that is no name, or it would be taken for something else.`,
    }[lang],
  };
}
