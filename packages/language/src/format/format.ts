/**
 * A rubric's text in, the same rubric in the house style out: same tree, same comments, same names, same kind of line end. It works from the lossless
 * tree and holds its result against it, so that a formatted rubric never means anything else.
 */
import { severityOf } from "../diagnostics/diagnostic.js";
import { lineBreak } from "../source/line-break.js";
import type { Lang } from "../vocabulary/bilingual.js";
import { parse } from "../syntax/parse.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { print } from "./print.js";
import { isSameInAnyVocabulary, isSameShape } from "./tree-shape.js";
import { wordsOf, type Spelling } from "./printed-words.js";

/** Options of formatting. */
export interface FormatOptions {
  /** Writes every keyword in this vocabulary; where not given, each stays as its author wrote it. */
  readonly keywords?: Lang;
}

/** Formats a text; one with errors comes back unchanged (`formatParsed` tells the two apart). */
export function format(source: string, options: FormatOptions = {}): string {
  return formatParsed(parse(source), options) ?? source;
}

/** Formats what was parsed; null where the text has errors, which nothing can be printed from. */
export function formatParsed(parsed: Parsed, { keywords }: FormatOptions = {}): string | null {
  if (parsed.findings.some((f) => severityOf(f) === "error")) return null;
  for (const quoteNames of [false, true]) {
    const text = printed(parsed, { keywords, quoteNames });
    if (isSame(parsed, parse(text), keywords)) return text;
  }
  return parsed.tree.source;
}

function printed({ tree }: Parsed, spelling: Spelling): string {
  const text = print(wordsOf(tree, spelling));
  return lineBreak(tree.source) === "\n" ? text : text.replaceAll("\n", "\r\n");
}

/** A name such as `up` before the keyword `to` may be read differently after formatting; then names are quoted. */
function isSame(before: Parsed, after: Parsed, keywords: Lang | undefined): boolean {
  if (after.findings.length > before.findings.length || after.tree.comments.length !== before.tree.comments.length)
    return false;
  return (keywords === undefined ? isSameShape : isSameInAnyVocabulary)(before.rubric, after.rubric);
}
