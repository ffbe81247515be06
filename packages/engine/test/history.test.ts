import { describe, expect, test } from "vitest";
import { comparePeriods } from "../src/values/period-order.js";
import type { Rubric } from "./builder.js";
import { across, is, isNone, last, n, or, place, previous, result, running, score, text } from "./builder.js";
import { oneItem, run, subject } from "./scored.js";

/** The output of one subject in 2008, with what was published before. */
function outputIn2008(
  make: (rubric: Rubric) => Parameters<Rubric["output"]>[1],
  history: readonly Record<string, unknown>[],
  key = "甲",
  current = "2008",
) {
  const rubric = oneItem((r) => {
    r.period("年度");
    r.text("片区", { optional: true });
    r.ranking("总", score, { within: null });
    r.ranking("分线", "each-section");
    r.output("值", make(r));
  });
  const subjects = [
    { 名称: "甲", 年度: current, 得: "80", 片区: "东" },
    { 名称: "乙", 年度: current, 得: "90", 片区: "东" },
    { 名称: "丙", 年度: current, 得: "85", 片区: "西" },
  ];
  return subject(run(rubric, subjects, { history }), key).outputs["值"];
}

const record = (名称: string, 年度: string, results: Record<string, string>) => ({ 名称, 年度, ...results });

describe("previous", () => {
  test("reads what was published the period before, under either name of the score", () => {
    expect(outputIn2008(() => previous(score), [record("甲", "2007", { 总分: "77.50" })])).toBe("77.50");
    expect(outputIn2008(() => previous(score), [record("甲", "2007", { score: "77.50" })])).toBe("77.50");
  });

  test("reads sections by path or bare name, places, grades by name, other outputs", () => {
    const history = [record("甲", "2007", { 业务: "70", "分线/业务": "3", 总: "2" })];
    expect(outputIn2008((r) => previous(r.scoreOf(0)), history)).toBe("70.00");
    expect(outputIn2008(() => previous(place(0)), history)).toBe("2.00");
    expect(outputIn2008(() => previous(place(1, 0)), history)).toBe("3.00");
    expect(
      outputIn2008(() => previous(result({ kind: "output", index: 0 })), [record("甲", "2007", { 值: "5.5" })]),
    ).toBe("5.50");
  });

  test("is none before the first record, and asks nothing more", () => {
    expect(outputIn2008(() => isNone(previous(score)), [record("乙", "2007", { 总分: "1" })])).toBe(true);
    expect(outputIn2008(() => previous(score), [])).toBeNull();
  });

  test("is pending at a gap, which is not none", () => {
    const history = [record("甲", "2006", { 总分: "70" }), record("乙", "2007", { 总分: "1" })];
    expect([
      outputIn2008(() => previous(score), history),
      outputIn2008(() => isNone(previous(score)), history),
    ]).toEqual([null, null]);
  });

  test("looks across the subjects of that period", () => {
    const history = [
      record("甲", "2007", { 总分: "70" }),
      record("乙", "2007", { 总分: "90" }),
      record("乙", "2006", { 总分: "10" }),
    ];
    expect(outputIn2008(() => previous(across("mean", score)), history)).toBe("80.00");
    expect(outputIn2008(() => previous(across("rank", score)), history)).toBe("2.00");
  });

  test("in a rubric without periods is the latest record", () => {
    const rubric = oneItem((r) => void r.output("值", previous(score)));
    const history = [
      { key: "甲", period: "2007", results: { 总分: "70" } },
      { key: "甲", period: "2006", results: { 总分: "60" } },
    ];
    expect(run(rubric, [{ 名称: "甲", 得: "80" }], { history }).subjects[0]?.outputs["值"]).toBe("70.00");
  });
});

describe("running", () => {
  const lastIn = (...years: readonly (readonly [string, string])[]) =>
    years.flatMap(([year, of]) => [
      record("甲", year, { 总: of }),
      record("乙", year, { 总: "1" }),
      record("丙", year, { 总: "2" }),
    ]);
  const years = (history: readonly Record<string, unknown>[], key = "甲") =>
    outputIn2008(() => running(last(0)), history, key);

  test("is 0 where it does not hold now", () => {
    expect(years(lastIn(["2007", "3"]), "乙")).toBe("0.00");
  });

  test("counts this period and those before it, without a break", () => {
    expect([
      years([]),
      years(lastIn(["2007", "3"])),
      years(lastIn(["2006", "3"], ["2007", "3"])),
      years(lastIn(["2006", "3"], ["2007", "1"])),
    ]).toEqual(["1.00", "2.00", "3.00", "1.00"]);
  });

  test("stops before the subject's first record", () => {
    const history = lastIn(["2007", "3"]).concat([
      record("乙", "2006", { 总: "1" }),
      record("丙", "2006", { 总: "2" }),
    ]);
    expect(years(history)).toBe("2.00");
  });

  test("is pending at a gap in the subject's own record", () => {
    const history = [...lastIn(["2006", "3"]), record("乙", "2007", { 总: "1" }), record("丙", "2007", { 总: "2" })];
    expect(years(history)).toBeNull();
  });

  test("is pending where no subject has a record of a year", () => {
    expect([years(lastIn(["2006", "3"])), years(lastIn(["2005", "3"], ["2007", "3"]))]).toEqual([null, null]);
  });

  test("the only place that was given then was not the last", () => {
    expect(years([record("甲", "2007", { 总: "1" }), record("乙", "2007", { 总: "" })])).toBe("1.00");
  });

  test("a place that was taken away was not the last", () => {
    const history = [
      record("甲", "2007", { 总: "" }),
      record("乙", "2007", { 总: "1" }),
      record("丙", "2007", { 总: "2" }),
    ];
    expect(years(history)).toBe("1.00");
  });

  test("counts the last in any section that was published then", () => {
    const history = [
      record("甲", "2007", { 总: "1", "分线/旧线": "3" }),
      record("乙", "2007", { 总: "2", "分线/旧线": "1" }),
      record("丙", "2007", { 总: "3", "分线/旧线": "2" }),
    ];
    expect(outputIn2008(() => running(or(last(0), last(1))), history)).toBe("2.00");
  });

  test("the last of a group is determined by the group in the record, else by today's", () => {
    const rubric = oneItem((r) => {
      r.period("年度");
      r.text("片区");
      r.ranking("片", score, { within: r.fieldIndex("片区") });
      r.output("值", running(last(0)));
    });
    const subjects = ["甲", "乙", "丙", "丁"].map((名称, index) => ({
      名称,
      年度: "2008",
      得: `${80 + index}`,
      片区: index < 2 ? "东" : "西",
    }));
    const history = [
      record("甲", "2007", { 片: "2" }),
      record("乙", "2007", { 片: "1" }),
      record("丙", "2007", { 片: "2", 片区: "东" }),
      record("丁", "2007", { 片: "5" }),
    ];
    expect(run(rubric, subjects, { history }).subjects.map(({ outputs }) => outputs["值"])).toEqual([
      "2.00",
      "0.00",
      "2.00",
      "0.00",
    ]);
  });

  test("depends on what is still pending of others, now", () => {
    const rubric = oneItem((r) => {
      r.period("年度");
      r.ranking("总", score);
      r.output("值", running(last(0)));
      r.consequence("谈话", is(running(last(0)), "≥", n("1")));
    });
    const data = ["80", "90", ""].map((得, index) => ({ 名称: `${index}`, 年度: "2008", 得 }));
    expect(run(rubric, data).subjects[0]?.provisional).toEqual(["总", "谈话", "值"]);
  });
});

test("periods compare by size where they are whole numbers, else as text with numbers in it", () => {
  const order = ["2008", "9", "10", "2008上", "2008下", "第9期", "第10期"].sort(comparePeriods);
  expect(order).toEqual(["9", "10", "2008", "2008上", "2008下", "第9期", "第10期"]);
});

test("a history row without a key is a problem of the data", () => {
  const rubric = oneItem((r) => {
    r.period("年度");
    r.output("值", is(r.key, "=", text("甲")));
  });
  const found = run(rubric, [{ 名称: "甲", 年度: "2008", 得: "1" }], {
    history: [{ 名称: "", 年度: "2007", 总分: "1" }],
  });
  expect(found.problems).toEqual([
    {
      severity: "error",
      table: "history",
      index: 0,
      row: 1,
      column: "名称",
      found: "",
      reason: "missing-key",
      expected: [],
    },
  ]);
});
