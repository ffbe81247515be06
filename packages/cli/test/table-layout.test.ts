import { describe, expect, test } from "vitest";
import { wrapped } from "../src/display-width.js";
import { layoutTable } from "../src/table-layout.js";

describe("a table for terminals", () => {
  const columns = [
    { header: "名次", align: "right" },
    { header: "名称", align: "left" },
    { header: "总分", align: "decimal" },
  ] as const;

  test("aligns Chinese by two columns per character, and numbers on their decimal point", () => {
    const rows = [
      ["1", "书院社区", "98.63"],
      ["10", "A", "104.5"],
      ["—", "河沿", "7"],
    ];
    expect(layoutTable({ columns, rows, fixed: 2 }, 80)).toEqual([
      "名次  名称        总分",
      "   1  书院社区   98.63",
      "  10  A         104.5",
      "   —  河沿        7",
    ]);
  });

  test("continues below with its first columns repeated where it is too wide", () => {
    const wide = [...columns, { header: "党群工作", align: "left" }, { header: "经济工作", align: "left" }] as const;
    const lines = layoutTable({ columns: wide, rows: [["1", "甲", "9", "x", "y"]], fixed: 2 }, 24);
    expect(lines).toEqual([
      "名次  名称  总分",
      "   1  甲       9",
      "",
      "名次  名称  党群工作",
      "   1  甲    x",
      "",
      "名次  名称  经济工作",
      "   1  甲    y",
    ]);
  });

  test("colours are added after the padding and change no width", () => {
    const lines = layoutTable({ columns, rows: [["1", "甲", "9.5"]], fixed: 2 }, 80, (padded, row) =>
      row < 0 ? padded : `<${padded}>`,
    );
    expect(lines[1]).toBe("<   1>  <甲  >  < 9.5>");
  });
});

describe("a long text", () => {
  test("breaks after any Chinese character but not inside a number or before a punctuation mark", () => {
    expect(wrapped("每迟报一次扣0.25分，最多扣", 10)).toEqual(["每迟报一次", "扣0.25分，", "最多扣"]);
  });
  test("that fits is one line", () => {
    expect(wrapped("甲", 10)).toEqual(["甲"]);
    expect(wrapped("", 10)).toEqual([""]);
  });
});
