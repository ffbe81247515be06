import { decimal, parseNumber, Rational, rational, ZERO } from "@yardstick/exact";
import { assert, bigInt, boolean, constantFrom, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { intervalEnds, intervalText, shareText } from "yardstick";

describe("a share", () => {
  test("is written as a percentage without false precision", () => {
    expect(shareText("1/4")).toBe("25%");
    expect(shareText("1/3", 2, "ceil")).toBe("33.34%");
    expect(shareText("2/3", 2, "floor")).toBe("66.66%");
  });
});

describe("an interval of shares", () => {
  const closed = { closedFrom: true, closedTo: true };
  const open = { closedFrom: false, closedTo: false };

  test.each([
    [{ from: "1/5", to: "1/4", ...closed }, "20% – 25%"],
    [{ from: "1/5", to: "1/4", ...open }, "20.01% – 24.99%"],
    [{ from: "1/3", to: "2/3", ...closed }, "33.34% – 66.66%"],
    // The ends of "all stay" of a ranking of 1,000: closer together than a hundredth of a percentage point.
    [{ from: "22999/181000", to: "23001/181000", ...open }, "12.707%"],
    [{ from: "23/181", to: "23/181", ...closed }, "23/181"],
    [{ from: "1/5", to: "1/5", ...closed }, "20%"],
    [{ from: "200001/1000000", to: "200009/1000000", ...open }, "20.0002% – 20.0008%"],
  ])("%j is %s", (interval, text) => expect(intervalText(interval)).toBe(text));

  const denominator = constantFrom(1n, 2n, 3n, 7n, 100n, 181n, 10_000n, 1_000_000n, 14148607910184316n);
  const interval = record({
    n: bigInt(0n, 10n ** 12n),
    d: denominator,
    width: bigInt(0n, 10n ** 9n),
    e: denominator,
    closedFrom: boolean(),
    closedTo: boolean(),
  }).map(({ n, d, width, e, closedFrom, closedTo }) => {
    const from = Rational.of(n, d * 10n ** 12n);
    const to = from.add(Rational.of(width, e * 10n ** 12n));
    const isPoint = from.equals(to);
    return {
      from: from.toString(),
      to: to.toString(),
      closedFrom: closedFrom || isPoint,
      closedTo: closedTo || isPoint,
    };
  });

  test("prints its lower end first, and contains both ends", () => {
    assert(
      property(interval, constantFrom("1", "100", "90.5"), constantFrom(0, 1, 2, 4), (given, whole, decimals) => {
        const { from, to } = intervalEnds(given, whole, decimals);
        const [low, high] = [from, to].map((end) => parseNumber(end) ?? ZERO) as [Rational, Rational];
        expect(low.compare(high)).toBeLessThanOrEqual(0);
        const [start, end] = [given.from, given.to].map((end) => rational(end).mul(decimal(whole))) as [
          Rational,
          Rational,
        ];
        expect(given.closedFrom ? low.compare(start) >= 0 : low.compare(start) > 0).toBe(true);
        expect(given.closedTo ? high.compare(end) <= 0 : high.compare(end) < 0).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });
});
