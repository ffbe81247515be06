// A table as the grid shows it: columns with what the rubric says of them, bad cells in place, awaited cells marked.

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

test("a column bears its field, and the assessor of the items that read it", () => {
  expect([column("迟报")?.field?.name, column("迟报")?.assessors]).toEqual(["迟报", ["办公室"]]);
  expect([column("名称")?.isKey, column("完成")?.isNumeric]).toEqual([true, true]);
});

test("a column that the rubric does not know is shown without a field", () => {
  expect(column("备注")?.field).toBeNull();
});

test("a declared column that the file lacks is there to be filled in", () => {
  const bare = gridView(good, [{ role: "subjects", name: "", header: ["名称"], rows: [["甲"]] }], "subjects", "");
  expect(bare.columns.map(({ header }) => header)).toEqual(["名称", "年度", "迟报", "完成", "任务", "事故"]);
});

test("a cell that cannot be read is bad where it stands, and its sentence counts rows as the grid does", () => {
  const bad = subjects.bad.get(cellId(3, "迟报"));
  expect(bad?.problem.found).toBe("三次");
  expect(bad?.text).toMatch(/第 4 行.*三次/u);
});

test("a blank cell that results wait for is awaited, one that is bad is not", () => {
  expect([...subjects.awaited]).toEqual([[cellId(3, "完成"), "经发办"]]);
});

test("the columns of a list begin with those of its subject", () => {
  const list = gridView(good, [], "list", "台账");
  expect(list.columns.map(({ header }) => header)).toEqual(["名称", "年度", "事项", "日期"]);
});
