// `yardstick impact`: a sentence for each other reading, in both languages, the same changes as JSON, and the exit code of the data.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, yardstick } from "./command.js";

const RUBRIC = `考核 "试"
满分 20 分
数据 社区 {
  名称: 文本 主键
  年度: 期别
  缺项: 计数 项 可空
  事故: 计数 起
}
条目 材料 10 分 { 每 缺项 少于 2 扣 1 分 }
条目 安全 10 分 { 每 事故 扣 2 分 }
排名 全部 按 总分
`;
const DATA =
  "名称,年度,缺项,事故\n甲社区,2008,,1\n乙社区,2008,1,\n丙社区,2008,5,0\n合计社区,2008,6,1\n甲社区,2007,,0\n";
const files = { "a.rubric": RUBRIC, "data.csv": DATA };

test.each([
  ["zh", "「缺项」写明 = 0", "若这处空白是 0：", "合计社区"],
  ["en", "缺项", "If this blank were 0: ", "合计社区"],
])("names fixes, blanks and rows in doubt (%s)", async (lang, fix, blank, row) => {
  const cwd = folderWith(files);
  const run = async (...more: readonly string[]) =>
    yardstick(["impact", "a.rubric", "--period", "2008", "--lang", lang, ...more], { cwd });
  const table = await run();
  const lines = table.out.trimEnd().split("\n");
  expect(lines).toHaveLength(3);
  for (const [index, said] of [fix, blank, row].entries()) expect(lines[index]).toContain(said);
  const json = await run("--format", "json");
  const found = JSON.parse(json.out) as { alternative: { kind: string }; condition: string; text: string }[];
  expect(found.map(({ alternative }) => alternative.kind)).toEqual(["fix", "blanks", "row"]);
  expect(found.map(({ condition, text }) => condition + text)).toEqual(lines);
  const written = await run("--out", "r.txt");
  expect([written.out, readFileSync(join(cwd, "r.txt"), "utf8")]).toEqual(["", table.out]);
  // A row in doubt is an error of the data.
  expect([table.code, json.code, written.code]).toEqual([1, 1, 1]);
});

test.each([
  ["zh", "没有改变得分的改法"],
  ["en", "No fix changes scores"],
])("reports that there is no other reading, and fails for data in error (%s)", async (lang, none) => {
  const cwd = folderWith({
    "a.rubric": RUBRIC.replace("少于 2 ", "").replace(" 可空", ""),
    "data.csv": "名称,年度,缺项,事故\n甲社区,2008,1,1\n",
    "bad.csv": "名称,年度,缺项,事故\n甲社区,2008,1,约3\n",
  });
  expect(await yardstick(["impact", "a.rubric", "--lang", lang], { cwd })).toMatchObject({
    code: 0,
    out: expect.stringContaining(none),
  });
  expect(await yardstick(["impact", "a.rubric", "--data", "bad.csv", "--lang", lang], { cwd })).toMatchObject({
    code: 1,
  });
  const refused = await yardstick(["impact", "a.rubric", "--period", "2010", "--out", "r.txt", "--lang", lang], {
    cwd,
  });
  expect([refused.code, existsSync(join(cwd, "r.txt"))]).toEqual([2, false]);
});
