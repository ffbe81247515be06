import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_TABLE_LIMITS } from "@yardstick/tables";
import { describe, expect, test } from "vitest";
import { openWorkbook } from "../../tables/src/xlsx/workbook.js";
import { folderWith, yardstick } from "./command.js";

const RUBRIC = `考核 "导入"
满分 100 分
数据 乡镇 { 名称: 文本 主键, 完成: 数值 分 }
条目 完成分 100 分 { 得 完成 }
排名 全县 按 总分 并列 同名次
奖励 红旗 全县 第 1 名 3000 元
`;

interface Scored {
  readonly subjects: readonly {
    readonly key: string;
    readonly status: string;
    readonly rankings: Readonly<Record<string, number | null>>;
    readonly awards: readonly unknown[];
    readonly provisional: readonly string[];
  }[];
  readonly problems: readonly { readonly reason: string; readonly found: string; readonly row: number }[];
}

/** Scores a table of 名称 and 完成. */
async function score(rows: string, ...options: readonly string[]) {
  const cwd = folderWith({ "a.rubric": RUBRIC, "data.csv": `名称,完成\n${rows}\n` });
  const argv = ["score", "a.rubric", "--format", "json", ...options];
  const { code, out, err } = await yardstick(argv, { cwd });
  const { subjects, problems } = JSON.parse(out === "" ? "{}" : out) as Partial<Scored>;
  const places = (subjects ?? []).map(({ key, status, rankings, awards }) => {
    const place = rankings["全县"] ?? null;
    return `${key} ${status === "scored" ? "" : `${status} `}${place ?? "-"}${awards.length > 0 ? " paid" : ""}`;
  });
  const found = (problems ?? []).map(({ reason, row, found: text }) => `${row} ${reason} ${text}`);
  return { code, places, found, err, subjects: subjects ?? [] };
}

const TWO = ["东镇 1 paid", "西镇 2"];

describe("rows that are not subjects are neither ranked nor paid", () => {
  test.each([
    ["全县合计,100", ["4 row-set-aside 全县合计 100"]],
    ["合计（分）,100", ["4 row-set-aside 合计（分） 100"]],
    ["平均得分,85\n最高分,90", ["4 row-set-aside 平均得分 85", "5 row-set-aside 最高分 90"]],
    ["满分,100\n共 2 个,", ["4 row-set-aside 满分 100", "5 row-set-aside 共 2 个"]],
    [
      "说明：以上数据截至12月\n制表人：某某,日期：2024",
      ["4 row-set-aside 说明：以上数据截至12月", "5 row-set-aside 制表人：某某 日期：2024"],
    ],
    [",170", ["4 row-set-aside 170"]],
  ])("%s", async (rows, problems) => {
    const { code, places, found, err } = await score(`东镇,90\n西镇,80\n${rows}`);
    expect({ places, found, code }).toEqual({ places: TWO, found: problems, code: 0 });
    for (const line of problems) expect(err).toContain(line.replace(/^\d+ \S+ /u, ""));
  });

  test("a name that contains such a word is not ranked without a decision of the user, and the others are provisional", async () => {
    const { code, places, found, err, subjects } = await score("东镇,70\n合计村,90\n西镇,60");
    expect({ places, found, code }).toEqual({
      places: ["东镇 1 paid", "合计村 invalid -", "西镇 2"],
      found: ["3 row-doubted 合计村"],
      code: 1,
    });
    expect(subjects[0]?.provisional).toEqual(["全县", "红旗"]);
    expect(err).toContain('--keep-row "合计村"');
  });

  test.each([
    {
      rubric: `考核 "台账"
满分 100 分
数据 人员 { 姓名: 文本 主键, 科室: 文本, 台账: 明细 { 扣分: 数值 分 } }
条目 表现 100 分 { 得 满分; 扣 求和(台账.扣分) }
排名 全局 按 总分
奖励 红旗 全局 第 1 名 3000 元
`,
      ledger: "台账=l.csv",
      files: { "m.csv": "姓名,科室\n甲一,x\n乙二,y\n甲一,z\n合计村,z\n", "l.csv": "姓名,扣分\n乙二,3\n" },
      lang: "zh",
      doubted: ["甲一", "合计村"],
      kept: "乙二",
    },
    {
      rubric: `rubric "led"
total 100 points
data person { name: text key, team: text, acts: list { cost: number points } }
item a 100 points { earn full; deduct sum(acts.cost) }
ranking T by score
award flag T place 1 3000 yuan
`,
      ledger: "acts=l.csv",
      files: { "m.csv": "name,team\nA,x\nB,y\nA,z\nTotal Team,z\n", "l.csv": "name,cost\nB,3\n" },
      lang: "en",
      doubted: ["A", "Total Team"],
      kept: "B",
    },
  ])(
    "a row in doubt is not paid where the score reads a ledger alone: $lang",
    async ({ rubric, ledger, files, ...given }) => {
      const { lang, doubted, kept } = given;
      const cwd = folderWith({ "a.rubric": rubric, ...files });
      const argv = ["score", "a.rubric", "--data", "m.csv", "--table", ledger, "--lang", lang];
      const { code, out } = await yardstick([...argv, "--format", "json"], { cwd });
      const { subjects, problems } = JSON.parse(out) as Scored;
      expect([code, problems.map(({ row, reason }) => `${row} ${reason}`)]).toEqual([
        1,
        ["4 duplicate-key", "5 row-doubted"],
      ]);
      const has = (key: string) => {
        const subject = subjects.find((each) => each.key === key);
        return { ...subject, places: Object.values(subject?.rankings ?? {}) };
      };
      for (const key of doubted)
        expect(has(key)).toMatchObject({ status: "invalid", score: null, places: [null], awards: [], provisional: [] });
      const [ranking, award] = lang === "zh" ? ["全局", "红旗"] : ["T", "flag"];
      expect(has(kept)).toMatchObject({
        status: "scored",
        score: "97.00",
        places: [1],
        awards: [{ name: award, pays: "3000" }],
        provisional: [ranking, award],
      });
      const table = await yardstick(argv, { cwd });
      expect(table.out).toContain(lang === "zh" ? "数据有误（2 个，不参加排名）" : "data in error (2, not ranked)");
    },
  );

  test("a decision of the user keeps a row, or leaves it out", async () => {
    const rows = "东镇,70\n合计村,90\n西镇,60";
    expect(await score(rows, "--keep-row", "合计 村")).toMatchObject({
      code: 0,
      places: ["东镇 2", "合计村 1 paid", "西镇 3"],
      found: [],
    });
    expect(await score(rows, "--leave-row", "合计村")).toMatchObject({
      code: 0,
      places: TWO.map((place) => place.replace("西镇", "西镇")),
      found: ["3 row-set-aside 合计村 90"],
    });
    // Its figures are the sum of the others.
    expect(await score("东镇,12.34\n西镇,24.51\n县直,36.85", "--keep-row", "县直")).toMatchObject({
      code: 0,
      places: ["东镇 3", "西镇 2", "县直 1 paid"],
      found: [],
    });
    expect(await score("东镇,70\n全县合计,90", "--keep-row", "全县合计")).toMatchObject({
      code: 0,
      places: ["东镇 2", "全县合计 1 paid"],
    });
  });

  test("every output names the rows that were set aside or are in doubt", async () => {
    const rows = "名称,完成\n东镇,70\n合计村,90\n西镇,60\n全县合计,220\n制表人：某某,\n";
    const cwd = folderWith({ "a.rubric": RUBRIC, "data.csv": rows });
    for (const [lang, aside, doubted] of [
      ["zh", "不是考核对象，没有采用：全县合计 220", "“合计村”可能是合计行"],
      ["en", "not a subject, so it was not used: 全县合计 220", "“合计村” may be a total"],
    ] as const) {
      const { out } = await yardstick(["score", "a.rubric", "--format", "html", "--lang", lang], { cwd });
      expect([out.includes(aside), out.includes(doubted), out.includes("制表人：某某")]).toEqual([true, true, false]);
      await yardstick(["score", "a.rubric", "--format", "xlsx", "--out", "r.xlsx", "--lang", lang], { cwd });
      const opened = openWorkbook(readFileSync(join(cwd, "r.xlsx")), DEFAULT_TABLE_LIMITS);
      const book = JSON.stringify("table" in opened ? opened.table.sheets.map((sheet) => sheet.read()) : null);
      expect([book.includes(aside), book.includes(doubted)]).toEqual([true, true]);
      const csv = await yardstick(["score", "a.rubric", "--format", "csv", "--lang", lang], { cwd });
      expect([csv.out.includes(aside), csv.out.includes(doubted)]).toEqual([true, true]);
      const table = await yardstick(["score", "a.rubric", "--lang", lang], { cwd });
      expect([table.out.includes(aside), table.out.includes(doubted)]).toEqual([true, true]);
    }
  });

  test("a decision about a row that does not exist is a usage error", async () => {
    const { code, err } = await score("东镇,70\n合计村,90", "--keep-row", "合计材");
    expect(code).toBe(2);
    expect(err).toContain("是否应为“合计村”？");
  });

  test("a last row that is the sum of the others is scored with a warning where that may be chance, and in doubt where the sums have many digits", async () => {
    expect(await score("东镇,30\n西镇,40\n南镇,70")).toMatchObject({
      code: 0,
      places: ["东镇 3", "西镇 2", "南镇 1 paid"],
      found: [],
    });
    expect(await score("东镇,30.25\n西镇,40.5\n南镇,70.75")).toMatchObject({
      code: 0,
      found: ["4 row-agrees 南镇"],
    });
    expect(await score("东镇,30.21\n西镇,40.53\n南镇,70.74")).toMatchObject({
      code: 1,
      places: ["东镇 2", "西镇 1 paid", "南镇 invalid -"],
      found: ["4 row-doubted 南镇"],
    });
  });

  test("subjects may have the names of object members", async () => {
    expect(await score("constructor,90\n__proto__,80\ntoString,70\nhasOwnProperty,60")).toMatchObject({
      code: 0,
      places: ["constructor 1 paid", "__proto__ 2", "toString 3", "hasOwnProperty 4"],
    });
  });
});

describe("names are folded", () => {
  const IN_GROUPS = `考核 "组名"
满分 100 分
数据 人 { 姓名: 文本 主键, 组: 文本, 分: 数值 分 }
条目 A 100 分 { 得 分 }
排名 组内 按 总分 同 组 并列 同名次
奖励 组冠军 组内 第 1 名 500 元
`;

  test("groups whose names fold to one are one group, and the spellings are reported", async () => {
    const rows = "甲,第1组,90\n乙,第１组,60\n丙,第 1 组,50\n丁,第1组 ,80\n";
    const cwd = folderWith({ "a.rubric": IN_GROUPS, "d.csv": `姓名,组,分\n${rows}` });
    const { code, out, err } = await yardstick(["score", "a.rubric", "--data", "d.csv", "--format", "json"], { cwd });
    const { subjects } = JSON.parse(out) as {
      readonly subjects: readonly Readonly<Record<"key" | "rankings", unknown>>[];
    };
    expect(code).toBe(0);
    expect(subjects.map(({ key, rankings }) => [key, rankings])).toEqual([
      ["甲", { 组内: 1 }],
      ["乙", { 组内: 3 }],
      ["丙", { 组内: 4 }],
      ["丁", { 组内: 2 }],
    ]);
    expect(err).toContain("“第1组”另有写法“第１组”、“第 1 组”，按同一名称读取");
  });

  test("a name in a ledger matches its subject in every spelling; a similar name makes the subject provisional", async () => {
    const rubric = `考核 "台账"
满分 100 分
数据 人 { 姓名: 文本 主键, 扣分: 明细 { 事由: 文本, 次数: 计数 } }
条目 纪律 100 分 { 逐条 扣分 扣 2 分 }
排名 全队 按 总分 并列 同名次
`;
    const files = { "a.rubric": rubric, "data.csv": "姓名\n张三丰\n李四光\nconstructor\n" };
    const near = folderWith({
      ...files,
      "扣分.csv": "姓名,事由,次数\n张 三丰,迟到,1\n李　四光,早退,1\n张三峰,旷工,3\nconstructor,迟到,1\n",
    });
    const argv = ["score", "a.rubric", "--format", "json"];
    const { code, out, err } = await yardstick(argv, { cwd: near });
    const { subjects, problems } = JSON.parse(out) as {
      readonly subjects: readonly Readonly<Record<"key" | "score" | "status" | "provisional", unknown>>[];
      readonly problems: readonly Readonly<Record<"reason" | "severity" | "found", string>>[];
    };
    expect(code).toBe(1);
    expect(subjects.map(({ key, score, provisional }) => [key, score, provisional])).toEqual([
      ["张三丰", "98.00", ["纪律", "score", "全队"]],
      ["李四光", "98.00", ["全队"]],
      ["constructor", "98.00", ["全队"]],
    ]);
    expect(problems.map(({ reason, severity, found }) => [reason, severity, found])).toEqual([
      ["near-key", "error", "张三峰"],
      ["near-key", "warning", "张三峰"],
    ]);
    expect(err).toContain("主表中没有“张三峰”，本行没有采用；是否应为“张三丰”？");
    expect(err).toContain("“张三丰”可能少计一行：扣分第 4 行写的是“张三峰”");
    const fine = folderWith({ ...files, "扣分.csv": "姓名,事由,次数\n张 三丰,迟到,1\n李四光,早退,1\n" });
    const read = await yardstick(argv, { cwd: fine });
    expect(read.code).toBe(0);
    expect(read.out).not.toContain("near-key");
  });

  test("earlier results are found in every spelling of key and period", async () => {
    const rubric = `考核 "往期"
满分 100 分
数据 人 { 姓名: 文本 主键, 年度: 期别, 分: 数值 分 }
条目 得分 100 分 { 得 分 }
公布 上年 = 上期(总分)
`;
    const cwd = folderWith({
      "a.rubric": rubric,
      "data.csv": "姓名,年度,分\n张三丰,2009年,90\n",
      "history.csv": "姓名,年度,总分\n张 三丰,2008年度,77\n张三丰,２００７,66\n",
    });
    const { code, out } = await yardstick(["score", "a.rubric", "--format", "json"], { cwd });
    const [subject] = (JSON.parse(out) as { readonly subjects: readonly Readonly<Record<string, unknown>>[] }).subjects;
    expect([code, subject?.["period"], subject?.["outputs"]]).toEqual([0, "2009", { 上年: "77.00" }]);
    const explained = await yardstick(["explain", "a.rubric", "张　三丰", "--period", "2009年度"], { cwd });
    expect([explained.code, explained.out.includes("张三丰")]).toEqual([0, true]);
  });

  test("two spellings of one subject are a duplicate key", async () => {
    const { code, found, places } = await score("张三丰,90\n张 三丰,80\n李四,70");
    expect({ code, found, places }).toEqual({
      code: 1,
      found: ["3 duplicate-key 张 三丰"],
      places: ["张三丰 invalid -", "李四 1 paid"],
    });
  });

  test("headers may have spaces, other widths, and the kind of the subject", async () => {
    const cwd = folderWith({ "a.rubric": IN_GROUPS, "d.csv": "姓　名,组, 分（分）\n甲,1,90\n乙,1,80\n" });
    const { code, out } = await yardstick(["score", "a.rubric", "--data", "d.csv", "--format", "csv"], { cwd });
    expect(code).toBe(0);
    expect(out).toContain("甲,90.00");
    const kind = folderWith({ "a.rubric": RUBRIC, "d.csv": "乡镇名称,完成/分\n甲,90\n乙,80\n" });
    const read = await yardstick(["score", "a.rubric", "--data", "d.csv", "--format", "csv"], { cwd: kind });
    expect(read.code).toBe(0);
    expect(read.out).toContain("甲,90.00");
    expect(read.err).toContain("没有“名称”一列，按“乡镇名称”一列读取");
  });
});
