// A rubric, its printed document, and the rubric that is read from it.

import fc from "fast-check";
import { analyse, format, parse, severityOf, type Lang } from "@yardstick/language";
import { printDocument, readDocument } from "@yardstick/documents";
import { printableRubric } from "./printable-rubric.js";

/** A declaration without spacing, separators and comments; `3 分` and `3 points` are 3 where a number of points is due. */
const bare = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.replace(/(^|[^/])\/\/(?!\/).*$/u, "$1"))
    .join("\n")
    .replaceAll(/points?(?![a-z_])/gu, "分")
    .replaceAll(/[;\n,]/gu, "\n")
    .replaceAll(/[ \t]+/gu, "")
    .replaceAll(/\n+/gu, "\n")
    .replaceAll(/\n?([{}])\n?/gu, "$1")
    .replaceAll(/(\d)分/gu, "$1")
    .trim();

/** The declarations of a rubric, tests left out, in an order of their own. */
export function declarations(source: string, lang: Lang): readonly string[] {
  const text = format(source, { keywords: lang });
  return parse(text)
    .rubric.declarations.filter(({ kind }) => kind !== "test")
    .map(({ span }) => bare(text.slice(...span)))
    .toSorted();
}

export const forms = [
  ["docx", "table"],
  ["html", "table"],
  ["docx", "paragraphs"],
  ["html", "paragraphs"],
] as const;

/** The rubric that is read from its printed document; null where the document is not taken for a printed one. */
export function readBack(source: string, lang: Lang, [kind, layout]: (typeof forms)[number]): string | null {
  const document =
    kind === "docx"
      ? printDocument({ source }, { format: "docx", lang, layout })
      : { html: printDocument({ source }, { format: "html", lang, layout }) };
  const reading = readDocument(document);
  return reading.outline.printed === undefined ? null : reading.draft({ keywords: lang }).text;
}

export const hasErrors = (source: string): boolean =>
  analyse(source).findings.some((found) => severityOf(found) === "error");

/** What is wrong with the drawn rubric of a seed, printed in the language and form of the seed; null for nothing. */
export function printedProblem(seed: number): string | null {
  const [source = ""] = fc.sample(printableRubric, { numRuns: 1, seed });
  if (hasErrors(source)) return "has errors";
  const lang = seed % 2 === 0 ? "zh" : "en";
  const form = forms[Math.floor(seed / 2) % forms.length] ?? forms[0];
  const back = readBack(source, lang, form);
  if (back === null) return `not taken for a printed document (${lang}, ${form.join(" ")}):\n${source}`;
  const [before, after] = [declarations(source, lang), declarations(back, lang)];
  const lost = before.filter((each) => !after.includes(each));
  const added = after.filter((each) => !before.includes(each));
  return before.length === after.length && lost.length === 0 && added.length === 0
    ? null
    : `${lang}, ${form.join(" ")}: lost ${JSON.stringify(lost)}, added ${JSON.stringify(added)}\n${source}`;
}
