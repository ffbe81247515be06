// Decimal text and rounding, held against long division on digits.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decimal,
  decimalOrQuotient,
  decimalsOf,
  decimalsOfDenominator,
  decimalText,
  fixedText,
  numberOrZero,
  parseDecimal,
  parseNumber,
  parseScientific,
  percentText,
  PUBLISHED_DECIMALS,
  publishedNumberText,
  publishedNumber,
  Rational,
  rational,
  rationalText,
  readableText,
  rounded,
  roundedTo,
  roundedUnits,
  shareOrZero,
  shortText,
  truncated,
  unitsText,
  withMinusSign,
  ZERO,
} from "../src/index.js";
import { longDivision, roundedText, type Pair } from "./fractions.js";

const numerator = fc.oneof(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }));
const denominator = fc.oneof(
  fc.bigInt({ min: 1n, max: 40n }),
  fc.nat(8).map((zeros) => 10n ** BigInt(zeros)),
  fc.bigInt({ min: 1n, max: 10n ** 20n }),
);
const pair: fc.Arbitrary<Pair> = fc.tuple(numerator, denominator);
const decimals = fc.nat(12);
const of = ([n, d]: Pair): Rational => Rational.of(n, d);

describe("rounding is half up, away from zero", () => {
  test("as long division by hand has it", () => {
    fc.assert(
      fc.property(pair, decimals, (value, places) => {
        const text = roundedText(value, places);
        expect(fixedText(of(value), places)).toBe(text);
        expect(rounded(of(value), places).equals(decimal(text))).toBe(true);
        expect(unitsText(roundedUnits(of(value), places), places)).toBe(text);
      }),
    );
  });

  test("both signs alike", () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: -6, max: 12 }), (value, places) => {
        expect(rounded(of(value).neg(), places).equals(rounded(of(value), places).neg())).toBe(true);
      }),
    );
  });

  test("to a step, the nearest multiple, and of two equally near the one farther from zero", () => {
    fc.assert(
      fc.property(pair, pair, (value, stepPair) => {
        const step = of(stepPair).abs();
        if (step.equals(0)) return;
        const result = roundedTo(of(value), step);
        expect(result.div(step).isWhole()).toBe(true);
        const distance = result.sub(of(value)).abs();
        expect(distance.mul(2).compare(step)).toBeLessThanOrEqual(0);
        if (distance.mul(2).equals(step)) expect(result.abs().compare(of(value).abs())).toBe(1);
      }),
    );
  });

  test.each([
    ["10.075", 2, "10.08"],
    ["8.575", 2, "8.58"],
    ["1.265", 2, "1.27"],
    ["-0.005", 2, "-0.01"],
    ["0.005", 2, "0.01"],
    ["-0.0049", 2, "0.00"],
    ["97.8", 2, "97.80"],
    ["2.5", 0, "3"],
    ["-2.5", 0, "-3"],
    ["0.4", 0, "0"],
  ])("%s to %i decimals is %s", (value, places, expected) => {
    expect(fixedText(decimal(value), places)).toBe(expected);
  });

  test("tens and steps are rounded to as decimals are; whole parts are cut toward zero", () => {
    expect(rationalText(rounded(decimal("1250"), -2))).toBe("1300");
    expect(rationalText(roundedTo(decimal("2.25"), decimal("0.5")))).toBe("5/2");
    expect(rationalText(roundedTo(decimal("-2.25"), decimal("0.5")))).toBe("-5/2");
    expect(["2.9", "-2.9", "3"].map((text) => rationalText(truncated(decimal(text))))).toEqual(["2", "-2", "3"]);
  });
});

describe("decimal text", () => {
  test("is read as what it says", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("", "+", "-"),
        fc.bigInt({ min: 0n, max: 10n ** 25n }),
        decimals,
        (sign, units, places) => {
          const text = `${sign}${unitsText(units, places)}`;
          const expected = Rational.of(sign === "-" ? -units : units, 10n ** BigInt(places));
          expect(decimal(text).equals(expected)).toBe(true);
        },
      ),
    );
  });

  test.each(["1e3", "1,000", ".5", "5.", "", "-", "+-1", "1 ", "一", "0x1", "１", "1.2.3", "1/2", "Infinity"])(
    "%j is not plain decimal text",
    (text) => {
      expect(parseDecimal(text)).toBeNull();
      expect(() => decimal(text)).toThrow(SyntaxError);
    },
  );

  test("in either form is read as what it says", () => {
    fc.assert(
      fc.property(pair, decimals, (value, places) => {
        expect(parseNumber(rationalText(of(value)))?.equals(of(value))).toBe(true);
        expect(parseNumber(fixedText(of(value), places))?.equals(rounded(of(value), places))).toBe(true);
      }),
    );
    expect(["1/0", "1.5/2", "/2", "1/", "1/2/3", "", "x"].map(parseNumber)).toEqual(
      Array.from({ length: 7 }, () => null),
    );
  });

  test("with an exponent is read as what it says", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        decimals,
        fc.integer({ min: -60, max: 60 }),
        (units, places, exponent) => {
          const text = `${unitsText(units, places)}e${exponent}`;
          const expected = Rational.of(units * 10n ** 80n, 10n ** BigInt(places + 80 - exponent));
          expect(parseScientific(text, 100)?.equals(expected)).toBe(true);
        },
      ),
    );
    const read = (text: string) => parseScientific(text, 20)?.toString() ?? null;
    expect(["1", "-1.5E+2", "+.5", "5.", "1e-3", "0.30000000000000004"].map(read)).toEqual([
      "1",
      "-150",
      "1/2",
      "5",
      "1/1000",
      "7500000000000001/25000000000000000",
    ]);
    expect(
      ["", ".", "-", "e5", "1e", "1e1000", "1e21", "123456789012345678901", "1,5", "１", "NaN", " 1"].map(read),
    ).toEqual(Array.from({ length: 12 }, () => null));
  });

  test("is exact and as short as can be, where the number ends; else rounded", () => {
    fc.assert(
      fc.property(pair, decimals, (value, places) => {
        const text = decimalText(of(value), places);
        const ends = decimalsOf(of(value));
        if (ends === null) expect(text).toBe(roundedText(value, places));
        else {
          expect(decimal(text).equals(of(value))).toBe(true);
          expect(text).not.toMatch(/\..*0$/u);
        }
      }),
    );
  });

  test("a number ends where long division leaves nothing", () => {
    fc.assert(
      fc.property(numerator, fc.bigInt({ min: 1n, max: 400n }), (n, d) => {
        const value = Rational.of(n, d);
        const ends = decimalsOf(value);
        const isOver = (places: number) =>
          decimal(
            longDivision([value.numerator < 0n ? -value.numerator : value.numerator, value.denominator], places).digits,
          )
            .div(10n ** BigInt(places))
            .equals(value.abs());
        // No denominator up to 400 needs more than eight decimals.
        expect([0, 1, 2, 3, 4, 5, 6, 7, 8].find(isOver) ?? null).toBe(ends);
        expect(decimalsOfDenominator(value.denominator)).toBe(ends);
      }),
    );
    expect(decimalsOfDenominator(0n)).toBeNull();
  });

  test("a quotient stays where no twenty decimals write it", () => {
    fc.assert(
      fc.property(pair, (value) => {
        const text = decimalOrQuotient(of(value));
        expect((text.includes("/") ? rational(text) : decimal(text)).equals(of(value))).toBe(true);
        expect((text.split(".")[1] ?? "").length).toBeLessThanOrEqual(20);
        expect(text.includes("/")).toBe((decimalsOf(of(value)) ?? 21) > 20);
      }),
    );
    expect([percentText(rational("1/4")), percentText(rational("1/3"))]).toEqual(["25%", "100/3%"]);
    expect([decimalOrQuotient(rational("1/3")), decimalOrQuotient(rational("1/128"))]).toEqual(["1/3", "0.0078125"]);
  });

  test("short text has no zeros at the end, and no more decimals than allowed", () => {
    fc.assert(
      fc.property(pair, decimals, (value, places) => {
        const text = shortText(of(value), places);
        expect(decimal(text).equals(rounded(of(value), places))).toBe(true);
        expect(text).not.toMatch(/\..*0$|\.$|^-0$/u);
      }),
    );
  });

  test("what is read says with ≈ where it is cut", () => {
    fc.assert(
      fc.property(pair, fc.nat(4), (value, least) => {
        const text = readableText(of(value), least);
        const plain = decimal(text.replace("≈", ""));
        expect(plain.equals(of(value))).toBe(!text.startsWith("≈"));
        expect(withMinusSign(text)).toBe(text.replace("-", "−"));
        expect((text.split(".")[1] ?? "").length).toBeGreaterThanOrEqual(least);
      }),
    );
    const texts = ["2", "12272/1000", "1/3", "-1/3", "1/1024", "-1/2"].map((text) => readableText(rational(text), 2));
    expect(texts).toEqual(["2.00", "12.272", "≈0.3333", "≈-0.3333", "≈0.0010", "-0.50"]);
    expect(withMinusSign("-3.00 - 1")).toBe("−3.00 - 1");
  });
});

describe("numbers of views", () => {
  test("what is absent is 0, and so is a share of nothing", () => {
    expect([null, undefined, "", "x", "1/0", "-1/2", "2.50"].map((text) => numberOrZero(text).toString())).toEqual([
      "0",
      "0",
      "0",
      "0",
      "0",
      "-1/2",
      "5/2",
    ]);
    expect([shareOrZero(decimal("1"), ZERO), shareOrZero(decimal("1"), decimal("4"))].map(rationalText)).toEqual([
      "0",
      "1/4",
    ]);
  });
});

describe("published numbers", () => {
  test("have the decimals that are said; otherwise all of their own, or two where they never end", () => {
    fc.assert(
      fc.property(pair, fc.option(fc.nat(6)), (value, said) => {
        const text = publishedNumberText(of(value), said);
        const expected = roundedText(value, said ?? decimalsOf(of(value)) ?? PUBLISHED_DECIMALS);
        expect(text).toBe(expected);
      }),
    );
    expect(PUBLISHED_DECIMALS).toBe(2);
  });

  test("are read back as the number that was written", () => {
    fc.assert(
      fc.property(pair, fc.option(fc.nat(6)), (value, said) => {
        const published = publishedNumber(of(value), said);
        expect(published.equals(decimal(publishedNumberText(of(value), said)))).toBe(true);
        expect(publishedNumber(published, said).equals(published)).toBe(true);
      }),
    );
    expect(publishedNumberText(ZERO, 2)).toBe("0.00");
  });
});
