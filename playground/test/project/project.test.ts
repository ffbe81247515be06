// Tables of a project: reading and changing cells without losing typed text.

import { describe, expect, test } from "vitest";
import { cellText, withCell, type TableText } from "../../src/project/project.js";

const subjects: TableText = {
  role: "subjects",
  name: "",
  header: ["名称", "迟报"],
  rows: [["甲", "1"], ["乙"]],
};
const place = { role: "subjects", name: "", row: 1, column: "迟报" } as const;

describe("cells", () => {
  test("missing cells at the end of a row are blank", () => {
    expect(cellText(subjects, 1, "迟报")).toBe("");
  });

  test("changing a cell extends a short row and no other row", () => {
    const [table] = withCell([subjects], place, "三次");
    expect(table?.rows).toEqual([
      ["甲", "1"],
      ["乙", "三次"],
    ]);
    expect(table?.rows[0]).toBe(subjects.rows[0]);
  });

  test("a column that the file does not have is added at its end", () => {
    const [table] = withCell([subjects], { ...place, row: 0, column: "加分" }, "2");
    expect(table?.header).toEqual(["名称", "迟报", "加分"]);
    expect(cellText(table ?? subjects, 0, "加分")).toBe("2");
  });

  test("a row one past the last is appended, and none beyond it", () => {
    expect(withCell([subjects], { ...place, row: 2, column: "名称" }, "丙")[0]?.rows).toHaveLength(3);
    expect(withCell([subjects], { ...place, row: 3 }, "丙")).toEqual([subjects]);
  });

  test("a missing table is created with the cell", () => {
    const tables = withCell([subjects], { role: "list", name: "台账", row: 0, column: "事项" }, "迟报");
    expect(tables[1]).toEqual({ role: "list", name: "台账", header: ["事项"], rows: [["迟报"]] });
  });

  test("writing the same text changes nothing, so that there is nothing to save or undo", () => {
    const tables = [subjects];
    expect(withCell(tables, { ...place, row: 0 }, "1")).toBe(tables);
  });

  test("headers are compared trimmed and in composed form", () => {
    const spaced = { ...subjects, header: ["名称", " caf\u0065\u0301 "] };
    expect(cellText(spaced, 0, "caf\u00e9")).toBe("1");
  });
});
