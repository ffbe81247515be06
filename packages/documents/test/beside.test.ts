// What documents state beside their clauses: points of entries, outcomes, weights of items and of sections, pay.

import { describe, expect, test } from "vitest";
import { readDocument, type Reading } from "../src/index.js";
import { inItem } from "./clause.js";

const table = (...rows: readonly (readonly string[])[]): Reading =>
  readDocument({
    html: `<h1>考核表</h1><table>${rows.map((cells) => `<tr>${cells.map((cell) => (cell.startsWith("<td") ? cell : `<td>${cell}</td>`)).join("")}</tr>`).join("")}</table>`,
  });
const states = ({ clauses }: Reading) =>
  clauses.map(({ state, questions }) =>
    [state, ...questions.map(({ code, chosen }) => `${code} ${String(chosen)}`)].join(" "),
  );

describe("points behind entries", () => {
  const source = (third: string) => ({
    text: `考核办法\n\n（一）党建工作（10分）\n1、活动缺一次扣1分。（4分）\n2、出现违规的，该项不得分。（${third}分）\n`,
  });
  test("make items where they make up those of the item", () => {
    const reading = readDocument(source("6"));
    expect(reading.outline.sections.flatMap(({ items }) => items.map(({ points }) => points))).toEqual(["4", "6"]);
    expect(reading.draft().text).toContain("6 分 {");
  });
  test("bound their clauses where they do not, which is asked", () => {
    const reading = readDocument(source("5"));
    expect(states(reading).filter((state) => state.startsWith("asks"))).toEqual([
      "asks part-points null",
      "asks part-points null",
    ]);
    const { text } = reading.answerAll({ "1:part-points": 0, "3:part-points": 0 }).draft();
    expect(text).toContain("扣 1 分 最多 4 分");
    expect(text).toContain("扣 5 分");
  });
});

test.each([
  ["优秀加5分", "5", ["read"]],
  ["优秀", "+5", ["not-a-rule", "not-read"]],
  ["每次投诉扣5分", "N×-5", ["read"]],
  ["投诉扣5分", "-8", ["read", "not-read"]],
])("a column of outcomes beside %s is dropped only where the clause says it: %s", (clause, outcome, expected) => {
  const reading = table(
    ["序号", "项目", "考核要点", "分值"],
    ["1", "质量", "漏报扣2分", "-2"],
    ["2", "服务", clause, outcome],
  );
  expect(states(reading).slice(1)).toEqual(expected);
});

describe("weights", () => {
  const weighted = (clause: string) =>
    table(["指标", "权重", "评分标准"], ["公文", "40%", clause], ["会议", "60%", "缺席一次扣2分"]);
  test("leave open what points are of", () => {
    const reading = weighted("差错一次扣1分");
    expect(states(reading)).toEqual(["asks weight-scale null", "asks weight-scale null"]);
    expect(reading.answer("weight-scale", 0).draft().text).toContain("条目 公文 100 分 权重 40%");
    expect(reading.answer("weight-scale", 1).draft().text).toContain("条目 公文 40 分");
  });
  test("leave it open where an item earns its weight or less, in either way of scoring", () => {
    for (const earned of ["39", "40"])
      expect(states(weighted(`达标得${earned}分，未达标不得分`))).toContain("asks weight-scale null");
    expect(states(weighted("达标得40.5分，未达标不得分"))).not.toContain("asks weight-scale null");
  });
  test("are of 100 where an item earns more than its weight", () => {
    expect(states(weighted("达标得100分，未达标不得分"))[1]).toBe("read weight-scale 0");
  });
  test("of sections are theirs, and weights that do not add up are reported", () => {
    const rows = (weight: string) =>
      table(
        ["类别", "权重", "指标", "分值", "评分标准"],
        ["<td rowspan=2>交付", `<td rowspan=2>${weight}`, "准时", "60", "迟一次扣1分"],
        ["单证", "40", "错一次扣1分"],
        ["质量", "30%", "合格", "100", "退货一次扣5分"],
      );
    expect(rows("70%").draft().text).toContain("大类 交付 权重 70% {");
    expect(rows("70%").outline.sums).toEqual([]);
    expect(rows("60%").outline.sums).toContainEqual({ what: "section", name: "权重", stated: "100", found: "90" });
  });
});

test.each([
  [
    "得分95分以上的，奖励5000元；85分—95分的，不奖不罚；85分以下的，罚款1万元",
    "{ >= 95 分: 5000 元; >= 85 分: 0 元; 其余: -10000 元 }",
  ],
  [
    "得分90分以上的，全额发放绩效；80-89分的，发放90%；80分以下的，发放80%",
    "{ >= 90 分: 100%; >= 80 分: 90%; 其余: 80% }",
  ],
])("pay by bands of the score: %s", (text, rows) => {
  expect(
    readDocument({ text: `考核办法\n\n一、工作（10分）\n漏报一次扣1分。\n二、结果运用\n${text}。` }).draft().text,
  ).toContain(rows);
});

test.each([
  ["得分95分以上的，奖励5000元；80分—90分的，不奖不罚；80分以下的，罚款1000元"],
  ["得分95分以上的，奖励5000元；95分以下的，发放80%"],
])("bands that leave scores out or mix money and shares are not read: %s", (text) => {
  const reading = readDocument({ text: `考核办法\n\n一、工作（10分）\n漏报一次扣1分。\n二、结果运用\n${text}。` });
  expect(reading.clauses.slice(1).map(({ state }) => state)).not.toContain("read");
});

test.each([
  ["急诊报告超过30分钟未发出的，每例扣0.5分", ["read figure 0"]],
  ["重复投诉3次以上未解决的，每件扣2分", ["asks figure null"]],
  ["每周走访不少于1次，重点人员每月走访不少于2次，每少1次扣0.5分", ["asks norm null,period null"]],
  ["被评为先进单位的加2分，材料按时报送的得5分", ["asks over-full null,earn-sum null"]],
  ["被评为先进单位的加3分，材料按时报送的得7分", ["read over-full 1"]],
])("%s", (text, expected) => {
  const reading = inItem(text);
  const found = reading.clauses.map(
    ({ state, questions }) => `${state} ${questions.map(({ code, chosen }) => `${code} ${String(chosen)}`).join(",")}`,
  );
  expect(found).toEqual(expected);
});

test("numbers in words before an English event count by so many", () => {
  const { text } = inItem("One point will be taken off for every three spelling errors").draft({ keywords: "en" });
  expect(text).toContain("per 3 spelling_errors deduct 1 point");
});
