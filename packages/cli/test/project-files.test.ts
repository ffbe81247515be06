import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { collectionFile, projectFile, type Project, type TableText } from "yardstick/project";
import { GOOD_DATA, LEDGER, PROJECT, RUBRIC, folderWith, yardstick } from "./command.js";

const table = (role: TableText["role"], name: string, csv: string): TableText => {
  const [header = [], ...rows] = csv
    .trim()
    .split("\n")
    .map((line) => (line.match(/"[^"]*"|[^,]+/gu) ?? []).map((cell) => cell.replaceAll('"', "")));
  return { role, name, header, rows };
};

const DATA = table("subjects", "", GOOD_DATA);
const CONTENT: Project = { rubric: RUBRIC, tables: [DATA, table("list", "台账", LEDGER)] };
const FILE = projectFile("社区考核", CONTENT);

describe("a project file of the playground", () => {
  test("gives the same results and receipt as its rubric with the same tables beside it", async () => {
    const [one, other] = [folderWith({ "p.yardstick.json": FILE }), folderWith(PROJECT)];
    const fromProject = await yardstick(["score", "p.yardstick.json", "--format", "json"], { cwd: one });
    const fromFiles = await yardstick(["score", "a.rubric", "--format", "json"], { cwd: other });
    expect(fromProject.code).toBe(0);
    expect(JSON.parse(fromProject.out)).toEqual(JSON.parse(fromFiles.out));
  });

  test.each([
    [["explain", "p.yardstick.json", "甲社区"], "通报批评"],
    [["check", "p.yardstick.json"], "1 个文件：0 个错误"],
    [["test", "p.yardstick.json"], "1 个样例通过"],
    [["score", "p.yardstick.json/main.rubric"], "丙社区"],
  ])("is read by yardstick %s", async (argv, said) => {
    const outcome = await yardstick(argv, { cwd: folderWith({ "p.yardstick.json": FILE }) });
    expect([outcome.code, outcome.out]).toEqual([0, expect.stringContaining(said)]);
  });

  test("keeps the recorded decisions about its rows", async () => {
    const subjects = table("subjects", "", GOOD_DATA.replaceAll("甲社区", "合计村"));
    const file = (more: Partial<TableText>) => projectFile("", { ...CONTENT, tables: [{ ...subjects, ...more }] });
    const score = (content: string) =>
      yardstick(["score", "p.yardstick.json", "--format", "json"], {
        cwd: folderWith({ "p.yardstick.json": content }),
      });
    expect((await score(file({}))).out).toContain('"row-doubted"');
    const kept = await score(file({ keep: ["合计村"] }));
    expect([kept.code, kept.out.includes("row-doubted")]).toEqual([0, false]);
    expect((await score(file({ leave: ["合计村"] }))).out).toContain('"row-set-aside"');
    expect((await score(file({ keep: [1] as never }))).code).toBe(1);
  });

  test("is scored with other data where that is given", async () => {
    const cwd = folderWith({ "p.yardstick.json": FILE, "新.csv": GOOD_DATA.replaceAll("甲社区", "丁社区") });
    const { out } = await yardstick(["score", "p.yardstick.json", "--data", "新.csv"], { cwd });
    expect(out).toContain("丁社区");
    expect(out.split("\n说明\n")[0]).not.toContain("甲社区");
    expect(out).toContain("主表中没有“甲社区”，本行没有采用");
  });

  test("reports a bad cell and an error of the rubric at their location in it", async () => {
    const bad = {
      ...DATA,
      rows: DATA.rows.map((row, index) => (index === 1 ? ["乙社区", "两次", ...row.slice(2)] : row)),
    };
    const data = projectFile("", { ...CONTENT, tables: [bad] });
    const rubric = projectFile("", { ...CONTENT, rubric: RUBRIC.replace("扣 0.5 分", "扣 0.5 元") });
    const cwd = folderWith({ "data.yardstick.json": data, "rubric.yardstick.json": rubric });
    const first = await yardstick(["score", "data.yardstick.json"], { cwd });
    expect([first.code, first.err]).toEqual([1, expect.stringContaining("data.yardstick.json/data.csv:3 错误")]);
    const second = await yardstick(["check", "rubric.yardstick.json"], { cwd });
    expect([second.code, second.out]).toEqual([1, expect.stringContaining("rubric.yardstick.json/main.rubric:17:14")]);
  });

  test("includes the rubrics that its rubric uses, each with its tables", async () => {
    const leader = `考核 "干部"\n满分 10 分\n引用 "../team/team.rubric" 作 班子 按 社区\n数据 干部 { 姓名: 文本 主键, 社区: 文本 }\n条目 班子得分 10 分 { 得 按比例 班子.总分 / 20 }\n`;
    const content: Project = {
      path: "leader/leader.rubric",
      rubric: leader,
      tables: [{ role: "subjects", name: "", header: ["姓名", "社区"], rows: [["李", "丙社区"]] }],
      others: [{ path: "team/team.rubric", ...CONTENT }],
    };
    const cwd = folderWith({ "p.yardstick.json": projectFile("", content) });
    const { code, out } = await yardstick(["score", "p.yardstick.json", "--format", "csv"], { cwd });
    expect([code, out]).toEqual([0, expect.stringContaining("李")]);
    const other = await yardstick(["score", "p.yardstick.json/team/team.rubric"], { cwd });
    expect(other.out).toContain("丙社区");
  });

  test("with several projects requires a choice, and uses the named one", async () => {
    const projects = [
      { id: "1", name: "甲/乙", ...CONTENT },
      { id: "2", name: "丙", ...CONTENT },
      { id: "3", rubric: 7 },
    ];
    const cwd = folderWith({ "all.yardstick.json": collectionFile({ projects, revisions: [] }) });
    const asked = await yardstick(["score", "all.yardstick.json"], { cwd });
    expect(asked.code).toBe(2);
    expect(asked.err).toContain("有 1 个项目已损坏");
    expect(asked.err).toContain("请指明其中一个：all.yardstick.json/甲_乙、all.yardstick.json/丙。");
    expect((await yardstick(["score", "all.yardstick.json/丙"], { cwd })).code).toBe(0);
    expect((await yardstick(["check", "all.yardstick.json"], { cwd })).out).toContain("2 个文件");
  });

  test("is never written to, neither by fmt nor by --append-history", async () => {
    const untidy = projectFile("", { ...CONTENT, rubric: RUBRIC.replace("大类 经济 10 分 {", "大类  经济   10 分 {") });
    const cwd = folderWith({ "p.yardstick.json": untidy });
    const formatted = await yardstick(["fmt", "p.yardstick.json"], { cwd });
    expect([formatted.code, formatted.err]).toEqual([2, expect.stringContaining("命令行不改写项目文件")]);
    expect((await yardstick(["fmt", "--check", "p.yardstick.json"], { cwd })).code).toBe(1);
    const appended = await yardstick(["score", "p.yardstick.json", "--append-history", "--period", "2024"], { cwd });
    expect(appended.code).toBe(2);
    expect(readFileSync(join(cwd, "p.yardstick.json"), "utf8")).toBe(untidy);
    const elsewhere = ["score", "p.yardstick.json", "--append-history", "history.csv", "--period", "2024"];
    expect((await yardstick(elsewhere, { cwd })).code).toBe(0);
  });

  test.each([
    ["foreign", '{"format":"other"}', "不是标尺的项目文件"],
    ["newer", FILE.replace('"version": 1', '"version": 2'), "更新版本"],
    ["without a project", collectionFile({ projects: [], revisions: [] }), "没有可读取的项目"],
  ])("that is %s is an error message", async (_, text, said) => {
    const { code, err } = await yardstick(["score", "x.json"], { cwd: folderWith({ "x.json": text }) });
    expect([code > 0, err]).toEqual([true, expect.stringContaining(said)]);
  });

  test("with a path that climbs upwards reads nothing outside itself", async () => {
    const climbing = projectFile("", { ...CONTENT, path: "../../a.rubric" });
    const cwd = folderWith({ "p.yardstick.json": climbing });
    expect((await yardstick(["score", "p.yardstick.json"], { cwd })).code).toBe(0);
    expect((await yardstick(["check", "p.yardstick.json"], { cwd })).out).toContain("1 个文件");
  });
});
