import { withMinusSign } from "@yardstick/exact";
import { describe, expect, test } from "vitest";
import { plain, points, signedPoints, size } from "../../src/sheet/figures.js";

describe("numbers on a sheet", () => {
  test.each([
    ["2", "2.00"],
    ["17/10", "1.70"],
    ["2409/125", "19.272"],
    ["-1/2", "−0.50"],
    ["0", "0.00"],
    ["1/3", "≈0.3333"],
    ["-2/3", "≈−0.6667"],
    ["1/10000000000", "≈0.0000"],
    ["123456789012345678901234567890", "123456789012345678901234567890.00"],
  ])("%s points are written %s", (exact, text) => {
    expect(points(exact)).toBe(text);
  });

  test("effects have their sign, and zero has none", () => {
    expect(signedPoints("3/10")).toBe("+0.30");
    expect(signedPoints("-1/10")).toBe("−0.10");
    expect(signedPoints("0")).toBe("0.00");
  });

  test("a limited amount has no sign", () => {
    expect(size("-1/5")).toBe("0.20");
    expect(size("1/5")).toBe("0.20");
  });

  test("counts are written as short as possible", () => {
    expect(plain("3")).toBe("3");
    expect(plain("3/2")).toBe("1.5");
    expect(plain("-3")).toBe("−3");
  });

  test("a published decimal keeps its digits and has a typographic minus", () => {
    expect(withMinusSign("-3.10")).toBe("−3.10");
    expect(withMinusSign("97.80")).toBe("97.80");
  });
});
