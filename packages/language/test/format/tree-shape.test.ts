import { parse } from "@yardstick/language";
import { expect, test } from "vitest";
import { isSameInAnyVocabulary, isSameShape } from "../../src/format/tree-shape.js";

const tree = (lines: string) => parse(`考核 "甲"\n满分 10 分\n${lines}`).rubric;
const ITEM = "条目 乙 10 分 { 每 丙 扣 1 分 最多 2 分 }";

test.each([
  ["a number", "条目 乙 10 分 { 每 丙 扣 1 分 最多 3 分 }"],
  ["a name", "条目 丁 10 分 { 每 丙 扣 1 分 最多 2 分 }"],
  ["a property that is missing", "条目 乙 10 分 { 每 丙 扣 1 分 }"],
  ["a rule more", "条目 乙 10 分 { 每 丙 扣 1 分 最多 2 分; 每 丁 扣 1 分 }"],
  ["another kind", "条目 乙 10 分 { 若 丙 扣 1 分 最多 2 分 }"],
])("a tree with %s has another shape, from either side", (_, other) => {
  expect(isSameShape(tree(ITEM), tree(other))).toBe(false);
  expect(isSameShape(tree(other), tree(ITEM))).toBe(false);
});

test("places are no part of the shape, and words of the library are one in both vocabularies only where that is asked for", () => {
  expect(isSameShape(tree(ITEM), tree(`\n\n${ITEM.replace("{", "{\n  ")}`))).toBe(true);
  const [zh, en] = [tree("公布 丁 = 较大(总分, 1)"), tree("公布 丁 = max(score, 1)")];
  expect([isSameShape(zh, en), isSameInAnyVocabulary(zh, en)]).toEqual([false, true]);
});
