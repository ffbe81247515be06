// Chinese numerals: every number that is written is read back, and so are the usual ways of writing one.

import { expect, test } from "vitest";
import { chineseNumeral, numberText, percentOfNumber } from "../src/words/numerals.js";

test("every number up to a hundred is read as it is written", () => {
  for (let value = 0; value <= 100; value += 1) expect(numberText(chineseNumeral(value))).toBe(String(value));
});

test.each([
  ["十", "10"],
  ["十二", "12"],
  ["一十二", "12"],
  ["二十", "20"],
  ["九十九", "99"],
  ["一百", "100"],
  ["一百零五", "105"],
  ["一百一十", "110"],
  ["两百", "200"],
  ["三千二百", "3200"],
  ["一千零五", "1005"],
  ["叁", "3"],
  ["伍拾", "50"],
  ["二〇二六", "2026"],
  ["半", "0.5"],
  ["一点五", "1.5"],
  ["十二点二五", "12.25"],
  ["1,200.50", "1200.5"],
  ["007", "7"],
])("%s is %s", (text, number) => {
  expect(numberText(text)).toBe(number);
});

test.each(["", "点五", "一点", "几", "十几", "1.2.3", "百分之三"])("%j is no number", (text) => {
  expect(numberText(text)).toBeNull();
});

test.each([
  ["50", "3", "1.5"],
  ["12.5", "0.8", "0.1"],
  ["33", "0.1", "0.033"],
  ["100", "7", "7"],
  ["150", "2", "3"],
])("%s%% of %s is %s", (percent, of, value) => {
  expect(percentOfNumber(percent, of)).toBe(value);
});
