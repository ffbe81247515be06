// Edits that decide a tie at a quota: the text has no error after them, and the ranking goes on by what they name.

import { applyEdits, analyse } from "@yardstick/language";
import { expect, test } from "vitest";
import { decideByHand, decisionField, thenBy } from "../../src/views/results/tie-edits.js";

const zh = (ranking: string, grades = "按 全街道") => `考核 "街道"
满分 10 分
数据 社区 {
  名称: 文本 主键
  迟报: 计数 次
}
大类 「党群 工作」 10 分 { 条目 一 10 分 { 每 迟报 扣 1 分 } }
排名 全街道 ${ranking}
等次 年度 ${grades} { 优秀: 名额 1; 其余: 合格 }
`;
const en = `rubric "Teams"
total 10 points
data team {
  name: text key
  late: count times
}
section reports 10 points { item one 10 points { per late deduct 1 point } }
ranking overall by score then by reports
grades yearly by overall { excellent: quota 1; else: fair }
`;

test.each([
  [zh("按 总分"), "年度", "党群 工作", "按 总分 再按 「党群 工作」"],
  [zh("按 总分 再按 一"), "年度", "党群 工作", "按 总分 再按 一, 「党群 工作」"],
  [en, "yearly", "one", "by score then by reports, one"],
])("%#: the next key is added to the ranking", (text, grades, by, ranking) => {
  const after = applyEdits(text, thenBy(text, grades, by) ?? []);
  expect(after).toContain(ranking);
  expect(analyse(after).program?.rankings[0]?.thenBy).toHaveLength(ranking.split(/再按|then by|, /u).length - 1);
});

test.each([
  [zh("按 总分"), "年度", "并列裁定: 数值 = 0", "再按 并列裁定"],
  [en, "yearly", "tie_decision: number = 0", "then by reports, tie_decision"],
])("%#: a field for a decision by hand is added with the key", (text, grades, field, key) => {
  const after = applyEdits(text, decideByHand(text, grades) ?? []);
  expect(after).toContain(field);
  expect(after).toContain(key);
  expect(after).toContain(decisionField(text));
  expect(analyse(after).program).not.toBeNull();
  expect(decideByHand(after, grades)).toBeNull();
});

test("grades that name no ranking, and names that the rubric does not have, are left alone", () => {
  expect(thenBy(zh("按 总分", ""), "年度", "一")).toBeNull();
  expect(decideByHand(zh("按 总分", ""), "年度")).toBeNull();
  expect(thenBy(zh("按 总分"), "年度", "没有")).toBeNull();
});
