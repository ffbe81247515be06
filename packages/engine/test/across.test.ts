import { describe, expect, test } from "vitest";
import {
  across,
  by,
  earn,
  equal,
  full,
  is,
  minus,
  n,
  over,
  Rubric,
  score,
  share,
  text,
  times,
  under,
} from "./builder.js";
import { oneItem, rows, run } from "./scored.js";

/** One output that reads a function across subjects, of the field 数. */
function outputs(
  name: Parameters<typeof across>[0],
  data: readonly Record<string, string>[],
  more: { readonly within?: boolean; readonly where?: boolean } = {},
) {
  const rubric = new Rubric();
  const value = rubric.number("数");
  const area = rubric.text("片区", { optional: true });
  rubric.item("条目", "1", []);
  const within = more.within === true ? rubric.fieldIndex("片区") : null;
  rubric.output(
    "值",
    across(name, name === "count" ? null : value, {
      within,
      where: more.where === true ? is(area, "=", text("东")) : null,
    }),
  );
  const result = run(
    rubric,
    data.map((row, index) => ({ 名称: `${index}`, ...row })),
  );
  return result.subjects.map((subject) => subject.outputs["值"]);
}

const data = [
  { 数: "3", 片区: "东" },
  { 数: "5", 片区: "西" },
  { 数: "5", 片区: "东" },
  { 数: "1", 片区: "东" },
];

describe("across subjects", () => {
  test("highest, lowest, mean, total, count of all", () => {
    const of = (name: Parameters<typeof across>[0]) => outputs(name, data)[0];
    expect([of("highest"), of("lowest"), of("mean"), of("total"), of("count")]).toEqual([
      "5.00",
      "1.00",
      "3.50",
      "14.00",
      "4.00",
    ]);
  });

  test("within a group, each subject in its own", () => {
    expect([outputs("total", data, { within: true }), outputs("count", data, { within: true })]).toEqual([
      ["9.00", "5.00", "9.00", "9.00"],
      ["3.00", "1.00", "3.00", "3.00"],
    ]);
  });

  test("where a condition holds, whichever subject reads it", () => {
    expect(outputs("mean", data, { where: true })).toEqual(["3.00", "3.00", "3.00", "3.00"]);
  });

  test("a rank is one more than the number of those with more, so ties share the higher", () => {
    expect(outputs("rank", data)).toEqual(["3.00", "1.00", "1.00", "4.00"]);
  });

  test("of an empty group there is no highest and no mean, but a total and a count of 0", () => {
    const nobody = [{ 数: "1", 片区: "西" }];
    expect(
      ["highest", "mean", "total", "count"].map((name) => outputs(name as "mean", nobody, { where: true })[0]),
    ).toEqual([null, null, "0.00", "0.00"]);
  });

  test("compute over the known, and make what reads them provisional", () => {
    const rubric = new Rubric();
    const value = rubric.number("数");
    const item = rubric.item("排位", "10", [
      earn(
        by(
          across("rank", value),
          [
            [equal(n("1")), full],
            [under(n("3")), share(n("50%"))],
          ],
          n("1"),
        ),
      ),
    ]);
    rubric.output("差", minus(across("highest", value), n("1")));
    rubric.output("得", rubric.scoreOf(item));
    const result = run(rubric, rows({ 数: "7" }, {}, { 数: "9" }));
    expect(
      result.subjects.map(({ status, parts, outputs: { 差 }, provisional }) => [
        status,
        parts["排位"],
        差,
        provisional,
      ]),
    ).toEqual([
      ["scored", "5", "8.00", ["排位", "score", "差", "得"]],
      ["pending", null, "8.00", ["差"]],
      ["scored", "10", "8.00", ["排位", "score", "差", "得"]],
    ]);
  });

  test("a subject whose group is pending leaves every group provisional", () => {
    const rubric = new Rubric();
    rubric.text("片区");
    rubric.item("条目", "1", []);
    rubric.output("人数", across("count", null, { within: rubric.fieldIndex("片区") }));
    const result = run(rubric, rows({ 片区: "东" }, {}, { 片区: "西" }));
    expect(result.subjects.map(({ outputs: { 人数 }, provisional }) => [人数, provisional])).toEqual([
      ["1.00", ["人数"]],
      [null, []],
      ["1.00", ["人数"]],
    ]);
  });

  test("may read scores, as published and with the vetoed counted in", () => {
    const rubric = oneItem((r) => {
      r.veto("否决", r.flag("事故"), "unranked");
      r.output("均分", across("mean", score), 3);
      r.output("相对", over(score, across("highest", score)), 3);
    });
    const result = run(rubric, rows({ 得: "90.005", 事故: "是" }, { 得: "80", 事故: "否" }));
    expect(result.subjects.map(({ outputs: { 均分, 相对 } }) => [均分, 相对])).toEqual([
      ["85.005", "1.000"],
      ["85.005", "0.889"],
    ]);
  });

  test("are taken over the subjects of one period", () => {
    const rubric = oneItem((r) => {
      r.period("年度");
      r.output("合计", across("total", score));
    });
    const result = run(rubric, [
      { 名称: "甲", 年度: "2007", 得: "1" },
      { 名称: "甲", 年度: "2008", 得: "2" },
      { 名称: "乙", 年度: "2008", 得: "3" },
    ]);
    expect(result.subjects.map((subject) => subject.outputs["合计"])).toEqual(["1.00", "5.00", "5.00"]);
  });

  test("a score that turns places into points needs every other score, once", () => {
    const rubric = new Rubric();
    const item = rubric.item("招商", "10", [earn(rubric.number("数"))]);
    rubric.item("排位", "10", [earn(minus(n("11"), across("rank", rubric.scoreOf(item))))]);
    rubric.output("总", times(score, n("1")));
    const many = Array.from({ length: 300 }, (_, index) => ({ 名称: `${index}`, 数: `${index % 10}` }));
    expect(
      run(rubric, many)
        .subjects.slice(8, 10)
        .map((subject) => subject.score),
    ).toEqual(["8.00", "19.00"]);
  });
});

describe("policies and requirements", () => {
  const checked = (limit: string, data_: ReturnType<typeof rows>) => {
    const rubric = oneItem((r) => {
      const prize = r.output("奖金", times(score, n("10")));
      r.with({
        policies: [
          { span: [1, 2], condition: is(across("total", prize), "≤", n(limit)), message: "奖金不超过预算" },
          { span: [3, 4], condition: is(n("1"), "=", n("1")), message: "恒真" },
        ],
        requirements: [{ span: [5, 6], condition: is(r.number("得2"), "≥", n("0")), message: "不得为负" }],
      });
    });
    return run(rubric, data_);
  };

  test("a policy on the whole result is reported where it does not hold", () => {
    expect(checked("1500", rows("90", "80")).policies).toEqual([
      { message: "奖金不超过预算", span: [1, 2], holds: false, awaiting: [] },
    ]);
    expect(checked("1700", rows("90", "80")).policies).toEqual([]);
  });

  test("one that only holds so far cannot be decided yet, one that already fails can", () => {
    expect(checked("1700", rows("90", { 得: "" })).policies.map(({ holds }) => holds)).toEqual([null]);
    expect(checked("800", rows("90", { 得: "" })).policies.map(({ holds }) => holds)).toEqual([false]);
  });

  test("a requirement that does not hold is reported by subject; one that is pending is not", () => {
    const result = checked("9999", rows({ 得: "1", 得2: "-1" }, { 得: "1", 得2: "" }, { 得: "1", 得2: "0" }));
    expect(result.requirements).toEqual([{ key: "甲", period: null, message: "不得为负", span: [5, 6] }]);
  });
});
