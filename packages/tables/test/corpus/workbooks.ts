/**
 * Workbooks: stored and displayed numbers and dates, merged ranges, several sheets, and files that are damaged, malicious,
 * or not workbooks.
 */
import { strToU8, unzipSync, zipSync } from "fflate";
import { HEADER } from "../sample-program.js";
import type { CorpusCase } from "./case.js";
import { workbookCase } from "./case.js";
import type { RawWorkbook } from "./raw-workbook.js";
import { withBackslashes, withLongNumbers, withStatedSize } from "./raw-archive.js";
import { numberIn, rawRow, rawWorkbook } from "./raw-workbook.js";

const HEAD = HEADER.split(",");
const CELLS = ["甲", "2008", "450", "2", "98%", "否", "好", null, "0.5"] as const;
const READ = { 名称: ["甲"], 招商完成: ["4500000"], 违规: ["2"], 满意率: ["49/50"], 不团结: [false] };

/** A sheet of the subjects with these cells instead of the usual ones in the second row. */
function one(changed: Readonly<Record<number, string | null>>, more: Partial<RawWorkbook> = {}): Uint8Array {
  const second = CELLS.map((cell, at) => (at in changed ? (changed[at] ?? null) : cell));
  return rawWorkbook({ sheets: [{ name: "社区", data: rawRow(1, HEAD) + rawRow(2, second) }], ...more });
}

const LEDGER = ["名称", "年度", "事项", "日期", "数量"];

function shown(
  name: string,
  cell: string,
  formats: RawWorkbook["formats"],
  expected: CorpusCase["expected"],
): CorpusCase {
  return workbookCase(name, one({ 2: cell }, { formats: formats ?? [] }), expected);
}
const number = (name: string, cell: string, formats: readonly (string | number)[], value: string | null): CorpusCase =>
  shown(name, cell, formats, {
    columns: { 招商完成: [value] },
    ...(value === null ? { problems: [["not-a-number", 2, "招商完成"]] } : {}),
  });

function dates(): readonly CorpusCase[] {
  const date = (name: string, cell: string, more: Partial<RawWorkbook>, value: string | null): CorpusCase => {
    const ledger = rawRow(1, LEDGER) + rawRow(2, ["甲", "2008", "迟报", cell, null]);
    const subjects = { name: "社区", data: rawRow(1, HEAD) + rawRow(2, CELLS) };
    return workbookCase(name, rawWorkbook({ sheets: [subjects, { name: "台账", data: ledger }], ...more }), {
      listColumns: [["迟报"], [value], [null]],
      ...(value === null ? { problems: [["not-a-date", 2, "日期"]] } : {}),
    });
  };
  return [
    date("a date in a built-in format", numberIn("45293", 1), { formats: [14] }, "2024-01-02"),
    date("a date in a Chinese format", numberIn("45293", 1), { formats: ['yyyy"年"m"月"d"日"'] }, "2024-01-02"),
    date("a date in a built-in Chinese format", numberIn("45293", 1), { formats: [31] }, "2024-01-02"),
    date(
      "a date with a locale and colours",
      numberIn("45293", 1),
      { formats: ["[$-804][Red]yyyy\\-mm\\-dd;@"] },
      "2024-01-02",
    ),
    date("a serial number without a date format", numberIn("45293"), {}, "2024-01-02"),
    date(
      "a serial number that counts from 1904",
      numberIn("43831", 1),
      { formats: [14], date1904: true },
      "2024-01-02",
    ),
    date("a day before the leap day that never was", numberIn("59", 1), { formats: [14] }, "1900-02-28"),
    date("29 February 1900, which never was", numberIn("60", 1), { formats: [14] }, null),
    date("the day of a timestamp", numberIn("45293.5", 1), { formats: [22] }, "2024-01-02"),
    date("a date as ISO text", '<c t="d"><v>2024-01-02</v></c>', {}, "2024-01-02"),
    date("a small number in a column of dates", numberIn("12"), {}, null),
    workbookCase(
      "a month in the column of periods is read as displayed",
      one({ 1: numberIn("45292", 1) }, { formats: ['yyyy"年"m"月"'] }),
      {
        columns: { 年度: ["2024年1月"] },
      },
    ),
    workbookCase("a year in the column of periods", one({ 1: numberIn("2008") }), { columns: { 年度: ["2008"] } }),
  ];
}

function numbers(): readonly CorpusCase[] {
  return [
    number("a number as typed", numberIn("450.1"), [], "4501000"),
    number("a number with 17 digits is the short one that was typed", numberIn("12.300000000000001"), [], "123000"),
    number("noise of binary arithmetic is not read", numberIn("0.30000000000000004"), [], "3000"),
    number("a number with an exponent", numberIn("1.5E-2"), [], "150"),
    number("a great number with an exponent", numberIn("1E+21"), [], "10000000000000000000000000"),
    number("a negative zero", numberIn("-0"), [], "0"),
    number("separators of a format change nothing", numberIn("1234.5", 1), ["#,##0.00_ "], "12345000"),
    shown("decimals that a format does not show are read, and told", numberIn("1234.567", 1), ["#,##0.0_ "], {
      columns: { 招商完成: ["12345670"] },
      problems: [["digits-not-shown", null, "招商完成"]],
    }),
    number("an accounting format", numberIn("-3", 1), ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '], "-30000"),
    number("a unit in the format is read as it is shown", numberIn("3.5", 1), ['0.0"亿元"'], "350000000"),
    number("a currency in the format, in a column of 万元, is refused", numberIn("3", 1), ["[$¥-804]#,##0.00"], null),
    number("a percent format in a column of amounts is refused", numberIn("0.5", 1), ["0%"], null),
    shown("a format that shows thousands is refused", numberIn("12345", 1), ['0,"千"'], {
      columns: { 招商完成: [null] },
      problems: [["shown-otherwise", 2, "招商完成"]],
    }),
    workbookCase("percentages are read as displayed", one({ 4: numberIn("0.98", 1) }, { formats: [10] }), {
      columns: READ,
    }),
    workbookCase("a fraction without a percent format is ambiguous", one({ 4: numberIn("0.98") }), {
      columns: { 满意率: [null] },
      problems: [["not-a-percent", 2, "满意率"]],
    }),
    workbookCase("per mille in the format", one({ 4: numberIn("5", 1) }, { formats: ['0"‰"'] }), {
      columns: { 满意率: ["1/200"] },
    }),
    workbookCase("leading zeros of a format belong to a text", one({ 0: numberIn("7", 1) }, { formats: ["000"] }), {
      columns: { 名称: ["007"] },
    }),
    workbookCase("a number in a column of text", one({ 0: numberIn("110101199001011234") }), {
      columns: { 名称: ["110101199001011234"] },
    }),
    workbookCase("a long number of which a spreadsheet kept 15 digits", one({ 0: numberIn("1.10101199001011E+17") }), {
      columns: { 名称: [] },
      problems: [["digits-lost", 2, "名称"]],
    }),
    workbookCase("booleans are flags", one({ 5: '<c t="b"><v>1</v></c>' }), { columns: { 不团结: [true] } }),
  ];
}

function cells(): readonly CorpusCase[] {
  const strings = [
    "<t>甲</t>",
    "<r><t>好</t></r><r><rPr><b/></rPr><t></t></r>",
    '<t>学校</t><rPh sb="0" eb="2"><t>がっこう</t></rPh>',
    "<t>a_x000D_b_x005F_x0041_&amp;&#x4E00;</t>",
  ];
  const text = (at: number) => `<c t="s"><v>${at}</v></c>`;
  return [
    workbookCase("shared and rich texts", one({ 0: text(0), 6: text(1) }, { strings }), {
      columns: { 名称: ["甲"], 档次: [2] },
    }),
    workbookCase("phonetic readings are not part of the text", one({ 0: text(2) }, { strings }), {
      columns: { 名称: ["学校"] },
    }),
    workbookCase("escaped characters", one({ 7: text(3) }, { strings }), { columns: { 备注: ["a\rb_x0041_&一"] } }),
    workbookCase("the value of a formula is read", one({ 2: "<c><f>A1*2</f><v>450</v></c>" }), { columns: READ }),
    workbookCase("the text of a formula", one({ 6: '<c t="str"><f>X()</f><v>好</v></c>' }), {
      columns: { 档次: [2] },
    }),
    workbookCase("a formula without a stored value is not a blank", one({ 2: "<c><f>A1*2</f></c>" }), {
      columns: { 招商完成: [null] },
      problems: [["unreadable", 2, "招商完成"]],
    }),
    workbookCase(
      "an error is neither a number nor a text",
      one({ 2: '<c t="e"><v>#N/A</v></c>', 7: '<c t="e"><v>#REF!</v></c>' }),
      {
        columns: { 招商完成: [null], 备注: [null] },
        problems: [
          ["not-a-number", 2, "招商完成"],
          ["unreadable", 2, "备注"],
        ],
      },
    ),
    workbookCase(
      "cells and rows without references",
      rawWorkbook({
        sheets: [
          {
            name: "x",
            data: `<row>${HEAD.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row><row>${CELLS.map((cell) => (cell === null ? "<c/>" : `<c t="str"><v>${cell}</v></c>`)).join("")}</row>`,
          },
        ],
      }),
      { columns: READ },
    ),
  ];
}

function layouts(): readonly CorpusCase[] {
  const title = rawRow(1, ["2008 年数据"]);
  const merge = (...ranges: string[]) =>
    `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`;
  const subjects = { name: "社区", data: rawRow(1, HEAD) + rawRow(2, CELLS) };
  const second = ["乙", "2008", null, "0", "95.5%", "是", null, null, null];
  return [
    workbookCase(
      "a merged title",
      rawWorkbook({ sheets: [{ name: "s", data: title + rawRow(2, HEAD) + rawRow(3, CELLS), tail: merge("A1:I1") }] }),
      {
        columns: READ,
        notes: ["表头在第 2 行", "第 1 行是标题，没有采用：2008 年数据", "有 1 处合并单元格"],
      },
    ),
    workbookCase(
      "groups and units in merged headers",
      rawWorkbook({
        sheets: [
          {
            name: "s",
            data:
              rawRow(1, ["名称", "年度", "招商完成", "违规", "满意率", "队伍", null, "备注"]) +
              rawRow(2, [null, null, "万元", "件", "%", "不团结", "档次"]) +
              rawRow(3, ["甲", "2008", "450", "2", "98", "否", "好"]),
            tail: merge("A1:A2", "B1:B2", "F1:G1", "H1:H2"),
          },
        ],
      }),
      { columns: READ, notes: ["表头占第 1 至 2 行", "有 4 处合并单元格"] },
    ),
    workbookCase(
      "a text in vertically merged cells belongs to each row",
      rawWorkbook({
        sheets: [{ name: "社区", data: rawRow(1, HEAD) + rawRow(2, CELLS) + rawRow(3, second), tail: merge("G2:G3") }],
      }),
      { columns: { 档次: [2, 2] }, notes: ["有 1 处合并单元格"] },
    ),
    workbookCase(
      "a number in vertically merged cells belongs to none of the rows, each of which is an error",
      rawWorkbook({
        sheets: [{ name: "社区", data: rawRow(1, HEAD) + rawRow(2, CELLS) + rawRow(3, second), tail: merge("C2:C3") }],
      }),
      {
        columns: { 招商完成: [null, null] },
        problems: [
          ["merged-cells", 2, "招商完成"],
          ["merged-cells", 3, "招商完成"],
        ],
        notes: ["有 1 处合并单元格"],
      },
    ),
    workbookCase(
      "headers merged over two lines, of which the second has headers of its own in other columns",
      rawWorkbook({
        sheets: [
          {
            name: "社区",
            data: rawRow(1, HEAD) + rawRow(2, [null, null, "2007年"]) + rawRow(3, CELLS),
            tail: merge("A1:A2", "B1:B2", "D1:D2"),
          },
        ],
      }),
      {
        columns: READ,
        notes: ["第 2 行是重复的表头，没有采用：2007年", "有 3 处合并单元格"],
      },
    ),
    workbookCase(
      "a header and its cells merged over the same two columns",
      rawWorkbook({
        sheets: [
          {
            name: "社区",
            data: rawRow(1, ["名称", "年度", "招商完成", null, "违规"]) + rawRow(2, ["甲", "2008", "450", null, "2"]),
            tail: merge("C1:D1", "C2:D2"),
          },
        ],
      }),
      {
        columns: { 招商完成: ["4500000"], 违规: ["2"] },
        problems: ["满意率", "不团结", "档次"].map((name) => ["missing-column", 1, name]),
        notes: ["有 2 处合并单元格"],
      },
    ),
    workbookCase(
      "a merged remark below the table",
      rawWorkbook({
        sheets: [
          {
            name: "社区",
            data: rawRow(1, HEAD) + rawRow(2, CELLS) + rawRow(3, ["以上数据已经核对"]),
            tail: merge("A3:I3"),
          },
        ],
      }),
      { columns: READ, notes: ["第 3 行是附注，没有采用：以上数据已经核对", "有 1 处合并单元格"] },
    ),
    workbookCase(
      "rows that a filter hides are read, with a note",
      rawWorkbook({
        sheets: [{ name: "社区", data: rawRow(1, HEAD) + rawRow(2, CELLS) + rawRow(3, second, ' hidden="1"') }],
      }),
      { columns: { 名称: ["甲", "乙"] }, problems: [["hidden-rows", null, null]] },
    ),
    workbookCase(
      "cells beyond the headers do not shift a row",
      rawWorkbook({
        sheets: [{ name: "社区", data: rawRow(1, HEAD) + rawRow(2, [...CELLS, null, "随手一记"]) }],
      }),
      { columns: READ, notes: ["第 K 列没有表头"] },
    ),
    workbookCase(
      "the sheet with the name of the data block, in any position",
      rawWorkbook({ sheets: [{ name: "封面", data: rawRow(1, ["x"]) }, subjects] }),
      {
        columns: READ,
        problems: [["unused-sheets", null, null]],
      },
    ),
    workbookCase(
      "a cover sheet first: the sheet is found by its headers",
      rawWorkbook({
        sheets: [
          { name: "填表说明", data: rawRow(1, ["请各社区认真填写"]) + rawRow(2, ["一、名称填全称"]) },
          { ...subjects, name: "Sheet2" },
          { name: "附件", data: rawRow(1, ["名称", "联系人"]) + rawRow(2, ["甲", "张"]) },
        ],
      }),
      { columns: READ, problems: [["unused-sheets", null, null]] },
    ),
    workbookCase(
      "two sheets whose headers match equally: the first is read, with a warning",
      rawWorkbook({
        sheets: [
          { ...subjects, name: "一月" },
          { ...subjects, name: "二月" },
        ],
      }),
      {
        columns: READ,
        problems: [
          ["several-sheets", null, null],
          ["unused-sheets", null, null],
        ],
      },
    ),
    workbookCase(
      "a template without rows is not considered",
      rawWorkbook({
        sheets: [
          { name: "模板", data: rawRow(1, HEAD) },
          { ...subjects, name: "数据" },
        ],
      }),
      { columns: READ, problems: [["unused-sheets", null, null]] },
    ),
    workbookCase(
      "a sheet with a name similar to that of a list",
      rawWorkbook({ sheets: [subjects, { name: "台帐", data: rawRow(1, LEDGER) }] }),
      {
        columns: READ,
        problems: [
          ["unknown-sheet", null, null],
          ["unused-sheets", null, null],
        ],
      },
    ),
    workbookCase(
      "hidden columns are read, with a note",
      rawWorkbook({
        sheets: [
          {
            ...subjects,
            head: '<cols><col min="3" max="4" width="9" hidden="1"/><col min="12" max="20" hidden="1"/></cols>',
          },
        ],
      }),
      { columns: READ, problems: [["hidden-columns", null, null]] },
    ),
    workbookCase("paths with backslashes", withBackslashes(rawWorkbook({ sheets: [subjects] })), { columns: READ }),
    workbookCase("an archive in ZIP64 form", withLongNumbers(rawWorkbook({ sheets: [subjects] })), {
      columns: READ,
    }),
    workbookCase(
      "a hidden sheet is not read as the data",
      rawWorkbook({
        sheets: [
          { name: "旧", data: rawRow(1, ["x"]), state: "hidden" },
          { ...subjects, name: "Sheet2" },
        ],
      }),
      { columns: READ },
    ),
    workbookCase(
      "a hidden sheet with matching headers is skipped, with a warning",
      rawWorkbook({
        sheets: [
          { ...subjects, name: "上年", state: "hidden" },
          { ...subjects, name: "Sheet2" },
        ],
      }),
      { columns: READ, problems: [["hidden-sheet", null, null]] },
    ),
    workbookCase(
      "a hidden sheet with the name of the table is read, with a note",
      rawWorkbook({
        sheets: [
          { ...subjects, state: "hidden" },
          { name: "封面", data: rawRow(1, ["x"]) },
        ],
      }),
      {
        columns: READ,
        problems: [
          ["hidden-sheet", null, null],
          ["unused-sheets", null, null],
        ],
      },
    ),
    workbookCase(
      "lists, constants and history in separate sheets",
      rawWorkbook({
        sheets: [
          subjects,
          { name: "台账", data: rawRow(1, LEDGER) + rawRow(2, ["甲", "2008", "迟报", null, "2"]) },
          { name: "常量", data: rawRow(1, ["预算"]) + rawRow(2, ["3"]) },
          { name: "往期结果", data: rawRow(1, ["名称", "年度", "总分"]) + rawRow(2, ["甲", "2007", numberIn("97.8")]) },
        ],
      }),
      { columns: READ, listColumns: [["迟报"], [null], ["2"]] },
    ),
    workbookCase("an empty sheet", rawWorkbook({ sheets: [{ name: "社区", data: "" }] }), {
      problems: [["unreadable", null, null]],
    }),
  ];
}

function hostile(): readonly CorpusCase[] {
  const good = one({});
  const damaged = Uint8Array.from(good);
  const at = good.length >> 1;
  for (let byte = 0; byte < 8; byte++) damaged[at + byte] = (damaged[at + byte] ?? 0) ^ 0x5a;
  const unreadable = { problems: [["unreadable", null, null]] } as const;
  const tooLarge = { problems: [["too-large", null, null]] } as const;
  const parts = unzipSync(good);
  const bomb = strToU8(`<worksheet><sheetData>${" ".repeat(3_000_000)}</sheetData></worksheet>`);
  const rows = rawRow(1, HEAD) + Array.from({ length: 50 }, (_, row) => rawRow(row + 2, [`社区${row}`])).join("");
  return [
    workbookCase(
      "an old workbook, or one with a password",
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      unreadable,
    ),
    workbookCase("a CSV file called .xlsx", strToU8(`${HEADER}\n`), unreadable),
    workbookCase("no bytes at all", new Uint8Array(), unreadable),
    workbookCase("a file that is cut off", good.slice(0, good.length - 40), unreadable),
    workbookCase("corrupted bytes", damaged, unreadable),
    workbookCase("an archive without a workbook", zipSync({ "a.txt": strToU8("x") }), unreadable),
    workbookCase(
      "a document type, which no spreadsheet writes",
      one({}, { parts: { "xl/worksheets/sheet1.xml": strToU8('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>') } }),
      unreadable,
    ),
    workbookCase(
      "text that is not UTF-8",
      one({}, { parts: { "xl/worksheets/sheet1.xml": Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0xfd]) } }),
      unreadable,
    ),
    workbookCase(
      "markup that is cut off",
      one({}, { parts: { "xl/worksheets/sheet1.xml": strToU8("<worksheet><sheetData><row><c") } }),
      unreadable,
    ),
    workbookCase(
      "a part that unpacks to more than is allowed",
      zipSync({ ...parts, "xl/worksheets/sheet1.xml": bomb }),
      tooLarge,
      { unpackedBytes: 1_000_000 },
    ),
    workbookCase(
      "a part that states a size beyond what is allowed",
      withStatedSize(good, "xl/worksheets/sheet1.xml", 1_200_000_000),
      tooLarge,
    ),
    workbookCase(
      "a cell of 50 MB",
      zipSync({
        ...parts,
        "xl/worksheets/sheet1.xml": strToU8(
          `<worksheet><sheetData><row><c t="inlineStr"><is><t>${"好".repeat(5_000_000)}</t></is></c></row></sheetData></worksheet>`,
        ),
      }),
      tooLarge,
    ),
    workbookCase(
      "a sheet with more rows than are allowed",
      rawWorkbook({ sheets: [{ name: "社区", data: rows }] }),
      tooLarge,
      { rows: 20 },
    ),
    workbookCase(
      "a cell in a column beyond what is allowed",
      rawWorkbook({ sheets: [{ name: "社区", data: rawRow(1, HEAD) + '<row r="2"><c r="XFD2"><v>1</v></c></row>' }] }),
      tooLarge,
    ),
    workbookCase("a workbook with more bytes than are allowed", good, tooLarge, { bytes: 100 }),
    workbookCase(
      "very large merged ranges are cheap",
      rawWorkbook({
        sheets: [
          {
            name: "社区",
            data: rawRow(1, HEAD) + rawRow(2, CELLS),
            tail: '<mergeCells><mergeCell ref="K1:XFD1048576"/></mergeCells>',
          },
        ],
      }),
      { columns: READ, notes: ["有 1 处合并单元格"] },
    ),
  ];
}

export function workbookCases(): readonly CorpusCase[] {
  return [...numbers(), ...dates(), ...cells(), ...layouts(), ...hostile()];
}
