// Several levels of one thing: whether more than one of them counts is asked, whatever words grade it.

import { describe, expect, test } from "vitest";
import { readDocument, type Reading } from "../src/index.js";
import { inItem, isRead } from "./clause.js";

const asked = (reading: Reading): readonly string[] =>
  reading.clauses.flatMap(({ questions }) => questions.filter(({ chosen }) => chosen === null).map(({ code }) => code));

describe("events that differ by their degree alone", () => {
  test.each([
    "发生一般问题的扣1分，较大问题的扣2分，重大问题的扣5分",
    "轻微问题扣１分；一般问题扣２分；严重问题扣５分",
    "发生一般事故扣2分，较大事故扣5分，重大安全事故扣10分",
    "一般隐患扣1分、重大隐患扣5分",
    "出现轻度失误扣1分，重度失误扣3分",
    "问题轻微扣1分，问题较重扣3分，问题严重扣5分",
    "事故等级为一般的扣1分，较大的扣3分，重大的扣5分",
    "一般、较大、重大事故分别扣1分、3分、5分",
    "受到警告的扣1分，受到严重警告的扣3分",
    "大问题扣3分，小问题扣1分",
    "轻伤事故扣2分，重伤事故扣5分",
    "检查发现一般问题扣1分，发现严重问题扣3分",
    "Minor defect: deduct 1 point; major defect: deduct 3 points; critical defect: deduct 5 points",
    "Deduct 1 point if the fault is minor, 3 points if the fault is serious",
  ])("%s", (text) => {
    expect(asked(inItem(text))).toContain("levels-once");
  });

  test.each(["加分项", "扣分项"])("without a verb in a section of its own: %s", (section) => {
    const reading = readDocument({ text: `考核细则\n\n一、${section}\n1.一般案例2分，重大案例5分。` });
    expect(asked(reading)).toEqual(["levels-once"]);
  });

  test("count as they are answered", () => {
    const reading = inItem("一般问题扣1分，严重问题扣3分");
    const all = reading.answer("1:levels-once", 0);
    expect(all.clauses.every(isRead)).toBe(true);
    expect(all.draft().text).toMatch(/若 一般问题 扣 1 分[\s\S]*若 严重问题 扣 3 分/u);
    expect(reading.answer("1:levels-once", 1).clauses[0]?.state).toBe("not-read");
  });

  test.each([
    "一般差错每次扣1分，严重差错每次扣3分",
    "会议记录不规范扣1分，台账严重缺失扣3分",
    "大会缺席扣2分，小会缺席扣1分",
    "一般事故扣5分，重大事故不得分",
    "Missing label: deduct 1 point; missing report: deduct 2 points",
  ])("are not these: %s", (text) => {
    expect(asked(inItem(text))).toEqual([]);
  });
});
