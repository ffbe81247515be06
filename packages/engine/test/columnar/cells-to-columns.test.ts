// Cells that readers give as decimals make the same column as the texts of the same numbers.

import { Decimal, scanDecimal } from "@yardstick/exact";
import fc from "fast-check";
import { expect, test } from "vitest";
import { columnOfCells } from "../../src/columnar/cells-to-columns.js";
import type { Cell } from "../../src/index.js";

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.integer({ min: -2000, max: 2000 }), fc.nat(4)) },
  fc.tuple(fc.maxSafeInteger(), fc.nat(15)),
);
const decimalOf = ([units, scale]: readonly [number, number]): Decimal => {
  const digits = String(Math.abs(units)).padStart(scale + 1, "0");
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return scanDecimal(text, text.length, 0) ?? new Decimal(units % 1000, 0);
};

function made(cells: readonly Cell[]): unknown {
  try {
    return columnOfCells(cells, cells.length, "number", () => 1);
  } catch (error) {
    return String(error);
  }
}

test("values, physical type, denominator and marks are the same", () => {
  fc.assert(
    fc.property(fc.array(fc.option(cell), { maxLength: 12 }), (drawn) => {
      const decimals = drawn.map((each) => (each === null ? null : decimalOf(each)));
      const texts = decimals.map((each) => each?.toString() ?? null);
      expect(made(decimals)).toEqual(made(texts));
      const mixed = decimals.map((each, index) => (index % 2 === 0 ? each : (texts[index] ?? null)));
      expect(made(mixed)).toEqual(made(texts));
    }),
  );
});
