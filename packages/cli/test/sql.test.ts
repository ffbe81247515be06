import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, yardstick } from "./command.js";

const LOOKING_BACK = `考核 "乙"
满分 10 分
数据 村 { 名称: 文本 主键, 年度: 期别, 迟报: 计数 次 }
条目 报送 10 分 { 每 迟报 扣 1 分 }
处理 约谈 若 连续(总分 < 60) >= 2
`;
const USED = LOOKING_BACK.replace("处理 约谈 若 连续(总分 < 60) >= 2", "处理 约谈 若 总分 < 6").replace(
  "每 迟报 扣 1 分",
  "若 上期(总分) > 9 扣 1 分",
);
const PLAIN = `考核 "甲"
满分 10 分
数据 村 { 名称: 文本 主键, 迟报: 计数 次 }
条目 报送 10 分 { 每 迟报 扣 1 分 }
`;

describe("yardstick sql", () => {
  it("prints a query for each engine, under the names that the database has", async () => {
    const cwd = folderWith({ "a.rubric": PLAIN });
    for (const dialect of ["duckdb", "postgres", "spark"]) {
      const printed = await yardstick(["sql", "a.rubric", "--dialect", dialect, "--table", '村=villages"2008'], {
        cwd,
      });
      expect(printed).toMatchObject({ code: 0, err: "" });
      expect(printed.out).toContain(dialect === "spark" ? 'FROM `villages"2008`' : 'FROM "villages""2008"');
    }
    expect(await yardstick(["sql", "a.rubric", "--out", "a.sql"], { cwd })).toMatchObject({ code: 0, out: "" });
    expect(readFileSync(join(cwd, "a.sql"), "utf8")).toMatch(/^WITH cells AS \(/u);
  });

  it("leaves out what no query gives exactly, and says so in both languages", async () => {
    const cwd = folderWith({ "b.rubric": LOOKING_BACK });
    const zh = await yardstick(["sql", "b.rubric", "--out", "b.sql"], { cwd });
    expect(zh).toMatchObject({ code: 0, out: "" });
    expect(zh.err).toContain("查询结果中没有“约谈”（sql-periods）：规则读取往期结果");
    const en = await yardstick(["sql", "b.rubric", "--lang", "en"], { cwd });
    expect(en.err).toContain("the query does not give “约谈” (sql-periods): The rubric reads earlier periods");
    expect(en.out).toContain('AS "报送"');
    expect(en.out).not.toContain("约谈");
  });

  it("refuses a rubric whose score no query gives exactly, by name and with a way out", async () => {
    const cwd = folderWith({ "b.rubric": USED });
    const zh = await yardstick(["sql", "b.rubric", "--out", "b.sql"], { cwd });
    expect(zh).toMatchObject({ code: 1, out: "" });
    expect(zh.err).toContain("b.rubric 不能写成一条结果精确的查询：\n  sql-periods: 规则读取往期结果");
    const en = await yardstick(["sql", "b.rubric", "--lang", "en"], { cwd });
    expect(en.err).toContain("b.rubric cannot be written as an exact query:\n  sql-periods: The rubric reads");
    expect(existsSync(join(cwd, "b.sql"))).toBe(false);
  });

  it("says which constants the query has, and what it does not check", async () => {
    const rubric = `${PLAIN}常量 及格线: 数值 = 6\n排名 全部 按 总分\n等次 结果 按 全部 { 优: 名额 50%; 其余: 良 }\n政策 平均(总分) <= 9 "平均分不超过九分"\n`;
    const cwd = folderWith({ "c.rubric": rubric });
    const { err } = await yardstick(["sql", "c.rubric"], { cwd });
    expect(err).toContain("及格线 采用规则中的默认值");
    expect(err).toContain("查询不核对政策检查（1 条）");
    expect(err).toContain("查询不说明名额线上的并列");
    const en = await yardstick(["sql", "c.rubric", "--lang", "en"], { cwd });
    expect(en.err).toContain("及格线 have the defaults of the rubric");
  });

  it("reports tables, scenarios and engines that are not there", async () => {
    const cwd = folderWith({ "a.rubric": PLAIN });
    const wrong = async (...options: readonly string[]) => yardstick(["sql", "a.rubric", ...options], { cwd });
    expect(await wrong("--table", "村=x", "--table", "村=y")).toMatchObject({
      code: 2,
      err: expect.stringContaining("--table 对 村 只能给出一次"),
    });
    expect(await wrong("--table", "台帐=x")).toMatchObject({ code: 2, err: expect.stringContaining("“台帐=x”不是") });
    expect(await wrong("--scenario", "宽")).toMatchObject({ code: 2, err: expect.stringContaining("宽") });
    expect(await wrong("--dialect", "oracle")).toMatchObject({ code: 2, err: expect.stringContaining("oracle") });
  });
});
