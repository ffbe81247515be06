// Spaces at either end of a text, and its line breaks, are kept in a workbook: XML readers drop them unless it is said.

import { expect, test } from "vitest";
import { SharedTexts } from "../src/write/sheet-rows.js";

test.each([
  ["东镇 ", true],
  [" 东镇", true],
  [" ", true],
  ["东镇\n南片", true],
  ["东镇\t", true],
  ["东 镇", false],
  ["东镇", false],
])("%j keeps its spaces: %s", (text, keeps) => {
  const texts = new SharedTexts();
  texts.placeOf(text);
  expect([...texts.xml()].join("").includes('xml:space="preserve"')).toBe(keeps);
});
