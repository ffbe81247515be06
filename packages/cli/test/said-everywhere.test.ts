// The remarks of a result are in every output, in both languages: table, CSV, JSON, XLSX, notice, score sheet.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DEFAULT_TABLE_LIMITS } from "../../tables/src/limits.js";
import { rawRow, rawWorkbook } from "../../tables/test/corpus/raw-workbook.js";
import { openWorkbook } from "../../tables/src/xlsx/workbook.js";
import { folderWith, yardstick } from "./command.js";

type Lang = "zh" | "en";
const LANGS = ["zh", "en"] as const;

interface Outputs {
  readonly table: string;
  readonly csv: string;
  readonly notice: string;
  /** Cells of the workbook by sheet and row, as text. */
  readonly book: readonly (readonly (readonly string[])[])[];
  readonly json: Readonly<Record<string, unknown>>;
}

async function outputsOf(cwd: string, lang: Lang): Promise<Outputs> {
  const score = async (...options: readonly string[]) => {
    const { code, out } = await yardstick(["score", "a.rubric", ...options, "--lang", lang], { cwd });
    expect(code).toBe(0);
    return out;
  };
  await score("--format", "xlsx", "--out", `r-${lang}.xlsx`);
  const opened = openWorkbook(readFileSync(join(cwd, `r-${lang}.xlsx`)), DEFAULT_TABLE_LIMITS);
  if (!("table" in opened)) throw new Error("the workbook does not open");
  const book = opened.table.sheets.map((sheet) => {
    const grid = sheet.read();
    if (!("table" in grid)) throw new Error("a sheet cannot be read");
    return grid.table.rows.map(({ cells }) => cells.map(textOf));
  });
  return {
    table: await score(),
    csv: await score("--format", "csv"),
    notice: await score("--format", "html"),
    book,
    json: JSON.parse(await score("--format", "json")) as Outputs["json"],
  };
}

function textOf(cell: unknown): string {
  if (typeof cell === "string") return cell;
  if (typeof cell !== "object" || cell === null) return "";
  return "token" in cell ? String(cell.token) : "text" in cell ? String(cell.text) : "";
}

async function explained(cwd: string, key: string, lang: Lang, ...options: readonly string[]): Promise<string> {
  return (await yardstick(["explain", "a.rubric", key, ...options, "--lang", lang], { cwd })).out;
}

/** Expects each sentence in every prose output. */
function expectSaid({ table, csv, notice, book }: Outputs, sentences: readonly string[]): void {
  const texts = { table, csv, notice, book: book.flat(2).join("\n") };
  const missing = sentences.flatMap((sentence) =>
    Object.entries(texts).flatMap(([where, text]) => (text.includes(sentence) ? [] : [`${where}: ${sentence}`])),
  );
  expect(missing).toEqual([]);
}

describe("five subjects that tie at the limit of a quota", () => {
  const files = {
    "a.rubric": `考核 "强制分布"
满分 100 分
数据 人 { 姓名: 文本 主键, 部门: 文本, 分: 数值 分 }
条目 绩效 100 分 { 得 分 }
排名 部门内 按 总分 同 部门 并列 同名次
等次 年度 按 部门内 { 优秀: 名额 20%; 良好: 名额 70%; 其余: 待改进 }
`,
    "data.csv": "姓名,部门,分\nA1,甲,89\nA2,甲,88\nC1,丙,90\nC2,丙,90\nC3,丙,90\nC4,丙,90\nC5,丙,90\n",
  };

  test.each([
    [
      "zh",
      [
        "等次 年度 优秀（丙）",
        "并列在名额线上，名额还剩 1 个，均未取；各项得分也分不出先后，须另定依据或由人裁定",
        "等次 年度 良好（丙）",
        "并列在名额线上，名额还剩 3 个，均未取",
      ],
      "待改进（在名额线上同分，未取）",
    ],
    [
      "en",
      [
        "grade 年度 优秀 (丙)",
        "tie at the cut with 1 place left",
        "grade 年度 良好 (丙)",
        "tie at the cut with 3 places left",
      ],
      "待改进 (tied at the cut, not granted)",
    ],
  ] as const)("are named in every output in %s", async (lang, sentences, onSheet) => {
    const cwd = folderWith(files);
    const outputs = await outputsOf(cwd, lang);
    expectSaid(outputs, sentences);
    expect(outputs.table).toMatch(/C1.C2.C3.C4.C5|C1, C2, C3, C4, C5/u);
    expect(outputs.json["undecided"]).toMatchObject([
      {
        kind: "tie-at-cut",
        name: "年度",
        grade: "优秀",
        group: "丙",
        left: 1,
        subjects: ["C1", "C2", "C3", "C4", "C5"],
      },
      {
        kind: "tie-at-cut",
        name: "年度",
        grade: "良好",
        group: "丙",
        left: 3,
        subjects: ["C1", "C2", "C3", "C4", "C5"],
      },
    ]);
    expect(await explained(cwd, "C3", lang)).toContain(onSheet);
    expect(await explained(cwd, "C3", lang, "--format", "html")).toContain(onSheet);
  });
});

describe("a published condition", () => {
  const cwd = () =>
    folderWith({
      "a.rubric": `考核 "是否"
满分 0 分
数据 村 { 名称: 文本 主键, 信访: 是否, 到会: 是否 }
公布 无信访 = 非 信访
公布 未到会 = 非 到会
`,
      "data.csv": "名称,信访,到会\n甲,否,是\n乙,是,否\n",
    });

  test.each([
    ["zh", ["是", "否"], /\b(?:yes|no|true|false)\b/u],
    ["en", ["yes", "no"], /[是否]\s*$/mu],
  ] as const)("is written only in the vocabulary of %s", async (lang, [yes, no], other) => {
    const folder = cwd();
    const { table, csv, notice, book, json } = await outputsOf(folder, lang);
    expect(notice).toContain("无信访");
    expect(notice.match(/<tr><th scope="row">甲.*?<\/tr>/su)?.[0]).toContain(`>${yes}</td>`);
    expect(csv.split("\r\n")[1]).toContain(`,${yes},${no},`);
    expect(csv.split("\r\n")[2]).toContain(`,${no},${yes},`);
    expect(book.flat().some((row) => row.includes("甲") && row.includes(yes) && row.includes(no))).toBe(true);
    const sheet = await explained(folder, "甲", lang);
    for (const text of [table, csv, sheet, book.flat(2).join("\n")].map((each) => each.replaceAll("是否", "")))
      expect(text).not.toMatch(other);
    expect(json["subjects"]).toMatchObject([
      { outputs: { 无信访: true, 未到会: false } },
      { outputs: { 无信访: false, 未到会: true } },
    ]);
  });
});

describe("the ranking value", () => {
  test.each(LANGS)("is shown beside the score where it differs, in %s", async (lang) => {
    const cwd = folderWith({
      "a.rubric": `考核 "双百分"
满分 100 分
数据 社区 { 名称: 文本 主键, 实绩: 数值 分 0 .. 100, 创新分: 数值 分 0 .. 20 }
条目 基础 100 分 { 得 实绩 }
加分项 创新 最多 20 分 { 加 创新分 }
设 双百分 = 得分(基础) * 2
排名 双百分位次 按 双百分 并列 同名次
`,
      "data.csv": "名称,实绩,创新分\n甲,80,15\n乙,90,0\n",
    });
    const { table, csv, notice, book, json } = await outputsOf(cwd, lang);
    for (const text of [table, csv, notice, book.flat(2).join("\n")]) {
      expect(text).toContain("双百分");
      expect(text).toMatch(/160/u);
      expect(text).toMatch(/180/u);
    }
    expect(csv.split("\r\n")[0]?.split(",")).toContain("双百分");
    expect(json["subjects"]).toMatchObject([
      { key: "甲", score: "95.00", rankings: { 双百分位次: 2 }, rankedBy: { 双百分位次: "160.00" } },
      { key: "乙", score: "90.00", rankings: { 双百分位次: 1 }, rankedBy: { 双百分位次: "180.00" } },
    ]);
  });
});

describe("published outputs", () => {
  test.each([
    ["zh", "绩效工资（元）", "待定"],
    ["en", "绩效工资 (元)", "undecided"],
  ] as const)("are in every output with their unit, also where they are undecided, in %s", async (lang, head, open) => {
    const cwd = folderWith({
      "a.rubric": `考核 "工资"
满分 10 分
数据 人 { 姓名: 文本 主键, 分: 数值 分 0 .. 10, 基数: 数值 元 }
条目 绩效 10 分 { 得 分 }
公布 绩效工资 = 基数 * 120%
`,
      "data.csv": "姓名,分,基数\n甲,8,3693\n乙,9,\n",
    });
    const { table, csv, notice, book } = await outputsOf(cwd, lang);
    const heading = lang === "en" ? head.replace("元", "yuan") : head;
    for (const text of [table, notice.replaceAll("<wbr>", ""), book.flat(2).join("\n")]) {
      expect(text).toContain(heading);
      expect(text).toContain("4431.6");
      expect(text).toContain(open);
    }
    expect(csv).toContain("4431.6");
    expect(csv).toContain(open);
    expect(notice.match(/<tr><th scope="row">乙.*?<\/tr>/su)?.[0]).toContain(`>${open}</td>`);
  });
});

describe("hidden parts of a workbook and unused sheets", () => {
  const HEAD = ["名称", "得分"];
  const files = {
    "a.rubric": `考核 "隐藏"
满分 100 分
数据 村 { 名称: 文本 主键, 得分: 数值 分 0 .. 100 }
条目 基础 100 分 { 得 得分 }
排名 全县 按 总分
`,
    "data.xlsx": rawWorkbook({
      sheets: [
        { name: "封面", data: rawRow(1, ["某某县"]) },
        {
          name: "Sheet2",
          head: '<cols><col min="2" max="2" width="9" hidden="1"/></cols>',
          data: rawRow(1, HEAD) + rawRow(2, ["甲", "90"]) + rawRow(3, ["乙", "80"], ' hidden="1"'),
        },
        { name: "上年", state: "hidden", data: rawRow(1, HEAD) + rawRow(2, ["甲", "70"]) },
      ],
    }),
  };

  test.each([
    [
      "zh",
      [
        "有 1 行被隐藏或筛选掉",
        "有 1 列被隐藏，也已读入：得分",
        "没有采用的工作表：封面",
        "隐藏的工作表“上年”表头也符合",
      ],
    ],
    [
      "en",
      [
        "1 row is hidden",
        "1 column is hidden but was read: 得分",
        "sheets that were not used: 封面",
        "the hidden sheet “上年”",
      ],
    ],
  ] as const)("are reported in every output in %s", async (lang, sentences) => {
    const outputs = await outputsOf(folderWith(files), lang);
    expectSaid(outputs, sentences);
    const reasons = (outputs.json["problems"] as readonly { readonly reason: string }[]).map(({ reason }) => reason);
    expect(reasons.sort()).toEqual(["hidden-columns", "hidden-rows", "hidden-sheet", "unused-sheets"]);
  });
});

describe("consecutive counts over a gap in the records", () => {
  const files = {
    "a.rubric": `考核 "断档"
满分 100 分
数据 单位 { 名称: 文本 主键, 年度: 期别, 实绩: 数值 分 0 .. 100 }
条目 实绩得分 100 分 { 得 实绩 }
处理 诫勉 若 连续(总分 < 60) >= 2
处理 约谈 若 连续(总分 < 60) >= 3
`,
    "data.csv": "名称,年度,实绩\n甲,2024,50\n乙,2024,90\n",
    "history.csv": "名称,年度,总分\n甲,2021,50\n甲,2023,55\n乙,2021,90\n乙,2022,90\n乙,2023,90\n",
  };

  test.each([
    ["zh", ["约谈", "待定，"], /约谈\s+待定（/u],
    ["en", ["约谈", "undecided, "], /约谈\s+pending \(/u],
  ] as const)("shows decided results and lists undecided ones in %s", async (lang, sentences, onSheet) => {
    const cwd = folderWith(files);
    const outputs = await outputsOf(cwd, lang);
    expectSaid(outputs, sentences);
    const [first, second] = outputs.json["subjects"] as readonly Readonly<Record<string, unknown>>[];
    expect(first).toMatchObject({ consequences: ["诫勉"], undecided: [{ kind: "consequence", name: "约谈" }] });
    expect(second).toMatchObject({ consequences: [], undecided: [] });
    expect(await explained(cwd, "甲", lang)).toMatch(onSheet);
  });
});

describe("the score of a section", () => {
  test.each(LANGS)("has the same digits in every output in %s", async (lang) => {
    const cwd = folderWith({
      "a.rubric": `考核 "节的小数"
满分 10 分
数据 村 { 名称: 文本 主键, 甲分: 数值 分 0 .. 10 }
大类 甲 10 分 { 条目 甲一 10 分 { 得 甲分 } }
排名 甲榜 按 得分(甲) 并列 同名次
`,
      "data.csv": "名称,甲分\n一,6.624\n二,6.621\n三,6.666\n",
    });
    const { table, csv, notice, book, json } = await outputsOf(cwd, lang);
    const digits = { 一: "6.62", 二: "6.62", 三: "6.67" };
    const rows = csv.split("\r\n").map((line) => line.split(","));
    const column = rows[0]?.indexOf("甲") ?? -1;
    const main = book.find((sheet) => sheet.some((row) => row.includes("甲"))) ?? [];
    const head = main.find((row) => row.includes("甲")) ?? [];
    const inBook = head.indexOf("甲");
    const subjects = json["subjects"] as readonly { readonly key: string; readonly parts: Record<string, string> }[];
    for (const [key, said] of Object.entries(digits)) {
      expect(rows.find(([name]) => name === key)?.[column]).toBe(said);
      expect(subjects.find((subject) => subject.key === key)?.parts["甲"]).toBe(said);
      expect(Number(main.find((row) => row.includes(key))?.[inBook])).toBe(Number(said));
      expect(table.split("\n").find((line) => line.includes(key))).toMatch(new RegExp(`${said}\\s*$`, "u"));
    }
    expect(notice).toContain("6.67");
    expect(notice).not.toContain("6.66<");
    expect(subjects.map(({ key }) => key)).toEqual(["一", "二", "三"]);
  });
});

describe("missing and provisional results", () => {
  const files = {
    "a.rubric": `考核 "待定与暂定"
满分 100 分
数据 村 { 名称: 文本 主键, 得分: 数值 分 0 .. 100, 事故: 计数 次, 人口: 数值 }
条目 基础 100 分 { 得 得分 }
排名 全县 按 总分
等次 年度 按 全县 { 优秀: 名额 50%; 其余: 合格 }
奖励 红旗 全县 第 1 名 人口 * 10 元
处理 约谈 若 事故 > 0
公布 有事故 = 事故 > 0
要求 事故 <= 5 "事故不超过五次"
`,
    "data.csv": "名称,得分,事故,人口\n东,90,,\n西,80,0,100\n南,,0,100\n",
  };

  test.each([
    [
      "zh",
      ["要求 事故不超过五次", "暂定 全县", "尚待 事故", "尚待 人口"],
      {
        东: [
          /约谈\s+待定，尚待 事故（待填）/u,
          /红旗\s+获得，待定，尚待 人口（待填）/u,
          /有事故\s+待定，尚待 事故（待填）/u,
        ],
        西: [/全县：第 2 名（参排 2 个）（暂定）/u, /所依据的数据尚未齐备/u, /年度\s+合格（.*暂定）/u],
      },
    ],
    [
      "en",
      ["requirement 事故不超过五次", "provisional 全县", "waiting for 事故", "waiting for 人口"],
      {
        东: [
          /约谈\s+pending, waiting for 事故/u,
          /红旗\s+won, pending, waiting for 人口/u,
          /有事故\s+pending, waiting for 事故/u,
        ],
        西: [/全县: place 2 of 2 \(provisional\)/u, /depends on incomplete data/u, /年度\s+合格 .*\(provisional\)/u],
      },
    ],
  ] as const)(
    "is in every output in %s, also for requirements, and in the score sheet",
    async (lang, sentences, sheets) => {
      const cwd = folderWith(files);
      const outputs = await outputsOf(cwd, lang);
      const texts = [outputs.table, outputs.notice, outputs.book.flat(2).join("\n")];
      for (const sentence of sentences) for (const text of texts) expect(text).toContain(sentence);
      expect(outputs.json["undecided"]).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ kind: "requirement", name: "事故不超过五次", subjects: ["东"] }),
          expect.objectContaining({ kind: "payment", name: "红旗", subjects: ["东"] }),
        ]),
      );
      for (const [key, patterns] of Object.entries(sheets)) {
        const sheet = await explained(cwd, key, lang);
        for (const pattern of patterns) expect(sheet).toMatch(pattern);
      }
    },
  );
});

describe("a subject whose row is in doubt", () => {
  test.each([
    ["zh", /尚待：整行数据的核实（“合计村”可能是合计行，而不是考核对象.*请确认保留，或删去这一行）/u],
    ["en", /a decision about its whole row \(“合计村” may be a total and not a subject.*keep it, or delete the row\)/u],
  ] as const)("is reported to be in doubt, with the reason, in %s", async (lang, said) => {
    const cwd = folderWith({
      "a.rubric": `考核 "存疑"
满分 100 分
数据 村 { 名称: 文本 主键, 得分: 数值 分 0 .. 100 }
条目 基础 100 分 { 得 得分 }
`,
      "data.csv": "名称,得分\n甲村,80\n合计村,90\n乙村,70\n",
    });
    const unwrapped = (text: string) => text.replace(/\s*\n\s*/gu, lang === "zh" ? "" : " ");
    expect(unwrapped(await explained(cwd, "合计村", lang))).toMatch(said);
    expect(unwrapped(await explained(cwd, "合计村", lang, "--format", "html"))).toMatch(said);
  });
});

describe("keys and periods that a spreadsheet has changed", () => {
  const rubric = `考核 "期别"
满分 100 分
数据 人 { 编号: 文本 主键, 年度: 期别, 得分: 数值 分 0 .. 100 }
条目 基础 100 分 { 得 得分 }
排名 全县 按 总分
`;

  test.each([
    ["zh", "无法判断为哪一期", "后面的数字已经丢失"],
    ["en", "is not clear, so this row was not used", "of which a spreadsheet stored only 15 digits"],
  ] as const)("are not guessed, in %s", async (lang, period, digits) => {
    const cwd = folderWith({
      "a.rubric": rubric,
      "data.csv": "编号,年度,得分\na,2024.0,80\nb,24年,90\n1.10E+17,2024,95\nc,2024年,70\n",
    });
    const { code, out, err } = await yardstick(["score", "a.rubric", "--format", "json", "--lang", lang], { cwd });
    expect(code).toBe(1);
    const { subjects, problems } = JSON.parse(out) as {
      readonly subjects: readonly { readonly key: string; readonly period: string | null; readonly status: string }[];
      readonly problems: readonly { readonly reason: string }[];
    };
    expect(subjects.map(({ key, period: of, status }) => [key, of, status])).toEqual(
      expect.arrayContaining([
        ["a", "2024", "scored"],
        ["b", null, "invalid"],
        ["c", "2024", "scored"],
      ]),
    );
    expect(subjects).toHaveLength(3);
    expect(problems.map(({ reason }) => reason).sort()).toEqual(["digits-lost", "unclear-period"]);
    for (const sentence of [period, digits]) expect(err).toContain(sentence);
  });
});
