import { assert, bigInt, constantFrom, integer, maxSafeInteger, nat, oneof, option, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalText, fixedText, quotientTexts, Rational } from "../src/index.js";

describe("texts of quotients of whole numbers", () => {
  const numbers = oneof(integer(), integer({ min: -2_000, max: 2_000 }), maxSafeInteger());
  const denominators = oneof(constantFrom(1n, 2n, 3n, 4n, 8n, 10n, 100n, 10_000n, 1_000_000n), bigInt(1n, 3_000_000n));

  it("are those of exact numbers", () => {
    assert(
      property(numbers, denominators, option(nat({ max: 12 })), (number, denominator, decimals) => {
        const text = quotientTexts(denominator, decimals)?.(number) ?? null;
        if (text === null) return;
        const exact = Rational.of(BigInt(number), denominator);
        expect(text).toBe(decimals === null ? decimalText(exact, 2) : fixedText(exact, decimals));
      }),
    );
  });

  it.each([
    [125, 100n, 1, "1.3"],
    [-125, 100n, 1, "-1.3"],
    [-4, 1000n, 2, "0.00"],
    [1, 3n, 2, "0.33"],
    [0, 7n, 2, "0.00"],
    [5383_3000, 1000_0000n, null, null],
    [53_833, 10_000n, null, "5.3833"],
    [120, 10n, null, "12"],
    [-120, 10n, null, "-12"],
    [1, 3n, null, null],
    [2 ** 52, 1n, 2, null],
    [0.5, 1n, 2, null],
  ])("%d / %d with %s decimals is %s", (number, denominator, decimals, text) => {
    expect(quotientTexts(denominator, decimals)?.(number) ?? null).toBe(text);
  });
});
