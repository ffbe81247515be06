import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  addField,
  addLine,
  addPart,
  applyEdits,
  format,
  moveLine,
  movePart,
  parse,
  removeLine,
  removePart,
  setNumber,
  setSlot,
  setText,
  wrapInSection,
  type ast,
  type Parsed,
  type TextEdit,
} from "@yardstick/language";
import { rubrics } from "../format/random-rubric.js";
import { patience, runs } from "../runs.js";

vi.setConfig({ testTimeout: patience });
const options = runs();

/** `///` at a line's end documents what stands on the next: a wrap cannot part the two. */
const isTidy = (source: string): boolean => !/\S.*\/\/\/(?!\/)/.test(source);
const anyRubric = rubrics({ awkwardNames: true, comments: true });
const formatted = rubrics({ awkwardNames: false, comments: true })
  .map((source) => format(source))
  .filter(isTidy);
const picks = fc.array(fc.nat({ max: 999 }), { minLength: 4, maxLength: 4 });

function check(
  source: fc.Arbitrary<string>,
  predicate: (parsed: Parsed, pick: <T>(from: readonly T[]) => T) => void,
): void {
  fc.assert(
    fc.property(source, picks, (text, choices) => {
      let at = 0;
      predicate(parse(text), (from) => from[(choices[at++ % 4] as number) % from.length] as never);
    }),
    options,
  );
}

function all<T extends { readonly kind: string }>(parsed: Parsed, ...kinds: T["kind"][]): T[] {
  const found: T[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (kinds.includes((node as T).kind)) found.push(node as T);
    Object.values(node).forEach(visit);
  };
  visit(parsed.rubric);
  return found;
}

const parts = (p: Parsed) => all<ast.Section | ast.Item>(p, "section", "item");
const sections = (p: Parsed) => all<ast.Section>(p, "section").filter((s) => s.variants === null);
const items = (p: Parsed) => all<ast.Item>(p, "item");
const lines = (p: Parsed) => all<ast.LineNode>(p, "line", "line-block");
const numbers = (p: Parsed) => all<ast.NumberLiteral>(p, "number");

const numberTypes = (p: Parsed) => all<Extract<ast.TypeNode, { kind: "number-type" }>>(p, "number-type");

/** Words and comments, in any order: what a move must not lose. */
function contents({ tree }: Parsed): string[] {
  const words = tree.tokens.filter((t) => !["Sep", "Comma"].includes(t.tokenType.name)).map((t) => t.image);
  return [...words, ...tree.comments.map((c) => tree.source.slice(c.start, c.end).replace(/[ \t]+$/gm, ""))].sort();
}

function apply({ tree }: Parsed, edits: readonly TextEdit[] | null): string {
  expect(edits).not.toBeNull();
  return applyEdits(tree.source, edits ?? []);
}

function isWithin(inner: { span: ast.Name["span"] }, outer: { span: ast.Name["span"] }): boolean {
  return inner.span[0] >= outer.span[0] && inner.span[1] <= outer.span[1];
}

describe("in any rubric", () => {
  it("a number's digits are all that changes", () => {
    check(anyRubric, (parsed, pick) => {
      const written = numbers(parsed).filter((n) => /^[0-9０-９]/.test(parsed.tree.source.slice(...n.span)));
      if (written.length === 0) return;
      const number = pick(written);
      const edits = setNumber(parsed, number, "7.25") ?? [];
      expect(edits).toHaveLength(1);
      expect(isWithin(edits[0]!, number)).toBe(true);
      const found = numbers(parse(apply(parsed, edits))).find((n) => n.span[0] === number.span[0]);
      expect(found).toMatchObject({ digits: "7.25", unit: number.unit });
    });
  });

  it("a text can be given any value that can be seen, and has it", () => {
    const value = fc
      .string({ unit: "grapheme-composite", maxLength: 12 })
      .filter((v) => !/[\p{C}\u2028\u2029]/u.test(v));
    fc.assert(
      fc.property(value, (wanted) => {
        for (const source of ['考核 "x"', "考核 “x”", "考核 ＂x＂"]) {
          const parsed = parse(source);
          const edits = setText(parsed, { span: [3, 6] }, wanted);
          expect(parse(apply(parsed, edits)).rubric).toMatchObject({ declarations: [{ text: { value: wanted } }] });
        }
      }),
      options,
    );
  });

  it("a slot that takes a text has it there, and nothing else is new", () => {
    check(anyRubric, (parsed, pick) => {
      const slots = all<ast.Expression>(parsed, "reference", "binary", "call", "flag");
      if (slots.length === 0) return;
      const slot = pick(slots);
      const made = setSlot(parsed, slot, "甲 + 乙(丙)");
      // The range of a number type opens with a number: `数值 甲 …` has a unit there.
      const opensType = numberTypes(parsed).some((t) => t.range?.span[0] === slot.span[0]);
      expect(made.kind).toBe(opensType ? "refused" : "edits");
      if (made.kind !== "edits") return;
      expect(made.edits.map((e) => e.span)).toEqual([slot.span]);
      expect(["甲 + 乙(丙)", "(甲 + 乙(丙))"]).toContain(made.edits[0]!.text);
    });
  });
});

describe("in any formatted rubric", () => {
  const newLine = "扣 77 分";
  const newPart = "条目 新 5 分 { 扣 1 分 }";

  it("a part that is added and taken out again leaves the text as it was", () => {
    check(formatted, (parsed, pick) => {
      const into = pick([null, ...sections(parsed)]);
      const index = pick([0, 1, 2, 3]);
      const edits = addPart(parsed, into, index, newPart);
      for (const edit of edits ?? []) expect(parsed.tree.source.slice(...edit.span).trim()).toBe("");
      const added = parse(apply(parsed, edits));
      const [found] = parts(added).filter((p) => p.name.text === "新");
      expect(apply(added, removePart(added, found!))).toBe(parsed.tree.source);
    });
  });

  it("a line that is added and taken out again leaves the text as it was", () => {
    check(formatted, (parsed, pick) => {
      if (items(parsed).length === 0) return;
      const edits = addLine(parsed, pick(items(parsed)), pick([0, 1, 2, 3]), newLine);
      for (const edit of edits ?? []) expect(parsed.tree.source.slice(...edit.span).trim()).toBe("");
      const added = parse(apply(parsed, edits));
      const found = lines(added).filter((l) => added.tree.source.slice(...l.span) === newLine);
      expect(apply(added, removeLine(added, found[0]!))).toBe(parsed.tree.source);
    });
  });

  it("a field that is added stands there, beside all that was", () => {
    check(formatted, (parsed, pick) => {
      const tables = all<ast.Data>(parsed, "data");
      if (tables.length === 0) return;
      const added = apply(parsed, addField(parsed, pick(tables), pick([0, 1, 2]), "新字段: 计数 次"));
      const before = contents(parsed);
      expect(contents(parse(added)).filter((w) => !before.includes(w) || w === "计数")).toEqual(
        expect.arrayContaining(["新字段"]),
      );
      expect(contents(parse(added)).length).toBe(before.length + 4);
    });
  });

  it("a part that is taken out takes nothing else along but comments beside it", () => {
    check(formatted, (parsed, pick) => {
      if (parts(parsed).length === 0) return;
      const part = pick(parts(parsed));
      const edits = removePart(parsed, part) ?? [];
      expect(edits.map((e) => e.text)).toEqual([""]);
      const after = parse(apply(parsed, edits));
      expect(parts(after).length).toBe(parts(parsed).filter((p) => !isWithin(p, part)).length);
    });
  });

  it("a part that is moved loses no word and no comment", () => {
    check(formatted, (parsed, pick) => {
      if (parts(parsed).length === 0) return;
      const part = pick(parts(parsed));
      const into = pick([null, ...sections(parsed).filter((s) => !isWithin(s, part))]);
      const moved = parse(apply(parsed, movePart(parsed, part, into, pick([0, 1, 2]))));
      expect(contents(moved)).toEqual(contents(parsed));
    });
  });

  it("a line that is moved loses no word and no comment", () => {
    check(formatted, (parsed, pick) => {
      if (lines(parsed).length === 0) return;
      const moved = parse(apply(parsed, moveLine(parsed, pick(lines(parsed)), pick(items(parsed)), pick([0, 1]))));
      expect(contents(moved)).toEqual(contents(parsed));
    });
  });

  it("a part that is wrapped stands in its section, and everything else where it stood", () => {
    check(formatted, (parsed, pick) => {
      if (parts(parsed).length === 0) return;
      const part = pick(parts(parsed));
      const edits = wrapInSection(parsed, [part], "大类 包 5 分") ?? [];
      expect(edits.every((e) => e.span[0] === e.span[1])).toBe(true);
      const wrapped = parse(apply(parsed, edits));
      expect(contents(wrapped).length).toBe(contents(parsed).length + 5);
    });
  });
});
