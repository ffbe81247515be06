import { describe, expect, test } from "vitest";
import { compareDecimals, roundedDecimal, shownDecimal } from "../src/decimal-text.js";

describe("decimal text", () => {
  test.each([
    ["9.953125", 2, "9.95"],
    ["0.005", 2, "0.01"],
    ["-0.005", 2, "-0.01"],
    ["-0.004", 2, "0.00"],
    ["17.5", 2, "17.50"],
    ["8", 2, "8.00"],
    ["9.5", 0, "10"],
    ["99999999999999999999.995", 2, "100000000000000000000.00"],
  ])("%s rounds to %i decimals as %s", (text, decimals, rounded) => {
    expect(roundedDecimal(text, decimals)).toBe(rounded);
  });

  test("compares by size, not by letters", () => {
    expect(compareDecimals("9.50", "10")).toBe(-1);
    expect(compareDecimals("-1", "-2.5")).toBe(1);
    expect(compareDecimals("1.50", "1.5")).toBe(0);
  });

  test("shows the real minus, and nothing for nothing", () => {
    expect(shownDecimal("-3.0")).toBe("−3.0");
    expect(shownDecimal(null)).toBe("");
  });
});
