import type { Expression } from "@yardstick/language/program";
import { describe, expect, test } from "vitest";
import type { Rows } from "./scored.js";
import { one } from "./scored.js";
import {
  and,
  apply,
  between,
  by,
  date,
  equal,
  fieldOf,
  is,
  isNone,
  minus,
  n,
  negate,
  no,
  not,
  NUMBER,
  numberType,
  or,
  over,
  plus,
  power,
  Rubric,
  span,
  text,
  times,
  under,
  yes,
} from "./builder.js";

/** The value as published with 4 decimals, or null where it is pending; and the status of the item that reads it. */
function valueOf(make: (rubric: Rubric) => Expression, row: Rows[number] = {}): string | boolean | null {
  const rubric = new Rubric();
  rubric.output("值", make(rubric), 4);
  return one(rubric, row).outputs["值"] ?? null;
}

describe("Kleene's logic", () => {
  const unknown = (r: Rubric) => r.flag(`F${r.fields.length}`);

  test.each([
    ["no and pending", (r: Rubric) => and(no, unknown(r)), false],
    ["pending and no", (r: Rubric) => and(unknown(r), no), false],
    ["yes and pending", (r: Rubric) => and(yes, unknown(r)), null],
    ["yes or pending", (r: Rubric) => or(yes, unknown(r)), true],
    ["pending or yes", (r: Rubric) => or(unknown(r), yes), true],
    ["no or pending", (r: Rubric) => or(no, unknown(r)), null],
    ["not pending", (r: Rubric) => not(unknown(r)), null],
    ["not no", () => not(no), true],
  ])("%s", (_, make, expected) => {
    expect(valueOf(make)).toBe(expected);
  });
});

describe("arithmetic", () => {
  test("is exact, with each operator", () => {
    const x = n("1.1");
    expect(
      [
        plus(x, n("2")),
        minus(x, n("2")),
        times(x, n("1.15")),
        over(n("1"), n("3")),
        power(n("-0.5"), n("3")),
        negate(x),
      ].map((e) => valueOf(() => e)),
    ).toEqual(["3.1000", "-0.9000", "1.2650", "0.3333", "-0.1250", "-1.1000"]);
  });

  test("a division by zero has no value", () => {
    expect(valueOf((r) => over(n("1"), r.number("X")), { X: "0" })).toBeNull();
  });

  test("what is missing on both sides is listed once each, in the order of the fields", () => {
    const rubric = new Rubric();
    const [a, b] = [rubric.number("甲数"), rubric.number("乙数")];
    rubric.veto("否决", is(plus(times(b, a), b), ">", a), "score-zero");
    expect(one(rubric, {}).awaiting.map(({ field }) => field)).toEqual(["甲数", "乙数"]);
  });
});

describe("comparison", () => {
  test.each(["=", "≠", "<", "≤", ">", "≥"] as const)("%s of numbers, dates and texts", (op) => {
    const expected = {
      "=": [false, true],
      "≠": [true, false],
      "<": [true, false],
      "≤": [true, true],
      ">": [false, false],
      "≥": [false, true],
    }[op];
    expect([valueOf(() => is(n("0.1"), op, n("0.2"))), valueOf(() => is(n("1/2"), op, n("0.5")))]).toEqual(expected);
    expect([
      valueOf(() => is(date("2008-09-30"), op, date("2008-10-01"))),
      valueOf(() => is(text("材料"), op, text("材料"))),
    ]).toEqual(expected);
  });

  test("levels compare by their order, worst first", () => {
    const make = (r: Rubric) => {
      const grade = r.choice("差", "中", "好");
      return is(r.level("等级", grade), "≥", r.levelValue(grade, "中"));
    };
    expect([valueOf(make, { 等级: "好" }), valueOf(make, { 等级: "差" }), valueOf(make)]).toEqual([true, false, null]);
  });
});

describe("none", () => {
  test("a blank is none, a value is not", () => {
    const make = (r: Rubric) => isNone(r.number("X", { optional: true }));
    expect([valueOf(make), valueOf(make, { X: "0" })]).toEqual([true, false]);
  });

  test("any other comparison with a blank that is allowed is pending", () => {
    expect(valueOf((r) => is(r.number("X", { optional: true }), "=", n("0")))).toBeNull();
  });

  test("a cell that could not be read is not none", () => {
    expect(valueOf((r) => isNone(r.number("X", { optional: true })), { X: "不详" })).toBeNull();
  });

  test("a default stands for a blank, but not for a cell that could not be read", () => {
    const make = (r: Rubric) => r.number("X", { default: n("7") });
    expect([valueOf(make), valueOf(make, { X: "3" }), valueOf(make, { X: "三" })]).toEqual(["7.0000", "3.0000", null]);
  });
});

describe("by", () => {
  const bands = (subject: Expression, otherwise: Expression | null = null) =>
    by(
      subject,
      [
        [under(n("60")), n("0")],
        [between(n("60"), n("80")), n("5")],
        [[equal(n("90")), equal(n("95"))], n("9")],
      ],
      otherwise,
    );

  test("the first row that matches gives the value, then else", () => {
    const of = (value: string) => valueOf((r) => bands(r.number("X"), n("2")), { X: value });
    expect(["59.9", "60", "79.9", "80", "90", "95"].map(of)).toEqual([
      "0.0000",
      "5.0000",
      "5.0000",
      "2.0000",
      "9.0000",
      "9.0000",
    ]);
  });

  test("a value that no row takes has its own reason", () => {
    const rubric = new Rubric();
    rubric.veto("否决", is(bands(rubric.number("X")), "=", n("5")), "score-zero");
    expect(one(rubric, { X: "85" }).awaiting.map(({ field, reason }) => [field, reason])).toEqual([
      ["否决", "no-band"],
    ]);
  });

  test("a row with an end that is pending decides nothing, nor do the rows after it", () => {
    const make = (r: Rubric) =>
      by(n("10"), [
        [under(r.number("X")), n("1")],
        [under(n("20")), n("2")],
      ]);
    expect([valueOf(make), valueOf(make, { X: "5" })]).toEqual([null, "2.0000"]);
  });

  test("a value of one row does not make pending who is in another", () => {
    const make = (r: Rubric) =>
      by(r.number("X"), [
        [under(n("60")), r.number("Y")],
        [under(n("80")), n("1")],
      ]);
    expect(valueOf(make, { X: "70" })).toBe("1.0000");
  });
});

describe("functions of values", () => {
  test("larger, smaller, absolute value, rounding", () => {
    const calls = [
      apply("max", n("1"), n("3"), n("2")),
      apply("min", n("1"), n("3")),
      apply("abs", n("-2.5")),
      apply("round", n("8.575"), n("2")),
      apply("round-to", n("2.3"), n("0.5")),
    ];
    expect(calls.map((call) => valueOf(() => call))).toEqual(["3.0000", "1.0000", "2.5000", "8.5800", "2.5000"]);
  });

  test("parts of a date", () => {
    const of = (name: "month" | "quarter" | "year", value: string) =>
      valueOf(() => ({ ...apply(name, date(value)), type: NUMBER }));
    expect([
      of("year", "2008-10-01"),
      of("month", "2008-10-01"),
      of("quarter", "2008-10-01"),
      of("quarter", "2008-03-31"),
      of("quarter", "2008-04-01"),
    ]).toEqual(["2008.0000", "10.0000", "4.0000", "1.0000", "2.0000"]);
  });
});

describe("over side rows", () => {
  type Aggregate = Extract<Expression, { kind: "aggregate" }>;
  const over1 = (
    rubric: Rubric,
    name: Aggregate["name"],
    value: "分" | "到会" | null,
    more: Partial<Pick<Aggregate, "trim">> & { readonly met?: boolean } = {},
  ): Expression => {
    const { list, column } = rubric.list("票", {
      分: numberType("number"),
      到会: { kind: "flag" },
      评: { ...fieldOf("评", numberType("number")), optional: true },
    });
    const { met = false, trim = null } = more;
    const type = name === "any" || name === "all" ? ({ kind: "flag" } as const) : NUMBER;
    return {
      kind: "aggregate",
      span: span(),
      type,
      name,
      over: { kind: "list", list },
      value: value === null ? null : column[value],
      where: met ? is(column.分, "≥", n("80")) : null,
      trim,
    };
  };
  const ballots = [
    { 分: "70", 到会: "是" },
    { 分: "80", 到会: "否" },
    { 分: "90", 到会: "是" },
    { 分: "100", 到会: "是" },
  ];
  const of = (票: Rows, ...call: Parameters<typeof over1> extends [unknown, ...infer Rest] ? Rest : never) =>
    valueOf((r) => over1(r, ...call), { 票 });

  test("sum, average, count, share, any, all of the rows that meet the condition", () => {
    expect([
      of(ballots, "sum", "分"),
      of(ballots, "average", "分"),
      of(ballots, "average", "分", { met: true }),
    ]).toEqual(["340.0000", "85.0000", "90.0000"]);
    expect([
      of(ballots, "count", null),
      of(ballots, "count", null, { met: true }),
      of(ballots, "count", "到会"),
    ]).toEqual(["4.0000", "3.0000", "3.0000"]);
    expect([
      of(ballots, "share", null, { met: true }),
      of(ballots, "share", "到会"),
      of(ballots, "share", "到会", { met: true }),
    ]).toEqual(["0.7500", "0.7500", "0.6667"]);
    expect([of(ballots, "any", "到会"), of(ballots, "all", "到会"), of(ballots.slice(2), "all", "到会")]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test("highest and lowest may be dropped", () => {
    const trim = { kind: "drop", highest: 1, lowest: 1 } as const;
    expect([of(ballots, "average", "分", { trim }), of(ballots.slice(0, 2), "average", "分", { trim })]).toEqual([
      "85.0000",
      null,
    ]);
  });

  test("without any rows a sum and a count are 0, an average and a share have no value", () => {
    expect([
      of([], "sum", "分"),
      of([], "count", null),
      of([], "average", "分"),
      of([], "share", "到会"),
      of([], "any", "到会"),
      of([], "all", "到会"),
    ]).toEqual(["0.0000", "0.0000", null, null, false, true]);
  });

  test("a blank in one row is pending, unless the others decide", () => {
    const some = [...ballots, { 分: "60" }];
    expect([
      of(some, "count", "到会"),
      of(some, "any", "到会"),
      of(some, "all", "到会"),
      of(some, "sum", "分"),
    ]).toEqual([null, true, false, "400.0000"]);
  });

  test("a blank that is allowed has nothing to add", () => {
    const average = (票: Rows) =>
      valueOf(
        (r) => {
          const { list, column } = r.list("票", { 评: { ...fieldOf("评", numberType("number")), optional: true } });
          return {
            kind: "aggregate",
            span: span(),
            type: NUMBER,
            name: "average",
            over: { kind: "list", list },
            value: column.评,
            where: null,
            trim: null,
          };
        },
        { 票 },
      );
    expect(average([{ 评: "8" }, {}, { 评: "9" }])).toBe("8.5000");
  });
});
