// What was read from a document, put into an open rubric: new names, fields declared, and nothing else changed.

import { expect, test } from "vitest";
import { analyse } from "@yardstick/language";
import { insertion } from "../../src/worker/insertion.js";

const rubric = `考核 "旧"
满分 20 分
数据 单位 {
  名称: 文本 主键
  出差错: 计数 次
}
大类 工作 20 分 {
  条目 日常 20 分 {
    每 出差错 扣 2 分
  }
}
排名 全部 按 总分
`;
const source = { text: "新细则\n\n一、工作（10分）\n1.出差错一次扣1分。\n2.漏报一次扣0.5分。\n" };
const request = { source, answers: {}, rubric };

const errorsIn = (text: string | null) => (text === null ? ["none"] : analyse(text).findings.map(({ code }) => code));

test("at the end: items under names of their own, with their fields", () => {
  const text = insertion({ ...request, at: null }, "zh");
  // The points no longer make up the total, which the form shows.
  expect(errorsIn(text).length).toBeGreaterThan(0);
  expect(text).toContain("每 出差错 扣 2 分");
  expect(text).toMatch(/条目 工作2 10 分/u);
  expect(text).toMatch(/每 \S*出差错\S* 扣 1 分 依据 "出差错一次扣1分"/u);
  expect(text?.match(/漏报: 计数/gu)?.length).toBe(1);
});

test("into a section, and into one item", () => {
  const section = insertion({ ...request, at: rubric.indexOf("大类") }, "zh");
  expect(section).toMatch(/大类 工作 20 分 \{[\s\S]*条目 日常[\s\S]*条目 工作2 10 分 \{[\s\S]*\}\n\}/u);
  const item = insertion({ ...request, at: rubric.indexOf("条目") }, "zh");
  expect(errorsIn(item)).toEqual([]);
  expect(item).toMatch(/条目 日常 20 分 \{\n {4}每 出差错 扣 2 分\n {4}每 \S+ 扣 1 分[^\n]*\n {4}每 漏报 扣 0.5 分/u);
});

test("where nothing starts, nothing is put", () => {
  expect(insertion({ ...request, at: 3 }, "zh")).toBeNull();
});
