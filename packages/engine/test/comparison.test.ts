// Comparisons of numbers that are known between bounds: decided where all numbers in between give one answer, and open otherwise.

import { Rational } from "@yardstick/exact";
import { expect, test } from "vitest";
import { compared } from "../src/values/comparison.js";
import { isPending, Pending, type Value } from "../src/values/value.js";

const half = (twice: number): Rational => Rational.of(twice, 2);

const operators = {
  "=": (order: number) => order === 0,
  "≠": (order: number) => order !== 0,
  "<": (order: number) => order < 0,
  "≤": (order: number) => order <= 0,
  ">": (order: number) => order > 0,
  "≥": (order: number) => order >= 0,
} as const;

/** A number known to lie between two whole ones, with the halves from one to the other; known where both are the same. */
const between = (low: number, high: number): { readonly value: Value; readonly in: readonly Rational[] } => ({
  value: low === high ? half(2 * low) : new Pending([], false, { low: half(2 * low), high: half(2 * high) }),
  in: Array.from({ length: 2 * (high - low) + 1 }, (_, at) => half(2 * low + at)),
});

test("every comparison of numbers between bounds, from each side", () => {
  const all = [0, 1, 2, 3].flatMap((low) =>
    [0, 1, 2, 3].filter((high) => high >= low).map((high) => between(low, high)),
  );
  for (const a of all)
    for (const b of all)
      for (const [op, holds] of Object.entries(operators) as [keyof typeof operators, (order: number) => boolean][]) {
        const answers = new Set(a.in.flatMap((one) => b.in.map((other) => holds(one.compare(other)))));
        const [only] = answers;
        const found = compared(op, a.value, b.value);
        const name = `${a.in.join(" ")} ${op} ${b.in.join(" ")}`;
        expect(isPending(found) ? "open" : found, `${name}`).toBe(answers.size === 1 ? only : "open");
      }
});
