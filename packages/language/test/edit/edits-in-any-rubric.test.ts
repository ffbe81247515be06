import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, setNumber, setSlot, setText, type ast } from "@yardstick/language";
import { editableRubrics } from "../format/random-rubric.js";
import { all, apply, isWithin, numbers, numberTypes, onEach } from "./on-each.js";

const holds = onEach(editableRubrics({ awkwardNames: true, comments: true }));

describe("in any rubric", () => {
  it("a number's digits are all that changes", () => {
    holds((parsed, pick) => {
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
    );
  });

  it("a slot that takes a text has it there, and nothing else is new", () => {
    holds((parsed, pick) => {
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
