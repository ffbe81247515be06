import { analyse } from "@yardstick/language";
import { selectionSpans } from "@yardstick/service";
import { expect, test } from "vitest";
import { corpus } from "./corpus.js";

test("a selection grows from a name to its expression, its rule, its item and the text", () => {
  const source = "条目 乙 5 分 { 每 迟报 超过 3 扣 1 分 }";
  const spans = selectionSpans(analyse(source), source.indexOf("报")).map(([start, end]) => source.slice(start, end));
  expect(spans[0]).toBe("迟报");
  expect(spans).toContain("每 迟报 超过 3 扣 1 分");
  expect(spans.at(-1)).toBe(source);
});

test("a comment is selected as a whole", () => {
  const source = "// 一 二\n条目 乙 5 分 { 扣 1 分 }";
  const [first] = selectionSpans(analyse(source), 4);
  expect(first).toEqual([0, 6]);
});

test("in every rubric, spans contain the offset and each is larger than the one before it", () => {
  for (const source of corpus) {
    const analysis = analyse(source);
    for (let offset = 0; offset <= source.length; offset += 97) {
      const spans = selectionSpans(analysis, offset);
      expect(spans.at(-1)).toEqual([0, source.length]);
      let [start, end] = [offset, offset];
      for (const span of spans) {
        expect(span[0] <= start && end <= span[1]).toBe(true);
        expect(span[1] - span[0] > end - start || spans[0] === span).toBe(true);
        [start, end] = span;
      }
    }
  }
});
