import { describe, expect, test } from "vitest";
import { emptyDataset, evaluate, explain } from "../src/index.js";
import {
  add,
  deduct,
  earn,
  fieldOf,
  full,
  is,
  n,
  numberType,
  per,
  result,
  Rubric,
  score,
  share,
  times,
} from "./builder.js";
import { datasetFromRows } from "./dataset-from-rows.js";
import { one, oneItem, rows, run, subject } from "./scored.js";

describe("status", () => {
  test("is scored where everything that matters is there, though something else is blank", () => {
    const rubric = oneItem((r) => r.output("值", r.number("无关")));
    expect(one(rubric, { 得: "97.8" })).toMatchObject({
      status: "scored",
      awaiting: [],
      score: "97.80",
      outputs: { 值: null },
    });
  });

  test("is pending with each missing field once, in the order of the fields, and from whom", () => {
    const rubric = new Rubric();
    const first = rubric.number("一", { assessor: "经发办" });
    const ledger = rubric.list("台账", { 数量: fieldOf("数量", numberType("count"), { assessor: "综治办" }) });
    const last = rubric.number("三");
    rubric.item("甲", "10", [deduct(times(last, first)), deduct(last)]);
    rubric.item("乙", "10", [deduct(ledger.column.数量, { each: { list: ledger.list, where: null } })]);
    rubric.veto("否决", is(first, ">", n("1")), "unranked");
    const found = one(rubric, { 台账: [{}, {}] });
    expect([found.status, found.score, found.parts]).toEqual(["pending", null, { 甲: null, 乙: null }]);
    expect(found.awaiting.map(({ field, assessor, reason }) => [field, assessor, reason])).toEqual([
      ["一", "经发办", "blank"],
      ["台账.数量", "综治办", "blank"],
      ["三", null, "blank"],
    ]);
  });

  test("is invalid where a cell that matters could not be read, and shows the cell's problem", () => {
    const rubric = oneItem((r) => void r.item("另", "1", [deduct(n("1"), { per: per(r.count("次数")) })]));
    const found = one(rubric, { 得: "九十", 次数: "-1" });
    expect(found.status).toBe("invalid");
    expect(found.awaiting.map(({ field, reason, problem }) => [field, reason, problem?.found])).toEqual([
      ["得", "unreadable", "九十"],
      ["次数", "out-of-range", "-1"],
    ]);
  });

  test("does not mind a bad cell that nothing needs", () => {
    const rubric = oneItem(
      (r) =>
        void r.item("另", "1", [deduct(n("1"), { conditions: [is(n("1"), "=", n("2"))], per: per(r.count("次数")) })]),
    );
    expect(one(rubric, { 得: "90", 次数: "三" }).status).toBe("scored");
  });

  test("waits for a constant by its name", () => {
    const rubric = oneItem((r) => void r.item("另", "10", [earn(r.constant("系数"))]));
    expect(one(rubric, { 得: "90" }).awaiting.map(({ field }) => field)).toEqual(["系数"]);
    expect(one(rubric, { 得: "90" }, { constants: { 系数: "2.5" } }).score).toBe("92.50");
    expect(one(rubric, { 得: "90" }, { constants: { 系数: "二" } }).status).toBe("invalid");
  });
});

describe("what is published", () => {
  test("parts in shortest exact decimals, repeating ones to two", () => {
    const rubric = new Rubric();
    rubric.item("整", "10", []);
    rubric.item("细", "10", [deduct(n("0.0625"))]);
    rubric.item("循环", "10", [deduct(n("1/3"))]);
    expect(one(rubric, {})).toMatchObject({ parts: { 整: "10", 细: "9.9375", 循环: "9.67" }, score: "29.60" });
  });

  test("the score to its own decimals, rounded once", () => {
    const rubric = new Rubric().with({ scoreDecimals: 1 });
    rubric.item("一", "10", [deduct(n("0.02"))]);
    rubric.item("二", "10", [deduct(n("0.03"))]);
    expect(one(rubric, {}).score).toBe("20.0");
  });

  test("subjects in the order of the data", () => {
    expect(run(oneItem(), rows("1", "3", "2")).subjects.map(({ key }) => key)).toEqual(["甲", "乙", "丙"]);
  });

  test("names that JavaScript knows are names like any other", () => {
    const rubric = new Rubric();
    rubric.item("constructor", "1", []);
    rubric.output("__proto__x", n("1"));
    expect([one(rubric, {}).parts["constructor"], Object.keys(one(rubric, {}).outputs)]).toEqual(["1", ["__proto__x"]]);
  });
});

describe("used rubrics", () => {
  const used = (allPeriods: boolean) => {
    const rubric = new Rubric();
    const town = rubric.text("乡镇");
    rubric.period("年度");
    rubric.with({
      uses: [{ path: "team.rubric", alias: "班子", span: [0, 1], by: rubric.fieldIndex("乡镇"), allPeriods }],
    });
    rubric.item("条目", "1", []);
    const number = { kind: "number", dimension: {}, percent: false } as const;
    const read = result({ kind: "used", use: 0, result: "总分" }, allPeriods ? { kind: "series", of: number } : number);
    rubric.output(
      "值",
      allPeriods
        ? {
            kind: "aggregate",
            span: [0, 1],
            type: number,
            name: "average",
            over: { kind: "series", series: read },
            value: null,
            where: null,
            trim: null,
          }
        : read,
    );
    void town;
    return rubric;
  };
  const published = new Map([
    [
      "城关",
      [
        { period: "2006", results: { 总分: "90" } },
        { period: "2007", results: { 总分: "91/2" } },
      ],
    ],
  ]);
  const valueOf = (allPeriods: boolean, row: Record<string, string>) =>
    one(used(allPeriods), row, { used: [published] }).outputs["值"];

  test("are read by key in the same period, or over all periods", () => {
    expect([valueOf(false, { 乡镇: "城关", 年度: "2007" }), valueOf(true, { 乡镇: "城关", 年度: "2007" })]).toEqual([
      "45.50",
      "67.75",
    ]);
  });

  test("a missing row is missing", () => {
    expect([
      valueOf(false, { 乡镇: "河西", 年度: "2007" }),
      valueOf(false, { 乡镇: "城关", 年度: "2008" }),
      valueOf(true, { 乡镇: "河西", 年度: "2007" }),
    ]).toEqual([null, null, null]);
  });
});

describe("scenarios", () => {
  /** 党建 25%, of 40 points in two items; 民生 75%, two weighted items. */
  function weighted() {
    const rubric = new Rubric().with({ total: "100" });
    const limit = rubric.constant("限额", { default: n("3") });
    rubric.section(
      "党建",
      "40",
      () => {
        rubric.item("组织", "30", [deduct(limit)]);
        rubric.item("队伍", "10", []);
      },
      { weight: "25%", worth: "25" },
    );
    rubric.section(
      "民生",
      "75",
      () => {
        rubric.item("就业", "30", [deduct(share(n("10%")))], { weight: "40%", worth: "30" });
        rubric.item("社保", "45", [earn(full)], { weight: "60%", worth: "45" });
      },
      { weight: "75%", worth: "75" },
    );
    const change = (kind: "points" | "weight", part: number, value: string) => ({
      kind,
      part,
      value,
      span: [0, 1] as const,
    });
    rubric.with({
      scenarios: [
        {
          name: "民生优先",
          span: [0, 1],
          changes: [
            change("weight", 0, "1/10"),
            change("weight", 3, "9/10"),
            change("weight", 4, "1/2"),
            change("weight", 5, "1/2"),
          ],
        },
        { name: "重组织", span: [0, 1], changes: [change("points", 1, "35"), change("points", 2, "15")] },
        { name: "从严", span: [0, 1], changes: [{ kind: "constant", constant: 0, value: n("12"), span: [0, 1] }] },
      ],
    });
    return rubric;
  }
  const scoreUnder = (scenario: string | null, constants = {}) =>
    run(weighted(), [{ 名称: "甲" }], { scenario, constants }).subjects[0];

  test("none leaves the rubric as it is", () => {
    // 37/40 × 25 + 27 + 45
    expect(scoreUnder(null)?.score).toBe("95.13");
  });

  test("weights are shares of what is above, down to the last item", () => {
    // 37/40 × 10 + (45 − 10%) + 45
    expect(scoreUnder("民生优先")).toMatchObject({
      score: "94.75",
      parts: { 党建: "37.00", 民生: "85.50", "民生/就业": "40.5", "民生/社保": "45" },
    });
  });

  test("points make up the scale of what is above", () => {
    // (35 − 3 + 15) / 50 × 25 + 72
    expect(scoreUnder("重组织")).toMatchObject({
      score: "95.50",
      parts: { "党建/组织": "32", "党建/队伍": "15", 党建: "47.00" },
    });
  });

  test("a constant that the scenario sets wins over the data", () => {
    expect([
      scoreUnder("从严")?.parts["党建/组织"],
      scoreUnder("从严", { 限额: "5" })?.parts["党建/组织"],
      scoreUnder(null, { 限额: "5" })?.parts["党建/组织"],
    ]).toEqual(["18", "18", "25"]);
  });

  test("an unknown one is the caller's mistake", () => {
    expect(() => scoreUnder("没有")).toThrow(RangeError);
  });
});

describe("running", () => {
  test("ends at once when the signal is given", () => {
    const program = oneItem().build();
    const data = datasetFromRows(program, { subjects: rows("1") });
    expect(() => evaluate(program, data, { signal: { aborted: true, reason: new Error("停") } })).toThrow("停");
    expect(() => evaluate(program, data, { signal: { aborted: true } })).toThrow(
      expect.objectContaining({ name: "AbortError" }),
    );
    expect(evaluate(program, data, { signal: { aborted: false } }).subjects).toHaveLength(1);
  });

  test("no subjects: no results and no explanation", () => {
    const program = oneItem().build();
    expect(evaluate(program, emptyDataset(program))).toEqual({
      rubric: null,
      scenario: null,
      cuts: [],
      subjects: [],
      requirements: [],
      policies: [],
      problems: [],
    });
    expect(explain(program, emptyDataset(program), "甲")).toBeNull();
  });

  test("a cycle that the checker let through is reported as a bug, not run for ever", () => {
    const rubric = new Rubric();
    rubric.item("环", "10", [earn(rubric.scoreOf(0))]);
    expect(() => one(rubric, {})).toThrow(/circle/u);
  });

  test("thousands of subjects of fifty items take seconds, rankings and all", () => {
    const rubric = new Rubric();
    for (let section = 0; section < 5; section += 1) {
      rubric.section(`线${section}`, "20", () => {
        for (let index = 0; index < 10; index += 1) {
          const value = rubric.count(`数${section}-${index}`);
          rubric.item(`项${index}`, "2", [
            deduct(n("0.1"), { per: per(value) }),
            add(n("0.05"), { conditions: [is(value, "=", n("0"))] }),
          ]);
        }
      });
    }
    const all = rubric.ranking("总", score);
    rubric.ranking("分线", "each-section");
    rubric.award("红旗", all, 1, 10);
    const row = (index: number) =>
      Object.fromEntries(
        rubric.fields.map(({ name }, field) => [name, field === 0 ? `社区${index}` : `${(index * 7 + field) % 9}`]),
      );
    const started = process.cpuUsage();
    const found = run(
      rubric,
      Array.from({ length: 3_000 }, (_, index) => row(index)),
    );
    expect(subject(found, "社区0").score).not.toBeNull();
    expect(process.cpuUsage(started).user).toBeLessThan(20_000_000);
  });
});
