// The rounded root against its definition: no other multiple of the step is nearer, and a half goes up.

import { assert, bigInt, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalText, powerOfTen, Rational, roundedRoot } from "../src/index.js";

describe("a rounded root", () => {
  test("lies within half a step of the root, and takes the upper of two that are equally near", () => {
    const positive = bigInt({ min: 1n, max: 10n ** 30n });
    assert(
      property(positive, positive, integer({ min: 0, max: 12 }), (numerator, denominator, decimals) => {
        const value = Rational.of(numerator, denominator);
        const step = powerOfTen(-decimals);
        const half = step.div(2);
        const root = roundedRoot(value, step);
        expect(root.div(step).isWhole()).toBe(true);
        // root - half <= exact < root + half, by squares of numbers that are not negative.
        const below = root.sub(half);
        if (below.compare(0) > 0) expect(below.mul(below).compare(value)).toBeLessThanOrEqual(0);
        const above = root.add(half);
        expect(above.mul(above).compare(value)).toBe(1);
      }),
    );
  });

  test.each([
    ["2", 6, "1.414214"],
    ["1/4", 0, "1"],
    ["9/4", 0, "2"],
    ["-9/4", 0, "-2"],
    ["-2", 3, "-1.414"],
    ["0", 2, "0"],
    ["4", 2, "2"],
  ])("of %s to %i decimals is %s", (value, decimals, expected) => {
    const [numerator = "0", denominator = "1"] = value.split("/");
    const root = roundedRoot(Rational.of(BigInt(numerator), BigInt(denominator)), powerOfTen(-decimals));
    expect(decimalText(root, decimals)).toBe(expected);
  });
});
