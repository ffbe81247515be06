// What the start page shows of a project.

import { expect, test } from "vitest";
import { schemes } from "../../src/project/examples/schemes.js";
import { projectOutline } from "../../src/project/project-outline.js";

test("sections with their points, subjects, and open clauses wherever they stand", async () => {
  expect(projectOutline(await schemes[0]!.load())).toMatchObject({ subject: "社区", subjects: 28, open: 0 });
  const rubric = `满分 30 分
数据 单位 { 名称: 文本 主键, 件数: 计数 件 }
大类 甲 20 分 { 条目 一 20 分 { 每 件数 扣 1 分
    待定 "另行规定" } }
条目 二 10 分 { 待定 "附件2" }
加分项 三 { 待定 "视情加分" }
`;
  expect(projectOutline({ rubric, tables: [] })).toEqual({
    sections: [
      { name: "甲", size: 20 },
      { name: "二", size: 10 },
    ],
    subject: "单位",
    subjects: 0,
    open: 3,
  });
});
