// Entry forms that were filled in by other programs: however they write workbooks, a form is recognised as a form and gives the same
// tables, without a warning.

import { assert, constantFrom, property, record } from "fast-check";
import { expect, test } from "vitest";
import { compile } from "yardstick";
import {
  collectTables,
  describeProblem,
  readGrids,
  entryForm,
  type Book,
  type BookCell,
  type BookValue,
} from "@yardstick/tables";
import { runs } from "../properties.js";
import { COMMON, foreignWorkbook, HABITS, type Habits } from "./foreign-writer.js";

const { rubric, diagnostics } = compile(`考核 "社区考核"
满分 100 分
数据 社区 {
  名称: 文本 主键
  年度: 期别
  招商: 数值 万元 考核部门 "经发办"
  违规: 计数 件 考核部门 "经发办"
  满意率: 百分数 0% .. 100% 考核部门 "经发办"
  达标: 是否 考核部门 "经发办"
  档次: 选项(差 < 中 < 好) 考核部门 "经发办"
  验收: 日期 考核部门 "经发办"
  说明: 文本 可空 考核部门 "经发办"
  台账: 明细 { 事项: 文本, 日期: 日期, 数量: 计数 件 }
}
大类 全部 100 分 { 条目 一 100 分 考核部门 "经发办" { 每 违规 扣 1 分 } }
排名 全体 按 总分
`);
if (rubric === null) throw new Error(`the rubric does not compile: ${JSON.stringify(diagnostics)}`);
const { program } = rubric;

const text = (said: string): BookCell => ({ value: { kind: "text", text: said } });
const of = (value: BookValue, format?: "percent"): BookCell => ({ value, ...(format === undefined ? {} : { format }) });
const number = (decimal: string): BookCell => of({ kind: "number", decimal });
const percent = (decimal: string): BookCell => of({ kind: "number", decimal }, "percent");
const flag = (holds: boolean): BookCell => of({ kind: "flag", holds });
const day = (iso: string): BookCell => of({ kind: "date", iso });

const subjects = ["甲社区", "乙社区", "丙 & 丁 <社区>"].map((key) => ({ key, period: "2008" }));
const figures: readonly (readonly BookCell[])[] = [
  [number("450.5"), number("0"), percent("0.985"), flag(true), text("好"), day("2008-03-05"), text("见附件")],
  [number("0.1"), number("12"), percent("1"), flag(false), text("差"), day("2008-12-31"), text("")],
  [number("-3"), number("1000"), percent("0"), flag(true), text("中"), day("1999-02-28"), text("“引号”\n换行")],
];
const ledger = [
  [text("甲社区"), text("2008"), text("迟报"), day("2008-01-02"), number("3")],
  [text("乙社区"), text("2008"), text("迟报"), day("2008-11-30"), number("1")],
];

/** The form with all cells filled in; the identities of the ledger's rows stay. */
function form(): Book {
  const { book } = entryForm(program, { assessor: "经发办", subjects, id: "f0" });
  const [first, second] = book.sheets;
  return {
    ...book,
    sheets: book.sheets.map((sheet) => {
      const [head = [], ...rows] = sheet.rows;
      if (sheet === first)
        return { ...sheet, rows: [head, ...rows.map((row, at) => [...row.slice(0, 2), ...(figures[at] ?? [])])] };
      if (sheet !== second) return sheet;
      return {
        ...sheet,
        rows: [head, ...rows.map((row, at) => [...(ledger[at] ?? []), ...row.slice(ledger[at]?.length ?? 0)])],
      };
    }),
  };
}

function collected(habits: Habits) {
  const bytes = foreignWorkbook(form(), habits);
  const found = collectTables(program, [], [{ role: "subjects", file: "经发办.xlsx", format: "xlsx", bytes }]);
  const tables = found.tables.map(({ role, name, header, rows }) => ({
    role,
    name,
    // The columns may be in any order.
    rows: rows.map((row) => Object.fromEntries(header.map((field, at) => [field, row[at] ?? ""]))),
  }));
  return { ...found, tables, given: found.tables };
}

/** What people have to be told: not that a sheet of their own was not read. */
const said = ({
  problems,
  unread,
  unmatched,
  unknownColumns,
  conflicts,
  periods,
  nearKeys,
}: ReturnType<typeof collected>) => [
  ...[...problems, ...unread]
    .filter(({ reason }) => reason !== "unused-sheets")
    .map((each) => describeProblem(each, "zh")),
  ...[unmatched, unknownColumns, conflicts, periods, nearKeys].flat().map((each) => JSON.stringify(each)),
];

const common = collected(COMMON);

test("the form of a common spreadsheet gives all that was filled in", () => {
  expect(said(common)).toEqual([]);
  expect(common.files).toMatchObject([{ state: "merged", department: "经发办", recognised: "mark", period: "2008" }]);
  expect(common.tables).toMatchInlineSnapshot(`
    [
      {
        "name": "",
        "role": "subjects",
        "rows": [
          {
            "名称": "甲社区",
            "年度": "2008",
            "招商（万元）": "450.5",
            "档次": "好",
            "满意率（%）": "98.5%",
            "说明": "见附件",
            "达标": "是",
            "违规（件）": "0",
            "验收": "2008-03-05",
          },
          {
            "名称": "乙社区",
            "年度": "2008",
            "招商（万元）": "0.1",
            "档次": "差",
            "满意率（%）": "100%",
            "说明": "",
            "达标": "否",
            "违规（件）": "12",
            "验收": "2008-12-31",
          },
          {
            "名称": "丙 & 丁 <社区>",
            "年度": "2008",
            "招商（万元）": "-3",
            "档次": "中",
            "满意率（%）": "0%",
            "说明": "“引号”
    换行",
            "达标": "是",
            "违规（件）": "1000",
            "验收": "1999-02-28",
          },
        ],
      },
    ]
  `);
});

const single = Object.entries(HABITS).flatMap(([name, ways]) => ways.slice(1).map((way) => ({ name, way })));

/** Values as the rubric reads them: TRUE is 是, and without styles 0.985 under “%” is what it says. */
const plain = (tables: typeof common.tables, habits: Habits) =>
  tables.map(({ rows, ...table }) => ({
    ...table,
    rows: rows.map((row) => ({
      ...row,
      ...(row["达标"] === undefined ? {} : { 达标: { true: "是", false: "否" }[row["达标"]] ?? row["达标"] }),
      ...(habits.styles === "none" && row["满意率（%）"] !== undefined ? { "满意率（%）": "" } : {}),
    })),
  }));

/** A share without its format may be 98.5% or 0.985%: that is asked about, and nothing else. */
const isOfShares = (sentence: string) => sentence.includes("“满意率”：这一列表头写明百分数，各数却都不大于 1");

function check(habits: Habits): void {
  const found = collected(habits);
  const sentences = said(found);
  expect(sentences.filter((sentence) => !isOfShares(sentence))).toEqual([]);
  expect(sentences.some(isOfShares)).toBe(habits.styles === "none");
  expect(plain(found.tables, habits)).toEqual(plain(common.tables, habits));
  // Without its mark a form is a file like any other: its department is concluded from its title or its name.
  const isMarked = habits.hidden !== "removed";
  const [file] = found.files;
  expect(isMarked ? ["mark"] : ["title", "name"]).toContain(file?.recognised);
  const recognised = file?.recognised ?? null;
  expect(found.files).toEqual(common.files.map((each) => (isMarked ? each : { ...each, recognised, period: null })));
  // The merged tables read back as what was handed in.
  const read = readGrids(
    program,
    found.given.map((table) => ({ ...table, file: table.name })),
  );
  expect(read.problems.filter(({ severity }) => severity === "error")).toEqual([]);
}

test.each(single)("$name: $way", ({ name, way }) => check({ ...COMMON, [name]: way }));

test("any habits together", () => {
  const habits = record(
    Object.fromEntries(Object.entries(HABITS).map(([name, ways]) => [name, constantFrom<string>(...ways)])),
  );
  assert(
    property(habits, (drawn) => check(drawn as unknown as Habits)),
    runs(0.3),
  );
});
