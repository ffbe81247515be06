// For any rubric that parses: everything is shown, and filling a slot changes only its own span of the text.

import { array, assert, nat, property } from "fast-check";
import { parse, severityOf, type Span } from "@yardstick/language";
import { expect, test } from "vitest";
import { rubrics } from "../../language/test/format/random-rubric.js";
import { slotsOf, type Piece, type Slot } from "../src/model/piece.js";
import type { LineNodeView } from "../src/model/item-view.js";
import type { RubricForm } from "../src/form/rubric-form.js";
import { allParts, formOf } from "./form-text.js";
import { runs } from "../../../test/properties.js";

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
      return slot.value === "2011-11-11" ? "2012-12-12" : "2011-11-11";
    case "unit":
      return slot.value === "亩" ? "公里" : "亩";
    case "reference":
      return slot.value === "另一个名称" ? "别的名称" : "另一个名称";
    case "choice":
      return slot.options.find(({ written }) => written !== slot.value)?.written ?? null;
    case "declared":
      return null;
  }
}

/** The span that filling a slot may change: its own, and for a type also its unit, levels or columns. */
function extentOf({ analysis }: RubricForm, slot: Slot): Span {
  const isType = slot.type === "choice" && /^(numberType|fieldType)\./.test(slot.place);
  const behind = /^\s*/.exec(analysis.tree.source.slice(slot.span[1]))?.[0].length ?? 0;
  const starts = [slot.span[0], slot.span[1] + behind];
  let extent = slot.span;
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { kind, span } = node as { readonly kind?: string; readonly span?: Span };
    if (isType && kind?.endsWith("-type") === true && span !== undefined && starts.includes(span[0]))
      extent = [slot.span[0], span[1]];
    Object.values(node).forEach(visit);
  };
  visit(analysis.rubric);
  return extent;
}

/** Each slot type that occurs is equally likely, however many slots of it there are. */
function slotOfAnyType(slots: readonly Slot[], pick: number): Slot | undefined {
  const types = [...new Set(slots.map(({ type }) => type))];
  const type = types[pick % Math.max(1, types.length)];
  const candidates = slots.filter((slot) => slot.type === type);
  return candidates[Math.floor(pick / Math.max(1, types.length)) % Math.max(1, candidates.length)];
}

test("filling a slot changes only its own span; comments and everything else stay byte for byte", () => {
  let filled = 0;
  let tried = 0;
  const seen = new Set<string>();
  assert(
    property(
      rubrics({ awkwardNames: false, comments: true }),
      array(nat(), { minLength: 4, maxLength: 4 }),
      (source, picks) => {
        const { slots } = shownIn(formOf(source).form);
        for (const pick of picks) {
          const slot = slotOfAnyType(slots, pick);
          const value = slot === undefined ? null : otherValue(slot);
          if (slot === undefined || value === null) continue;
          tried += 1;
          const { form, text } = formOf(source);
          const [start, end] = extentOf(form, slot);
          const isTaken = form.fill(slot, value) === null;
          filled += isTaken ? 1 : 0;
          if (isTaken) {
            seen.add(slot.type);
            expect(text.rubric.slice(0, start)).toBe(source.slice(0, start));
            expect(text.rubric.slice(text.rubric.length - (source.length - end))).toBe(source.slice(end));
            expect(text.rubric).not.toBe(source);
          } else expect(text.rubric).toBe(source);
          expect(parse(text.rubric).findings.filter((found) => severityOf(found) === "error")).toEqual([]);
        }
      },
    ),
    runs(0.05),
  );
  expect(filled).toBeGreaterThan(tried * 0.7);
  expect([...seen].sort()).toEqual(["choice", "date", "number", "reference", "text", "unit"]);
});

/** The tokens of a text, and the layout and comments between them. */
function tokensOf(source: string): {
  readonly tokens: readonly { image: string; name: string }[];
  readonly between: string;
} {
  const tokens = parse(source).tree.tokens.filter(({ startOffset }) => !Number.isNaN(startOffset));
  let between = "";
  let at = 0;
  for (const { startOffset, image } of tokens) {
    between += `${source.slice(at, startOffset)}|`;
    at = startOffset + image.length;
  }
  return {
    tokens: tokens.map(({ image, payload }) => ({ image, name: typeof payload === "string" ? payload : image })),
    between: between + source.slice(at),
  };
}

test("renaming in a slot changes every reference to the name and nothing else", () => {
  let renamed = 0;
  assert(
    property(rubrics({ awkwardNames: false, comments: true }), nat(), (source, pick) => {
      const { form, text } = formOf(source);
      const declared = shownIn(form).slots.filter(({ type }) => type === "declared");
      const slot = declared[pick % Math.max(1, declared.length)];
      if (slot === undefined || form.fill(slot, "改过的名称") !== null || text.rubric === source) return;
      renamed += 1;
      const [before, after] = [tokensOf(source), tokensOf(text.rubric)];
      expect(after.between).toBe(before.between);
      expect(after.tokens).toHaveLength(before.tokens.length);
      for (const [at, token] of after.tokens.entries())
        if (token.image !== before.tokens[at]?.image)
          expect([before.tokens[at]?.name, token.image]).toEqual([slot.value, "改过的名称"]);
    }),
    runs(0.05),
  );
  expect(renamed).toBeGreaterThan(25);
});

test("a rename changes the occurrences of the name and nothing else", () => {
  const source = "数据 甲 { 名: 文本 主键, 迟报: 计数 次 }\n条目 乙 5 分 { 每 迟报 扣 0.1 分 } // 迟报\n";
  const { form, text } = formOf(source);
  const slot = shownIn(form).slots.find(({ type, value }) => type === "declared" && value === "迟报");
  expect(form.fill(slot as Slot, "迟到")).toBeNull();
  expect(text.rubric).toBe("数据 甲 { 名: 文本 主键, 迟到: 计数 次 }\n条目 乙 5 分 { 每 迟到 扣 0.1 分 } // 迟报\n");
});

test("unreadable text is shown as a card", () => {
  const { form } = formOf("条目 甲 5 分 {\n  每 迟报 扣 0.1 分\n  每5次迟报 扣 1 分\n}\n");
  const [item] = allParts(form.view.parts);
  const lines = item?.kind === "item" ? item.lines : [];
  expect(lines.map(({ kind }) => kind)).toEqual(["line", "card"]);
  expect(lines[1]).toMatchObject({ text: expect.stringContaining("每5次迟报") as string });
});

test("a semantic error does not mask a new syntax error", () => {
  const source = "条目 甲 5 分 { 每 未知 扣 0.1 分 }\n常量 乙: 明细 {}\n";
  const { form, text } = formOf(source);
  expect(form.diagnostics.some(({ severity }) => severity === "error")).toBe(true);
  const type = shownIn(form).slots.find(({ type: kind, value }) => kind === "choice" && value === "明细");
  expect(form.fill(type!, "文本")).toBeNull();
  expect(text.rubric).toBe("条目 甲 5 分 { 每 未知 扣 0.1 分 }\n常量 乙: 文本\n");
});
