import { rational } from "@yardstick/exact";
import { describe, expect, test } from "vitest";
import type { Explanation, PartExplanation } from "../src/index.js";
import { evaluate, explain } from "../src/index.js";
import {
  across,
  addOrDeduct,
  appliesIf,
  apply,
  by,
  deduct,
  earn,
  equal,
  full,
  is,
  last,
  n,
  NUMBER,
  numberType,
  over,
  per,
  previous,
  proportion,
  Rubric,
  running,
  score,
  share,
  span,
  text,
  times,
  under,
  WAN,
} from "./builder.js";
import { datasetFromRows } from "./dataset-from-rows.js";
import { explained, itemOf, lineOf, oneItem, rows } from "./scored.js";

const READS = ["kind", "name", "value", "assessor"] as const;
const told = (reads: readonly { readonly [Key in (typeof READS)[number]]: unknown }[]) =>
  reads.map(({ kind, name, value }) => [kind, name, value]);

describe("what a line read", () => {
  test("is each value once, in the order of reading, in the field's own unit", () => {
    const rubric = new Rubric();
    const [done, due] = [
      rubric.number("完成", { unit: WAN, assessor: "经发办" }),
      rubric.number("任务", { unit: WAN }),
    ];
    rubric.item("招商", "13", [earn(proportion(done, due), { conditions: [is(done, ">", n("0"))] })]);
    const line = lineOf(explained(rubric, [{ 名称: "甲", 完成: "450", 任务: "500.5" }]), "招商");
    expect(line.reads).toMatchObject([
      { kind: "field", name: "完成", value: { value: "4500000", text: "450", unit: "万元" }, assessor: "经发办" },
      { kind: "field", name: "任务", value: { value: "5005000", text: "500.5", unit: "万元" }, assessor: null },
    ]);
    expect([line.outcome, line.count, line.amount, line.gross, line.net]).toEqual([
      "fired",
      null,
      "900/77",
      "900/77",
      "900/77",
    ]);
  });

  test("shows percentages, levels, flags, dates, constants and blanks as they are written", () => {
    const rubric = new Rubric();
    const grade = rubric.choice("差", "好");
    const conditions = [
      is(rubric.percent("比率"), ">", n("0")),
      is(rubric.level("等级", grade), "=", rubric.levelValue(grade, "好")),
      rubric.flag("有无"),
      is(rubric.date("日期"), ">", rubric.date("起")),
      is(rubric.constant("限额", { default: n("1/3") }), "<", n("1")),
      rubric.flag("空"),
    ];
    rubric.item("条目", "1", [deduct(n("1"), { conditions })]);
    const explanation = explained(rubric, [
      { 名称: "甲", 比率: "98.25%", 等级: "好", 有无: "是", 日期: "2008-02-01", 起: "2008-01-01" },
    ]);
    expect(told(lineOf(explanation, "条目").reads)).toEqual([
      ["field", "比率", { value: "393/400", text: "98.25", unit: "%" }],
      ["field", "等级", { text: "好" }],
      ["field", "有无", { text: "yes" }],
      ["field", "日期", { text: "2008-02-01" }],
      ["field", "起", { text: "2008-01-01" }],
      ["constant", "限额", { value: "1/3", text: "0.3333", unit: null }],
      ["field", "空", null],
    ]);
    expect(lineOf(explanation, "条目").outcome).toBe("pending");
  });

  test("names values, parts and functions across subjects, and what a value was made of", () => {
    const rubric = new Rubric();
    const rate = rubric.let("完成率", over(rubric.number("完成"), n("4")));
    const first = rubric.item("一", "10", [earn(rate)]);
    rubric.item("二", "10", [earn(times(rate, over(rubric.scoreOf(first), across("highest", rubric.scoreOf(first)))))]);
    const explanation = explained(rubric, [
      { 名称: "甲", 完成: "8" },
      { 名称: "乙", 完成: "16" },
    ]);
    expect(told(lineOf(explanation, "二").reads)).toEqual([
      ["field", "完成", { value: "8", text: "8", unit: null }],
      ["let", "完成率", { value: "2", text: "2", unit: null }],
      ["part", "一", { value: "2", text: "2", unit: null }],
      ["across", "highest", { value: "4", text: "4", unit: null }],
    ]);
  });

  test("a judgement is marked as one, with its assessor", () => {
    const rubric = new Rubric();
    rubric.item("条目", "10", [deduct(rubric.judgement("党费收缴不力", { assessor: "组织办" }))]);
    expect(lineOf(explained(rubric, [{ 名称: "甲", 党费收缴不力: "0.5" }]), "条目")).toMatchObject({
      discretion: true,
      outcome: "fired",
      net: "-1/2",
      reads: [{ name: "党费收缴不力", assessor: "组织办" }],
    });
    expect(lineOf(explained(rubric, [{ 名称: "甲" }]), "条目")).toMatchObject({
      discretion: true,
      outcome: "not-fired",
      reads: [{ value: null }],
    });
  });
});

describe("evidence", () => {
  const COLUMNS = { 事项: { kind: "text" }, 日期: { kind: "date" }, 数量: numberType("count") } as const;
  const data = [
    { 名称: "乙", 台账: [{ 事项: "迟报", 日期: "2008-01-01", 数量: "9" }] },
    {
      名称: "甲",
      台账: [
        { 事项: "表扬", 日期: "2008-01-02", 数量: "1" },
        { 事项: "迟报", 日期: "2008-01-03", 数量: "2" },
        { 事项: "迟报", 日期: "2008-01-04", 数量: "5" },
      ],
    },
  ];

  test("of an each line is the rows that acted, each with its own effect", () => {
    const rubric = new Rubric();
    const { list, column } = rubric.list("台账", COLUMNS);
    const each = { list, where: is(column.事项, "=", text("迟报")) };
    rubric.item("条目", "10", [
      deduct(times(n("0.1"), column.数量), {
        each,
        highestPer: apply("month", column.日期),
        cap: n("0.4"),
        capPer: apply("month", column.日期),
      }),
    ]);
    const line = lineOf(explained(rubric, data), "条目");
    expect(
      line.evidence.map(({ list: name, row, cells, effect }) => [name, row, cells.map((cell) => cell.text), effect]),
    ).toEqual([
      ["台账", 2, ["迟报", "2008-01-03", "2"], "-1/5"],
      ["台账", 3, ["迟报", "2008-01-04", "5"], "-1/2"],
    ]);
    expect(line).toMatchObject({
      count: "2",
      amount: null,
      gross: "-7/10",
      highestPer: { heldBack: "-1/5" },
      cap: { limit: "2/5", per: "month(日期)", heldBack: "-1/10" },
      net: "-2/5",
    });
  });

  test("of a count of rows is the rows that were counted", () => {
    const rubric = new Rubric();
    const { list, column } = rubric.list("台账", COLUMNS);
    const counted = {
      kind: "aggregate",
      span: span(),
      type: NUMBER,
      name: "count",
      over: { kind: "list", list },
      value: null,
      where: is(column.事项, "=", text("迟报")),
      trim: null,
    } as const;
    rubric.item("条目", "10", [deduct(n("0.1"), { per: per(counted) })]);
    const line = lineOf(explained(rubric, data), "条目");
    expect([line.count, line.net, line.evidence.map(({ row, effect }) => [row, effect])]).toEqual([
      "2",
      "-1/5",
      [
        [2, null],
        [3, null],
      ],
    ]);
  });
});

describe("lines that did not fire", () => {
  test("are listed too, with what they would have cost", () => {
    const rubric = new Rubric();
    rubric.item("条目", "10", [
      deduct(n("0.1"), { per: per(rubric.count("迟报")) }),
      deduct(share(n("20%")), { conditions: [rubric.flag("不团结")] }),
    ]);
    const { lines } = itemOf(explained(rubric, [{ 名称: "甲", 迟报: "0", 不团结: "否" }]), "条目");
    expect(lines.map(({ outcome, count, amount, net }) => [outcome, count, amount, net])).toEqual([
      ["not-fired", "0", "1/10", "0"],
      ["not-fired", null, "2", "0"],
    ]);
  });
});

describe("parts", () => {
  test("that do not apply are marked, with what was read to decide; their siblings show the points they got", () => {
    const rubric = new Rubric();
    rubric.item("资产", "4", [], { applies: appliesIf(rubric.flag("有资产")) });
    rubric.item("其余", "6", [deduct(n("3"))], { decimals: 0 });
    const explanation = explained(rubric, [{ 名称: "甲", 有资产: "否" }]);
    expect(itemOf(explanation, "资产")).toMatchObject({
      notApplicable: { outcome: "rescale", reads: [{ name: "有资产", value: { text: "no" } }] },
      score: null,
      contribution: null,
      lines: [],
    });
    expect(itemOf(explanation, "其余")).toMatchObject({
      notApplicable: null,
      worth: "10",
      score: "3",
      contribution: "5",
      rounding: null,
    });
  });

  test("tell what rounding did, and only where it did something", () => {
    const rubric = new Rubric();
    rubric.item("条目", "10", [deduct(n("1/3"))], { decimals: 1 });
    const explanation = explained(rubric, [{ 名称: "甲" }]);
    expect(itemOf(explanation, "条目").rounding).toEqual({ before: "29/3", after: "97/10", decimals: 1, stated: null });
    expect(explanation.rounding).toEqual({ before: "97/10", after: "9.70", decimals: 2, stated: null });
  });
});

describe("results", () => {
  test("outputs tell what they read and what was rounded away; history and places are named", () => {
    const rubric = oneItem((r) => {
      r.period("年度");
      const all = r.ranking("总", score, { within: null });
      r.output("增幅", over(score, previous(score)), 1);
      r.consequence("诫勉", is(running(last(all)), "≥", n("2")));
    });
    const explanation = explained(
      rubric,
      [
        { 名称: "甲", 年度: "2008", 得: "80" },
        { 名称: "乙", 年度: "2008", 得: "90" },
      ],
      "甲",
      { history: [{ 名称: "甲", 年度: "2007", 总分: "60", 总: "2" }] },
    );
    expect(explanation.outputs).toMatchObject([{ name: "增幅", value: "1.3", exact: "4/3" }]);
    expect(told(explanation.outputs[0]?.reads ?? [])).toEqual([
      ["result", "score", { value: "80", text: "80", unit: null }],
      ["history", "previous", { value: "60", text: "60", unit: null }],
    ]);
    expect(told(explanation.consequences[0]?.reads ?? [])).toEqual([
      ["result", "总", { text: "yes" }],
      ["history", "running", { value: "2", text: "2", unit: null }],
    ]);
    expect(explanation.rankings).toMatchObject([
      { name: "总", value: "80.00", place: 2, of: 2, group: null, tiedWith: [], withoutVetoes: 2, vetoedAhead: [] },
    ]);
  });

  test("of one who is pending show the group's size and no place; of those who tie, with whom", () => {
    const rubric = oneItem((r) => void r.ranking("总", score));
    const data = rows("80", "80", { 得: "" });
    expect(explained(rubric, data).rankings[0]).toMatchObject({ place: 1, of: 2, tiedWith: ["乙"] });
    expect(explained(rubric, data, "丙").rankings[0]).toMatchObject({
      value: null,
      place: null,
      of: 2,
      withoutVetoes: null,
    });
  });

  test("without a period are those of the key's latest one", () => {
    const rubric = oneItem((r) => void r.period("年度"));
    const program = rubric.build();
    const data = datasetFromRows(program, {
      subjects: ["2007", "2009", "2008"].map((年度) => ({ 名称: "甲", 年度, 得: "1" })),
    });
    expect([
      explain(program, data, "甲")?.period,
      explain(program, data, "甲", { period: "2007" })?.period,
      explain(program, data, "甲", { period: "2001" }),
    ]).toEqual(["2009", "2007", null]);
  });
});

const flat = (parts: readonly PartExplanation[]): readonly PartExplanation[] =>
  parts.flatMap((part) => [part, ...(part.kind === "section" ? flat(part.parts) : [])]);
const linesOf = (part: PartExplanation) => (part.kind === "item" ? part.lines : []);

/** What an explanation says its sums are: of the score, each part, each line; null where pending. */
function statedBy(explanation: Explanation | null): readonly (string | null)[] {
  const parts = flat(explanation?.parts ?? []);
  return [
    explanation?.sum ?? null,
    ...parts.map((part) => (part.kind === "section" ? part.score : part.sum)),
    ...parts.flatMap(linesOf).map(({ gross }) => gross),
  ];
}

/** The same sums, added up from what the explanation lists beneath them. */
function sumsOf(explanation: Explanation | null): readonly (string | null)[] {
  const sum = (numbers: readonly (string | null | undefined)[]): string | null => {
    const known = numbers.filter((each) => each !== undefined);
    if (known.some((each) => each === null)) return null;
    return known.reduce((total, each) => total.add(rational(each ?? "0")), rational("0")).toString();
  };
  const parts = flat(explanation?.parts ?? []);
  const contributions = (below: readonly PartExplanation[]) => below.map(({ contribution }) => contribution);
  return [
    sum(contributions(explanation?.parts ?? [])),
    ...parts.map((part) =>
      sum(part.kind === "section" ? contributions(part.parts) : [part.start, ...part.lines.map(({ net }) => net)]),
    ),
    ...parts
      .flatMap(linesOf)
      .map(({ net, restrictions }) => sum([net, ...restrictions.map(({ heldBack }) => heldBack)])),
  ];
}

test("an explanation has the numbers of the evaluation, always, and adds up", () => {
  const rubric = new Rubric();
  const done = rubric.number("完成");
  const ledger = rubric.list("台账", { 数量: numberType("count") });
  rubric.section("经济", "20", () => {
    rubric.item("招商", "13", [earn(proportion(done, n("70"), [n("50%"), n("1")]))]);
    rubric.item(
      "财税",
      "7",
      [addOrDeduct(n("0.3"), { per: per(done, { kind: "from", limit: n("60") }), cap: n("2") })],
      { decimals: 1 },
    );
    rubric.bonus("超额", "3", [deduct(n("-0.1"), { per: per(done, { kind: "over", limit: n("70") }, "3") })]);
  });
  rubric.item(
    "台账",
    "10",
    [deduct(times(n("0.7"), ledger.column.数量), { each: { list: ledger.list, where: null }, cap: n("4") })],
    { worth: "30" },
  );
  rubric.item("排位", "5", [
    earn(
      by(
        across("rank", done),
        [
          [equal(n("1")), full],
          [under(n("4")), share(n("60%"))],
        ],
        n("1"),
      ),
    ),
  ]);
  rubric.coefficient("系数", over(n("10"), n("9")), [1]);
  rubric.coefficient("总系数", n("1.01"));
  rubric.veto("否决", is(done, "<", n("20")), "score-zero", "no-place");
  rubric.ranking("总", score);
  const program = rubric.build();
  const subjects = Array.from({ length: 30 }, (_, index) => ({
    名称: `${index}`,
    完成: index === 7 ? "" : `${(index * 37) % 101}`,
    台账: Array.from({ length: index % 4 }, () => ({ 数量: `${index % 3}` })),
  }));
  const data = datasetFromRows(program, { subjects });
  const result = evaluate(program, data);

  for (const subject of result.subjects) {
    const explanation = explain(program, data, subject.key);
    expect(explanation).toMatchObject({ status: subject.status, awaiting: subject.awaiting, score: subject.score });
    const parts = flat(explanation?.parts ?? []);
    expect(Object.fromEntries(parts.map(({ path, published }) => [path, published]))).toEqual(subject.parts);
    expect(explanation?.rankings.map(({ place }) => place)).toEqual([subject.rankings["总"]]);
    expect(explanation?.vetoes.filter(({ holds }) => holds === true).map(({ name }) => name)).toEqual(subject.vetoes);
    expect(sumsOf(explanation)).toEqual(statedBy(explanation));
  }
  expect(result.subjects.filter(({ status }) => status === "scored")).toHaveLength(29);
});
