import { describe, expect, test } from "vitest";
import type { TableSource } from "../src/index.js";
import { describeProblem, readTables } from "../src/index.js";
import { HEADER, sample } from "./sample-program.js";

const csv = (role: TableSource["role"], text: string, name?: string): TableSource => ({
  role,
  ...(name === undefined ? {} : { name }),
  file: `${name ?? role}.csv`,
  format: "csv",
  text,
});
const json = (role: TableSource["role"], value: string, name?: string): TableSource => ({
  ...csv(role, value, name),
  file: `${name ?? role}.json`,
  format: "json",
});

const GOOD = `${HEADER}\n甲,2008,450,2,98%,否,好,,0.5\n乙,2008,,0,95.5%,是,中,迟,\n`;
const problemsOf = (...sources: TableSource[]) =>
  readTables(sample, sources).problems.map(({ reason, row, column }) => [reason, row, column]);

describe("a table of subjects", () => {
  test("gives one typed column per field, with blanks missing and never zero", () => {
    const { subjects, problems } = readTables(sample, [csv("subjects", GOOD)]);
    expect(problems).toEqual([]);
    expect(subjects).toEqual({
      rows: 2,
      columns: [
        ["甲", "乙"],
        ["2008", "2008"],
        ["4500000", null],
        ["2", "0"],
        ["49/50", "191/200"],
        [false, true],
        [2, 1],
        [null, "迟"],
        ["1/2", null],
        [],
      ],
    });
  });

  test("reads the same with a byte order mark, CRLF, tabs, padded headers and columns in another order", () => {
    const expected = readTables(sample, [csv("subjects", GOOD)]).subjects;
    const crlf = `\ufeff${GOOD.replaceAll("\n", "\r\n")}`;
    expect(readTables(sample, [csv("subjects", crlf)]).subjects).toEqual(expected);
    expect(readTables(sample, [csv("subjects", GOOD.replaceAll(",", "\t"))]).subjects).toEqual(expected);
    expect(readTables(sample, [csv("subjects", GOOD.replace("招商完成", "　招商完成 "))]).subjects).toEqual(expected);
    const turned = GOOD.split("\n")
      .map((line) => line.split(",").toReversed().join(","))
      .join("\n");
    expect(readTables(sample, [csv("subjects", turned)]).subjects).toEqual(expected);
  });

  test("accepts a unit in the header, and converts another unit of the same measure", () => {
    const inYuan = GOOD.replace("招商完成", "招商完成（元）").replace("450", "4500000");
    const expected = readTables(sample, [csv("subjects", GOOD)]).subjects;
    expect(readTables(sample, [csv("subjects", inYuan)]).subjects).toEqual(expected);
    expect(readTables(sample, [csv("subjects", GOOD.replace("招商完成", "招商完成(万元)"))]).subjects).toEqual(
      expected,
    );
    const bare = GOOD.replace("满意率", "满意率（%）").replace("98%", "98").replace("95.5%", "95.5");
    expect(readTables(sample, [csv("subjects", bare)]).subjects).toEqual(expected);
  });

  test("refuses a wrong unit in the header, and names the right one", () => {
    const { problems, subjects } = readTables(sample, [csv("subjects", GOOD.replace("招商完成", "招商完成（人）"))]);
    expect(problems).toMatchObject([
      { reason: "unit-conflict", column: "招商完成（人）", expected: ["招商完成", "招商完成（万元）", "人"] },
    ]);
    expect(subjects.columns[2]).toEqual([null, null]);
  });

  test("reports unknown, missing and duplicate columns together, a misspelt one once", () => {
    const text = "名称,年度,招商完戍,违规,违规,不团结,档次,联系人\n甲,2008,450,2,3,否,好,张\n";
    const { problems, subjects } = readTables(sample, [csv("subjects", text)]);
    expect(problems).toMatchObject([
      { reason: "duplicate-column", column: "违规", index: null, row: 1 },
      { severity: "error", reason: "unknown-column", column: "招商完戍", expected: ["招商完成"] },
      { severity: "note", reason: "unknown-column", column: "联系人", expected: [] },
      { reason: "missing-column", column: "满意率" },
    ]);
    expect(subjects.columns[3]).toEqual([null]);
  });

  test("does not require a column that is optional, has a default, or contains a judgement", () => {
    const text = "名称,年度,招商完成,违规,满意率,不团结,档次\n甲,2008,450,2,98%,否,好\n";
    expect(problemsOf(csv("subjects", text))).toEqual([]);
  });

  test("a bad cell is missing, and a problem with line, column and message", () => {
    const { problems, subjects } = readTables(sample, [csv("subjects", GOOD.replace(",2,98%", ",三次,98"))]);
    expect(problems).toEqual([
      {
        severity: "error",
        table: "社区",
        file: "subjects.csv",
        format: "csv",
        sheet: null,
        index: 0,
        row: 2,
        column: "违规",
        found: "三次",
        reason: "not-a-number",
        expected: ["件"],
      },
      expect.objectContaining({ row: 2, column: "满意率", found: "98", reason: "not-a-percent" }),
    ]);
    expect([subjects.columns[3]?.[0], subjects.columns[4]?.[0]]).toEqual([null, null]);
  });

  test("a short row is completed with blanks; a row with too many cells keeps only its key", () => {
    const text = `${HEADER}\n甲,2008,450\n乙,2008,1,234,2,98%,否,好,,0.5\n`;
    const { problems, subjects } = readTables(sample, [csv("subjects", text)]);
    expect(problems).toMatchObject([{ reason: "too-many-cells", row: 3, index: 1, column: null, found: "0.5" }]);
    expect(subjects.columns.map((column) => column[0])).toEqual([
      "甲",
      "2008",
      "4500000",
      null,
      null,
      null,
      null,
      null,
      null,
      undefined,
    ]);
    expect(subjects.columns.map((column) => column[1])).toEqual([
      "乙",
      "2008",
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      undefined,
    ]);
  });

  test("trailing commas and blank lines are not cells", () => {
    expect(problemsOf(csv("subjects", GOOD.replaceAll("\n", ",,\n") + "\n,,,\n　\n"))).toEqual([]);
  });

  test("lines are counted as an editor shows them, also behind a quoted line break", () => {
    const text = `${HEADER}\n"甲",2008,450,2,98%,否,好,"一\n二",\n\n乙,2008,x,0,95%,是,中,,\n`;
    const { problems, subjects } = readTables(sample, [csv("subjects", text)]);
    expect(problems).toMatchObject([{ row: 5, column: "招商完成", found: "x" }]);
    expect(subjects.columns[7]?.[0]).toBe("一\n二");
  });

  test("of two rows under one key neither is used, and the whole row is in doubt", () => {
    const { problems, subjects } = readTables(sample, [csv("subjects", `${GOOD}甲,2008,1,1,1%,否,好,,\n`)]);
    expect(problems).toMatchObject([{ reason: "duplicate-key", index: 0, row: 4, column: null, found: "甲 2008" }]);
    expect(subjects.rows).toBe(2);
    expect(subjects.columns.map((column) => column[0])).toEqual([
      "甲",
      "2008",
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      undefined,
    ]);
  });

  test("the same key in another period is another row", () => {
    const { problems, subjects } = readTables(sample, [csv("subjects", `${GOOD}甲,2009,1,1,1%,否,好,,\n`)]);
    expect(problems).toEqual([]);
    expect(subjects.rows).toBe(3);
  });

  test("a row without a key is reported and left out", () => {
    const { problems, subjects } = readTables(sample, [csv("subjects", `${GOOD}　,2008,1,1,1%,否,好,,\n`)]);
    expect(problems).toMatchObject([{ reason: "missing-key", row: 4, column: "名称", index: null }]);
    expect(subjects.rows).toBe(2);
  });

  test("without the key column there are no rows, and one problem", () => {
    const { problems, subjects } = readTables(sample, [csv("subjects", GOOD.replace("名称", "单位名"))]);
    expect(problems.map(({ reason }) => reason)).toEqual(["unknown-column", "missing-column"]);
    expect(subjects.rows).toBe(0);
  });

  test("an unclosed quote makes the file unreadable from its line on", () => {
    expect(problemsOf(csv("subjects", `${HEADER}\n甲,2008,1,1,1%,否,好,,\n"乙,2008\n丙,2008\n`))).toEqual([
      ["unreadable", 3, null],
    ]);
  });

  test("an empty file is unreadable", () => {
    expect(problemsOf(csv("subjects", "\ufeff\r\n \r\n"))).toEqual([["unreadable", null, null]]);
  });

  test("several files are combined, and a bad row is reported with its file", () => {
    const more = { ...csv("subjects", `${HEADER}\n丙,2008,x,1,1%,否,好,,\n`), file: "more.csv" };
    const { problems, subjects } = readTables(sample, [csv("subjects", GOOD), more]);
    expect(subjects.columns[0]).toEqual(["甲", "乙", "丙"]);
    expect(problems).toMatchObject([{ file: "more.csv", row: 2, index: 2 }]);
  });
});

describe("side rows", () => {
  const ledger = "名称,年度,事项,日期,数量\n甲,2008,迟报,2008-01-02,3\n乙,２００８,迟报,,\n甲,2008,上访,2008/2/3,\n";

  test("join their subject by key and period", () => {
    const { lists, problems } = readTables(sample, [csv("subjects", GOOD), csv("list", ledger, "台账")]);
    expect(problems).toEqual([]);
    expect(lists).toEqual([
      {
        rows: 3,
        owner: [0, 1, 0],
        columns: [
          ["迟报", "迟报", "上访"],
          ["2008-01-02", null, "2008-02-03"],
          ["3", null, null],
        ],
      },
    ]);
  });

  test("do not depend on the order of the files", () => {
    const there = readTables(sample, [csv("subjects", GOOD), csv("list", ledger, "台账")]);
    expect(readTables(sample, [csv("list", ledger, "台账"), csv("subjects", GOOD)]).lists).toEqual(there.lists);
  });

  test("of an unknown subject are left out and reported", () => {
    const { lists, problems } = readTables(sample, [
      csv("subjects", GOOD),
      csv("list", `${ledger}丙,2008,迟报,,\n,2008,迟报,,\n`, "台账"),
    ]);
    expect(problems).toMatchObject([
      { table: "台账", reason: "unknown-key", row: 5, column: "名称", found: "丙 2008", file: "台账.csv" },
      { table: "台账", reason: "missing-key", row: 6, column: "名称" },
    ]);
    expect(lists[0]?.rows).toBe(3);
  });

  test("of a name that is nearly that of a subject of the same period name both with the period", () => {
    const subjects = csv("subjects", "名称,年度\n南门社区,2008\n南门社区,2009\n北门社区,2008\n");
    const rows = csv("list", "名称,年度,事项\n南门,2009,迟报\n北门,2009,迟报\n", "台账");
    const said = readTables(sample, [subjects, rows]).problems.filter(({ reason }) => reason.endsWith("-key"));
    expect(said.map((problem) => describeProblem(problem, "zh"))).toEqual([
      "台账 第 2 行“名称”：主表中没有“南门 2009”，本行没有采用；是否应为“南门社区”？请改正名称，改正之前其结果为暂定。",
      "台账 第 3 行“名称”：主表中没有“北门 2009”，本行没有采用；请核对名称（和期别）是否与主表一致。",
      "社区“台账”：“南门社区 2009”可能少计一行：台账第 2 行写的是“南门 2009”；核对名称之前，相关结果为暂定。",
    ]);
    expect(said.map((problem) => describeProblem(problem, "en"))).toEqual([
      "台账, row 2, “名称”: “南门 2009” is not in the main table, so this row was not used; did you mean “南门社区”? Its results are provisional until the name is corrected.",
      "台账, row 3, “名称”: “北门 2009” is not in the main table, so this row was not used; write the name (and period) as in the main table.",
      "社区, “台账”: “南门社区 2009” may be missing a row: 台账, row 2, has “南门 2009”; its results are provisional until the name is corrected.",
    ]);
  });

  test("may omit the period where every subject has one period", () => {
    const text = "名称,事项,日期,数量\n甲,迟报,,\n";
    expect(readTables(sample, [csv("subjects", GOOD), csv("list", text, "台账")])).toMatchObject({
      problems: [],
      lists: [{ owner: [0] }],
    });
    const twice = `${GOOD}甲,2009,1,1,1%,否,好,,\n`;
    expect(problemsOf(csv("subjects", twice), csv("list", text, "台账"))).toEqual([
      ["missing-column", 1, "年度"],
      ["missing-key", 2, "年度"],
    ]);
  });

  test("report a bad cell under the number of their own row", () => {
    const bad = ledger.replace("2008/2/3", "二月三日");
    expect(readTables(sample, [csv("subjects", GOOD), csv("list", bad, "台账")]).problems).toMatchObject([
      { table: "台账", index: 2, row: 4, column: "日期", found: "二月三日", reason: "not-a-date" },
    ]);
  });

  test("of an undeclared list are a problem that names the lists", () => {
    expect(readTables(sample, [csv("subjects", GOOD), csv("list", ledger, "台帐")]).problems).toMatchObject([
      { table: "台帐", reason: "unreadable", expected: ["台账"] },
    ]);
  });
});

describe("JSON", () => {
  const rows = `[
    {"名称":"甲","年度":2008,"招商完成":450,"违规":2,"满意率":"98%","不团结":false,"档次":"好","党费收缴不力":0.5},
    {"名称":"乙","年度":"2008","招商完成":null,"违规":0,"满意率":"95.5%","不团结":"是","档次":"中","备注":"迟"}]`;

  test("gives the same columns as CSV", () => {
    const read = readTables(sample, [json("subjects", rows)]);
    expect(read.problems).toEqual([]);
    expect(read.subjects).toEqual(readTables(sample, [csv("subjects", GOOD)]).subjects);
  });

  test("numbers do not pass through a binary float", () => {
    const precise = rows.replace("450", "0.1000000000000000055511151231257827");
    expect(readTables(sample, [json("subjects", precise)]).subjects.columns[2]?.[0]).toBe(
      "1000000000000000055511151231257827/1000000000000000000000000000000",
    );
  });

  test("side rows may nest in their subject", () => {
    const nested = rows.replace('"违规":2', '"违规":2,"台账":[{"事项":"迟报"},{"事项":"上访","数量":2}]');
    const { lists, problems } = readTables(sample, [json("subjects", nested)]);
    expect(problems).toEqual([]);
    expect(lists[0]).toEqual({
      rows: 2,
      owner: [0, 0],
      columns: [
        ["迟报", "上访"],
        [null, null],
        [null, "2"],
      ],
    });
  });

  test("one file may hold all tables", () => {
    const all = `{"subjects":${rows},"台账":[{"名称":"乙","年度":2008,"事项":"迟报"}],"constants":{"预算":3},
      "history":[{"名称":"甲","年度":2007,"总分":97.80}]}`;
    expect(readTables(sample, [json("subjects", all)])).toMatchObject({
      problems: [],
      lists: [{ rows: 1, owner: [1] }],
      constants: ["30000"],
      history: [{ key: "甲", period: "2007", results: { 总分: "97.80" } }],
    });
  });

  test("an unknown property is reported once, not once a record", () => {
    expect(problemsOf(json("subjects", rows.replaceAll('"不团结"', '"电话":"1","不团结"')))).toEqual([
      ["unknown-column", null, "电话"],
    ]);
  });

  test.each([
    ["a syntax error with its line", '[\n{"名称":"甲",}]', [["unreadable", 2, null]]],
    ["one property with two values", '[{"名称":"甲","名称":"乙"}]', [["unreadable", 1, null]]],
    ["a bare value", "3", [["unreadable", null, null]]],
    ["nesting without end", "[".repeat(300_000), [["unreadable", null, null]]],
    ["a record that is no object", "[3]", [["unreadable", 1, null]]],
    ["a table that is not known", '{"subjekt":[]}', [["unknown-table", null, null]]],
  ])("%s is a problem, not an exception", (_, text, problems) => {
    expect(problemsOf(json("subjects", text))).toEqual(problems);
  });

  test("an object where a cell should be is a problem of its cell", () => {
    expect(problemsOf(json("subjects", rows.replace('"好"', '{"x":1}')))).toEqual([["unreadable", 1, "档次"]]);
    expect(problemsOf(json("subjects", rows.replace('"违规":2', '"违规":2,"台账":3')))).toEqual([
      ["unreadable", 1, "台账"],
    ]);
  });
});

describe("constants and history", () => {
  test("constants are one row under their names", () => {
    expect(readTables(sample, [csv("constants", "预算\n25\n")]).constants).toEqual(["250000"]);
    expect(readTables(sample, []).constants).toEqual([null]);
    expect(problemsOf(csv("constants", "预算\n25\n30\n"))).toEqual([["duplicate-key", 3, null]]);
  });

  test("history keeps results as published, under their names", () => {
    const text = '名称,年度,总分,全街道,等次,奖金\n甲,２００７,97.80,1,优秀,"3,000"\n乙,2007,,,,\n';
    expect(readTables(sample, [csv("history", text)])).toMatchObject({
      problems: [],
      history: [
        { key: "甲", period: "2007", results: { 总分: "97.80", 全街道: "1", 等次: "优秀", 奖金: "3000" } },
        { key: "乙", period: "2007", results: { 总分: null, 全街道: null, 等次: null, 奖金: null } },
      ],
    });
  });

  test("history may be a header alone, but not lack its key or period", () => {
    expect(readTables(sample, [csv("history", "名称,年度,总分\n")])).toMatchObject({ problems: [], history: [] });
    expect(problemsOf(csv("history", "名称,总分\n甲,97\n"))).toEqual([["missing-column", 1, "年度"]]);
    expect(problemsOf(csv("history", "名称,年度,总分\n甲,,97\n甲,2007,1\n甲,2007,2\n"))).toEqual([
      ["missing-key", 2, "年度"],
      ["duplicate-key", 4, "名称"],
    ]);
  });
});
