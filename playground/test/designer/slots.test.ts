// Over any rubric that parses: everything is shown, and filling a slot changes its own stretch of the text and nothing else.

import { assert, nat, property } from "fast-check";
import { parse, severityOf, type Span } from "@yardstick/language";
import { expect, test } from "vitest";
import { rubrics } from "../../../packages/language/test/format/random-rubric.js";
import { slotsOf, type Piece, type Slot } from "../../src/designer/model/piece.js";
import type { LineNodeView } from "../../src/designer/model/item-view.js";
import type { RubricForm } from "../../src/designer/form.js";
import { allParts, formOf } from "./reading.js";

const many = { numRuns: 300 };

function piecesOfLines(lines: readonly LineNodeView[]): readonly (readonly Piece[])[] {
  return lines.flatMap((line): readonly (readonly Piece[])[] => {
    if (line.kind === "card") return [];
    if (line.kind === "line") return [line.pieces];
    return [line.head, ...piecesOfLines(line.lines), ...piecesOfLines(line.otherwise ?? [])];
  });
}

function cardsOfLines(lines: readonly LineNodeView[]): readonly Span[] {
  return lines.flatMap((line): readonly Span[] =>
    line.kind === "card"
      ? [line.span]
      : line.kind === "block"
        ? [...cardsOfLines(line.lines), ...cardsOfLines(line.otherwise ?? [])]
        : [],
  );
}

function shownIn(form: RubricForm): { readonly slots: readonly Slot[]; readonly cards: readonly Span[] } {
  const { view } = form;
  const slots: Slot[] = [];
  const cards: Span[] = [];
  for (const part of allParts(view.parts)) {
    if (part.kind === "card") {
      cards.push(part.span);
      continue;
    }
    for (const slot of [part.name, part.points, part.assessor, part.basis]) if (slot !== null) slots.push(slot);
    slots.push(...slotsOf(part.weight), ...part.attributes.flatMap(slotsOf));
    if (part.kind === "section") slots.push(...slotsOf(part.by), ...part.cases.flatMap((each) => slotsOf(each.head)));
    else {
      slots.push(...piecesOfLines(part.lines).flatMap(slotsOf));
      cards.push(...cardsOfLines(part.lines));
    }
  }
  for (const declaration of view.groups.flatMap((group) => group.declarations)) {
    if (declaration.kind === "card") cards.push(declaration.span);
    else slots.push(...slotsOf(declaration.pieces));
  }
  return { slots, cards };
}

const literals = new Set(["Number", "Text", "Date", "Identifier", "QuotedName"]);

test("every name, number, text and date of a rubric is in a slot, a called function, or a card", () => {
  assert(
    property(rubrics({ awkwardNames: false, comments: true }), (source) => {
      const { form } = formOf(source);
      const { slots, cards } = shownIn(form);
      const covered = (at: number): boolean =>
        [...slots.map(({ span }) => span), ...cards].some(([from, to]) => from <= at && at < to);
      const { tokens } = form.analysis.tree;
      const lost = tokens.filter((token, at) => {
        const isCalled = tokens[at + 1]?.tokenType.name === "LParen";
        return literals.has(token.tokenType.name) && !isCalled && !covered(token.startOffset);
      });
      expect(lost.map(({ image }) => image)).toEqual([]);
    }),
    many,
  );
});

/** Another value of the same kind. */
function otherValue(slot: Slot): string | null {
  switch (slot.type) {
    case "number":
      return slot.value === "7.25" ? "3" : "7.25";
    case "text":
      return `${slot.value}改`;
    case "date":
      return "2011-11-11";
    case "unit":
      return "亩";
    case "reference":
      return "另一个名称";
    case "choice":
      return slot.options.find(({ written }) => written !== slot.value)?.written ?? null;
    case "declared":
      return null;
  }
}

test("filling a slot changes just its own stretch; comments and all else stay byte for byte", () => {
  let filled = 0;
  let tried = 0;
  assert(
    property(rubrics({ awkwardNames: false, comments: true }), nat(), (source, pick) => {
      const { form, text } = formOf(source);
      const { slots } = shownIn(form);
      const slot = slots[pick % Math.max(1, slots.length)];
      const value = slot === undefined ? null : otherValue(slot);
      if (slot === undefined || value === null) return;
      tried += 1;
      const why = form.fill(slot, value);
      const isTaken = why === null;
      filled += isTaken ? 1 : 0;
      const [start, end] = isTaken ? slot.span : [0, 0];
      expect(text.rubric.slice(0, start)).toBe(source.slice(0, start));
      expect(text.rubric.slice(text.rubric.length - (source.length - end))).toBe(source.slice(end));
      expect(parse(text.rubric).findings.filter((found) => severityOf(found) === "error")).toEqual([]);
    }),
    { numRuns: 250 },
  );
  expect(filled).toBeGreaterThan(tried * 0.7);
});

test("a rename changes the places where the name stands and no others", () => {
  const source = "数据 甲 { 名: 文本 主键, 迟报: 计数 次 }\n条目 乙 5 分 { 每 迟报 扣 0.1 分 } // 迟报\n";
  const { form, text } = formOf(source);
  const slot = shownIn(form).slots.find(({ type, value }) => type === "declared" && value === "迟报");
  expect(form.fill(slot as Slot, "迟到")).toBeNull();
  expect(text.rubric).toBe("数据 甲 { 名: 文本 主键, 迟到: 计数 次 }\n条目 乙 5 分 { 每 迟到 扣 0.1 分 } // 迟报\n");
});

test("what cannot be read stays as a card with its text", () => {
  const { form } = formOf("条目 甲 5 分 {\n  每 迟报 扣 0.1 分\n  每5次迟报 扣 1 分\n}\n");
  const [item] = allParts(form.view.parts);
  const lines = item?.kind === "item" ? item.lines : [];
  expect(lines.map(({ kind }) => kind)).toEqual(["line", "card"]);
  expect(lines[1]).toMatchObject({ text: expect.stringContaining("每5次迟报") as string });
});
