// Sums shown next to published results are exact to the last digit.

import { expect, test } from "vitest";
import { add, decimalText, divide, multiply, rational, subtract } from "../src/exact.js";

test("sums that are wrong in binary floats are correct", () => {
  expect(decimalText(add(rational("0.1"), rational("0.2")), 2)).toBe("0.30");
  expect(decimalText(subtract(rational("1"), rational("0.9")), 20)).toBe("0.10000000000000000000");
});

test.each([
  ["1.005", 2, "1.01"],
  ["-1.005", 2, "-1.01"],
  ["-0.004", 2, "0.00"],
  ["1/3", 4, "0.3333"],
  ["2.5", 0, "3"],
])("%s with %i decimals is %s, half up and away from zero", (text, decimals, shown) => {
  expect(decimalText(rational(text), decimals)).toBe(shown);
});

test("a third of three is one", () => {
  expect(decimalText(multiply(divide(rational("1"), rational("3")), rational("3")), 2)).toBe("1.00");
});
