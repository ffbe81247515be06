// Changes of whole tables: rows, pasted blocks, imports; and the differences between two states of a project.

import { describe, expect, test } from "vitest";
import { withImported } from "../../src/project/import-tables.js";
import { folded, lineDiff } from "../../src/project/line-diff.js";
import { filesOf, withFront, type TableText } from "../../src/project/project.js";
import { tableDifferences } from "../../src/project/table-diff.js";
import { copiedCells, leftOut, withBlock, withoutRow, withReplaced, withRow } from "../../src/project/table-rows.js";

const subjects: TableText = {
  role: "subjects",
  name: "",
  header: ["名称", "迟报"],
  rows: [
    ["甲", "1"],
    ["乙", "2"],
  ],
};
const place = { role: "subjects", name: "", row: 0, column: "名称" } as const;
const rowsOf = (tables: readonly TableText[]) => tables[0]?.rows;

describe("rows", () => {
  test("are added under the current one and removed in place", () => {
    expect(rowsOf(withRow([subjects], place))).toEqual([
      ["甲", "1"],
      ["", ""],
      ["乙", "2"],
    ]);
    expect(rowsOf(withoutRow([subjects], place))).toEqual([["乙", "2"]]);
    expect(withoutRow([subjects], { ...place, row: 9 })[0]).toBe(subjects);
  });

  test("pasted from a spreadsheet are read with quotes, line breaks and tabs", () => {
    expect(copiedCells('甲\t"两\n行"\r\n乙\t"他说""好"""\r\n')).toEqual([
      ["甲", "两\n行"],
      ["乙", '他说"好"'],
    ]);
    expect(copiedCells("只有一格")).toEqual([["只有一格"]]);
  });

  test("that do not fit are counted by columns, without blank ones", () => {
    expect(leftOut([["1", "2", "3"], ["1"]], 2)).toBe(1);
    expect(leftOut([["1", "2", " "], ["1"]], 2)).toBe(0);
    expect(leftOut([["1"]], 2)).toBe(-1);
  });

  test("that are blank are kept, and a missing column is added when it is filled", () => {
    const changed = withBlock([subjects], { ...place, row: 2 }, ["名称", "迟报", "备注"], [[""], ["戊", "", "好"]]);
    expect(changed[0]?.header).toEqual(["名称", "迟报", "备注"]);
    expect(rowsOf(changed)?.slice(2)).toEqual([[], ["戊", "", "好"]]);
    expect(withBlock([subjects], place, subjects.header, [["甲"]])[0]).toBe(subjects);
  });

  test("pasted as a block append rows as needed, and end at the last column", () => {
    const block = [
      ["丙", "3", "多出"],
      ["丁", "4"],
    ];
    expect(rowsOf(withBlock([subjects], { ...place, row: 1 }, subjects.header, block))).toEqual([
      ["甲", "1"],
      ["丙", "3"],
      ["丁", "4"],
    ]);
  });
});

test("an import replaces only the table it is for; two files for one table are concatenated", () => {
  const history: TableText = { role: "history", name: "", header: ["名称"], rows: [["甲"]] };
  const one = { ...subjects, rows: [["丙", "0"]] };
  const two = { role: "subjects", name: "", header: ["迟报", "名称", "备注"], rows: [["9", "丁", "新"]] } as const;
  const [first, second] = withImported([subjects, history], [one, two]);
  expect([first?.header, first?.rows]).toEqual([
    ["名称", "迟报", "备注"],
    [
      ["丙", "0"],
      ["丁", "9", "新"],
    ],
  ]);
  expect(second).toBe(history);
});

describe("a comparison", () => {
  test("lists removed and added lines, and folds distant ones", () => {
    const before = Array.from({ length: 20 }, (_, at) => `第 ${at} 行`);
    const after = [...before.slice(0, 10), "新的一行", ...before.slice(11)];
    const lines = lineDiff(before.join("\n"), after.join("\n"));
    expect(lines.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "out", text: "第 10 行" },
      { kind: "in", text: "新的一行" },
    ]);
    expect(folded(lines).filter(({ kind }) => kind === "folded")).toEqual([
      { kind: "folded", count: 8 },
      { kind: "folded", count: 7 },
    ]);
  });

  test("counts the cells that differ, independent of the column order", () => {
    const after = {
      ...subjects,
      header: ["迟报", "名称"],
      rows: [
        ["1", "甲"],
        ["5", "乙"],
        ["0", "丙"],
      ],
    };
    expect(tableDifferences([subjects], [after])).toEqual([{ role: "subjects", name: "", cells: 3 }]);
  });
});

test("bringing another file to the front keeps every file of the project", () => {
  const content = { path: "a", rubric: "A", tables: [], others: [{ path: "b", rubric: "B", tables: [subjects] }] };
  const turned = withFront(content, "b");
  expect([turned.rubric, turned.tables]).toEqual(["B", [subjects]]);
  expect(filesOf(turned)).toEqual(filesOf(content));
  expect(withFront(content, "none")).toBe(content);
});

test("a text is replaced by exactly what is typed, whatever signs are in either", () => {
  const signs = ["$&", "$1", "$$", "\\d+", "(a|b)", ".*", "[", "￥5", "Ａ"];
  for (const text of signs)
    for (const by of signs) {
      const table: TableText = { ...subjects, rows: [[`甲${text}乙${text}`, "1"]] };
      const { tables, count } = withReplaced([table], place, { rows: [0], columns: [0], text, by });
      expect(rowsOf(tables), `${text} by ${by}`).toEqual([[`甲${by}乙${by}`, "1"]]);
      expect(count).toBe(text === by ? 0 : 1);
    }
});
