// The conversion between grid and CSV: cells survive a round trip, and rows keep their line numbers.

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { csvOfGrid } from "@yardstick/tables";
import { tableOfCsv } from "../../src/project/csv.js";

test("quotes, commas and line breaks in cells survive a round trip", () => {
  const cell = fc
    .string({ unit: fc.constantFrom("甲", "a", '"', ",", "\n", " ", "1") })
    .filter((text) => text === text.trim());
  const filled = cell.filter((text) => text !== "");
  const rows = fc.array(fc.tuple(filled, cell, cell), { minLength: 1 });
  fc.assert(
    fc.property(rows, (body) => {
      const table = { role: "subjects", name: "", header: ["a", "b", "c"], rows: body } as const;
      expect(tableOfCsv("subjects", "", csvOfGrid(table).text).rows).toEqual(body);
    }),
  );
});

test("each row has its line number, also after cells of several lines", () => {
  const table = {
    role: "subjects",
    name: "",
    header: ["名称", "说明"],
    rows: [
      ["甲", "一\n二"],
      ["乙", ""],
    ],
  } as const;
  expect(csvOfGrid(table).lines).toEqual([2, 4]);
});

test("a byte order mark and Windows line ends are not part of a cell", () => {
  expect(tableOfCsv("subjects", "", "\ufeff名称,数\r\n甲,1\r\n")).toEqual({
    role: "subjects",
    name: "",
    header: ["名称", "数"],
    rows: [["甲", "1"]],
  });
});
