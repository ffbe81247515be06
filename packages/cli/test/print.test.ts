import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDocument } from "@yardstick/documents";
import { describe, expect, it } from "vitest";
import { folderWith, yardstick } from "./command.js";

const rubric =
  '考核 "甲"\n满分 10 分\n数据 村 {\n  名称: 文本 主键\n  迟报: 计数 次\n}\n条目 报送 10 分 {\n  每 迟报 扣 1 分\n}\n';

describe("yardstick print", () => {
  it("writes a DOCX that the reader opens", async () => {
    const cwd = folderWith({ "a.rubric": rubric });
    expect(await yardstick(["print", "a.rubric", "--out", "a.docx"], { cwd })).toMatchObject({ code: 0 });
    const reading = readDocument(new Uint8Array(readFileSync(join(cwd, "a.docx"))));
    expect(reading.failures).toEqual([]);
    expect(reading.outline).toMatchObject({ title: "甲", total: "10" });
  });

  it("prints a page in the language of --lang, and in paragraphs", async () => {
    const cwd = folderWith({ "a.rubric": rubric });
    const zh = await yardstick(["print", "a.rubric", "--format", "html"], { cwd });
    expect(zh.code).toBe(0);
    expect(zh.out).toContain("<th><p>评分标准</p></th>");
    const en = await yardstick(["print", "a.rubric", "--format", "html", "--lang", "en", "--layout", "paragraphs"], {
      cwd,
    });
    expect(en.out).toContain('<html lang="en">');
    expect(en.out).toContain("Rule: per 迟报 deduct 1 分");
    expect(en.out).not.toContain("Scoring rules");
  });

  it("refuses a rubric with errors and unknown values, and writes nothing", async () => {
    const cwd = folderWith({ "a.rubric": "条目 {", "b.rubric": rubric });
    expect((await yardstick(["print", "a.rubric", "--out", "a.docx"], { cwd })).code).toBe(1);
    expect(existsSync(join(cwd, "a.docx"))).toBe(false);
    expect((await yardstick(["print", "b.rubric", "--format", "pdf"], { cwd })).code).toBe(2);
    expect((await yardstick(["print", "b.rubric", "--layout", "list"], { cwd })).code).toBe(2);
    expect((await yardstick(["print", "b.rubric", "--style", "bold"], { cwd })).code).toBe(2);
    expect((await yardstick(["print", "none.rubric"], { cwd })).code).toBe(3);
  });
});
