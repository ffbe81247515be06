// Numbers in headings, and names of files.

import { expect, test } from "vitest";
import { chineseNumber } from "../src/chinese-number.js";
import { fileNameOf } from "../src/download.js";

test.each([
  [0, "零"],
  [1, "一"],
  [10, "十"],
  [11, "十一"],
  [20, "二十"],
  [99, "九十九"],
  [100, "100"],
])("%i is written %s", (number, text) => {
  expect(chineseNumber(number)).toBe(text);
});

test.each([
  ["考核: 一季度/二季度", "考核 一季度 二季度.xlsx"],
  ['a\\b*c?"<d>|', "a b c d.xlsx"],
  ["  ", "yardstick.xlsx"],
])("a file of %j is named %s", (name, file) => {
  expect(fileNameOf(name, "xlsx")).toBe(file);
});
