import { describe, expect, test } from "vitest";
import { and, is, n, no, not, over, PERCENT, place, score, times } from "./builder.js";
import { explained, oneItem, rows, run } from "./scored.js";

describe("awards", () => {
  test("need place and condition, and pay by an expression that may read the place", () => {
    const rubric = oneItem((r) => {
      const all = r.ranking("总", score);
      const award = r.award("奖金", all, 1, 2, {
        condition: is(score, "≥", n("60")),
        pays: times(n("5000"), over(n("1"), place(all))),
      });
      r.output("实发", award);
    });
    const result = run(rubric, rows("90", "50", "40"));
    expect(result.subjects.map(({ awards, outputs }) => [awards, outputs["实发"]])).toEqual([
      [[{ name: "奖金", pays: "5000" }], "5000.00"],
      [[], "0.00"],
      [[], "0.00"],
    ]);
  });
});

describe("consequences", () => {
  test("that hold are all listed; one that is pending is not, nor any of a subject that is pending", () => {
    const rubric = oneItem((r) => {
      r.consequence("谈话", is(score, "<", n("60")));
      r.consequence("诫勉", and(is(score, "<", n("50")), not(r.flag("特殊原因"))));
      r.consequence("无", no);
    });
    const result = run(rubric, rows({ 得: "40", 特殊原因: "否" }, { 得: "40" }, { 得: "" }));
    expect(result.subjects.map(({ consequences }) => consequences)).toEqual([["谈话", "诫勉"], ["谈话"], []]);
    expect(explained(rubric, rows({ 得: "40" })).consequences.map(({ name, holds }) => [name, holds])).toEqual([
      ["谈话", true],
      ["诫勉", null],
      ["无", false],
    ]);
  });
});

describe("outputs", () => {
  test("round to their decimals; a percentage is published in percent", () => {
    const rubric = oneItem((r) => {
      r.output("工资", times(score, n("10.005")), 1);
      r.output("占比", { ...over(score, n("300")), type: PERCENT }, 1);
    });
    expect(run(rubric, rows("90")).subjects[0]?.outputs).toEqual({ 工资: "900.5", 占比: "30.0%" });
  });
});
