import { describe, expect, it } from "vitest";
import {
  addField,
  addLine,
  addPart,
  format,
  moveLine,
  movePart,
  parse,
  removeLine,
  removePart,
  wrapInSection,
  type ast,
} from "@yardstick/language";
import { editableRubrics } from "../format/random-rubric.js";
import { all, apply, contents, isWithin, items, lines, onEach, parts, sections } from "./on-each.js";

/** `///` at a line's end documents what stands on the next: a wrap cannot part the two. */
const isTidy = (source: string): boolean => !/\S.*\/\/\/(?!\/)/.test(source);
const holds = onEach(
  editableRubrics({ awkwardNames: false, comments: true })
    .map((source) => format(source))
    .filter(isTidy),
);

describe("in any formatted rubric", () => {
  const newLine = "扣 77 分";
  const newPart = "条目 新 5 分 { 扣 1 分 }";

  it("a part that is added and taken out again leaves the text as it was", () => {
    holds((parsed, pick) => {
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
    holds((parsed, pick) => {
      if (items(parsed).length === 0) return;
      const edits = addLine(parsed, pick(items(parsed)), pick([0, 1, 2, 3]), newLine);
      for (const edit of edits ?? []) expect(parsed.tree.source.slice(...edit.span).trim()).toBe("");
      const added = parse(apply(parsed, edits));
      const found = lines(added).filter((l) => added.tree.source.slice(...l.span) === newLine);
      expect(apply(added, removeLine(added, found[0]!))).toBe(parsed.tree.source);
    });
  });

  it("a field that is added stands there, beside all that was", () => {
    holds((parsed, pick) => {
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
    holds((parsed, pick) => {
      if (parts(parsed).length === 0) return;
      const part = pick(parts(parsed));
      const edits = removePart(parsed, part) ?? [];
      expect(edits.map((e) => e.text)).toEqual([""]);
      const after = parse(apply(parsed, edits));
      expect(parts(after).length).toBe(parts(parsed).filter((p) => !isWithin(p, part)).length);
    });
  });

  it("a part that is moved loses no word and no comment", () => {
    holds((parsed, pick) => {
      if (parts(parsed).length === 0) return;
      const part = pick(parts(parsed));
      const into = pick([null, ...sections(parsed).filter((s) => !isWithin(s, part))]);
      const moved = parse(apply(parsed, movePart(parsed, part, into, pick([0, 1, 2]))));
      expect(contents(moved)).toEqual(contents(parsed));
    });
  });

  it("a line that is moved loses no word and no comment", () => {
    holds((parsed, pick) => {
      if (lines(parsed).length === 0) return;
      const moved = parse(apply(parsed, moveLine(parsed, pick(lines(parsed)), pick(items(parsed)), pick([0, 1]))));
      expect(contents(moved)).toEqual(contents(parsed));
    });
  });

  it("a part that is wrapped is in its section, and everything else is unchanged", () => {
    holds((parsed, pick) => {
      if (parts(parsed).length === 0) return;
      const part = pick(parts(parsed));
      const edits = wrapInSection(parsed, [part], "大类 包 5 分") ?? [];
      expect(edits.every((e) => e.span[0] === e.span[1])).toBe(true);
      const wrapped = parse(apply(parsed, edits));
      expect(contents(wrapped).length).toBe(contents(parsed).length + 5);
    });
  });
});
