import { describe, expect, test } from "vitest";
import { rangeOf } from "../../src/columnar/columns.js";
import {
  addRatio32,
  addRatioBelow32,
  addShareBelow32,
  ratio,
  rounded,
  roundedNear,
  roundedProduct,
  roundedProduct32,
  roundedUp,
  steps3,
} from "../../src/columnar/kernels.js";
import { random } from "./seeded.js";

/** Half away from zero. */
function roundedQuotient(n: bigint, d: bigint): bigint {
  const size = ((n < 0n ? -n : n) * 2n + d) / (2n * d);
  return n < 0n ? -size : size;
}

const next = random(11);
const below = (limit: number) => next() % limit;
const ROWS = 4000;

describe("rounded quotients by whole numbers", () => {
  const a = Int32Array.from({ length: ROWS }, () => below(5000));
  const b = Uint16Array.from({ length: ROWS }, () => 1 + below(4000));
  const points = 40_000;
  const expected = (row: number) =>
    Math.min(points, Number(roundedQuotient(BigInt(points) * BigInt(a[row] ?? 0), BigInt(b[row] ?? 1))));

  test("are the same by division, by a table of inverses and with a lower limit", () => {
    const [divided, shared, limited] = [new Int32Array(ROWS), new Int32Array(ROWS), new Int32Array(ROWS)];
    const inverse = Float64Array.from({ length: 4001 }, (_, each) =>
      each === 0 ? 0 : (points / each) * (1 + 2 ** -50),
    );
    addRatioBelow32(divided, a, 0, b, 0, 2 * points, 1, 2, points, ROWS);
    addShareBelow32(shared, a, 0, b, 0, inverse, 0.5, points, ROWS);
    addRatio32(limited, a, 0, b, 0, 2 * points, 1, 2, 1, 0, points, ROWS);
    for (let row = 0; row < ROWS; row += 1)
      expect([divided[row], shared[row], limited[row]]).toEqual(Array(3).fill(expected(row)));
  });

  test("fall on the half exactly where the quotient does", () => {
    // 5 / 8 of 4 points in units of 1/100 is 250 exactly; 1 / 8 of 1 point in units of 1/100 is 12.5.
    const d = new Int32Array(1);
    addShareBelow32(
      d,
      Int32Array.of(1),
      0,
      Uint8Array.of(8),
      0,
      Float64Array.from({ length: 9 }, (_, each) => (each === 0 ? 0 : (100 / each) * (1 + 2 ** -50))),
      0.5,
      100,
      1,
    );
    expect(d[0]).toBe(13);
  });

  test("round away from zero on either side of it", () => {
    const numbers = Int32Array.from({ length: ROWS }, () => below(100_000) - 50_000);
    const d = new Float64Array(ROWS);
    ratio(d, numbers, 0, b, 0, 7, -3, 5, 1, ROWS);
    for (let row = 0; row < ROWS; row += 1) {
      const y = BigInt(b[row] ?? 1);
      expect(BigInt(d[row] ?? 0)).toBe(roundedQuotient(7n * BigInt(numbers[row] ?? 0) - 3n * y, 5n * y));
    }
  });
});

describe("roundings", () => {
  test("of whole numbers up to 2^51 are exact", () => {
    const numbers = Float64Array.from(
      { length: ROWS },
      () => (below(2 ** 20) * 2 ** 31 + next()) * (below(2) === 0 ? 1 : -1),
    );
    const [signed, positive] = [new Float64Array(ROWS), new Float64Array(ROWS)];
    rounded(signed, numbers, 0, 1, 1000, 1, ROWS);
    roundedUp(positive, numbers.map(Math.abs), 0, 1000, 1, ROWS);
    for (let row = 0; row < ROWS; row += 1) {
      const exact = roundedQuotient(BigInt(numbers[row] ?? 0), 1000n);
      expect([BigInt(signed[row] ?? 0), BigInt(positive[row] ?? 0)]).toEqual([exact, exact < 0n ? -exact : exact]);
    }
  });

  test("of products are the same by division and by an inverse, up to the largest that are taken, halves among them", () => {
    const unit = 2_000_000;
    const x = Int32Array.from({ length: ROWS }, (_, row) => (row % 3 === 0 ? 1_000_000 * below(4) : below(2 ** 30)));
    const y = Int32Array.from({ length: ROWS }, (_, row) => (row % 3 === 0 ? 1 + 2 * below(5000) : below(2 ** 14)));
    const [divided, inverted] = [new Int32Array(ROWS), new Int32Array(ROWS)];
    roundedProduct(divided, x, 0, y, 0, unit, 1, ROWS);
    roundedProduct32(inverted, x, 0, y, 0, unit / 2, (1 / unit) * (1 + 2 ** -50), 1, ROWS);
    for (let row = 0; row < ROWS; row += 1) {
      const exact = Number(roundedQuotient(BigInt(x[row] ?? 0) * BigInt(y[row] ?? 0), BigInt(unit)));
      expect([divided[row], inverted[row]]).toEqual([exact, exact]);
    }
  });

  test("of approximate numbers ask for the exact answer next to a half, and only there", () => {
    const asked: number[] = [];
    const d = new Float64Array(3);
    const slow = (j: number) => {
      asked.push(j);
      return -7;
    };
    roundedNear(d, Float64Array.of(0.124, 0.125, 0.126), 0, 0.01, 1, 1e-9, slow, 3);
    expect([[...d], asked]).toEqual([[12, -7, 13], [1]]);
  });
});

describe("columns", () => {
  test("of steps give each end to what lies below it", () => {
    const d = new Int32Array(5);
    steps3(d, Int32Array.of(-5, 10, 11, 20, 21), 0, 10, 20, 2 ** 30, Int32Array.of(1, 2, 3, 4), 5);
    expect([...d]).toEqual([1, 1, 2, 2, 3]);
  });

  test("of bytes have no value outside their range, wherever they begin", () => {
    for (let round = 0; round < 300; round += 1) {
      const all = Uint8Array.from({ length: 64 }, () => below(7) * below(40));
      const part = all.subarray(below(9), 9 + below(50));
      const { low, high } = rangeOf(part);
      expect(part.every((value) => low <= value && value <= high)).toBe(true);
      expect(low === 0).toBe(part.includes(0) || part.every((value) => value === 0));
    }
  });
});
