import { describe, expect, test } from "vitest";
import type { Expression } from "../../src/program/index.js";
import { readsRowOf } from "../../src/program/index.js";

const common = { span: [0, 0], type: { kind: "number", dimension: {}, percent: false } } as const;
const column = (list: number): Expression => ({ ...common, kind: "row-field", list, column: 0 }) as Expression;
const sumOver = (list: number, value: Expression): Expression =>
  ({
    ...common,
    kind: "aggregate",
    name: "sum",
    over: { kind: "list", list },
    value,
    where: null,
    trim: null,
  }) as Expression;

describe("whether a value differs from row to row of a list", () => {
  test("a column does in its own list alone", () => {
    expect([readsRowOf(0, column(0)), readsRowOf(1, column(0))]).toEqual([true, false]);
  });

  test("a function over the same list goes through rows of its own", () => {
    expect(readsRowOf(0, sumOver(0, column(0)))).toBe(false);
  });

  test("a function over another list may read the row at hand", () => {
    expect([readsRowOf(1, sumOver(0, column(1))), readsRowOf(1, sumOver(0, column(0)))]).toEqual([true, false]);
  });
});
