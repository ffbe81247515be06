// Decimals of a few digits, as cells hold them: the same number whichever way it is written, and nothing that does not fit.

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  Decimal,
  decimal,
  decimalOfRational,
  powerOfTen,
  rational,
  Rational,
  scanDecimal,
  unitsText,
} from "../src/index.js";

const plain = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.nat(14))
  .map(([isNegative, units, decimals]) => {
    const text = unitsText(units, decimals);
    return isNegative ? `-${text}` : text;
  });

test("plain text of at most 15 digits is read as the number it says, times a power of ten, or not at all", () => {
  fc.assert(
    fc.property(plain, fc.integer({ min: -3, max: 8 }), (text, shift) => {
      const expected = decimal(text).mul(powerOfTen(shift));
      const found = scanDecimal(text, text.length, shift);
      const digits = text.replace("-", "").length;
      if (digits > 15) expect(found).toBeNull();
      else if (shift <= 0) expect(found).not.toBeNull();
      if (found === null) return;
      expect(found.toRational().equals(expected)).toBe(true);
      expect(found.toString()).toBe(expected.toString());
      expect(JSON.stringify([found])).toBe(JSON.stringify([expected.toString()]));
      expect(Number.isSafeInteger(found.units) && !Object.is(found.units, -0)).toBe(true);
      expect(found.scale === 0 || found.units % 10 !== 0).toBe(true);
    }),
  );
});

test("one number is one decimal, however it is written", () => {
  fc.assert(
    fc.property(plain, fc.nat(4), (text, zeros) => {
      const found = scanDecimal(text, text.length, 0);
      const longer = `${text}${text.includes(".") ? "" : zeros === 0 ? "" : "."}${"0".repeat(zeros)}`;
      const again = scanDecimal(longer, longer.length, 0);
      if (found !== null && again !== null) expect(again.equals(found)).toBe(true);
      if (found !== null) expect(decimalOfRational(decimal(text))?.equals(found)).toBe(true);
    }),
  );
  expect(new Decimal(1, 0).equals(new Decimal(1, 1))).toBe(false);
});

test.each(["", "-", ".", "-.", ".5", "5.", "1.2.3", "+1", "1e3", "1,000", "１", " 1", "1 ", "1234567890123456", "--1"])(
  "%j is not read",
  (text) => {
    expect(scanDecimal(text, text.length, 0)).toBeNull();
  },
);

test("only so many characters are read, for a sign may stand behind them", () => {
  expect(scanDecimal("12.5%", 4, -2)?.toString()).toBe("1/8");
});

test("a number that repeats for ever, or does not fit, is no decimal", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 18n }), (n, d) => {
      const value = Rational.of(n, d);
      const found = decimalOfRational(value);
      if (found !== null) expect(found.toRational().equals(value)).toBe(true);
    }),
  );
  expect([rational("1/3"), rational("9007199254740992"), decimal("0.0000000000000001")].map(decimalOfRational)).toEqual(
    [null, null, null],
  );
  expect(decimalOfRational(rational("-9007199254740991"))?.units).toBe(-9007199254740991);
});
