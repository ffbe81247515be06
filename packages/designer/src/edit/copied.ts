/**
 * Copies parts and rules as text: without the indentation of their original place, and with new names for what they
 * declare.
 */
import type { ast, Parsed, Span } from "@yardstick/language";
import { safeName } from "./safe-name.js";
import { quoted } from "./quoted.js";

/** The text of a span, with the indentation of its first line removed from the later ones. */
export function textFromMargin(source: string, [start, end]: Span): string {
  const lineStart = source.lastIndexOf("\n", start - 1) + 1;
  const indent = /^[ \t\u3000]*/.exec(source.slice(lineStart))?.[0] ?? "";
  return source
    .slice(start, end)
    .split("\n")
    .map((line, at) => (at > 0 && line.startsWith(indent) ? line.slice(indent.length) : line))
    .join("\n");
}

/** Names that the copy declares and that are in use get the next free number. */
export function copyOf({ tree, rubric }: Parsed, span: Span, taken: ReadonlySet<string>): string {
  const names: { readonly span: Span; readonly text: string }[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const each = node as {
      readonly kind?: string;
      readonly span?: Span;
      readonly name?: { readonly kind: string; readonly span: Span; readonly text: string } | null;
    };
    const isInside = each.span !== undefined && each.span[0] >= span[0] && each.span[1] <= span[1];
    const declares = each.kind === "section" || each.kind === "item" || each.kind === "judged";
    if (isInside && declares && each.name?.kind === "name") names.push(each.name);
    Object.values(node).forEach(visit);
  };
  visit(rubric);
  const used = new Set(taken);
  const fresh = names
    .filter(({ text }) => used.has(text))
    .map((name) => {
      let number = 2;
      while (used.has(`${name.text}${number}`)) number += 1;
      used.add(`${name.text}${number}`);
      return { span: name.span, text: `${name.text}${number}` };
    })
    .sort((a, b) => b.span[0] - a.span[0]);
  const renamed = fresh.reduce((text, { span: at, text: to }) => {
    const from = tree.source.slice(...at);
    const isQuoted = /^[「`]/.test(from);
    return text.slice(0, at[0]) + (isQuoted ? `「${to}」` : to) + text.slice(at[1]);
  }, tree.source);
  return textFromMargin(renamed, [span[0], span[1] + renamed.length - tree.source.length]);
}

/** A declaration as unindented text, under a new name. */
export function copyOfDeclaration(
  { tree }: Parsed,
  node: { readonly span: Span; readonly name?: ast.Name | ast.TextLiteral },
  free: (name: string) => string,
): string {
  const { name, span } = node;
  if (name === undefined) return textFromMargin(tree.source, span);
  const fresh = name.kind === "name" ? free(name.text) : free(name.value);
  const written = name.kind === "name" ? safeName(fresh) : quoted(fresh);
  const renamed = tree.source.slice(0, name.span[0]) + written + tree.source.slice(name.span[1]);
  return textFromMargin(renamed, [span[0], span[1] + renamed.length - tree.source.length]);
}
