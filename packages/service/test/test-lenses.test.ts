import { expect, it } from "vitest";
import { analyse } from "@yardstick/language";
import { testLenses } from "@yardstick/service";
import { textIn } from "./cursor.js";

it("is shown above each test, in either vocabulary", () => {
  const source = '样例 "甲" { 给定 { } 应得 { } }\ntest "b" { given { } expect { } }';
  const lenses = testLenses(analyse(source));
  expect(lenses.map(({ name }) => name)).toEqual(["甲", "b"]);
  expect(lenses.map(({ span }) => textIn(source, span))).toEqual(['"甲"', '"b"']);
});

it("is none where there is no test", () => {
  expect(testLenses(analyse('考核 "甲"'))).toEqual([]);
});
