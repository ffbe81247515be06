import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, yardstick } from "./command.js";

const untidy = '考核   "试"\n满分  5 分 // 全部\n条目 甲 5分{每 迟报 扣0.1分;若 a 扣 1 分}\n';
const tidy = '考核 "试"\n满分 5 分 // 全部\n条目 甲 5分 { 每 迟报 扣 0.1分; 若 a 扣 1 分 }\n';

describe("yardstick fmt", () => {
  it("writes a rubric in the standard layout and keeps its comments", async () => {
    const cwd = folderWith({ "a.rubric": untidy });
    expect(await yardstick(["fmt", "a.rubric"], { cwd })).toMatchObject({ code: 0, out: "" });
    const formatted = readFileSync(join(cwd, "a.rubric"), "utf8");
    expect(formatted).toContain("// 全部");
    expect(formatted).not.toBe(untidy);
    expect(await yardstick(["fmt", "--check", "a.rubric"], { cwd })).toMatchObject({ code: 0, out: "" });
  });

  it("with --check only lists the files that are not formatted", async () => {
    const cwd = folderWith({ "a.rubric": untidy });
    expect(await yardstick(["fmt", "--check", "."], { cwd })).toMatchObject({ code: 1, out: "a.rubric\n" });
    expect(readFileSync(join(cwd, "a.rubric"), "utf8")).toBe(untidy);
  });

  it("rewrites keywords into one vocabulary", async () => {
    const { out } = await yardstick(["fmt", "-", "--keywords", "en"], { stdin: tidy });
    expect(out).toContain("item 甲");
    expect(out).toContain("per 迟报 deduct");
    expect(out).toContain('rubric "试"');
  });

  it("leaves a rubric with errors unchanged and reports them", async () => {
    const cwd = folderWith({ "a.rubric": "条目 甲 5 分 { 每 迟报 扣 }\n" });
    const { code, err } = await yardstick(["fmt", "a.rubric"], { cwd });
    expect(code).toBe(1);
    expect(err).toContain("syntax-line");
    expect(readFileSync(join(cwd, "a.rubric"), "utf8")).toBe("条目 甲 5 分 { 每 迟报 扣 }\n");
  });

  it("refuses an unknown vocabulary", async () => {
    expect(await yardstick(["fmt", "-", "--keywords", "fr"], { stdin: tidy })).toMatchObject({ code: 2 });
  });
});

describe("yardstick new", () => {
  it("creates a folder that can be scored at once", async () => {
    const cwd = folderWith({});
    expect(await yardstick(["new", "mine"], { cwd })).toMatchObject({ code: 0, err: "" });
    const { code, out } = await yardstick(["score", "mine/community-2008.rubric"], { cwd });
    expect(code).toBe(0);
    expect(out).toContain("书院社区");
  });

  it("leaves out what only the examples themselves need", async () => {
    const cwd = folderWith({});
    expect(await yardstick(["new", "english", "--lang", "en"], { cwd })).toMatchObject({ code: 0, err: "" });
    expect((await yardstick(["score", "english/street-office.rubric"], { cwd })).out).toContain("South Gate");
    expect(await yardstick(["new", "mine", "--template", "tender"], { cwd })).toMatchObject({ code: 0 });
    expect(readdirSync(join(cwd, "mine")).filter((name) => /\.(json|mjs)$/.test(name))).toEqual([]);
    expect((await yardstick(["score", "mine/tender.rubric"], { cwd })).out).toContain("Opal Soft");
  });

  it("changes no folder that is not empty, and lists the templates", async () => {
    const cwd = folderWith({ "mine/notes.txt": "x" });
    expect(await yardstick(["new", "mine"], { cwd })).toMatchObject({ code: 3 });
    const { code, err } = await yardstick(["new", "other", "--template", "none"], { cwd });
    expect(code).toBe(2);
    expect(err).toContain("community-2008");
  });
});
