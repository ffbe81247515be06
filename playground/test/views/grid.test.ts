// Ranges, keys and the order of rows of the grid, and replacing a text in its cells.

import { describe, expect, test } from "vitest";
import type { TableText } from "../../src/project/project.js";
import { copiedCells, withBlock, withReplaced } from "../../src/project/table-rows.js";
import { gridView } from "../../src/store/grid-view.js";
import { TabTrail } from "../../src/views/data/grid-keyboard.js";
import { fieldAction, gridAction } from "../../src/views/data/grid-keys.js";
import { displayedRows } from "../../src/views/data/grid-order.js";
import {
  blockOf,
  clipboardText,
  columnsIn,
  edgeFrom,
  isSingle,
  rangeOf,
  tiled,
} from "../../src/views/data/grid-range.js";
import { smallGood, smallTables } from "../store/small-rubric.js";

const table: TableText = {
  role: "subjects",
  name: "",
  header: ["名称", "数"],
  rows: [
    ["甲", "10"],
    ["乙", "9"],
    ["丙", ""],
    ["丁", "９８％"],
  ],
};
const place = { role: "subjects", name: "" } as const;

describe("a range", () => {
  const range = rangeOf({ row: 3, at: 2 }, { row: 1, at: 0 });

  test("has the same corners from either end", () => {
    expect(range).toEqual({ top: 1, left: 0, bottom: 3, right: 2 });
    expect(columnsIn(range, 2)).toEqual([0, 2]);
    expect(columnsIn(range, 4)).toBeNull();
    expect(isSingle(range)).toBe(false);
  });

  test("goes to the clipboard and comes back with tabs, quotes and line breaks", () => {
    const block = [
      ["a\tb", 'say "x"'],
      ["two\nlines", ""],
    ];
    expect(copiedCells(clipboardText(block))).toEqual(block);
    expect(blockOf({ top: 0, left: 0, bottom: 0, right: 1 }, (row, at) => `${row}/${at}`)).toEqual([["0/0", "0/1"]]);
  });

  test("is filled by a block that fits into it a whole number of times", () => {
    const wide = { top: 0, left: 0, bottom: 1, right: 3 };
    expect(tiled([["x"]], wide)).toEqual([
      ["x", "x", "x", "x"],
      ["x", "x", "x", "x"],
    ]);
    expect(tiled([["x", "y", "z"]], wide)).toEqual([["x", "y", "z"]]);
    expect(tiled([], wide)).toEqual([]);
  });

  test("ends where filled cells end, as in a spreadsheet", () => {
    const filled = [true, true, false, false, true, false];
    const isFilled = (row: number) => filled[row] === true;
    expect([0, 1, 2, 4].map((from) => edgeFrom(from, 1, 6, isFilled))).toEqual([1, 4, 4, 5]);
    expect([5, 4, 1].map((from) => edgeFrom(from, -1, 6, isFilled))).toEqual([4, 1, 0]);
    expect(edgeFrom(0, 1, 0, isFilled)).toBe(0);
  });
});

test("keys act as in a spreadsheet", () => {
  const key = (name: string, more: Partial<KeyboardEvent> = {}) =>
    gridAction(
      { key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more } as KeyboardEvent,
      9,
    );
  expect(key("ArrowDown", { shiftKey: true })).toEqual({ kind: "move", rows: 1, columns: 0, isExtending: true });
  expect(key("ArrowLeft", { ctrlKey: true })).toEqual({ kind: "edge", axis: "column", step: -1, isExtending: false });
  expect(key("PageUp")).toEqual({ kind: "move", rows: -9, columns: 0, isExtending: false });
  expect(key("D", { ctrlKey: true })).toEqual({ kind: "fill", side: "top" });
  expect(key("Z", { metaKey: true, shiftKey: true })).toEqual({ kind: "redo" });
  expect(key(" ", { shiftKey: true })).toEqual({ kind: "rows" });
  expect(key(" ")).toEqual({ kind: "type" });
  expect(key("字")).toEqual({ kind: "type" });
  expect([key("c", { ctrlKey: true }), key("F6"), key("f", { altKey: true })]).toEqual([null, null, null]);
});

describe("the rows on display", () => {
  const view = gridView(null, [table], "subjects", "");
  const [, numbers] = view.columns;
  if (numbers === undefined) throw new Error("no column");

  test("are sorted by number with blank cells last, in both directions", () => {
    expect(displayedRows(view, "all", { column: numbers, isDescending: false }, null)).toEqual([1, 0, 3, 2]);
    expect(displayedRows(view, "all", { column: numbers, isDescending: true }, null)).toEqual([3, 0, 1, 2]);
    expect(displayedRows(view, "all", null, null)).toEqual([0, 1, 2, 3]);
  });

  test("are those with missing or changed cells", () => {
    const good = smallGood();
    const of = gridView(good, smallTables, "subjects", "");
    const missing = displayedRows(of, "missing", null, null);
    expect(missing.length).toBe(new Set([...of.missing.keys()].map((id) => id.split("\u0000")[0])).size);
    expect(missing.length).toBeGreaterThan(0);
    const changed = { ...table, rows: table.rows.map((row, at) => (at === 1 ? ["乙", "8"] : row)) };
    expect(displayedRows(gridView(null, [changed], "subjects", ""), "changed", null, table)).toEqual([1]);
    // Rows that are displayed stay; those that match are added.
    expect(displayedRows(of, "missing", null, null, [0])).toEqual([...new Set([0, ...missing])].sort());
    expect(displayedRows(view, "changed", null, null)).toEqual([]);
  });
});

describe("cells", () => {
  test("are written into the rows on display only", () => {
    const rows = [3, 1];
    const [written] = withBlock(
      [table],
      { ...place, row: 3, column: "数" },
      table.header,
      [["1"], ["2"]],
      (down) => rows[down] ?? 9,
    );
    expect(written?.rows.map((row) => row[1])).toEqual(["10", "2", "", "1"]);
    expect(written?.rows[0]).toBe(table.rows[0]);
  });

  test("have a text replaced, whatever its width and case, as one change", () => {
    const what = { rows: [0, 1, 2, 3], columns: [1], text: "98%", by: "97%" };
    const { tables, count } = withReplaced([table], place, what);
    expect([count, tables[0]?.rows[3]?.[1]]).toEqual([1, "97%"]);
    expect(withReplaced([table], place, { ...what, text: "没有" })).toEqual({ tables: [table], count: 0 });
    expect(withReplaced([table], place, { ...what, text: "1", by: "$&" }).tables[0]?.rows[0]?.[1]).toBe("$&0");
    expect(
      withReplaced([table], place, { ...what, rows: [1], text: "9", by: "" }).tables[0]?.rows.map((row) => row[1]),
    ).toEqual(["10", "", "", "９８％"]);
  });
});

describe("Tab", () => {
  const [rows, columns] = [3, 4];
  const trailAfter = (...steps: readonly ("acted" | "left" | "released")[]) => {
    const trail = new TabTrail();
    for (const step of steps) trail[step]();
    return trail;
  };
  const from = (trail: TabTrail, row: number, at: number, step: 1 | -1 = 1, isEditing = false) =>
    trail.next({ row, at }, step, rows, columns, isEditing);

  test("leaves the grid when the focus has just arrived, after Esc, past the last cell and before the first", () => {
    expect(from(trailAfter(), 1, 1)).toBeNull();
    expect(from(trailAfter("acted", "left"), 1, 1)).toBeNull();
    // The focus came by a Tab that was pressed elsewhere.
    expect(from(trailAfter("acted", "released"), 1, 1)).toBeNull();
    expect(from(trailAfter("acted"), 2, 3)).toBeNull();
    expect(from(trailAfter("acted"), 0, 0, -1)).toBeNull();
    expect(trailAfter("acted").next({ row: 0, at: 0 }, 1, 0, 0, false)).toBeNull();
  });

  test("moves by cell and by row after anything was done in the grid, and from a cell that is edited", () => {
    const trail = trailAfter("acted");
    expect(from(trail, 0, 3)).toEqual({ row: 1, at: 0 });
    trail.released();
    expect(from(trail, 1, 0, -1)).toEqual({ row: 0, at: 3 });
    expect(from(trailAfter(), 1, 1, 1, true)).toEqual({ row: 1, at: 2 });
  });

  test("remembers where it began, for Enter", () => {
    const trail = trailAfter("acted");
    for (const at of [1, 2]) {
      trail.acted(false);
      from(trail, 0, at);
    }
    expect(trail.column(3)).toBe(1);
    expect(trail.column(3)).toBe(3);
    from(trail, 1, 3, -1);
    expect(trail.column(2)).toBe(2);
    from(trail, 1, 1);
    trail.acted();
    expect(trail.column(2)).toBe(2);
  });
});

describe("a key while a cell is edited", () => {
  const act = (key: string, isTyped: boolean, more: Partial<KeyboardEvent> = {}) =>
    fieldAction(
      { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more } as KeyboardEvent,
      isTyped,
    );

  test("takes the text over and moves, fills, or discards it", () => {
    expect(act("Enter", false)).toEqual({ kind: "enter", step: 1 });
    expect(act("Enter", true, { shiftKey: true })).toEqual({ kind: "enter", step: -1 });
    expect(act("Enter", true, { ctrlKey: true })).toEqual({ kind: "fill-range" });
    expect(act("Tab", false, { shiftKey: true })).toEqual({ kind: "tab", step: -1 });
    expect(act("Escape", true)).toEqual({ kind: "cancel" });
  });

  test("moves to another cell by arrow keys only from a text that was typed over the cell", () => {
    expect(act("ArrowRight", true)).toEqual({ kind: "move", rows: 0, columns: 1, isExtending: false });
    expect(act("ArrowRight", false)).toBeNull();
    expect(act("ArrowRight", true, { shiftKey: true })).toBeNull();
    expect(act("Home", true)).toBeNull();
    expect(act("a", true)).toBeNull();
  });
});
