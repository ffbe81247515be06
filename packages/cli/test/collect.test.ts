import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BookSheet, SheetName } from "@yardstick/tables";
import { sheetNames, writeWorkbook } from "@yardstick/tables";
import { describe, expect, test } from "vitest";
import { GOOD_DATA, LEDGER, RUBRIC, folderWith, yardstick } from "./command.js";

const EN = { LANG: "en_US.UTF-8" };

const files = {
  "a.rubric": RUBRIC,
  "data/data.csv": GOOD_DATA,
  "data/台账.csv": LEDGER,
  "in/经发办.csv": "名称,招商完成,备注\n甲社区,460,补报\n丙 社区,,\n丁社区,1,\n合计,461,\n",
  "in/组织办.csv": "名称,迟报次数\n甲社区,3\n乙社区,四次\n",
  "in/组织办2.csv": "名称,迟报次数\n甲社区,4\n",
  "in/台账.csv": `${LEDGER}乙社区,通报批评,2024-06-01\n`,
  "in/空.csv": "",
};

/** Cells of a CSV file, without the byte order mark. */
const cellsOf = (path: string) =>
  readFileSync(path, "utf8")
    .replace(/^\ufeff/u, "")
    .trim()
    .split(/\r?\n/u)
    .map((line) => line.split(","));

describe("yardstick collect", () => {
  test("previews without writing anything", async () => {
    const cwd = folderWith(files);
    const { code, out, err } = await yardstick(["collect", "a.rubric", "in", "--data", "data/data.csv"], { cwd });
    expect(code).toBe(3);
    expect(err).toContain("只作预览，没有写入");
    expect(out).toContain("收到 5 份");
    expect(readFileSync(join(cwd, "data/data.csv"), "utf8")).toBe(GOOD_DATA);
  });

  test("merges into the tables of a folder and reports what was merged, what needs a decision and what was left out", async () => {
    const cwd = folderWith(files);
    const { code, out } = await yardstick(["collect", "a.rubric", "in", "--into", "data"], { cwd });
    expect(code).toBe(3);
    for (const said of [
      "甲社区 招商完成：450 → 460（in/经发办.csv B2）",
      "甲社区 迟报次数：1（现值） ≠ 3（in/组织办.csv B2） ≠ 4（in/组织办2.csv B2）",
      "in/经发办.csv 第 4 行：没有“丁社区”",
      "in/经发办.csv 第 5 行：合计 461",
      "in/经发办.csv：“备注”，有 1 格填了内容",
      "四次",
      "明细新增 1 条，明细已有 3 条",
      "文件是空的",
    ]) {
      expect(out).toContain(said);
    }
    expect(cellsOf(join(cwd, "data/data.csv"))).toEqual([
      ["名称", "迟报次数", "招商完成", "招商任务", "安全事故"],
      ["甲社区", "1", "460", "500", "0"],
      ["乙社区", "0", "500", "500", "1"],
      ["丙社区", "2", '"1', '000"', "500", "0"],
    ]);
    expect(cellsOf(join(cwd, "data/台账.csv"))).toHaveLength(5);
    const again = await yardstick(["collect", "a.rubric", "in/台账.csv", "--into", "data"], { cwd });
    expect(again).toMatchObject({ code: 0, err: "" });
    expect(again.out).toContain("没有变化");
  });

  test("resolves differences one by one, by a rule, and by names", async () => {
    const cwd = folderWith(files);
    const answers = ["--take", "甲社区//迟报次数=4", "--match", "丁社区=丙社区", "--keep-row", "甲社区"];
    const { out } = await yardstick(["collect", "a.rubric", "in", "--into", "data", ...answers], { cwd });
    expect(out).toContain("不一致：0 格未定，1 格已定");
    expect(cellsOf(join(cwd, "data/data.csv"))[1]).toEqual(["甲社区", "4", "460", "500", "0"]);
    expect(cellsOf(join(cwd, "data/data.csv"))[3]?.slice(0, 3)).toEqual(["丙社区", "2", "1"]);
  });

  test("creates tables where there are none, which score the same as the files", async () => {
    const cwd = folderWith({ "a.rubric": RUBRIC, "one.csv": GOOD_DATA, "台账.csv": LEDGER });
    const made = await yardstick(["collect", "a.rubric", "one.csv", "台账.csv", "--out", "made", "--lang", "en"], {
      cwd,
      env: EN,
    });
    expect(made).toMatchObject({ code: 0, err: "Wrote made/data.csv, made/台账.csv.\n" });
    const score = async (data: string, list: string) =>
      JSON.parse(
        (await yardstick(["score", "a.rubric", "--data", data, "--table", `台账=${list}`, "--format", "json"], { cwd }))
          .out,
      ).subjects;
    expect(await score("made/data.csv", "made/台账.csv")).toEqual(await score("one.csv", "台账.csv"));
  });

  test("gives the whole report as JSON", async () => {
    const cwd = folderWith(files);
    const { out } = await yardstick(["collect", "a.rubric", "in", "--out", "new", "--format", "json"], { cwd });
    const found = JSON.parse(out);
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining([
        "tables",
        "files",
        "new",
        "changed",
        "conflicts",
        "unmatched",
        "periods",
        "aside",
        "written",
        "notOpened",
      ]),
    );
    expect(found.conflicts).toEqual([
      expect.objectContaining({
        id: "甲社区//迟报次数",
        figures: [
          expect.objectContaining({ text: "3", origins: [{ file: "in/组织办.csv", sheet: null, row: 2, cell: "B2" }] }),
          expect.objectContaining({
            text: "4",
            origins: [{ file: "in/组织办2.csv", sheet: null, row: 2, cell: "B2" }],
          }),
        ],
      }),
    ]);
    expect(existsSync(join(cwd, "new/data.csv"))).toBe(true);
  });

  test("continues where a file does not exist, and refuses a wrong command line", async () => {
    const cwd = folderWith(files);
    const missing = await yardstick(
      ["collect", "a.rubric", "nowhere.csv", "in/组织办.csv", "--data", "data/data.csv"],
      { cwd },
    );
    expect(missing.code).toBe(3);
    expect(missing.out).toContain("无法读取 nowhere.csv");
    expect(missing.out).toContain("组织办");
    for (const wrong of [
      ["--settle", "oldest"],
      ["--take", "x"],
      ["--into", "a", "--out", "b"],
    ]) {
      expect((await yardstick(["collect", "a.rubric", "in", ...wrong], { cwd })).code).toBe(2);
    }
  });
});

describe("yardstick collect loses nothing and reports what it leaves out", () => {
  test("keeps the rows of a present ledger that --data names", async () => {
    const cwd = folderWith(files);
    const present = ["--data", "data/data.csv", "--data", "data/台账.csv"];
    await yardstick(["collect", "a.rubric", "in/组织办.csv", ...present, "--out", "new"], { cwd });
    expect(cellsOf(join(cwd, "new/台账.csv"))).toEqual(cellsOf(join(cwd, "data/台账.csv")));
    const twice = ["--data", "data/data.csv", "--data", "in/组织办.csv", "--out", "other"];
    const refused = await yardstick(["collect", "a.rubric", "in/组织办2.csv", ...twice], { cwd });
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("已有的表格中有几张“社区”（data/data.csv、in/组织办.csv），只能有一张");
  });

  test("does not write a workbook again that has other sheets", async () => {
    const sheet = (name: string, rows: readonly (readonly string[])[]): BookSheet => ({
      name: sheetNames([name])[0] as SheetName,
      columns: [],
      rows: rows.map((row) => row.map((text) => ({ value: { kind: "text", text } }) as const)),
    });
    const subjects = sheet("社区", [
      ["名称", "迟报次数"],
      ["甲社区", ""],
    ]);
    const book = await writeWorkbook({ title: "", sheets: [subjects, sheet("备查", [["重要内容"]])] });
    const cwd = folderWith({ ...files, "all.xlsx": book });
    const { code, err } = await yardstick(["collect", "a.rubric", "in/组织办.csv", "--into", "all.xlsx"], { cwd });
    expect(code).toBe(2);
    expect(err).toContain("“备查”");
    expect(readFileSync(join(cwd, "all.xlsx")).equals(book)).toBe(true);
  });

  test.each([
    [
      "zh",
      "没有合并任何内容",
      "没有用到的指定 5 项",
      "没有读取的文件和下级文件夹：in/深、in/照片.zip",
      "第 C 列没有表头",
    ],
    ["en", "nothing merged", "Decisions without effect: 5", "not read: in/深, in/照片.zip", "column C has no header"],
  ] as const)("names files, columns and decisions without effect (%s)", async (lang, ...said) => {
    const cwd = folderWith({
      "a.rubric": RUBRIC,
      "data.csv": GOOD_DATA,
      "in/重复.csv": "名称,迟报次数,迟报次数\n甲社区,3,4\n",
      "in/无名.csv": "组,迟报次数\n甲社区,3\n",
      "in/空列.csv": "名称,招商完成,,安全事故\n甲社区,450,内容,0\n",
      "in/深/b.csv": "名称,迟报次数\n甲社区,9\n",
      "in/照片.zip": "PK",
    });
    const idle = [
      "--take",
      "甲社区//迟报=1",
      "--match",
      "未社区=甲社区",
      "--file-period",
      "x=2024",
      "--department",
      "x=经发办",
      "--keep-row",
      "丙村",
    ];
    const { out, err } = await yardstick(["collect", "a.rubric", "in", "--data", "data.csv", "--lang", lang, ...idle], {
      cwd,
    });
    for (const text of said) expect(`${out}\n${err}`).toContain(text);
    expect(out).toMatch(/无名\.csv .*(?:无法读取|cannot be read)/u);
    expect(out).not.toMatch(/(?:重复|无名)\.csv .*(?:没有变化|no change)/u);
  });

  test.each([
    ["zh", "data/data.csv 第 1 行“某镇考核数据表”在表格以外，重写后没有保留。"],
    ["en", "data/data.csv: line 1 “某镇考核数据表” is outside the table and was not kept."],
  ])("names lines outside the table that are not written again (%s)", async (lang, said) => {
    const cwd = folderWith({ ...files, "data/data.csv": `某镇考核数据表\n${files["data/data.csv"]}` });
    const argv = ["collect", "a.rubric", "in", "--into", "data", "--format", "json", "--lang", lang];
    const first = await yardstick(argv, { cwd });
    expect(first.err).toContain(said);
    expect(JSON.parse(first.out).notKept).toEqual([{ file: "data/data.csv", row: 1, text: "某镇考核数据表" }]);
    expect(JSON.parse((await yardstick(argv, { cwd })).out).notKept).toEqual([]);
  });

  test("takes a decision in any spelling, and leaves a row whose named subject does not exist", async () => {
    const cwd = folderWith(files);
    const data = ["--data", "data/data.csv"];
    const take = await yardstick(["collect", "a.rubric", "in", ...data, "--take", "甲 社区//迟报次数=４"], { cwd });
    expect(take.out).toContain("不一致：0 格未定，1 格已定");
    expect(take.out).not.toContain("没有用到的指定");
    const match = await yardstick(["collect", "a.rubric", "in", ...data, "--match", "丁社区=戊社区"], { cwd });
    expect(match.out).toContain("in/经发办.csv 第 4 行：没有“丁社区”");
    expect(match.out).not.toContain("新增对象");
  });

  test("names the department that answers for a column", async () => {
    const cwd = folderWith({ ...files, "in/组织办.csv": "名称,招商完成\n甲社区,461\n" });
    const { out } = await yardstick(
      ["collect", "a.rubric", "in/组织办.csv", "--data", "data/data.csv", "--department", "in/组织办.csv=组织办"],
      { cwd },
    );
    expect(out).toContain("（该列由经发办填报）");
  });
});

describe("yardstick form --every-assessor", () => {
  test("writes a form for each assessor, which collect recognises and merges", async () => {
    const cwd = folderWith({ "a.rubric": RUBRIC, "data/data.csv": GOOD_DATA });
    const made = await yardstick(["form", "a.rubric", "--every-assessor", "forms", "--data", "data/data.csv"], { cwd });
    expect(made.code).toBe(0);
    expect(existsSync(join(cwd, "forms/经发办.xlsx"))).toBe(true);
    const { code, out } = await yardstick(["collect", "a.rubric", "forms", "--into", "data"], { cwd });
    expect(code).toBe(0);
    expect(out).toContain("forms/经发办.xlsx  经发办（按填报表标记）  没有填写内容");
    const other = RUBRIC.replace("社区考核", "别的考核");
    const foreign = folderWith({ "b.rubric": other, "f.xlsx": readFileSync(join(cwd, "forms/经发办.xlsx")) });
    const refused = await yardstick(["collect", "b.rubric", "f.xlsx"], { cwd: foreign });
    expect(refused.code).toBe(1);
    expect(refused.out).toContain("这是“社区考核”（2024）的填报表，不是“别的考核”（2024）的，没有读取");
    expect((await yardstick(["form", "a.rubric", "--every-assessor", "x", "--out", "y.xlsx"], { cwd })).code).toBe(2);
  });
});

describe("yardstick collect with workbooks", () => {
  test("writes one workbook, merges into it, and changes nothing the second time", async () => {
    const cwd = folderWith(files);
    const made = await yardstick(
      ["collect", "a.rubric", "data/data.csv", "data/台账.csv", "--out", "all.xlsx", "--lang", "en"],
      { cwd, env: EN },
    );
    expect(made).toMatchObject({ code: 0, err: "Wrote all.xlsx.\n" });
    const score = async (data: string) =>
      JSON.parse((await yardstick(["score", "a.rubric", "--data", data, "--format", "json"], { cwd })).out).subjects;
    const csv = JSON.parse(
      (
        await yardstick(
          ["score", "a.rubric", "--data", "data/data.csv", "--table", "台账=data/台账.csv", "--format", "json"],
          { cwd },
        )
      ).out,
    ).subjects;
    expect(await score("all.xlsx")).toEqual(csv);
    const before = readFileSync(join(cwd, "all.xlsx"));
    await yardstick(["collect", "a.rubric", "in/经发办.csv", "--into", "all.xlsx"], { cwd });
    expect(readFileSync(join(cwd, "all.xlsx")).equals(before)).toBe(false);
    const again = await yardstick(["collect", "a.rubric", "in/经发办.csv", "--into", "all.xlsx"], { cwd });
    expect(again.err).toBe("");
    expect(again.out).not.toContain("改动 1");
  });

  test.each(["zh", "en"] as const)("lists what is missing as a table, a workbook and a message (%s)", async (lang) => {
    const cwd = folderWith({ ...files, "in/经发办.csv": "名称,招商完成\n新社区,\n" });
    for (const name of ["missing.csv", "missing.xlsx", "missing.txt"]) {
      const { err } = await yardstick(
        [
          "collect",
          "a.rubric",
          "in/经发办.csv",
          "--data",
          "data/data.csv",
          "--new-subject",
          "新社区",
          "--missing",
          name,
          "--lang",
          lang,
        ],
        { cwd },
      );
      expect(err).toContain(name);
    }
    const lines = cellsOf(join(cwd, "missing.csv"));
    expect(lines[0]).toEqual(lang === "zh" ? ["考核部门", "考核对象", "列"] : ["department", "subject", "column"]);
    expect(lines[1]).toEqual(["经发办", "新社区", "招商完成"]);
    const text = readFileSync(join(cwd, "missing.txt"), "utf8");
    expect(text).toContain(
      lang === "zh" ? "经发办尚缺：招商完成（1 格：新社区）。" : "经发办 still has to fill in 招商完成 (1: 新社区).",
    );
    expect(readFileSync(join(cwd, "missing.xlsx")).subarray(0, 2).toString()).toBe("PK");
    const report = await yardstick(
      ["collect", "a.rubric", "in/经发办.csv", "--data", "data/data.csv", "--new-subject", "新社区", "--lang", lang],
      { cwd },
    );
    expect(report.out).toContain(
      lang === "zh" ? "经发办  已填 3/4 格，缺 招商完成 1" : "经发办  3 of 4 cells filled in; missing: 招商完成 1",
    );
  });

  test("refuses another kind of file for the list", async () => {
    const cwd = folderWith(files);
    expect((await yardstick(["collect", "a.rubric", "in", "--missing", "x.pdf"], { cwd })).code).toBe(2);
  });
});
