/** Puts what was read from a document into an open rubric: at its end, into a section, or into one item. */
import {
  addDeclaration,
  addField,
  addLine,
  applyEdits,
  parse,
  vocabularyOf,
  type ast,
  type Lang,
  type Parsed,
  type TextEdit,
} from "@yardstick/language";
import { RubricForm } from "@yardstick/designer";
import { readDocument } from "@yardstick/documents";
import type { InsertionRequest } from "../protocol/reading-sheet.js";

/**
 * The text of the rubric with the items and rules of the document; null where the place does not allow them. Names that the rubric has are
 * not given again. Totals, rankings, grades and what follows from them stay those of the rubric.
 */
export function insertion({ source, answers, rubric, at }: InsertionRequest, lang: Lang): string | null {
  const open = parse(rubric);
  const reading = readDocument(source, { answers });
  const reserved = [...namesIn(open.rubric)];
  const draft = parse(reading.draft({ keywords: vocabularyOf(open.tree), reserved }).text);
  const { declarations } = draft.rubric;
  const target = at === null ? null : partAt(open.rubric, at);
  if (at !== null && target === null) return null;
  const items = declarations.flatMap((each) =>
    each.kind === "item" ? [each] : each.kind === "section" ? each.parts.filter(({ kind }) => kind === "item") : [],
  );
  if (target?.kind === "item") return withLines(rubric, target, draft, items as readonly ast.Item[]);
  const parts = target === null ? declarations.filter(({ kind }) => kind === "section" || kind === "item") : items;
  const data = declarations.filter(({ kind }) => kind === "data");
  let text = rubric;
  const form = new RubricForm({
    get rubric() {
      return text;
    },
    lang,
    findUsed: () => null,
    editRubric: (edits) => (text = applyEdits(text, edits)),
  });
  const kit = [...data, ...parts].map(({ span }) => draft.tree.source.slice(...span)).join("\n");
  if (form.parts.paste(kit, target === null ? null : target.span) === null) return null;
  if (target !== null) return text;
  for (const veto of declarations.filter(({ kind }) => kind === "veto"))
    text = applyEdits(text, addDeclaration(parse(text), draft.tree.source.slice(...veto.span)) ?? []);
  return text;
}

function withLines(rubric: string, target: ast.Item, draft: Parsed, items: readonly ast.Item[]): string | null {
  let text = rubric;
  const take = (edits: readonly TextEdit[] | null): boolean => {
    text = applyEdits(text, edits ?? []);
    return edits !== null;
  };
  const source = (span: ast.Item["span"]) => draft.tree.source.slice(...span);
  const fields = draft.rubric.declarations.flatMap((each) =>
    each.kind === "data" ? each.fields.filter(({ key }) => !key) : [],
  );
  for (const { span } of items.flatMap(({ lines }) => lines)) {
    const parsed = parse(text);
    const item = partAt(parsed.rubric, target.span[0]);
    if (item?.kind !== "item" || !take(addLine(parsed, item, item.lines.length, source(span)))) return null;
  }
  for (const { span } of fields) {
    const parsed = parse(text);
    const data = parsed.rubric.declarations.find((each) => each.kind === "data");
    if (data?.kind !== "data" || !take(addField(parsed, data, data.fields.length, source(span)))) return null;
  }
  return text;
}

/** The section or item that starts at an offset. */
function partAt(rubric: ast.Rubric, start: number): ast.Section | ast.Item | null {
  let found: ast.Section | ast.Item | null = null;
  visit(rubric, (node) => {
    if ((node.kind === "section" || node.kind === "item") && node.span?.[0] === start)
      found ??= node as unknown as ast.Section | ast.Item;
  });
  return found;
}

function namesIn(rubric: ast.Rubric): ReadonlySet<string> {
  const names = new Set<string>();
  visit(rubric, ({ kind, text }) => {
    if (kind === "name" && typeof text === "string") names.add(text);
  });
  return names;
}

interface Node {
  readonly kind?: string;
  readonly span?: readonly [number, number];
  readonly text?: unknown;
}

function visit(node: unknown, see: (node: Node) => void): void {
  if (typeof node !== "object" || node === null) return;
  see(node);
  for (const child of Object.values(node)) visit(child, see);
}
