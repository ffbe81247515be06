/**
 * Titles, groups, units, totals and remarks around the tables of office files, as CSV; and files that are not tables.
 */
import { HEADER } from "../sample-program.js";
import type { CorpusCase } from "./case.js";
import { csvCase } from "./case.js";

const ROW = "甲,2008,450,2,98%,否,好,,0.5\n";
const READ = { 名称: ["甲"], 招商完成: ["4500000"], 违规: ["2"], 满意率: ["49/50"] };
const TWO = { 名称: ["甲", "乙"], 违规: ["2", "0"] };
const OTHER = "乙,2008,,0,95.5%,是,中,迟,\n";

export function layoutCases(): readonly CorpusCase[] {
  return [
    csvCase("one title row", `二〇〇八年社区考核数据\n${HEADER}\n${ROW}`, {
      columns: READ,
      notes: ["表头在第 2 行", "第 1 行是标题，没有采用：二〇〇八年社区考核数据"],
    }),
    csvCase(
      "a title, a line with the author, a blank line",
      `考核数据,,,\n单位：办公室,,日期：2008-12-31,\n\n${HEADER}\n${ROW}`,
      {
        columns: READ,
        notes: ["表头在第 4 行", "第 1 行是标题", "第 2 行是标题，没有采用：单位：办公室"],
      },
    ),
    csvCase("groups above the headers", `,,经济,,治理,,,,党建\n${HEADER}\n${ROW}`, {
      columns: READ,
      notes: ["表头在第 2 行", "第 1 行是标题"],
    }),
    csvCase(
      "groups that complete the names of their columns",
      "名称,年度,招商,违规,满意,不团结,档次,备注\n,,完成,,率,,,\n甲,2008,450,2,98%,否,好,\n",
      {
        columns: READ,
        notes: ["表头占第 1 至 2 行"],
      },
    ),
    csvCase("a row of units below the headers", `${HEADER}\n,,万元,件,%,,,,\n甲,2008,450,2,98,否,好,,\n`, {
      columns: READ,
      notes: ["表头占第 1 至 2 行"],
    }),
    csvCase("a row of other units of the same measure", `${HEADER}\n,,（元）,,,,,,\n甲,2008,4500000,2,98%,否,好,,\n`, {
      columns: READ,
      notes: ["表头占第 1 至 2 行"],
    }),
    csvCase("a first row of data that resembles units is data", `${HEADER}\n甲,2008,450,2,98%,否,好,,0.5\n`, {
      columns: READ,
    }),
    csvCase(
      "headers with line breaks, spaces and brackets",
      `"名 称",年度,"招商完成\n（万元）",违规(件),满意率【%】,不团结,档次,备注\n`.replace("名 称", "　名称 ") +
        "甲,2008,450,2,98,否,好,\n",
      {
        columns: READ,
      },
    ),
    csvCase("a total at the end", `${HEADER}\n${ROW}${OTHER}合  计,,450,2,,,,,\n平均,,225,1,,,,,\n`, {
      columns: TWO,
      problems: [
        ["row-set-aside", 4, null],
        ["row-set-aside", 5, null],
      ],
    }),
    csvCase("remarks at the end", `${HEADER}\n${ROW}注：招商完成以统计局数据为准\n填表人：张三,,,,审核人：李四\n`, {
      columns: READ,
      problems: [
        ["row-set-aside", 3, null],
        ["row-set-aside", 4, null],
      ],
    }),
    csvCase("headers that are repeated on every page", `${HEADER}\n${ROW}${HEADER}\n${OTHER}`, {
      columns: TWO,
      notes: ["第 3 行是重复的表头"],
    }),
    csvCase("a subject whose name begins like a remark is a subject", `${HEADER}\n注一社区,2008,450,2,98%,否,好,,\n`, {
      columns: { 名称: ["注一社区"] },
    }),
    csvCase("a column without a header", `${HEADER.replace("备注", "")}\n甲,2008,450,2,98%,否,好,有话,0.5\n`, {
      columns: READ,
      notes: ["第 H 列没有表头，没有采用"],
    }),
    csvCase("many trailing blank lines and columns", `${HEADER},,,\n\n${ROW.trim()},,,,\n,,,,,,,,,,\n\n`, {
      columns: READ,
    }),
    csvCase("a row with shifted cells", `${HEADER}\n甲,2008,1,234,2,98%,否,好,,0.5\n`, {
      columns: { 名称: ["甲"], 招商完成: [null] },
      problems: [["too-many-cells", 2, null]],
    }),
    csvCase("a line that names the separator", `sep=;\n${HEADER.replaceAll(",", ";")}\n${ROW.replaceAll(",", ";")}`, {
      columns: READ,
      notes: ["按分号分列", "表头在第 2 行"],
    }),
    csvCase(
      "full-width commas inside cells of a file with commas",
      `${HEADER}\n${OTHER.replace("迟", "迟，两次，已改，再犯，通报")}`,
      {
        columns: { 备注: ["迟，两次，已改，再犯，通报"] },
      },
    ),
    csvCase(
      "semicolons inside cells of a file with commas",
      `${HEADER}\n${OTHER.replace("迟", "a;b;c;d;e;f;g;h;i;j;k;l")}`,
      {
        columns: { 备注: ["a;b;c;d;e;f;g;h;i;j;k;l"] },
      },
    ),
    csvCase("a guard before a text that would run as a formula", `${HEADER}\n'=1+1,2008,'-5,2,98%,否,好,'@x,\n`, {
      columns: { 名称: ["=1+1"], 招商完成: ["-50000"], 备注: ["@x"] },
    }),
    csvCase("errors of formulas are not text", `${HEADER}\n甲,2008,#DIV/0!,#N/A,#VALUE!,#REF!,#NAME?,#N/A,\n`, {
      columns: { 名称: ["甲"], 备注: [null] },
      problems: [
        ["not-a-number", 2, "招商完成"],
        ["not-a-number", 2, "违规"],
        ["not-a-percent", 2, "满意率"],
        ["not-a-flag", 2, "不团结"],
        ["not-a-level", 2, "档次"],
        ["unreadable", 2, "备注"],
      ],
    }),
    csvCase("an empty file", "", { problems: [["unreadable", null, null]] }),
    csvCase("nothing but blanks and line ends", "\ufeff \r\n,,,\r\n\t\r\n", { problems: [["unreadable", null, null]] }),
    csvCase("only headers", `${HEADER}\n`, { columns: { 名称: [] } }),
    csvCase("a quote that is not closed", `${HEADER}\n"甲,2008\n${OTHER}`, { problems: [["unreadable", 2, null]] }),
    csvCase(
      "more rows than are allowed",
      `${HEADER}\n${ROW}${OTHER}`,
      { problems: [["too-large", null, null]] },
      { rows: 2 },
    ),
    csvCase("exactly as many rows as are allowed", `${HEADER}\n${ROW}${OTHER}`, { columns: TWO }, { rows: 3 }),
    csvCase(
      "more columns than are allowed",
      `${HEADER}\n${ROW}`,
      { problems: [["too-large", null, null]] },
      { columns: 8 },
    ),
    csvCase(
      "more bytes than are allowed",
      `${HEADER}\n${ROW}`,
      { problems: [["too-large", null, null]] },
      { bytes: 50 },
    ),
  ];
}
