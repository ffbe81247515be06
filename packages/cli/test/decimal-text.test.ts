import { describe, expect, test } from "vitest";
import { compareDecimals, shownDecimal } from "../src/decimal-text.js";

describe("decimal text", () => {
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
