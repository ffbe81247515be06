// An option that an engine of `score` does not take is refused there by name, in both languages, and no result is written.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, yardstick } from "./command.js";

const RUBRIC = `考核 "甲"\n满分 1 分\n数据 村 { 名称: 文本 主键 }\n条目 一 1 分 { 得 满分 }\n`;
const OF_FILES = ["--period 1", "--history h.csv", "--sheet 一", "--encoding utf-8", "--keep-row 甲", "--leave-row 甲"];
const OF_MEMORY = [...OF_FILES, "--append-history", "--sheets", "--all-rules", "--format xlsx"];
const OF_POSTGRES = ["--into t", "--order 台账=序号"];

test.each([
  ["memory", OF_POSTGRES],
  ["duckdb", [...OF_MEMORY, ...OF_POSTGRES, "--limit rows=1"]],
  ["postgres", [...OF_MEMORY, "--data d.csv", "--limit none"]],
])("%s refuses what has no effect on it", async (engine, options) => {
  const cwd = folderWith({ "a.rubric": RUBRIC, "data.csv": "名称\n甲\n" });
  for (const option of options)
    for (const lang of ["zh", "en"]) {
      const given = [...option.split(" "), "--engine", engine, "--out", "r.csv", "--lang", lang];
      const { code, err } = await yardstick(["score", "a.rubric", ...given], { cwd });
      expect([option, code, err]).toEqual([option, 2, expect.stringContaining(option.split(" ")[0] ?? "")]);
      expect(existsSync(join(cwd, "r.csv"))).toBe(false);
    }
});
