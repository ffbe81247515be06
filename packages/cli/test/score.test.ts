import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { GOOD_DATA, LEDGER, PROJECT, RUBRIC, folderWith, yardstick } from "./command.js";

const score = (files: Readonly<Record<string, string | Uint8Array>>, ...options: string[]) =>
  yardstick(["score", "a.rubric", ...options], { cwd: folderWith(files) });

const subjectsOf = (json: string) =>
  (JSON.parse(json) as { subjects: { key: string; status: string; score: string | null }[] }).subjects;

describe("yardstick score", () => {
  test("prints the ranking, the vetoed without a place, and nothing else on standard output", async () => {
    const { code, out, err } = await score(PROJECT);
    expect(err).toBe("");
    expect(out.split("\n").slice(0, 6)).toEqual([
      "社区考核（2024）",
      "",
      "名次  名称     总分  一票否决  奖励           党建   经济",
      "   —  乙社区  20.00  安全                    10.00  10.00",
      "   1  丙社区  19.00            红旗 3000 元   9.00  10.00",
      "   2  甲社区  16.50                           7.50   9.00",
    ]);
    expect(code).toBe(0);
  });

  test("gives JSON as documented, numbers as decimal text, subjects in the order of the data", async () => {
    const { code, out } = await score(PROJECT, "--format", "json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      receipt: {
        rubric: expect.stringMatching(/^sha256:[0-9a-f]{64}$/u),
        data: expect.stringMatching(/^sha256:[0-9a-f]{64}$/u),
        edition: "2024",
        language: "1",
      },
      rubric: "社区考核",
      scenario: null,
      subjects: [
        {
          key: "甲社区",
          period: null,
          status: "scored",
          awaiting: [],
          score: "16.50",
          parts: { 党建: "7.50", "党建/报送": "7.5", 经济: "9.00", "经济/招商": "9" },
          vetoes: [],
          rankings: { 全街道: 2 },
          awards: [],
        },
        { key: "乙社区", score: "20.00", vetoes: ["安全"], rankings: { 全街道: null } },
        { key: "丙社区", score: "19.00", rankings: { 全街道: 1 }, awards: [{ name: "红旗", pays: "3000" }] },
      ],
      requirements: [],
      diagnostics: [],
    });
  });

  test("gives CSV for spreadsheets, with a byte order mark", async () => {
    const { out } = await score(PROJECT, "--format", "csv");
    expect(out).toBe(
      [
        "\ufeff名称,总分,党建,经济,全街道,状态,一票否决,奖励,处理,说明",
        "甲社区,16.50,7.50,9.00,2,已评分,,,,",
        "乙社区,20.00,10.00,10.00,,已评分,安全,,,",
        "丙社区,19.00,9.00,10.00,1,已评分,,红旗 3000 元,,",
        "",
      ].join("\r\n"),
    );
  });

  test("leaves a subject with a blank pending, reports what is missing from which assessor, and succeeds", async () => {
    const data = GOOD_DATA.replace("甲社区,1,450", "甲社区,1,");
    const { code, out, err } = await score({ ...PROJECT, "data.csv": data });
    expect(code).toBe(0);
    expect(err).toBe("");
    expect(out).toContain("待定（1 个，不参加排名）");
    expect(out).toContain("甲社区  尚待 招商完成（待填，经发办）");
  });

  test("prints the other subjects where a cell is bad, and the cell with its location on standard error", async () => {
    const data = GOOD_DATA.replace("甲社区,1,450", "甲社区,三次,450");
    const { code, out, err } = await score({ ...PROJECT, "data.csv": data });
    expect(code).toBe(1);
    expect(err).toBe(
      "data.csv:2 错误：社区 第 2 行“迟报次数”：应为数字（单位：次），“三次”无法识别；请改填数字，暂缺请留空。\n",
    );
    expect(out).toContain("数据有误（1 个，不参加排名）");
    expect(out).toMatch(/1\s+丙社区/u);
  });

  test("shows the errors of a rubric and scores nothing", async () => {
    const { code, out, err } = await score({
      ...PROJECT,
      "a.rubric": RUBRIC.replace("每 迟报次数 扣", "每 迟报次敉 扣"),
    });
    expect(code).toBe(1);
    expect(out).toBe("");
    expect(err).toContain("a.rubric:17:7 错误：");
    expect(err).toContain("^^^^^^^^");
  });

  test("leaves a subject with two rows unscored, since either row may be right", async () => {
    const { code, out, err } = await score(
      { ...PROJECT, "data.csv": `${GOOD_DATA}甲社区,0,500,500,0\n` },
      "--format",
      "json",
    );
    expect(code).toBe(1);
    expect(err).toContain("data.csv:5 错误：社区 第 5 行：“甲社区”已在前面出现过");
    expect(subjectsOf(out)).toMatchObject([
      { key: "甲社区", status: "invalid", score: null },
      { key: "乙社区", status: "scored" },
      { key: "丙社区", status: "scored" },
    ]);
  });

  test("does not read a row with shifted cells", async () => {
    const data = GOOD_DATA.replace('"1,000"', "1,000");
    const { code, out, err } = await score({ ...PROJECT, "data.csv": data }, "--format", "json");
    expect(code).toBe(1);
    expect(err).toContain("data.csv:4 错误：社区 第 4 行：这一行的单元格比表头多");
    expect(subjectsOf(out)[2]).toMatchObject({ key: "丙社区", status: "invalid", score: null });
  });

  test("reports violated requirements and policies with their location in the rubric", async () => {
    const checks = '要求 迟报次数 <= 1 "迟报不能超过一次"\n政策 合计(总分) <= 50 "总分合计不超过五十"\n';
    const files = { ...PROJECT, "a.rubric": RUBRIC + checks };
    const table = await score(files);
    expect(table).toMatchObject({ code: 1, err: "" });
    expect(table.out).toContain("不符合数据要求\n  丙社区：迟报不能超过一次  a.rubric:33:1\n");
    expect(table.out).toContain("不符合政策要求\n  总分合计不超过五十  a.rubric:34:1\n");
    const csv = await score(files, "--format", "csv");
    expect(csv.code).toBe(1);
    expect(csv.err).toContain("丙社区：迟报不能超过一次  a.rubric:33:1");
  });

  test("reads JSON beside the rubric where there is no CSV, side rows nested", async () => {
    const json = `[{"名称":"甲社区","迟报次数":1,"招商完成":450,"招商任务":500,"安全事故":0,
      "台账":[{"事项":"通报批评"},{"事项":"表扬"}]}]`;
    const { code, out, err } = await score({ "a.rubric": RUBRIC, "data.json": json }, "--format", "json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(subjectsOf(out)).toMatchObject([{ key: "甲社区", score: "17.50" }]);
  });

  test("notes a list without a file, which is read as empty", async () => {
    const { code, err } = await score({ "a.rubric": RUBRIC, "data.csv": GOOD_DATA });
    expect({ code, err }).toEqual({ code: 0, err: "台账：没有数据文件，按没有记录计算。\n" });
  });

  test("reads data and tables from other folders, also in GB18030", async () => {
    const gbk = Uint8Array.from([0xc3, 0xfb, 0xb3, 0xc6]);
    const files = { "a.rubric": RUBRIC, "in/d.csv": GOOD_DATA, "in/l.csv": LEDGER, "gbk.csv": gbk };
    const { code, out } = await score(files, "--data", "in/d.csv", "--table", "台账=in/l.csv", "--format", "json");
    expect(code).toBe(0);
    expect(subjectsOf(out)[0]).toMatchObject({ score: "16.50" });
    const other = await score(files, "--data", "gbk.csv");
    expect(other.err).toContain("缺少“迟报次数”一列");
    expect(other.err).not.toContain("缺少“名称”一列");
  });

  test("reads the rubric or the data from standard input, but not both", async () => {
    const cwd = folderWith(PROJECT);
    const fromInput = await yardstick(["score", "-", "--format", "json"], { cwd, stdin: RUBRIC });
    expect(subjectsOf(fromInput.out)).toHaveLength(3);
    const data = await yardstick(["score", "a.rubric", "--data", "-", "--format", "json"], { cwd, stdin: GOOD_DATA });
    expect(subjectsOf(data.out)).toHaveLength(3);
    const both = await yardstick(["score", "-", "--data", "-"], { cwd, stdin: RUBRIC });
    expect(both).toEqual({ code: 2, out: "", err: "标准输入（-）只能用一次。\n" });
  });

  test("writes a file completely or not at all", async () => {
    const cwd = folderWith(PROJECT);
    const { code, out } = await yardstick(["score", "a.rubric", "--format", "csv", "--out", "r.csv"], { cwd });
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(readFileSync(join(cwd, "r.csv"), "utf8")).toContain("丙社区,19.00");
    const failed = await yardstick(["score", "a.rubric", "--out", "nowhere/r.txt"], { cwd });
    expect(failed).toMatchObject({ code: 3, out: "", err: "无法写入 nowhere/r.txt：没有这个文件夹。\n" });
    const broken = folderWith({ ...PROJECT, "a.rubric": "考核" });
    expect((await yardstick(["score", "a.rubric", "--out", "r.csv"], { cwd: broken })).code).toBe(1);
    expect(existsSync(join(broken, "r.csv"))).toBe(false);
    expect(readdirSync(cwd).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("gives the same receipt for the same data in every kind of file", async () => {
    const receiptOf = (json: string) => (JSON.parse(json) as { receipt: { data: string } }).receipt.data;
    const first = await score(PROJECT, "--format", "json");
    const turned = GOOD_DATA.replace("450,500", " 450 ,５００").replaceAll("\n", "\r\n");
    const second = await score({ ...PROJECT, "data.csv": `\ufeff${turned}` }, "--format", "json");
    const third = await score({ ...PROJECT, "data.csv": GOOD_DATA.replace("450", "451") }, "--format", "json");
    expect(receiptOf(second.out)).toBe(receiptOf(first.out));
    expect(receiptOf(third.out)).not.toBe(receiptOf(first.out));
  });
});

describe("a rubric that uses another", () => {
  const files = {
    "team/team.rubric": RUBRIC,
    "team/data.csv": GOOD_DATA,
    "team/台账.csv": LEDGER,
    "people/people.rubric": `考核 "干部考核"
满分 20 分
引用 "../team/team.rubric" 作 班子 按 社区
数据 干部 { 姓名: 文本 主键, 社区: 文本 }
条目 班子实绩 20 分 { 得 班子.总分 }
`,
    "people/data.csv": "姓名,社区\n张三,甲社区\n李四,丁社区\n",
  };

  test("scores the used rubric first, with the data beside that", async () => {
    const { code, out, err } = await yardstick(["score", "people/people.rubric", "--format", "json"], {
      cwd: folderWith(files),
    });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(subjectsOf(out)).toMatchObject([
      { key: "张三", score: "16.50" },
      { key: "李四", status: "pending" },
    ]);
  });

  test("reports a bad cell in the data of the used rubric", async () => {
    const bad = { ...files, "team/data.csv": GOOD_DATA.replace("甲社区,1", "甲社区,三次") };
    const { code, err } = await yardstick(["score", "people/people.rubric"], { cwd: folderWith(bad) });
    expect(code).toBe(1);
    expect(err).toContain("team/data.csv:2 错误：");
  });
});

describe("what score refuses", () => {
  test.each([
    [["--format", "pdf"], 2, "--format 不能是“pdf”；可选：table, json, ndjson, csv, xlsx, html。"],
    [["--encoding", "big5"], 2, "--encoding 不能是“big5”；可选：utf-8, gb18030, utf-16le, utf-16be。"],
    [["--data", "d.xlsx"], 3, "无法读取 d.xlsx：文件不存在。"],
    [["--append-history", "h.xlsx"], 2, "往期结果只能追加到 CSV 文件，h.xlsx 不是 CSV 文件。"],
    [["--append-history"], 2, "数据没有分期，追加往期结果须用 --period 指明期别。"],
    [["--out", "a.rubric/r.txt"], 3, "无法写入 a.rubric/r.txt：路径中有一段不是文件夹。"],
    [["--data", "none.csv"], 3, "无法读取 none.csv：文件不存在。"],
    [["--table", "台帐=x.csv"], 2, "规则中没有名为“台帐”的明细；可选：台账。"],
    [["--table", "台账"], 2, "--table 应写成 明细名=文件，“台账”不符合此格式。"],
    [["--scenario", "民生优先"], 2, "没有名为“民生优先”的方案；规则中没有设方案。"],
    [["--period", "2023"], 2, "数据中没有“2023”这一期；数据没有分期。"],
    [["--lang", "fr"], 2, "--lang 不能是“fr”；可选：zh, en。"],
  ])("%j", async (options, code, message) => {
    expect(await score(PROJECT, ...options)).toEqual({ code, out: "", err: `${message}\n` });
  });

  test("a rubric that does not exist, or is not UTF-8, cannot be read", async () => {
    const cwd = folderWith({ "gbk.rubric": Uint8Array.from([0xbf, 0xbc, 0xba, 0xcb]) });
    expect(await yardstick(["score", "a.rubric"], { cwd })).toMatchObject({
      code: 3,
      err: "无法读取 a.rubric：文件不存在。\n",
    });
    expect(await yardstick(["score", "."], { cwd })).toMatchObject({ code: 3 });
    expect((await yardstick(["score", "gbk.rubric"], { cwd })).err).toContain("须为 UTF-8 编码");
  });

  test("without data it lists the paths that were tried", async () => {
    expect(await score({ "a.rubric": RUBRIC })).toEqual({
      code: 3,
      out: "",
      err: "没有数据：找不到 data.csv、data.xlsx、data.json；请用 --data 指定数据文件。\n",
    });
  });
});
