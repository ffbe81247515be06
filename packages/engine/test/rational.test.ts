import { describe, expect, test } from "vitest";
import {
  decimalText,
  exactText,
  fixedText,
  power,
  rational,
  rationalOfDecimal,
  rounded,
  roundedTo,
  truncated,
} from "../src/reference/rational.js";

const decimal = (text: string) => {
  const value = rationalOfDecimal(text);
  if (value === null) throw new Error(`${text} is not a decimal`);
  return value;
};

describe("numbers are exact", () => {
  test("a tenth taken from two three times leaves 1.7 and nothing else", () => {
    const tenth = decimal("0.1");
    expect(exactText(decimal("2").sub(tenth).sub(tenth).sub(tenth))).toBe("17/10");
  });

  test("programs and columns write them in lowest terms", () => {
    expect(["-6/4", "10/5", "0/7", "-3"].map((text) => exactText(rational(text)))).toEqual(["-3/2", "2", "0", "-3"]);
  });

  test.each(["1e3", "1,000", ".5", "5.", "", "一", "0x1", "１"])("%j is not a plain decimal", (text) => {
    expect(rationalOfDecimal(text)).toBeNull();
  });
});

describe("rounding is half up, away from zero", () => {
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
  ])("%s to %i decimals is %s", (value, decimals, expected) => {
    expect(fixedText(decimal(value), decimals)).toBe(expected);
  });

  test("1.1 times 1.15 rounds to 1.27, which binary floats miss", () => {
    expect(fixedText(decimal("1.1").mul(decimal("1.15")), 2)).toBe("1.27");
  });

  test("a third of 0.03 rounds to 0.01, a third of 0.015 to 0.01", () => {
    expect(["0.03", "0.015"].map((text) => fixedText(decimal(text).div(3), 2))).toEqual(["0.01", "0.01"]);
  });

  test("steps and tens are rounded to as decimals are", () => {
    expect(exactText(roundedTo(decimal("2.25"), decimal("0.5")))).toBe("5/2");
    expect(exactText(roundedTo(decimal("-2.25"), decimal("0.5")))).toBe("-5/2");
    expect(exactText(rounded(decimal("1250"), -2))).toBe("1300");
  });

  test("whole steps are cut toward zero", () => {
    expect(["2.9", "-2.9", "3"].map((text) => exactText(truncated(decimal(text))))).toEqual(["2", "-2", "3"]);
  });
});

describe("decimal text", () => {
  test.each([
    ["117/10", "11.7"],
    ["3", "3"],
    ["1/8", "0.125"],
    ["-1/40", "-0.025"],
    ["26/3", "8.67"],
    ["1/3000", "0.00"],
  ])("%s is written %s", (exact, expected) => {
    expect(decimalText(rational(exact), 2)).toBe(expected);
  });
});

describe("powers", () => {
  test("of whole exponents are exact, 0 to a negative one has no value", () => {
    const values = [
      power(rational("-2/3"), rational("3")),
      power(rational("2/3"), rational("-2")),
      power(rational("0"), rational("-1")),
    ];
    expect(values.map((value) => (value === null ? null : exactText(value)))).toEqual(["-8/27", "9/4", null]);
  });

  test("an exponent that the checker would not let through is a bug, not a result", () => {
    expect(() => power(rational("2"), rational("1001"))).toThrow(RangeError);
    expect(() => power(rational("2"), rational("1/2"))).toThrow(RangeError);
  });
});
