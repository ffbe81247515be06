// Taking a change back: the result is the older text, character for character, and what was there is named in whole words.

import { array, assert, integer, property, string, tuple } from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, putBackEdits, putBackTo } from "../../src/index.js";
import { runs } from "../../../../test/properties.js";

test.each([
  ["条目 一 2 分 {}", "条目 一 3 分 {}", "2", "3"],
  ["条目 一 0.1 分 {}", "条目 一 0.15 分 {}", "0.1", "0.15"],
  ["每 迟报 扣 0.1 分", "每 迟报 扣 0，1 分", "0.1", "0，1"],
  ["若 班子不团结 扣 0.2 分", "若 班子不团洁 扣 0.2 分", "班子不团结", "班子不团洁"],
  ["item Reports 10 points {}", "item Reports 110 points {}", "10", "110"],
  ["按 总分", "按 总分 倒序", "", " 倒序"],
  ["满分 100 分\n", "满分 100 分", "\n", ""],
  ["“𠮷” 分", "“𠮸” 分", "𠮷", "𠮸"],
  ["“🀀” 分", "“🐀” 分", "🀀", "🐀"],
  ["“𠮷” 分", "“” 分", "𠮷", ""],
  ["“𠮷𠮷” 分", "“𠮷” 分", "𠮷", ""],
])("from %j to %j, %j is put back", (older, newer, before, now) => {
  expect(putBackTo(older, newer)).toMatchObject({ before: [before], now: [now] });
});

test("a text is taken back to any other, and applied edits are taken back in any text", () => {
  expect(putBackTo("x", "x")).toBeNull();
  const text = string({ unit: "grapheme", maxLength: 30 });
  assert(
    property(text, text, text, (head, middle, other) => {
      const [older, newer] = [head + middle + head, head + other + head];
      const back = putBackTo(older, newer);
      expect(back === null ? newer : applyEdits(newer, back.edits)).toBe(older);
    }),
    runs(1),
  );
  const cuts = array(tuple(integer({ min: 0, max: 4 }), integer({ min: 0, max: 4 }), string({ maxLength: 4 })));
  assert(
    property(string({ maxLength: 60 }), cuts, (source, given) => {
      let at = 0;
      const edits = given.flatMap(([skip, length, put]) => {
        const start = at + skip + 1;
        at = start + length;
        return at > source.length ? [] : [{ span: [start, at] as const, text: put }];
      });
      const back = putBackEdits(source, edits);
      expect(applyEdits(applyEdits(source, edits), back.edits)).toBe(source);
    }),
    runs(1),
  );
});
