import { describe, expect, test } from "vitest";
import { parseCsv } from "../src/csv.js";
import { csvFileOfGrid } from "../src/index.js";
import { DEFAULT_TABLE_LIMITS } from "../src/limits.js";

describe("a table of a project as a CSV file", () => {
  const grid = {
    header: ["名称", "数量", "说明"],
    rows: [
      ["=HYPERLINK(1)", "-0.5", "@有事"],
      ["甲", "+3%", "第一行\n第二行"],
      ["乙", "1,200", "- 无"],
    ],
  };

  test("guards texts that would run as formulas and leaves signed numbers unchanged", () => {
    expect(csvFileOfGrid(grid)).toBe(
      '\ufeff名称,数量,说明\r\n\'=HYPERLINK(1),-0.5,\'@有事\r\n甲,+3%,"第一行\n第二行"\r\n乙,"1,200",\'- 无\r\n',
    );
  });

  test("is read back unchanged", () => {
    const read = parseCsv(csvFileOfGrid(grid), DEFAULT_TABLE_LIMITS);
    expect("table" in read ? read.table.rows.map(({ cells }) => cells) : read).toEqual([grid.header, ...grid.rows]);
  });
});
