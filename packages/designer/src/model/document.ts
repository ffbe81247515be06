/**
 * The rubric as a document: sections with their sums, items with their rules, and below them all other declarations in
 * groups. Spans identify the nodes for editing. Text that the parser could not read is shown as a card.
 */
import type { ast, Span } from "@yardstick/language";
import { gapsIn } from "./gaps.js";
import { attributesOf } from "./head.js";
import { itemView, type ItemView } from "./item-view.js";
import type { Piece, Slot } from "./piece.js";
import { bodyOf, cardOf, isBroken, type CardView, type DocumentContext } from "./document-context.js";
import { sumOf, type Sum } from "./sums.js";

/** A section with its head, its sum and its parts, or its cases when the parts differ by the kind of subject. */
export interface SectionView {
  readonly kind: "section";
  readonly span: Span;
  /** From the top: 0 is a section of the file. */
  readonly depth: number;
  /** Number among its sibling sections, from 1. */
  readonly number: number;
  readonly name: Slot | null;
  readonly points: Slot | null;
  readonly weight: readonly Piece[];
  readonly attributes: readonly (readonly Piece[])[];
  readonly assessor: Slot | null;
  readonly basis: Slot | null;
  readonly sum: Sum;
  readonly parts: readonly PartView[];
  /** Kinds of subjects, each with parts of its own. */
  readonly cases: readonly {
    readonly span: Span;
    /** The levels it applies to, as written; the keyword for all others in the default case. */
    readonly label: string;
    readonly head: readonly Piece[];
    readonly sum: Sum;
    readonly parts: readonly PartView[];
  }[];
  readonly by: readonly Piece[];
}

/** A row of the document table: a section, an item, or text that no form can represent. */
export type PartView = SectionView | ItemView | CardView;

/** The groups of declarations below the table. */
export type GroupName =
  | "head"
  | "data"
  | "bonusOnly"
  | "vetoes"
  | "coefficients"
  | "rankings"
  | "grades"
  | "awards"
  | "consequences"
  | "values"
  | "checks"
  | "scenarios"
  | "tests";

/** A declaration as a sentence. */
export interface DeclarationView {
  readonly kind: "declaration";
  readonly construct: ast.Declaration["kind"];
  readonly span: Span;
  readonly name: string;
  readonly pieces: readonly Piece[];
  /** Name of the section that contains it; empty at the top. */
  readonly within: string;
}

/** A group with its declarations. */
export interface GroupView {
  readonly name: GroupName;
  readonly declarations: readonly (DeclarationView | CardView)[];
}

/** The complete view model of a rubric. */
export interface DocumentView {
  readonly total: Slot | null;
  readonly sum: Sum;
  readonly parts: readonly PartView[];
  readonly groups: readonly GroupView[];
  readonly isEmpty: boolean;
}

const groupOf: Readonly<Record<Exclude<ast.Declaration["kind"], "section" | "item">, GroupName>> = {
  title: "head",
  edition: "head",
  total: "head",
  rounding: "head",
  use: "head",
  data: "data",
  "choice-declaration": "data",
  constant: "data",
  "bonus-only": "bonusOnly",
  veto: "vetoes",
  coefficient: "coefficients",
  ranking: "rankings",
  grades: "grades",
  award: "awards",
  consequence: "consequences",
  let: "values",
  output: "values",
  requirement: "checks",
  policy: "checks",
  scenario: "scenarios",
  test: "tests",
};

/** The groups in the order in which they are shown. */
export const groupOrder: readonly GroupName[] = [
  "head",
  "bonusOnly",
  "vetoes",
  "coefficients",
  "rankings",
  "grades",
  "awards",
  "consequences",
  "values",
  "checks",
  "scenarios",
  "tests",
  "data",
];

/** Builds the view model of a rubric. */
export function documentOf(context: DocumentContext): DocumentView {
  const { rubric, tree } = context.analysis;
  const parts: PartView[] = [];
  const groups = new Map<GroupName, (DeclarationView | CardView)[]>(groupOrder.map((name) => [name, []]));
  let number = 0;
  for (const declaration of rubric.declarations) {
    if (declaration.kind === "section" || declaration.kind === "item") {
      if (declaration.kind === "section") number += 1;
      parts.push(partView(context, declaration, 0, number));
    } else groups.get(groupOf[declaration.kind])?.push(declarationView(context, declaration, ""));
  }
  for (const declaration of rubric.declarations)
    if (declaration.kind === "section") groups.get("data")?.push(...dataWithin(context, declaration));
  const whole: Span = [0, tree.source.length];
  parts.push(
    ...gapsIn(
      context,
      whole,
      rubric.declarations.map(({ span }) => span),
    ),
  );
  const total = rubric.declarations.find((declaration) => declaration.kind === "total") ?? null;
  return {
    total: total === null ? null : context.sentences.slotAt(total.points.span),
    sum: sumOf(rubric.declarations, total?.points ?? null),
    parts: parts.sort((a, b) => a.span[0] - b.span[0]),
    groups: [...groups].map(([name, declarations]) => ({ name, declarations })),
    isEmpty: tree.tokens.length === 0,
  };
}

function partView(context: DocumentContext, part: ast.Section | ast.Item, depth: number, number: number): PartView {
  return part.kind === "item" ? itemView(context, part) : sectionView(context, part, depth, number);
}

function partsOf(
  context: DocumentContext,
  parts: ast.Section["parts"],
  depth: number,
  inside: Span,
  others: readonly Span[],
): readonly PartView[] {
  let number = 0;
  const views = parts.flatMap((part): PartView[] => {
    if (part.kind === "data") return [];
    if (part.kind === "section") number += 1;
    return [partView(context, part, depth, number)];
  });
  const gaps = gapsIn(context, inside, [...parts.map(({ span }) => span), ...others]);
  return [...views, ...gaps].sort((a, b) => a.span[0] - b.span[0]);
}

function sectionView(context: DocumentContext, section: ast.Section, depth: number, number: number): SectionView {
  const { sentences } = context;
  const body = bodyOf(context, section.span);
  const others = section.applies === null ? [] : [section.applies.span];
  const variants = section.variants?.cases ?? [];
  return {
    kind: "section",
    span: section.span,
    depth,
    number,
    name: sentences.slotAt(section.name.span),
    points: section.points === null ? null : sentences.slotAt(section.points.span),
    weight: section.weight === null ? [] : sentences.of(section.weight.span),
    attributes: attributesOf(context, section),
    assessor: section.assessor === null ? null : sentences.slotAt(section.assessor.span),
    basis: section.basis === null ? null : sentences.slotAt(section.basis.span),
    sum: sumOf(section.parts, section.points),
    parts: section.variants === null ? partsOf(context, section.parts, depth + 1, body, others) : [],
    cases: variants.map(({ span, parts }) => {
      const inner = bodyOf(context, span);
      const head = sentences.from(sentences.leaves([span[0], inner[0]]).filter((leaf) => leaf.place !== "opens"));
      return {
        span,
        label: head
          .map((piece) => (piece.kind === "slot" ? piece.value : piece.kind === "word" ? piece.text : ""))
          .join(""),
        head,
        sum: sumOf(parts, section.points),
        parts: partsOf(context, parts, depth + 1, inner, []),
      };
    }),
    by: section.variants === null ? [] : sentences.of(section.variants.by.span),
  };
}

function declarationView(
  context: DocumentContext,
  declaration: Exclude<ast.Declaration, ast.Section | ast.Item>,
  within: string,
): DeclarationView | CardView {
  const { span, kind } = declaration;
  if (isBroken(context, span)) return cardOf(context, span);
  const named = "name" in declaration ? declaration.name : null;
  const name = named === null ? "" : named.kind === "name" ? named.text : named.value;
  return { kind: "declaration", construct: kind, span, name, pieces: context.sentences.of(span), within };
}

function dataWithin(context: DocumentContext, section: ast.Section): readonly (DeclarationView | CardView)[] {
  const parts = section.variants === null ? section.parts : section.variants.cases.flatMap((each) => each.parts);
  return parts.flatMap((part) => {
    if (part.kind === "data") return [declarationView(context, part, section.name.text)];
    return part.kind === "section" ? dataWithin(context, part) : [];
  });
}
