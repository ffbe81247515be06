// What a document answers itself: shown with its reason, and overruled by an answer.

import { describe, expect, test } from "vitest";
import { readDocument } from "../src/index.js";
import { inItem } from "./clause.js";

const questionsOf = (reading: ReturnType<typeof inItem>) =>
  reading.clauses.flatMap(({ questions }) =>
    questions.map(({ code, chosen, because }) => `${code} ${because === null ? "open" : String(chosen)}`),
  );

describe("a table of bands", () => {
  // Bands of an item of 10 points, what of gap, border and exact is given, and what stays open.
  test.each([
    ["≥95%得10分，90%-94%得8分，80%-89%得6分，<80%得2分", ["gap 0"]],
    ["95%以上得10分，90%-94%得8分，90%以下得2分", ["border 0", "gap 0"]],
    ["≥4.5得10分，4.0-4.4得8分，<4.0得2分", ["gap 0"]],
    ["≤2%得10分，3%-5%得8分，6%-9%得4分，>9%得1分", ["gap 1"]],
    // A band that says where it ends says that it does not reach up.
    ["≥95%得10分，90%-94%得8分，≤89%得2分", ["gap open"]],
    // A gap of more than the last digit is a gap.
    ["≥95%得10分，80%-90%得8分，<80%得2分", ["gap open"]],
    ["95%以上得10分，90%-95%得8分，80%-90%得6分，80%以下得2分", ["border open"]],
    ["合格率100%得10分，95%-99%得8分，<95%得2分", ["exact 0", "gap 0"]],
    ["完成率100%得10分，95%-99%得8分，<95%得2分", ["exact open", "gap 0"]],
  ])("%s", (text, expected) => {
    expect(questionsOf(inItem(text)).toSorted()).toEqual(expected.toSorted());
  });

  test("an answer overrules what the table gives", () => {
    const reading = inItem("≥95%得10分，90%-94%得8分，<90%得2分");
    expect(reading.draft().text).toContain("90% .. 95%: 8 分");
    expect(reading.clauses[0]?.state).toBe("read");
    const other = reading.answer("gap", 1);
    expect(other.clauses[0]?.questions.map(({ chosen, because }) => [chosen, because])).toEqual([[1, null]]);
    expect(other.draft().text).toContain("> 94%");
  });
});

test("a count that earns from one on earns nothing for none", () => {
  expect(questionsOf(inItem("新客户2个及以上得10分，1个得6分"))).toEqual(["rest 0"]);
  expect(questionsOf(inItem("新客户4个及以上得10分，3个得6分，2个得3分"))).not.toContain("rest 0");
});

test("grades end where the document ends them", () => {
  const graded = (text: string) =>
    readDocument({ text: `考核办法\n\n一、工作（100分）\n1.出差错一次扣1分。\n二、等次\n${text}` });
  const open = graded("90分以上为优秀，75分以上为良好。");
  expect(open.open.map(({ code }) => code)).toEqual(["below-grades"]);
  expect(open.answer(open.open[0]?.id ?? "", 0).draft().text).toContain("{ 优秀: 总分 >= 90; 良好: 总分 >= 75 }");
  expect(graded("90分以上为优秀，75分以上为良好，75分以下为一般。").open).toEqual([]);
});

test("a mark before a figure is no decimal where the numbers of the lines go on", () => {
  const texts = (lines: readonly string[]) =>
    readDocument({ text: `考核办法\n\n一、工作（100分）\n${lines.join("\n")}` }).clauses.map(({ text }) => text);
  expect(texts(["1.90分以上的单位加2分", "2.80分以下的单位扣2分"])).toEqual([
    "90分以上的单位加2分",
    "80分以下的单位扣2分",
  ]);
  expect(texts(["1.出差错一次扣1分", "2.3次以上迟到的扣2分"])).toEqual(["出差错一次扣1分", "3次以上迟到的扣2分"]);
  expect(texts(["1.90分以上的单位加2分"])).toEqual(["90分以上的单位加2分"]);
  expect(texts(["1.5小时内没有答复的扣2分"])).toEqual(["1.5小时内没有答复的扣2分"]);
});

test("a level is the whole word", () => {
  const draft = inItem("服务评价优秀10分、良好8分、合格6分、不合格0分").draft().text;
  expect(draft).toContain("{ 优秀: 10 分; 良好: 8 分; 合格: 6 分; 不合格: 0 分; 没有: 0 分 }");
});

test("a base without a measure is of what stands before it in the same entry", () => {
  const draftOf = (text: string) =>
    readDocument({ text: `考核办法\n\n一、安全（20分）\n1.巡查率低于98%的扣2分。\n2.${text}` }).draft().text;
  expect(draftOf("未开展应急演练的扣3分；每年不少于2次，少一次扣2分。")).toContain("每 应急演练 少于 2 扣 2 分");
  expect(draftOf("每年不少于2次，少一次扣2分。")).toContain("每 安全次数 少于 2 扣 2 分");
});

test("time beyond the limit of each case is added up", () => {
  expect(inItem("电梯故障2小时内未修复的，每超1小时扣0.5分").draft().text).toContain("每 电梯故障未修复超出 扣 0.5 分");
});

test("an event of a list has what its lead says, and the lead is no event", () => {
  const { text } = readDocument({
    text: "考核办法\n\n一、工作（100分）\n1.出差错一次扣1分。\n二、等次\n1.90分以上为优秀，75分以上为良好，75分以下为一般。\n2.有下列情形之一的，考核直接定为一般：（1）受到处分的；（2）发生重大事故的。",
  }).draft();
  expect(text.match(/一票否决 .*/gu)).toEqual([
    "一票否决 受到处分否决 若 受到处分 { 等次不高于 一般 }",
    "一票否决 重大事故否决 若 重大事故 { 等次不高于 一般 }",
  ]);
});

describe("what follows from an event is no event", () => {
  const vetoesOf = (entry: string) => {
    const { text } = readDocument({
      text: `考核办法\n\n一、工作（100分）\n1.出差错一次扣1分。\n二、一票否决\n1.${entry}\n三、等次\n90分以上为优秀，75分以上为良好，75分以下为一般。`,
    }).draft();
    return [...text.matchAll(/一票否决 \S+ 若 (.*)/gu)].map(([, vetoed]) => vetoed);
  };

  test.each([
    ["失火的，取消评优资格，年度考核直接定为一般。", ["失火 { 不奖励 }", "失火 { 等次不高于 一般 }"]],
    ["失火的，年度考核定为一般等次，并取消评先资格。", ["失火 { 等次不高于 一般 }", "失火 { 不奖励 }"]],
    ["失火的，本年度考核一律评定为一般。", ["失火 { 等次不高于 一般 }"]],
    ["失火，当年综合考核结果确定为一般。", ["失火 { 等次不高于 一般 }"]],
    [
      "有下列情形之一的，当年考核直接评定为一般：（1）失火的；（2）失密的。",
      ["失火 { 等次不高于 一般 }", "失密 { 等次不高于 一般 }"],
    ],
    // What cannot be said leaves the clause unread.
    ["失火的，年度考核定为丙等。", []],
    ["失火的，实行一票否决，当年不得评为优秀。", []],
    ["失火的，取消评优资格，年终考核降低一个等次。", []],
    ["年度考核定为一般。", []],
    ["当年不得评为优秀。", []],
    // What was given to someone is an event.
    ["被评为后进的，取消评优资格。", ["被评为后进 { 不奖励 }"]],
  ])("%s", (entry, expected) => {
    expect(vetoesOf(entry)).toEqual(expected);
  });
});

test("a lead whose list is not there is not read", () => {
  const { clauses } = inItem("有下列情形之一的，扣5分");
  expect(clauses.map(({ state }) => state)).toEqual(["not-read"]);
});

test("what follows from places stands in the results", () => {
  const { text, diagnostics } = readDocument({
    text: "考核办法\n\n一、工作（100分）\n1.出差错一次扣1分。\n二、结果\n1.90分以上为优秀，75分以上为良好，75分以下为一般。\n2.优秀等次比例不超过15%。\n3.得分相同的名次并列，后面的名次不跳号。\n4.排名前三名的单位，分别奖励5000元、3000元、2000元。\n5.连续三年排名末位的，约谈主要负责人。\n6.按得分高低取前3名入围。",
  }).draft();
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  for (const line of [
    "优秀: 名额 15% 且 总分 >= 90",
    "排名 全部 按 总分 并列 不空名次",
    "奖励 第二名奖 全部 第 2 名 3000 元",
    "若 连续(末位(全部)) >= 3",
    "奖励 入围 全部 第 1 .. 3 名",
  ])
    expect(text).toContain(line);
});
