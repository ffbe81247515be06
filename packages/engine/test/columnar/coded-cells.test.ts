// A column of coded cells is read like an array of its cells. It is never changed: what writes to it throws, and it stays as it is.

import { describe, expect, test } from "vitest";
import { arrayOfCodedCells } from "../../src/data/coded-cells.js";
import type { Cell } from "../../src/data/dataset.js";

const PLAIN: readonly Cell[] = ["甲", null, "甲", "乙"];
const column = () => arrayOfCodedCells({ codes: Uint8Array.of(1, 0, 1, 2), cells: [null, "甲", "乙"] });

describe("a column of coded cells", () => {
  test("is read like an array of its cells", () => {
    const coded = column();
    expect(Array.isArray(coded)).toBe(true);
    expect([...coded]).toEqual(PLAIN);
    expect(JSON.stringify(coded)).toBe(JSON.stringify(PLAIN));
    expect(Object.keys(coded)).toEqual(Object.keys(PLAIN));
    expect([coded.at(-1), coded[4], coded.indexOf("乙"), 3 in coded, 4 in coded]).toEqual([
      "乙",
      undefined,
      3,
      true,
      false,
    ]);
    expect([coded.slice(-2), coded.slice(1, 3), coded.concat("丙")]).toEqual([
      PLAIN.slice(-2),
      PLAIN.slice(1, 3),
      PLAIN.concat("丙"),
    ]);
    expect(coded.map(String)).toEqual(PLAIN.map(String));
  });

  test.each<[string, (cells: Cell[]) => unknown]>([
    ["a cell is set", (cells) => (cells[0] = "丙")],
    ["a cell is added", (cells) => cells.push("丙")],
    ["cells are sorted", (cells) => cells.sort()],
    ["a cell is deleted", (cells) => delete cells[0]],
    ["the length is set", (cells) => (cells.length = 0)],
    ["a property is defined", (cells) => Object.defineProperty(cells, "0", { value: "丙" })],
    ["it is frozen", (cells) => Object.freeze(cells)],
  ])("is unchanged where %s, which throws", (_, change) => {
    const coded = column();
    expect(() => change(coded as Cell[])).toThrow(/cannot be changed; change a copy of it: \[\.\.\.column\]/u);
    expect([...coded]).toEqual(PLAIN);
  });
});
