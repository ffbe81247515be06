// Arithmetic, order and text of rational numbers, held against naive fractions.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clamp,
  gcd,
  isRational,
  larger,
  lcm,
  ONE,
  power,
  powerOfTen,
  Rational,
  rational,
  rationalText,
  smaller,
  sum,
  whole,
  ZERO,
} from "../src/index.js";
import type { Pair } from "./fractions.js";
import { commonDivisor, isLess, isSame, minus, over, plus, times } from "./fractions.js";

/** Small, of the size of a score, and beyond 2^53. */
const integer = fc.oneof(
  fc.bigInt({ min: -12n, max: 12n }),
  fc.bigInt({ min: -100_000n, max: 100_000n }),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
);
const divisor = integer.map((value) => (value < 0n ? -value : value) + 1n);
const pair: fc.Arbitrary<Pair> = fc.oneof(
  fc.tuple(integer, divisor),
  fc.tuple(
    integer,
    fc.nat(6).map((zeros) => 10n ** BigInt(zeros)),
  ),
);

const of = ([n, d]: Pair): Rational => Rational.of(n, d);
const pairOf = ({ numerator, denominator }: Rational): Pair => [numerator, denominator];
const expectSame = (value: Rational, expected: Pair) => {
  expect(isSame(pairOf(value), expected), `${value} is ${expected.join("/")}`).toBe(true);
  expect(value.denominator > 0n).toBe(true);
  expect(gcd(value.numerator, value.denominator)).toBe(1n);
};

describe("arithmetic is that of fractions, in lowest terms", () => {
  test.each([
    ["add", plus],
    ["sub", minus],
    ["mul", times],
  ] as const)("%s", (name, naive) => {
    fc.assert(
      fc.property(pair, pair, (a, b) => {
        expectSame(of(a)[name](of(b)), naive(a, b));
      }),
    );
  });

  test("div, and a division by zero throws", () => {
    fc.assert(
      fc.property(pair, pair, (a, b) => {
        if (b[0] === 0n) expect(() => of(a).div(of(b))).toThrow(RangeError);
        else expectSame(of(a).div(of(b)), over(a, b));
      }),
    );
    expect(() => ZERO.inverse()).toThrow(RangeError);
  });

  test("neg, abs, inverse, floor, ceil", () => {
    fc.assert(
      fc.property(pair, ([n, d]) => {
        const value = of([n, d]);
        expectSame(value.neg(), [-n, d]);
        expectSame(value.abs(), [n < 0n ? -n : n, d]);
        if (n !== 0n) expectSame(value.inverse(), over([1n, 1n], [n, d]));
        const floor = value.floor();
        expect(floor.isWhole()).toBe(true);
        expect(isLess([n, d], pairOf(floor))).toBe(false);
        expect(isLess([n, d], plus(pairOf(floor), [1n, 1n]))).toBe(true);
        expect(value.ceil().equals(value.neg().floor().neg())).toBe(true);
      }),
    );
  });

  test("an operand may be a bigint or a safe integer", () => {
    fc.assert(
      fc.property(pair, fc.maxSafeInteger(), (a, b) => {
        const [left, right] = [of(a), whole(b)];
        for (const operand of [b, BigInt(b)]) {
          expect(left.add(operand).equals(left.add(right))).toBe(true);
          expect(left.sub(operand).equals(left.sub(right))).toBe(true);
          expect(left.mul(operand).equals(left.mul(right))).toBe(true);
          expect(left.compare(operand)).toBe(left.compare(right));
        }
      }),
    );
  });

  test("whole powers multiply, and 0 has no negative ones", () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: -6, max: 6 }), (a, exponent) => {
        const base = of(a);
        const result = power(base, exponent);
        let product: Pair = [1n, 1n];
        for (let step = 0; step < Math.abs(exponent); step += 1) product = times(product, a);
        if (a[0] === 0n && exponent < 0) expect(result).toBeNull();
        else expectSame(result ?? ZERO, exponent < 0 ? over([1n, 1n], product) : product);
      }),
    );
    for (const exponent of [1001, -1001, rational("1/2")]) expect(() => power(ONE, exponent)).toThrow(RangeError);
    expect([powerOfTen(2), powerOfTen(0), powerOfTen(-3)].map(rationalText)).toEqual(["100", "1", "1/1000"]);
  });

  test("a sum is the sum of all, of none it is 0", () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 8 }), (values) => {
        expectSame(sum(values.map(of)), values.reduce(plus, [0n, 1n]));
      }),
    );
  });
});

describe("order", () => {
  test("is that of fractions", () => {
    fc.assert(
      fc.property(pair, pair, (a, b) => {
        const order = isLess(a, b) ? -1 : isLess(b, a) ? 1 : 0;
        expect(of(a).compare(of(b))).toBe(order);
        expect(of(a).equals(of(b))).toBe(order === 0);
        expect(larger(of(a), of(b)).equals(of(order < 0 ? b : a))).toBe(true);
        expect(smaller(of(a), of(b)).equals(of(order < 0 ? a : b))).toBe(true);
      }),
    );
  });

  test("a clamped number lies between the ends; null is open", () => {
    fc.assert(
      fc.property(pair, fc.option(pair), fc.option(pair), (value, first, second) => {
        const ends = first !== null && second !== null && isLess(second, first) ? [second, first] : [first, second];
        const [min, max] = ends.map((end) => (end === null || end === undefined ? null : of(end)));
        const held = clamp(of(value), min ?? null, max ?? null);
        expect(min === null || min === undefined || held.compare(min) >= 0).toBe(true);
        expect(max === null || max === undefined || held.compare(max) <= 0).toBe(true);
        const isInside =
          (min === null || min === undefined || of(value).compare(min) >= 0) &&
          (max === null || max === undefined || of(value).compare(max) <= 0);
        if (isInside) expect(held.equals(of(value))).toBe(true);
      }),
    );
  });
});

describe("text", () => {
  test("what is written is read as the same number, in lowest terms", () => {
    fc.assert(
      fc.property(pair, (value) => {
        const text = rationalText(of(value));
        expect(text).toMatch(/^-?\d+(?:\/\d+)?$/u);
        expectSame(rational(text), value);
        expect(rationalText(rational(text))).toBe(text);
        expect(`${of(value)}`).toBe(text);
      }),
    );
    expect(["-6/4", "10/5", "0/7", "-3", "007"].map((text) => rationalText(rational(text)))).toEqual([
      "-3/2",
      "2",
      "0",
      "-3",
      "7",
    ]);
  });

  test.each(["", "1.5", "1e3", "1/0", "1/-2", "1/2/3", "+1", "１", "0x1", " 1", "1 ", "一", "1n", "-", "1/"])(
    "%j is no rational number",
    (text) => {
      expect(() => rational(text)).toThrow(SyntaxError);
    },
  );

  test("of more numbers than are kept, each is read right", () => {
    for (let number = 0; number < 10_050; number += 1) {
      expect(rational(`${number}/7`).mul(7).equals(number)).toBe(true);
    }
  });
});

describe("no binary float slips in or out", () => {
  test.each([0.1, 2 ** 53, -1.5, Number.NaN, Infinity])("%d is refused", (value) => {
    expect(() => whole(value)).toThrow(RangeError);
    expect(() => ONE.add(value)).toThrow(RangeError);
    expect(() => Rational.of(1, value)).toThrow(RangeError);
  });

  test("0 is no denominator", () => {
    expect(() => Rational.of(1, 0)).toThrow(RangeError);
    expect(Rational.of(3, -6).toString()).toBe("-1/2");
  });

  test("comparing or converting by a primitive value throws", () => {
    expect(() => ONE < ZERO).toThrow(TypeError);
    expect(() => Number(ONE)).toThrow(TypeError);
  });

  test("toNumber is asked for by name, and right to the last place", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 2 ** 31 }), (n, d) => {
        expect(Rational.of(n, d).toNumber()).toBe(n / d);
      }),
    );
  });

  test("isRational knows its own", () => {
    expect([ONE, "1", 1, 1n, null, { numerator: 1n, denominator: 1n }].map(isRational)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("divisors and multiples", () => {
  const small = fc.bigInt({ min: -300n, max: 300n });

  test("gcd is the greatest number that divides both, lcm the least that both divide", () => {
    fc.assert(
      fc.property(small, small, (a, b) => {
        expect(gcd(a, b)).toBe(a === 0n && b === 0n ? 0n : commonDivisor(a, b));
        const [x, y] = [(a < 0n ? -a : a) + 1n, (b < 0n ? -b : b) + 1n];
        expect(lcm(x, y) * commonDivisor(x, y)).toBe(x * y);
      }),
    );
  });

  test("numbers beyond 2^53 have the same factors as their parts", () => {
    fc.assert(
      fc.property(divisor, divisor, divisor, (a, b, c) => {
        expect(gcd(a * c, b * c)).toBe(gcd(a, b) * c);
      }),
    );
  });
});
