// Tables of appraisal documents, as copied from Word and Excel.

import { parse } from "@yardstick/language";
import { describe, expect, test } from "vitest";
import { cellsOf, mismatches, readTable } from "../src/edit/pasted-table.js";
import { formOf } from "./form-text.js";

/** Sixty rows in six sections; the heading is in the first row of each, as with merged cells. */
function sixtyRows(): string {
  const rows = ["大类\t工作目标\t分值\t评分标准\t考核部门"];
  for (let section = 0; section < 6; section++)
    for (let row = 0; row < 10; row++)
      rows.push(
        [
          row === 0 ? `${"一二三四五六"[section]}、第${section + 1}类工作（${section === 5 ? 25 : 15}分）` : "",
          `目标${section + 1}之${row + 1}`,
          section === 5 ? "2.5" : "1.5分",
          `未完成的，每项扣0.${row + 1}分；"材料"迟报的扣0.1分`,
          "组织办",
        ]
          .map((cell) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell))
          .join("\t"),
      );
  return rows.join("\r\n");
}

describe("sixty rows with merged headings", () => {
  const table = readTable(cellsOf(sixtyRows()), "考核内容");

  test("become six sections with the sums of the table", () => {
    expect(table?.sections.map(({ name, sum, items }) => [name, sum, items.length])).toEqual([
      ...[1, 2, 3, 4, 5].map((number) => [`第${number}类工作`, "15", 10]),
      ["第6类工作", "25", 10],
    ]);
    expect(table?.total).toBe("100");
    expect(mismatches(table!)).toEqual([]);
  });

  test("become a draft without errors, each item at discretion with its clause", () => {
    const { form, text } = formOf("");
    form.declarations.putTable(table!, false);
    expect(form.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(form.view.sum).toMatchObject({ state: "right", total: "100" });
    expect(text.rubric.match(/酌情 得 依据/g)).toHaveLength(60);
    expect(parse(text.rubric).findings).toEqual([]);
    expect(text.rubric).toContain('\\"材料\\"迟报');
  });

  test("are added after the existing parts, under free names", () => {
    const { form, text } = formOf("满分 110 分\n大类 「第1类工作」 10 分 { 条目 目标1之1 10 分 { 酌情 得 } }\n");
    form.declarations.putTable(table!, false);
    expect(text.rubric.startsWith("满分 110 分\n大类 「第1类工作」 10 分")).toBe(true);
    expect(text.rubric).toContain("大类 「第1类工作2」 15 分");
    expect(form.view.sum).toMatchObject({ state: "right" });
  });
});

test("cells of a page that span rows and columns are expanded", () => {
  const page =
    "<table><tr><th>大类</th><th>内容</th><th>分值</th><th>评分标准</th></tr>" +
    "<tr><td rowspan=2>党建（5分）</td><td>组织</td><td>3</td><td>缺一次扣<b>0.1</b>分<br>扣完为止</td></tr>" +
    "<tr><td>教育</td><td>2</td><td>未学扣1分</td></tr><tr><td colspan=2>合计</td><td>5</td><td></td></tr></table>";
  const table = readTable(cellsOf("", page), "x");
  expect(table?.sections).toEqual([
    {
      name: "党建",
      stated: "5",
      sum: "5",
      items: [
        { name: "组织", points: "3", clause: "缺一次扣0.1分；扣完为止", assessor: "" },
        { name: "教育", points: "2", clause: "未学扣1分", assessor: "" },
      ],
    },
  ]);
});

/**
 * As Word writes them: paragraphs in the cells, office tags, styles, a comment, a table split in two at a page break.
 */
function wordPage(): string {
  const cell = (text: string, span = 1) =>
    `<td width=100 ${span > 1 ? `rowspan=${span}` : ""} style='border:solid windowtext 1.0pt'><p class=MsoNormal align=center>` +
    `<span lang=EN-US style='font-size:10.5pt'>${text}<o:p></o:p></span></p></td>`;
  const row = (at: number) => {
    const first =
      at % 10 === 0 ? cell(`${"一二三四五六"[at / 10]}、第${at / 10 + 1}类<br>（${at < 50 ? 15 : 25}分）`, 10) : "";
    return `<tr style='height:20pt'>${first}${cell(`目标${at + 1}`)}${cell(at < 50 ? "1.5" : "2.5")}${cell("未完成扣0.1分&nbsp;&lt;略&gt;")}</tr>`;
  };
  const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => row(from + at)).join("\r\n");
  const head = `<tr>${["大类", "工作目标", "分值", "评分标准"].map((text) => cell(text)).join("")}</tr>`;
  const table = (inner: string) => `<table class=MsoTableGrid border=1><tbody>${inner}</tbody></table>`;
  return (
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- td {mso-style:x} --></style></head><body>` +
    `<!--StartFragment-->${table(head + rows(0, 30))}<p class=MsoNormal></p>${table(rows(30, 60))}<!--EndFragment--></body></html>`
  );
}

test("sixty rows from Word with merged cells, in two tables, become six matching sections", () => {
  const table = readTable(cellsOf("", wordPage()), "x");
  expect(table?.sections.map(({ name, sum, items }) => [name, sum, items.length])).toEqual([
    ...[1, 2, 3, 4, 5].map((number) => [`第${number}类`, "15", 10]),
    ["第6类", "25", 10],
  ]);
  expect(table?.total).toBe("100");
  expect(mismatches(table!)).toEqual([]);
  expect(table?.sections[5]?.items[9]).toEqual({
    name: "目标60",
    points: "2.5",
    clause: "未完成扣0.1分 <略>",
    assessor: "",
  });
});

test("a heading whose points differ from those of its items is reported", () => {
  const table = readTable(cellsOf("一、党建（6分）\t组织\t3\t缺会扣分\n\t教育\t2\t缺课扣分"), "x");
  expect(mismatches(table!).map(({ stated, sum }) => [stated, sum])).toEqual([["6", "5"]]);
});

test("three columns are heading, clause and points", () => {
  const table = readTable(
    cellsOf("党建\t缺一次会议扣0.1分，扣完为止\t3\n\t学习不足的扣1分\t2\n经济\t按完成比例得分\t5"),
    "x",
  );
  expect(table?.sections.map(({ name, items }) => [name, items.map(({ points }) => points)])).toEqual([
    ["党建", ["3", "2"]],
    ["经济", ["5"]],
  ]);
});

test("text without points is not a table", () => {
  expect(readTable(cellsOf("你好\t世界"), "x")).toBeNull();
});
