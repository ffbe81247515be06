// Files as offices keep them: columns and sheets that the rubric does not know, cover sheets, and what is said about them.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, yardstick } from "./command.js";

const RUBRIC = `考核 "期"
满分 100 分
数据 乡镇 { 名称: 文本 主键, 年度: 期别, 完成: 数值 分 }
条目 完成分 100 分 { 得 完成 }
排名 全县 按 总分 并列 同名次
`;
const NUMBERED = "序号,名称,年度,完成,备注\n1,东镇,2024,90,\n2,西镇,2024,80,调整\n";

describe("columns that the rubric does not know", () => {
  test("are notes: the result stands, and history can be appended", async () => {
    const cwd = folderWith({ "a.rubric": RUBRIC, "data.csv": NUMBERED });
    const scored = await yardstick(["score", "a.rubric", "--append-history"], { cwd });
    expect(scored.code).toBe(0);
    expect(scored.err).toContain("data.csv:1 提示：乡镇：规则中没有“序号”这一项，该列没有采用。");
    expect(scored.err).toContain("“备注”");
    expect(readFileSync(join(cwd, "history.csv"), "utf8")).toContain("东镇,2024,90.00");
  });

  test("are in the JSON with their severity", async () => {
    const cwd = folderWith({ "a.rubric": RUBRIC, "data.csv": NUMBERED });
    const { code, out } = await yardstick(["score", "a.rubric", "--format", "json"], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(out).problems).toMatchObject([
      { severity: "note", reason: "unknown-column", column: "序号" },
      { severity: "note", reason: "unknown-column", column: "备注" },
    ]);
  });

  test("stay errors where they are a near miss of a column that is not there", async () => {
    const cwd = folderWith({ "a.rubric": RUBRIC, "data.csv": NUMBERED.replace("完成", "完戍") });
    const { code, err } = await yardstick(["score", "a.rubric", "--lang", "en"], { cwd });
    expect(code).toBe(1);
    expect(err).toContain("data.csv:1 error: 乡镇: the rubric has no field “完戍”");
    expect(err).toContain("did you mean “完成”?");
  });
});
