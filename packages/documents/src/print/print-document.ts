/** Prints a rubric as the document that such rubrics come from. */
import { format, parse, severityOf, type Lang } from "@yardstick/language";
import type { Block } from "../blocks/block.js";
import { layoutOf, type PrintLayout } from "./layout.js";
import type { PageStyle } from "./page.js";
import { writeDocx } from "./write-docx.js";
import { writeHtml } from "./write-html.js";

/** Options of `printDocument`. */
export interface PrintOptions {
  /** Language of headings, sentences and keywords. Names and texts of the rubric stay as they are. Chinese where not given. */
  readonly lang?: Lang;
  /** `table` where not given. */
  readonly layout?: PrintLayout;
  /** Fonts: `official` (仿宋) where not given, or `plain`. */
  readonly style?: PageStyle;
}

/** The text of a rubric with syntax errors cannot be printed. */
export class NotPrintable extends Error {
  override readonly name = "NotPrintable";
}

/**
 * A rubric as a document: title, total and edition, a table for each section, then coefficients, vetoes and results as numbered
 * sentences, definitions and data last. A rule is a sentence where reading the sentence gives the same rule; otherwise it is `规则：`
 * (`Rule:`) and the rubric's own text. Tests of the rubric and comments (`//`) are left out.
 *
 * The same rubric gives the same bytes. Throws `NotPrintable` for a text with syntax errors.
 */
export function printDocument(
  rubric: { readonly source: string },
  options: PrintOptions & { readonly format: "docx" },
): Uint8Array;
export function printDocument(
  rubric: { readonly source: string },
  options: PrintOptions & { readonly format: "html" },
): string;
export function printDocument(
  rubric: { readonly source: string },
  options: PrintOptions & { readonly format: "blocks" },
): readonly Block[];
export function printDocument(
  { source }: { readonly source: string },
  options: PrintOptions & { readonly format: "docx" | "html" | "blocks" },
): Uint8Array | string | readonly Block[] {
  const { lang = "zh", layout = "table", style = "official" } = options;
  const { tree, rubric, findings } = parse(format(source, { keywords: lang }));
  if (findings.some((found) => severityOf(found) === "error")) throw new NotPrintable("The rubric has syntax errors.");
  const braces = tree.tokens
    .filter(({ image }) => image === "{" || image === "｛")
    .map(({ startOffset }) => startOffset);
  const blocks = layoutOf({ rubric, source: tree.source, braces }, lang, layout);
  if (options.format === "blocks") return blocks;
  if (options.format === "docx") return writeDocx(blocks, lang, style);
  const [title] = blocks;
  return writeHtml(blocks, title?.kind === "heading" ? title.text : "", lang, style);
}
