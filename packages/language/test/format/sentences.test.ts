import { expect, test } from "vitest";
import { analyse, sentencesIn, severityOf, type Lang } from "../../src/index.js";

const SOURCE = `考核 "样例"
满分 20 分
数据 社区 { 名称: 文本 主键, 迟报: 计数 次, 建档率: 百分数, 完成: 数值 万元, 任务: 数值 万元, 备案: 是否, 台账: 明细 { 事项: 文本, 日期: 日期 } }
条目 报送 10 分 {
  每 迟报 扣 /* 本例选定 */ 0.1 分 除非 备案 // 每次
  每 迟报 少于 4 扣 0.1 分
  逐条 台账 其中 事项 = "a // b" 扣 0.5 分 最多 1 分 每 月份(日期)
}
条目 建档 10 分 {
  得 按 建档率 {
    < 70%: 0 // 不得分
    70% .. 85%: 50%

    其余: 满分
  }
}
加分项 超额 最多 3 分 { 每 1% 完成 / 任务 超过 100% 加 0.1 分 }
`;

/** The sentence of the text that begins with `from` and ends with `to`. */
function sentence(from: string, to: string, lang: Lang): string {
  const start = SOURCE.indexOf(from);
  return sentencesIn(SOURCE, lang)([start, SOURCE.indexOf(to, start) + to.length]);
}

test("the rubric has no errors", () => {
  expect(analyse(SOURCE).findings.filter((finding) => severityOf(finding) === "error")).toEqual([]);
});

test.each([
  ["每 迟报 扣", "备案", "每 迟报 扣 0.1 分 除非 备案", "per 迟报 deduct 0.1 points unless 备案"],
  ["每 迟报 少于", "0.1 分", "每 迟报 少于 4 扣 0.1 分", "per 迟报 under 4 deduct 0.1 points"],
  [
    "逐条",
    "月份(日期)",
    '逐条 台账 其中 事项 = "a // b" 扣 0.5 分 最多 1 分 每 月份(日期)',
    'each 台账 where 事项 = "a // b" deduct 0.5 points up to 1 point per month(日期)',
  ],
  [
    "得 按 建档率",
    "满分\n  }",
    "得 按 建档率 { < 70%: 0；70% .. 85%: 50%；其余: 满分 }",
    "earn by 建档率 { < 70%: 0; 70% .. 85%: 50%; else: full }",
  ],
  ["每 1%", "加 0.1 分", "每 1% 完成 / 任务 超过 100% 加 0.1 分", "per 1% 完成 / 任务 over 100% add 0.1 points"],
  ["月份(", ")", "月份(日期)", "month(日期)"],
])("%s … %s is one line without comments, with the keywords of the reader", (from, to, zh, en) => {
  expect(sentence(from, to, "zh")).toBe(zh);
  expect(sentence(from, to, "en")).toBe(en);
});
