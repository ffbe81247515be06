// A table as the grid shows it: columns with their declarations, invalid and missing cells.

import { expect, test } from "vitest";
import { cellId, gridTables, gridView } from "../../src/store/grid-view.js";
import { smallGood, smallTables } from "./small-rubric.js";

const good = smallGood();
const subjects = gridView(good, smallTables, "subjects", "");
const column = (header: string) => subjects.columns.find((found) => found.header === header);

test("there is a tab for the subjects, one for each list and one for the history", () => {
  expect(gridTables(good, smallTables).map(({ role, name }) => role + name)).toEqual([
    "subjects",
    "list台账",
    "history",
  ]);
});

test("a column has its field, and the assessor of the items that read it", () => {
  expect([column("迟报")?.field?.name, column("迟报")?.assessors]).toEqual(["迟报", ["办公室"]]);
  expect([column("名称")?.isKey, column("完成")?.isNumeric]).toEqual([true, true]);
});

test("a column that the rubric does not know is shown without a field", () => {
  expect(column("备注")?.field).toBeNull();
});

test("a declared column that the file lacks is shown for input", () => {
  const bare = gridView(good, [{ role: "subjects", name: "", header: ["名称"], rows: [["甲"]] }], "subjects", "");
  expect(bare.columns.map(({ header }) => header)).toEqual(["名称", "年度", "迟报", "完成", "任务", "事故"]);
});

test("an unreadable cell is invalid at its position, and its message numbers rows as the grid does", () => {
  const invalid = subjects.invalid.get(cellId(3, "迟报"));
  expect(invalid?.problem.found).toBe("三次");
  expect(invalid?.text).toMatch(/第 4 行.*三次/u);
});

test("a blank cell that results depend on is missing, an invalid one is not", () => {
  expect([...subjects.missing]).toEqual([[cellId(3, "完成"), "经发办"]]);
});

test("a header with a unit is the column of its field: missing and invalid cells are marked", () => {
  const tables = smallTables.map((table) => ({
    ...table,
    header: table.header.map((name) => (name === "完成" ? "完成（万元）" : name === "迟报" ? "迟报/次" : name)),
  }));
  const view = gridView(good, tables, "subjects", "");
  expect(view.columns.filter(({ field }) => field !== null).map(({ header }) => header)).toContain("完成（万元）");
  expect(view.columns.map(({ header }) => header)).not.toContain("完成");
  expect([...view.missing]).toEqual([[cellId(3, "完成（万元）"), "经发办"]]);
  expect(view.invalid.get(cellId(3, "迟报/次"))?.column).toBe("迟报/次");
});

test("rows that are not subjects, and doubtful ones, are questions and not invalid cells", () => {
  const problem = { severity: "note", table: "乡镇", index: null, row: 3, column: null, found: "合计 3" } as const;
  const place = { role: "subjects", name: "", row: 1, column: "" } as const;
  const view = gridView(
    {
      ...good,
      problems: [
        { problem: { ...problem, reason: "row-set-aside", expected: ["total", "words", "合计"] }, place, text: "一" },
        {
          problem: {
            ...problem,
            severity: "error",
            index: 1,
            reason: "row-doubted",
            expected: ["total", "words", "合计村"],
          },
          place,
          text: "二",
        },
      ],
    },
    smallTables,
    "subjects",
    "",
  );
  expect([view.invalid.size, view.others, view.questions]).toEqual([
    0,
    [],
    [
      { key: "合计", text: "一", isDoubted: false },
      { key: "合计村", text: "二", isDoubted: true },
    ],
  ]);
});

test("the columns of a list start with those of its subject", () => {
  const list = gridView(good, [], "list", "台账");
  expect(list.columns.map(({ header }) => header)).toEqual(["名称", "年度", "事项", "日期"]);
});
