/**
 * Parts copied for another rubric: their text preceded by declarations of the fields, levels and constants that they
 * read, so that the target rubric can add the missing ones.
 */
import {
  addDeclaration,
  addField,
  applyEdits,
  parse,
  type ast,
  type Parsed,
  type Span,
  type TextEdit,
} from "@yardstick/language";
import { dataOf } from "../model/candidates.js";
import { textFromMargin } from "./copied.js";
import { parentAt, movedBy, withParts, type Changed, type Spot } from "./many-parts.js";
import { placeOfPart } from "./places.js";

/** The text of the parts, preceded by the declarations of what they read. */
export function kitOf({ rubric, tree }: Parsed, spans: readonly Span[]): string {
  const read = new Set<string>();
  const note = (node: unknown, isInside: boolean): void => {
    if (typeof node !== "object" || node === null) return;
    const { kind, span, text } = node as { readonly kind?: string; readonly span?: Span; readonly text?: unknown };
    const is = isInside || (span !== undefined && spans.some(([from, to]) => from <= span[0] && span[1] <= to));
    if (is && kind === "name" && typeof text === "string") read.add(text);
    Object.values(node).forEach((child) => note(child, is));
  };
  note(rubric, false);
  const fields = dataOf(rubric).flatMap(({ data }) =>
    data.fields.filter(({ name, key }) => !key && read.has(name.text)),
  );
  for (const { type } of fields) if (type.kind === "named-type") read.add(type.name.text);
  const subject = dataOf(rubric)[0]?.data.name;
  const own = rubric.declarations.filter(
    (each): each is ast.ChoiceDeclaration | ast.Constant =>
      (each.kind === "choice-declaration" || each.kind === "constant") && read.has(each.name.text),
  );
  const written = (span: Span): string => tree.source.slice(...span);
  const word = written([dataOf(rubric)[0]?.data.span[0] ?? 0, subject?.span[0] ?? 0]).trim();
  const data =
    fields.length === 0 || subject === undefined
      ? []
      : [
          `${word} ${written(subject.span)} {\n${fields.map(({ span }) => `  ${textFromMargin(tree.source, span)}`).join("\n")}\n}`,
        ];
  return [
    ...own.map(({ span }) => written(span)),
    ...data,
    ...spans.map((span) => textFromMargin(tree.source, span)),
  ].join("\n");
}

/** Null when the text contains no parts, or anything other than parts and their declarations. */
export function pastedParts(into: Parsed, text: string, after: Span | null): Changed | null {
  const pasted = parse(text);
  const { declarations } = pasted.rubric;
  const parts = declarations.filter(({ kind }) => kind === "section" || kind === "item");
  const isKit = declarations.every(({ kind }) =>
    ["section", "item", "data", "choice-declaration", "constant"].includes(kind),
  );
  if (parts.length === 0 || !isKit || pasted.findings.length > 0) return null;
  const put = withParts(into.tree.source, pasted, parts, spotFor(into, after, parts));
  if (put === null) return null;
  return withDeclared(put, pasted);
}

/** Items pasted onto a section are added to it; all others follow the selected part. */
function spotFor({ rubric }: Parsed, after: Span | null, parts: readonly { readonly kind: string }[]): Spot | null {
  const place = after === null ? null : placeOfPart(rubric, after);
  if (place === null) return null;
  const isInto = place.part.kind === "section" && parts.every(({ kind }) => kind === "item");
  return isInto && parentAt(rubric, place.part.span) !== null
    ? { into: place.part.span, at: "last" }
    : { beside: place.part.span, side: "after" };
}

/** Adds the declarations of a kit that the text does not have yet. */
function withDeclared(put: Changed, { rubric, tree }: Parsed): Changed {
  let { text, start } = put;
  const taken = namesDeclared(text);
  const take = (edits: readonly TextEdit[] | null): void => {
    start = movedBy(edits ?? [], start);
    text = applyEdits(text, edits ?? []);
  };
  for (const each of rubric.declarations) {
    if ((each.kind === "choice-declaration" || each.kind === "constant") && !taken.has(each.name.text))
      take(addDeclaration(parse(text), textFromMargin(tree.source, each.span)));
    if (each.kind !== "data") continue;
    for (const field of each.fields.filter(({ name }) => !taken.has(name.text))) {
      const parsed = parse(text);
      const written = textFromMargin(tree.source, field.span);
      const block = dataOf(parsed.rubric).find(({ section }) => section === null)?.data;
      const word = tree.source.slice(each.span[0], each.name.span[1]);
      take(
        block === undefined
          ? addDeclaration(parsed, `${word} {\n  ${written}\n}`)
          : addField(parsed, block, block.fields.length, written),
      );
    }
  }
  return { text, start };
}

/** Names of fields, constants and levels, wherever they are declared. */
function namesDeclared(source: string): ReadonlySet<string> {
  const { rubric } = parse(source);
  const fields = dataOf(rubric).flatMap(({ data }) => data.fields.map(({ name }) => name.text));
  const others = rubric.declarations.flatMap((each) =>
    each.kind === "choice-declaration" || each.kind === "constant" || each.kind === "let" || each.kind === "output"
      ? [each.name.text]
      : [],
  );
  return new Set([...fields, ...others]);
}
