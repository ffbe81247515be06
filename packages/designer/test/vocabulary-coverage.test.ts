// Every keyword of the language can be written by the menus, lists and buttons of the form, or is listed here with the reason why
// not. A new keyword that neither a menu offers nor the list excuses fails, and so does an excuse that is no longer needed.

import { leavesOf, parse, vocabulary, type ast, type RoleName } from "@yardstick/language";
import { expect, test } from "vitest";
import type { Attribute } from "../src/edit/attributes.js";
import { functionOffers } from "../src/edit/function-texts.js";
import { suffixesFor } from "../src/edit/suffixes.js";
import { commonLines, otherLines, type DeclarationTemplate } from "../src/edit/templates.js";
import { slotsOf, type Piece, type Rows, type Slot } from "../src/model/piece.js";
import { allParts, formOf } from "./form-text.js";

type Form = ReturnType<typeof formOf>["form"];

/** Keywords that are changed as text alone. */
const TEXT_ONLY: Readonly<Partial<Record<RoleName, string>>> = {
  Items: "how items are rounded is said once a rubric, beside the rounding of the score",
  Rescale: "replaces the points of a part that does not apply: the menu writes full, and a number can be typed",
  EachSection: "the key of a ranking is typed or picked as a value; this one is none",
  TopPlaces: "says the same as a range of places, which the menu writes",
  Pays: "may be left out in Chinese, where the amount alone is written",
  Not: "begins a condition that is typed as a formula",
  None: "is typed behind a comparison",
  Blank: "is typed behind a comparison",
  HalfUp: "is what is meant where nothing is said",
};

const roleNames = Object.keys(vocabulary) as RoleName[];

const BASE = "";

const declarations: Readonly<Record<DeclarationTemplate, true>> = {
  title: true,
  edition: true,
  total: true,
  rounding: true,
  use: true,
  data: true,
  "choice-declaration": true,
  constant: true,
  "bonus-only": true,
  veto: true,
  coefficient: true,
  ranking: true,
  grades: true,
  award: true,
  consequence: true,
  let: true,
  output: true,
  requirement: true,
  policy: true,
  scenario: true,
  test: true,
};
const attributes: Readonly<Record<Attribute, true>> = {
  assessor: true,
  basis: true,
  weight: true,
  points: true,
  within: true,
  applies: true,
  rounds: true,
};

const rowsIn = (pieces: readonly Piece[]): readonly Rows[] =>
  pieces.flatMap((piece) =>
    piece.kind === "rows" ? [piece, ...piece.rows.flatMap((row) => rowsIn([...row.key, ...row.pieces]))] : [],
  );

/** Everything of a form that has slots and rows. */
function sentencesOf(form: Form): readonly (readonly Piece[])[] {
  const ofLines = (lines: readonly unknown[]): readonly (readonly Piece[])[] =>
    (
      lines as readonly { kind: string; pieces: readonly Piece[]; head: readonly Piece[]; lines: readonly unknown[] }[]
    ).flatMap((line) =>
      line.kind === "line" ? [line.pieces] : line.kind === "block" ? [line.head, ...ofLines(line.lines)] : [],
    );
  return [
    ...allParts(form.view.parts).flatMap((part) =>
      part.kind === "item"
        ? [...part.attributes, ...ofLines(part.lines)]
        : part.kind === "section"
          ? part.attributes
          : [],
    ),
    ...form.view.groups.flatMap(({ declarations: all }) =>
      all.flatMap((each) => (each.kind === "declaration" ? [each.pieces] : [])),
    ),
  ];
}

const lineNodes = (node: unknown): readonly ast.Line[] => {
  if (typeof node !== "object" || node === null) return [];
  const own = (node as { readonly kind?: string }).kind === "line" ? [node as ast.Line] : [];
  return [...own, ...Object.values(node).flatMap(lineNodes)];
};

/** The texts that one action of the form makes of a text. */
function* successors(source: string): Generator<string> {
  const after = function* (act: (form: Form) => unknown): Generator<string> {
    const { form, text } = formOf(source);
    act(form);
    if (text.rubric !== source) yield text.rubric;
  };
  const { form } = formOf(source);
  const parts = allParts(form.view.parts).filter(({ kind }) => kind !== "card");
  for (const part of parts) {
    if (part.kind === "item") {
      for (const template of [...commonLines, ...otherLines])
        yield* after((fresh) => fresh.lines.add(part, 0, template));
    }
    for (const attribute of Object.keys(attributes) as Attribute[])
      yield* after((fresh) => fresh.parts.addAttribute(part.span, attribute));
    for (const { edits } of form.parts.optionsOf(part.span).additions)
      yield* after((fresh) => fresh.parts.apply(edits));
    if (part.kind === "section") yield* after((fresh) => fresh.parts.addVariants(part.span));
  }
  for (const line of lineNodes(form.analysis.rubric)) {
    for (const template of suffixesFor(line)) yield* after((fresh) => fresh.lines.addSuffix(line.span, template));
    for (const from of ["Deduct", "Add"] as const) yield* after((fresh) => fresh.lines.swap(line.span, from));
  }
  for (const declaration of form.view.groups.flatMap((group) => group.declarations)) {
    if (declaration.kind !== "declaration") continue;
    for (const { edits } of form.declarations.optionsOf(declaration.span).additions)
      yield* after((fresh) => fresh.declarations.apply(edits));
  }
  for (const pieces of sentencesOf(form)) {
    for (const rows of rowsIn(pieces)) {
      for (const { text } of form.declarations.newRows(rows))
        yield* after((fresh) => fresh.declarations.addRow(rows, text));
      for (const row of rows.rows)
        for (const { edits, isRemoval } of form.declarations.rowOptions(rows, row))
          if (!isRemoval) yield* after((fresh) => fresh.declarations.apply(edits));
    }
    for (const slot of slotsOf(pieces))
      if (slot.type === "choice")
        for (const { written } of slot.options) yield* after((fresh) => fresh.fill(slot, written));
  }
}

const rolesIn = (text: string): readonly RoleName[] =>
  leavesOf(parse(text).tree).flatMap(({ role }) => (role === null ? [] : [role]));

test("every keyword can be written by the form, or is listed as one of the text", () => {
  const seen = new Set<RoleName>();
  const queue: string[] = [];
  const visit = (text: string): void => {
    const fresh = rolesIn(text).filter((role) => !seen.has(role));
    if (fresh.length === 0) return;
    for (const role of fresh) seen.add(role);
    queue.push(text);
  };
  const make = (act: (form: Form) => unknown, source = BASE): string => {
    const { form, text } = formOf(source);
    act(form);
    return text.rubric;
  };
  for (const template of Object.keys(declarations) as DeclarationTemplate[])
    visit(
      make(
        (form) => form.declarations.add(template),
        template === "award" || template === "consequence" ? `${BASE}排名 全体 按 总分\n` : BASE,
      ),
    );
  visit("数据 单位 {\n  名称: 文本 主键\n  达标: 是否\n}\n");
  visit("条目 一 10 分 { 若 待填 且 待填 扣 0.1 分 }\n");
  visit("排名 全体 按 总分 低者在前\n");
  for (const kind of ["section", "item", "bonus", "penalty"] as const)
    queue.push(make((form) => form.parts.add(kind, null, null)));
  const [open] = slotsOf(sentencesOf(formOf(`${BASE}条目 一 10 分 { 每 待填 扣 0.1 分 }\n`).form).flat()).filter(
    (slot: Slot) => slot.isOpen,
  );
  for (const { text } of functionOffers("zh"))
    visit(make((form) => form.fill(open!, text), `${BASE}条目 一 10 分 { 每 待填 扣 0.1 分 }\n`));
  for (let text = queue.shift(); text !== undefined; text = queue.shift()) {
    for (const role of rolesIn(text)) seen.add(role);
    for (const next of successors(text)) visit(next);
  }
  const missing = roleNames.filter((role) => !seen.has(role));
  expect(missing).toEqual(roleNames.filter((role) => role in TEXT_ONLY));
});
