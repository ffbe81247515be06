import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isWhole } from "../../../test/properties.js";
import { folderWith, yardstick } from "./command.js";

const RUBRIC = `考核 "甲"
满分 20 分
数据 村 {
  名称: 文本 主键
  迟报: 计数 次
  完成: 数值 万元
  比例: 百分数
  备案: 是否 = 否
  等级: 选项(差 < 中 < 好)
  台账: 明细 { 事项: 文本, 扣分: 数值, 日期: 日期 }
}
条目 报送 10 分 {
  每 迟报 扣 0.3 分 除非 备案
  逐条 台账 扣 1 分 * 扣分 最多 2 分 每 月份(日期)
}
条目 投入 10 分 { 得 满分 * 比例; 若 等级 = 差 扣 1.25 分; 若 完成 < 10.5 扣 1 分 }
排名 全部 按 总分
等次 结果 按 全部 { 优: 名额 50%; 其余: 良 }
要求 完成 > 0 "完成须大于零"
`;
const DATA = `名称,迟报,完成,比例,备案,等级
东,1,10.25,98.2%,是,好
西,3,,50%,否,差
南, 2 ,30,7%,,中
北,0,12,100%,no,好
`;
const LEDGER = `名称,事项,扣分,日期
东,a,1.5,2008-01-03
东,b,1.25,2008-01-20
东,c,0.5,2008-02-01
南,a,3,2008-03-01
`;

const files = { "a.rubric": RUBRIC, "data.csv": DATA, "台账.csv": LEDGER };
const score = (cwd: string, ...more: readonly string[]) =>
  yardstick(["score", "a.rubric", "--engine", "duckdb", ...more], { cwd });

describe("yardstick score --engine duckdb", () => {
  it("gives the digits of the engine in memory, in CSV, JSON and Parquet", async () => {
    const cwd = folderWith(files);
    const memory = await yardstick(["score", "a.rubric", "--format", "json"], { cwd });
    const { subjects } = JSON.parse(memory.out) as {
      readonly subjects: readonly {
        readonly key: string;
        readonly score: string | null;
        readonly rankings: object;
        readonly grades: object;
        readonly parts: object;
      }[];
    };
    const out = await score(cwd, "--out", "r.json");
    expect(out).toMatchObject({
      code: 0,
      out: "",
      err: "r.json：4 个对象，1 个因缺数据待定，3 个暂定。\n查询不说明名额线上的并列；请用 yardstick score 核对。\n",
    });
    const rows = JSON.parse(readFileSync(join(cwd, "r.json"), "utf8")) as readonly Readonly<Record<string, unknown>>[];
    const shown = rows.map((row) => [row["key"], row["score"], row["全部"], row["结果"], row["报送"], row["投入"]]);
    const expected = subjects.map(({ key, score: own, rankings, grades, parts }) => {
      const number = (text: string | null) => (text === null ? null : Number(text));
      return [
        key,
        number(own),
        ...Object.values(rankings),
        ...Object.values(grades),
        ...Object.values(parts).map(number),
      ];
    });
    expect(shown.toSorted()).toEqual(expected.toSorted());
    expect(rows.find(({ key }) => key === "西")).toMatchObject({ status: "pending", missing: ["完成"] });
    expect((await score(cwd, "--out", "r.csv")).code).toBe(0);
    expect(readFileSync(join(cwd, "r.csv"), "utf8")).toMatch(/^key,status,missing,.*\n.*东,scored,,/su);
    expect((await score(cwd, "--out", "r.parquet", "--limit", "bytes=500000000")).code).toBe(0);
    expect(statSync(join(cwd, "r.parquet")).size).toBeGreaterThan(500);
    expect(readdirSync(cwd).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("writes as every other command does: through links, with the mode of the file, into pipes", async () => {
    const cwd = folderWith({ ...files, "r.csv": "kept" });
    chmodSync(join(cwd, "r.csv"), 0o640);
    symlinkSync("r.csv", join(cwd, "link.csv"));
    writeFileSync(join(cwd, "store"), "kept");
    symlinkSync("store", join(cwd, "link.parquet"));
    expect((await score(cwd, "--out", "link.csv")).code).toBe(0);
    const text = readFileSync(join(cwd, "r.csv"), "utf8");
    expect(text).toMatch(/^key,status/u);
    expect([readlinkSync(join(cwd, "link.csv")), statSync(join(cwd, "r.csv")).mode % 0o1000]).toEqual(["r.csv", 0o640]);
    // The format is that of the name that was given.
    expect((await score(cwd, "--out", "link.parquet")).code).toBe(0);
    expect(readFileSync(join(cwd, "store")).subarray(0, 4).toString()).toBe("PAR1");
    execFileSync("/usr/bin/mkfifo", [join(cwd, "pipe.csv")]);
    const reader = spawn("cat", [join(cwd, "pipe.csv")]);
    let read = "";
    reader.stdout.on("data", (chunk: Buffer) => (read += chunk.toString()));
    const [{ code }] = await Promise.all([score(cwd, "--out", "pipe.csv"), once(reader, "close")]);
    expect([code, read, statSync(join(cwd, "pipe.csv")).isFIFO()]).toEqual([0, text, true]);
    expect(readdirSync(cwd).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it.each(["zh", "en"])("gives exit code 3 for files that cannot be read or written (%s)", async (lang) => {
    const cwd = folderWith(files);
    mkdirSync(join(cwd, "folder.csv"));
    const inLang = (...more: readonly string[]) => score(cwd, "--lang", lang, ...more);
    for (const [name, ...options] of [
      ["folder.csv", "--out", "folder.csv"],
      ["none/r.csv", "--out", "none/r.csv"],
      ["none.csv", "--out", "r.csv", "--data", "none.csv"],
      ["none.csv", "--out", "r.csv", "--table", "台账=none.csv"],
      ["none*.csv", "--out", "r.csv", "--data", "none*.csv"],
    ] as const)
      expect(await inLang(...options)).toMatchObject({ code: 3, out: "", err: expect.stringContaining(name) });
    expect(readdirSync(cwd).toSorted()).toEqual(["a.rubric", "data.csv", "folder.csv", "台账.csv"].toSorted());
  });

  it("reads what it has written: JSON rows and Parquet as data", async () => {
    const row = { 名称: "东", 迟报: 1, 完成: 10.25, 比例: "98.2%", 备案: true, 等级: "好" };
    const cwd = folderWith({
      "a.rubric": RUBRIC,
      "d.json": JSON.stringify([row]),
      "台账.csv": LEDGER.split("\n").slice(0, 4).join("\n"),
    });
    const read = await score(cwd, "--data", "d.json", "--out", "r.csv", "--lang", "en");
    expect(read).toMatchObject({ code: 0, err: expect.stringMatching(/^r\.csv: 1 subject\.\n/u) });
    expect(readFileSync(join(cwd, "r.csv"), "utf8")).toContain("东,scored,,,16.32");
  });

  it.each([
    ["words among numbers", "完成", DATA.replace("10.25", "约十"), /完成.*约十/u],
    ["a percentage without its sign", "比例", DATA.replace("98.2%", "0.982"), /比例.*0\.982/u],
    ["a thousand separator", "完成", DATA.replace("10.25", '"1,0.25"'), /完成/u],
    ["a doubled key", "名称", DATA.replace("西", "东"), /key stands twice: 东/u],
    ["a level that is none", "等级", DATA.replace("差", "很差"), /等级.*很差/u],
  ])("ends with an error on %s, and writes nothing", async (_, column, data, message) => {
    const cwd = folderWith({ ...files, "data.csv": data });
    const ended = await score(cwd, "--out", "r.csv");
    expect([column, ended.code]).toEqual([column, 1]);
    expect(ended.err).toMatch(message);
    expect(readdirSync(cwd).toSorted()).toEqual(["a.rubric", "data.csv", "台账.csv"].toSorted());
  });

  it("names missing columns and files, and options that it does not take", async () => {
    const cwd = folderWith({ ...files, "data.csv": DATA.replace("完成", "金额") });
    expect(await score(cwd, "--out", "r.csv")).toMatchObject({
      code: 1,
      err: expect.stringContaining("没有列：完成。现有列：名称, 迟报, 金额"),
    });
    expect(await score(cwd)).toMatchObject({ code: 2, err: expect.stringContaining("--out") });
    expect(await score(cwd, "--out", "r.xlsx")).toMatchObject({ code: 2, err: expect.stringContaining(".parquet") });
    expect(await score(cwd, "--out", "r.csv", "--period", "2008")).toMatchObject({
      code: 2,
      err: expect.stringContaining("--period"),
    });
    expect(await score(cwd, "--out", "r.csv", "--sheets")).toMatchObject({
      code: 2,
      err: expect.stringContaining("--sheets"),
    });
    expect(await score(cwd, "--out", "r.csv", "--data", "none.csv")).toMatchObject({ code: 3 });
    expect(existsSync(join(cwd, "r.csv"))).toBe(false);
  });
});

/** Keys and scores of a result file in JSON. */
const scoresIn = (file: string) =>
  Object.fromEntries(
    (JSON.parse(readFileSync(file, "utf8")) as readonly Readonly<Record<string, unknown>>[]).map((row) => [
      row["key"],
      row["score"],
    ]),
  );

describe("the tables of a run in DuckDB are those of a run in memory", () => {
  const LINE = `考核 "乙"
满分 10 分
数据 村 { 名称: 文本 主键, 完成: 数值 元, 台账: 明细 { 扣分: 数值 } }
常量 及格线: 数值 万元 = 80
条目 投入 10 分 { 若 完成 < 及格线 扣 3 分; 逐条 台账 扣 1 分 * 扣分 }
政策 平均(总分) <= 9 "平均分不超过九分"
排名 全部 按 总分
等次 结果 按 全部 { 优: 名额 50%; 其余: 良 }
`;
  const DATA_IN_FOLDER = "名称,完成\n东,820000\n西,870000\n";
  const score = (cwd: string, ...more: readonly string[]) =>
    yardstick(["score", "a.rubric", "--engine", "duckdb", ...more], { cwd });

  it("reads constants and lists beside the data first, then beside the rubric", async () => {
    const cwd = folderWith({
      "a.rubric": LINE,
      "台账.csv": "名称,扣分\n东,5\n",
      "2024/data.csv": DATA_IN_FOLDER,
      "2024/台账.csv": "名称,扣分\n西,2\n",
      "2024/constants.csv": "及格线\n85\n",
    });
    const memory = await yardstick(["score", "a.rubric", "--data", "2024/data.csv", "--format", "json"], { cwd });
    const expected = (
      JSON.parse(memory.out) as { readonly subjects: readonly { readonly key: string; readonly score: string }[] }
    ).subjects;
    const out = await score(cwd, "--data", "2024/data.csv", "--out", "r.json", "--lang", "en");
    expect(out.code).toBe(0);
    expect(out.err).toContain("the query does not check the policy; yardstick score does.");
    expect(out.err).toContain("ties at the cut of a quota");
    expect(scoresIn(join(cwd, "r.json"))).toEqual(
      Object.fromEntries(expected.map((each) => [each.key, Number(each.score)])),
    );
    expect(scoresIn(join(cwd, "r.json"))).toEqual({ 东: 7, 西: 8 });
    const named = await score(cwd, "--data", "2024/data.csv", "--table", "台账=台账.csv", "--out", "r.json");
    expect(named.err).toContain("查询不核对政策检查（1 条）");
    expect(scoresIn(join(cwd, "r.json"))).toEqual({ 东: 2, 西: 10 });
  });

  it.each([0, 2, 6, 7, 9, 11, 12, 14])(
    "has the digits of cells with %i decimals, or refuses them",
    async (decimals) => {
      const rubric = `考核 "丙"
满分 100 分
数据 村 { 名称: 文本 主键, 完成: 数值 0 .. 10000 }
条目 投入 100 分 { 得 1 分 * 完成 / 100 }
`;
      const tail = decimals === 0 ? "" : `.${"123456789123456".slice(0, decimals)}`;
      const data = ["0", "2", "1234", "9999"].map((whole, row) => `村${row},${whole}${tail}`).join("\n");
      const cwd = folderWith({ "a.rubric": rubric, "data.csv": `名称,完成\n${data}\n` });
      const memory = await yardstick(["score", "a.rubric", "--format", "json"], { cwd });
      const { code, err } = await score(cwd, "--out", "r.csv");
      // Sixteen digits are more than a column of the plan holds.
      if (decimals > 11) {
        expect([code, err]).toEqual([1, expect.stringMatching(/sql-too-wide: 字段“完成”的数可能超出/u)]);
        return;
      }
      expect([code, err]).toEqual([0, expect.stringContaining("4 个对象")]);
      const text = readFileSync(join(cwd, "r.csv"), "utf8");
      const { subjects } = JSON.parse(memory.out) as {
        readonly subjects: readonly { readonly key: string; readonly score: string }[];
      };
      const trimmed = (number: string) => number.replace(/(\.\d*?)0+$/u, "$1").replace(/\.$/u, "");
      const [header = "", ...rows] = text.trim().split("\n");
      const at = header.split(",").indexOf("score");
      expect(Object.fromEntries(rows.map((row) => [row.split(",")[0], trimmed(row.split(",")[at] ?? "")]))).toEqual(
        Object.fromEntries(subjects.map(({ key, score: own }) => [key, trimmed(own)])),
      );
    },
  );

  it("reads earlier periods and the results of used rubrics, with the digits of the engine in memory", async () => {
    const team = `考核 "班子"
满分 10 分
数据 乡镇 { 乡镇: 文本 主键, 年度: 期别, 迟报: 计数 次 }
条目 报送 10 分 { 每 迟报 扣 0.75 分 }
`;
    const own = `考核 "干部"
满分 20 分
引用 "team/team.rubric" 作 班子 按 乡镇
数据 干部 { 姓名: 文本 主键, 年度: 期别, 乡镇: 文本, 迟报: 计数 次, 完成: 百分数 }
条目 本职 10 分 { 每 迟报 扣 1 分 }
条目 所在班子 10 分 { 得 满分 * 班子.总分 / 10 分 }
排名 名次 按 总分 同 乡镇
处理 约谈 若 连续(末位(名次)) >= 2
处理 下降 若 总分 < 上期(总分)
公布 增长 = 总分 - 上期(总分) 保留 2 位小数
公布 比例 = 完成 保留 1 位小数
公布 原比例 = 上期(比例) 保留 1 位小数
`;
    const history =
      "姓名,年度,总分,名次,乡镇,比例\n甲,2007,18.5,1,东,48.0%\n乙,2007,16,2,东,\n丙,2007,,2,西,1%\n丁,2006,12,1,西,2%\n";
    const given = {
      "team/team.rubric": team,
      "team/data.csv": "乡镇,年度,迟报\n东,2008,1\n西,2008,3\n",
      "a.rubric": own,
      "data.csv":
        "姓名,年度,乡镇,迟报,完成\n甲,2008,东,1,50%\n乙,2008,东,2,60%\n丙,2008,西,0,\n丁,2008,西,5,7.5%\n戊,2008,南,1,3%\n",
      "history.csv": history,
    };
    const cwd = folderWith(given);
    const { out } = await yardstick(["score", "a.rubric", "--format", "json"], { cwd });
    const { subjects } = JSON.parse(out) as { readonly subjects: readonly Readonly<Record<string, unknown>>[] };
    const used = ["score", "team/team.rubric", "--engine", "duckdb", "--out", "team.parquet"];
    expect((await yardstick(used, { cwd })).code).toBe(0);
    const missing = await score(cwd, "--out", "r.json");
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining("--table 班子=结果文件")]);
    expect((await score(cwd, "--table", "班子=team.parquet", "--out", "r.json")).err).toContain(
      "5 个对象，1 个因缺数据待定",
    );
    const rows = JSON.parse(readFileSync(join(cwd, "r.json"), "utf8")) as readonly Readonly<Record<string, unknown>>[];
    const number = (text: unknown) =>
      typeof text !== "string" ? (text ?? null) : text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
    const shown = rows.map((row) => [
      row["key"],
      row["score"],
      row["名次"],
      row["consequences"],
      row["增长"],
      row["比例"],
      row["原比例"],
    ]);
    const expected = subjects.map(({ key, score: whole, rankings, consequences, outputs }) => {
      const [first, results] = [rankings, outputs].map((each) => each as Readonly<Record<string, unknown>>);
      return [
        key,
        number(whole),
        first?.["名次"] ?? null,
        consequences,
        ...["增长", "比例", "原比例"].map((name) => number(results?.[name])),
      ];
    });
    expect(shown.toSorted()).toEqual(expected.toSorted());
    // The same subject in another spelling, and a truth in a sign, are never taken for something else.
    for (const [changed, message] of [
      [history.replace("甲,", "甲 ,"), null],
      [history.replace("甲,", "甲 甲,"), null],
      [history.replace("丁,", "( 丁 ),").replace("丙,", "（丙）,"), null],
      [history.replace("丁,2006", "丁,06年"), /期别写法不确定：06年/u],
      [history.replace("姓名,", "名称,"), /没有列：姓名/u],
      [history.replace("16,2", '"1,600",2'), /column 总分: a cell cannot be read as a number: 1,600/u],
      [history.replace("48.0%", "半数"), /cannot be read as a percentage/u],
    ] as const) {
      const other = folderWith({
        ...given,
        "history.csv": changed,
        "team.parquet": readFileSync(join(cwd, "team.parquet")),
      });
      const found = await score(other, "--table", "班子=team.parquet", "--out", "r.json");
      expect([changed, found.code]).toEqual([changed, message === null ? 0 : 1]);
      if (message !== null) expect(found.err).toMatch(message);
    }
  });

  it("says where a list has no file, and which file it does not use", async () => {
    const cwd = folderWith({ "a.rubric": LINE, "data.csv": DATA_IN_FOLDER, "data.json": "[]" });
    const out = await score(cwd, "--out", "r.json");
    expect(out.code).toBe(0);
    expect(out.err).toContain("台账：没有数据文件，按没有记录计算。");
    expect(out.err).toMatch(/data\.json：没有采用，已用 .*data\.csv/u);
  });

  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ["a list in a workbook", { "data.csv": DATA_IN_FOLDER, "台账.xlsx": "PK" }, /不能读取 台账\.xlsx/u],
    ["a workbook", { "data.xlsx": "PK" }, /不能读取 data\.xlsx/u],
    [
      "rows of a list inside JSON",
      { "data.json": JSON.stringify([{ 名称: "东", 完成: 1, 台账: [{ 扣分: 1 }] }]) },
      /data\.json 的各行内含明细 台账/u,
    ],
    [
      "rows of a list inside the last of many",
      {
        "data.json": JSON.stringify(
          Array.from({ length: 21_000 }, (_, index) => ({
            名称: `村${index}`,
            完成: 1,
            ...(index < 20_999 ? {} : { 台账: [] }),
          })),
        ),
      },
      /内含明细 台账/u,
    ],
    [
      "constants that cannot be read",
      { "data.csv": DATA_IN_FOLDER, "constants.csv": "及格线\n约八十\n" },
      /constants\.csv 有错误，没有计算/u,
    ],
    ["a title above the headers", { "data.csv": `二〇〇八年\n${DATA_IN_FOLDER}` }, /没有列：名称, 完成/u],
  ])("refuses %s", async (_, given, message) => {
    const cwd = folderWith({ "a.rubric": LINE, ...given });
    const out = await score(cwd, "--out", "r.json");
    expect(out.code).not.toBe(0);
    expect(out.err).toMatch(message);
    expect(existsSync(join(cwd, "r.json"))).toBe(false);
  });

  it("refuses options that would have no effect", async () => {
    const cwd = folderWith({ "a.rubric": LINE, "data.csv": DATA_IN_FOLDER });
    for (const [option, value] of [
      ["--limit", "rows=10"],
      ["--limit", "seconds=5"],
      ["--format", "xlsx"],
    ] as const)
      expect(await score(cwd, "--out", "r.json", option, value)).toMatchObject({
        code: 2,
        err: expect.stringContaining(option),
      });
    expect(await score(cwd, "--out", "r.json", "--format", "json", "--limit", "none")).toMatchObject({ code: 0 });
  });

  it("reads a column that only the last of many rows has", async () => {
    const rows = Array.from({ length: 21_000 }, (_, index) => ({
      名称: `村${index}`,
      ...(index < 20_999 ? {} : { 完成: 900_000 }),
    }));
    const cwd = folderWith({ "a.rubric": LINE, "data.json": JSON.stringify(rows) });
    expect((await score(cwd, "--out", "r.json")).code).toBe(0);
    expect(scoresIn(join(cwd, "r.json"))).toMatchObject({ 村0: null, 村20999: 10 });
  });
});

describe("headers and rows that are in doubt end a run in DuckDB", () => {
  const BOTH = `考核 "丙"
满分 100 分
数据 村 {
  名称: 文本 主键
  次数: 计数 次 0 .. 1000
  完成: 数值 万元
  经费: 计数 万元 = 1
  备案: 是否 = 否
  备注: 文本 可空
  片区: 文本
  台账: 明细 { 事项: 文本, 扣分: 数值 }
}
条目 投入 100 分 { 每 次数 扣 0.001 分; 若 备案 扣 3 分; 若 片区 = "A区" 扣 4 分; 逐条 台账 扣 1 分 * 扣分 }
`;
  const HEAD = "名称,次数,完成,经费,备案,备注,片区";
  const ROWS = ["东村,127,3.5,2,是,,A区", "西村,251,4.25,3,否,,B区", "南村,303,5,1,否,,B区"];
  const LEDGER_ROWS = "名称,事项,扣分\n东村,迟报,2\n东村,漏报,3\n";
  const run = async (given: Readonly<Record<string, string | Uint8Array>>, ...more: readonly string[]) => {
    const cwd = folderWith({ "a.rubric": BOTH, "台账.csv": LEDGER_ROWS, ...given });
    const out = await yardstick(["score", "a.rubric", "--engine", "duckdb", "--out", "r.json", ...more], { cwd });
    return { ...out, cwd, isWritten: existsSync(join(cwd, "r.json")) };
  };
  const table = (head: string, ...rows: readonly string[]) => ({ "data.csv": [head, ...rows].join("\n") });
  const without = (column: string) => HEAD.replace(`,${column}`, ",其他列");

  it.each(["名称,片区,", "名称,片区,序号", "片区,名称,"])("headers of a further table of texts: %s", async (head) => {
    const rubric =
      '满分 9 分\n数据 村 { 名称: 文本 主键, 片区: 文本 }\n条目 甲 9 分 { 得 满分; 若 片区 = "A区" 扣 1 分 }\n';
    const cells = head.split(",").map((name) => ({ 名称: "西村", 片区: "A区" })[name] ?? "");
    const data = `名称,片区,备注\n东村,B区,\n${head}\n${cells.join(",")}\n`;
    const found = await run({ "a.rubric": rubric, "data.csv": data });
    expect(found).toMatchObject({ isWritten: false });
    expect(found.code).not.toBe(0);
    expect(found.err).toMatch(/不是考核对象的行：/u);
  });

  it("names columns that the rubric does not have, and scores the others", async () => {
    const found = await run(table(`序号,${HEAD}`, ...ROWS.map((row, index) => `${index + 1},${row}`)));
    expect(found).toMatchObject({ code: 0, isWritten: true });
    expect(found.err).toMatch(/data\.csv：规则中没有这些列，没有采用：序号。/u);
    expect(scoresIn(join(found.cwd, "r.json"))).toEqual({ 东村: 87.87, 西村: 99.75, 南村: 99.7 });
  });

  it.each<[string, Readonly<Record<string, string | Uint8Array>>, RegExp]>([
    [
      "a unit in the header of a column that may be left out",
      table(HEAD.replace("经费", "经费（万元）"), ...ROWS),
      /“经费（万元）”与“经费”/u,
    ],
    ["a unit behind a slash", table(HEAD.replace("经费", "经费/万元"), ...ROWS), /“经费\/万元”与“经费”/u],
    ["spaces in a header", table(HEAD.replace("备案", "备 案"), ...ROWS), /“备 案”与“备案”/u],
    ["a misspelt header", table(HEAD.replace("备案", "备按"), ...ROWS), /“备按”与“备案”/u],
    [
      "a second column with a unit",
      table(`${HEAD},经费（元）`, ...ROWS.map((row) => `${row},5`)),
      /“经费（元）”与“经费”/u,
    ],
    ["a column that stands twice", table(`${HEAD},备案`, ...ROWS.map((row) => `${row},是`)), /有两列“备案”/u],
    [
      "a column that is missing in one file of several",
      { "2024/a.csv": [HEAD, ROWS[0]].join("\n"), "2024/b.csv": [without("次数"), ROWS[1]].join("\n") },
      /b\.csv 中没有列：次数/u,
    ],
    ["a row of totals by its name", table(HEAD, ...ROWS, "合计,681,12.75,6,,,"), /不是考核对象的行：合计/u],
    ["a row of means", table(HEAD, ...ROWS, "全镇平均,227,4.25,2,,,"), /不是考核对象的行：全镇平均/u],
    ["a row of totals by its figures", table(HEAD, ...ROWS, "中村,681,12.75,6,否,,B区"), /不是考核对象的行：中村/u],
    ["a row of totals that comes first", table(HEAD, "中村,681,12.75,6,否,,B区", ...ROWS), /不是考核对象的行：中村/u],
    [
      "subtotals in a list",
      { ...table(HEAD, ...ROWS), "台账.csv": `${LEDGER_ROWS}东村,小计,5\n` },
      /台账\.csv 中有可能不是考核对象的行：东村/u,
    ],
    ["a key in two spellings", table(HEAD, ...ROWS, "东 村,8,1,1,否,,B区"), /“东村”和“东 村”|“东 村”和“东村”/u],
    ["a key in two widths", table(HEAD, ...ROWS, "A村,8,1,1,否,,B区", "Ａ村,9,1,1,否,,B区"), /可能是同一名称/u],
    ["a text in another spelling than the rubric's", table(HEAD, ...ROWS, "北村,8,1,1,否,,Ａ区"), /“A区”和“Ａ区”/u],
    ["a key that stands twice", table(HEAD, ...ROWS, "东村,8,1,1,否,,B区"), /key stands twice: 东村/u],
    ["a missing key", table(HEAD, ...ROWS, ",8,1,1,否,,B区"), /without a key/u],
    ["a row that is too long", table(HEAD, ...ROWS, "北村,8,1,1,否,,B区,多"), /./u],
    ["a row that is too short", table(HEAD, ...ROWS, "北村,8,1"), /./u],
    [
      "a row of a list of no subject",
      { ...table(HEAD, ...ROWS), "台账.csv": `${LEDGER_ROWS}北村,迟报,1\n` },
      /belongs to no subject: 北村/u,
    ],
    ["yuan that are not whole", table(HEAD, ...ROWS, "北村,8,1,1.00001,否,,B区"), /经费.*is not whole/u],
    ["a cell that no rule reads", table(HEAD, ...ROWS, "北村,8,约一百,1,否,,B区"), /完成.*约一百/u],
    [
      "another encoding",
      { "data.csv": Uint8Array.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb4, 0xce, 0xca, 0xfd, 10]) },
      /not utf-8 encoded/u,
    ],
    ["a JSON object of tables", { "data.json": JSON.stringify({ 村: [] }) }, /JSON/u],
    [
      "a list under another spelling inside JSON",
      { "data.json": JSON.stringify([{ 名称: "东村", 次数: 1, 完成: 1, 片区: "", "台 账": [] }]) },
      /台 账/u,
    ],
    [
      "JSON with a key twice in a row",
      { "data.json": '[{"名称":"东村","次数":1,"次数":2,"完成":1,"片区":""}]' },
      /duplicate/u,
    ],
  ])("%s", async (_, given, message) => {
    const data = Object.keys(given).some((name) => name.startsWith("2024/")) ? ["--data", "2024/*.csv"] : [];
    const found = await run(given, ...data);
    expect(found.err).toMatch(message);
    expect(found).toMatchObject({ code: 1, isWritten: false });
  });

  it("counts subjects with data out of range, as an error of the data", async () => {
    const found = await run(table(HEAD, ...ROWS, "北村,1001,8,1,否,,B区"));
    expect(found).toMatchObject({ code: 1, isWritten: true });
    expect(found.err).toContain("4 个对象，1 个因缺数据待定，1 个有超出规定范围的数据。");
    const en = await run(table(HEAD, ...ROWS, "北村,1001,8,1,否,,B区"), "--lang", "en");
    expect(en.err).toContain("4 subjects, 1 pending for missing data, 1 with data out of range.");
  });

  it("takes whole yuan in tens of thousands, and a file whose name is like a pattern for itself", async () => {
    const row = "北村,8,8,1.2345,否,,B区";
    const named = { "d[1].csv": [HEAD, ...ROWS, row].join("\n"), "d1.csv": HEAD };
    const found = await run(named, "--data", "d[1].csv");
    expect(found).toMatchObject({ code: 0, isWritten: true });
    expect(Object.keys(scoresIn(join(found.cwd, "r.json")))).toHaveLength(4);
  });

  it("examines long tables for words alone, and says so", async () => {
    const rows = Array.from({ length: 200_001 }, (_, index) => `${index}村,${index % 997},8,1,否,,B区`);
    const long = (...more: readonly string[]) => ({ "data.csv": [HEAD, ...ROWS].concat(rows, more).join("\n") });
    const found = await run(long());
    expect(found).toMatchObject({ code: 0, isWritten: true });
    expect(found.err).toContain("行数较多，没有逐行核对是否为合计、名称是否同名异写");
    if (!isWhole) return;
    const total = await run(long("总计,8,8,1,否,,B区"));
    expect(total).toMatchObject({ code: 1, isWritten: false });
    expect(total.err).toContain("可能不是考核对象的行：总计");
  });

  it("guards names in CSV that a spreadsheet would run as formulas", async () => {
    const rows = [HEAD, ...ROWS, "=1+1,8,8,1,否,,B区", "-甲,8,8,1,否,,B区"];
    const cwd = folderWith({ "a.rubric": BOTH, "data.csv": rows.join("\n") });
    const out = await yardstick(["score", "a.rubric", "--engine", "duckdb", "--out", "r.csv"], { cwd });
    expect(out.code).toBe(0);
    const lines = readFileSync(join(cwd, "r.csv"), "utf8").split("\n");
    const keys = lines.map((line) => line.split(",")[0]);
    expect(keys).toContain("'=1+1");
    expect(keys).toContain("'-甲");
  });

  it("says what it says in English, too", async () => {
    const header = await run(table(HEAD.replace("备案", "备 案"), ...ROWS), "--lang", "en");
    expect(header.err).toContain("resembles “备案”");
    const total = await run(table(HEAD, ...ROWS, "合计,681,12.75,6,,,"), "--lang", "en");
    expect(total.err).toContain("rows that may not be subjects: 合计");
    const alike = await run(table(HEAD, ...ROWS, "东 村,8,1,1,否,,B区"), "--lang", "en");
    expect(alike.err).toContain("may be one name");
    const long = table(HEAD, ...ROWS, `东村,8,1.${"0".repeat(40)}1,1,否,,B区`);
    expect((await run(long, "--lang", "en")).err).toMatch(/sql-decimals: The field “.+” has 4\d decimals/u);
    const number = await run(
      { "data.json": '[{"名称":"东村","次数":1,"完成":0.12345678901234567890,"片区":""}]' },
      "--lang",
      "en",
    );
    expect(number.err).toContain("more than 15 significant digits");
  });
});
