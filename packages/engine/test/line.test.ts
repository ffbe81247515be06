import { describe, expect, test } from "vitest";
import {
  add,
  addOrDeduct,
  apply,
  deduct,
  earn,
  full,
  is,
  n,
  no,
  not,
  numberType,
  over,
  per,
  proportion,
  Rubric,
  share,
  text,
  times,
  WAN,
  yes,
} from "./builder.js";
import type { Expression, Line } from "@yardstick/language/program";
import { explained, itemOf, lineOf, one } from "./scored.js";
import type { Rows } from "./scored.js";

/** The score of an item of so many points with these lines. */
function scored(
  lines: (rubric: Rubric) => readonly Line[],
  row: Rows[number] = {},
  points = "10",
  range: { min?: string | null; max?: string | null } = {},
) {
  const rubric = new Rubric();
  const own = lines(rubric);
  rubric.item("条目", points, own, range);
  return one(rubric, row).parts["条目"];
}

const LEDGER = { 事项: { kind: "text" }, 日期: { kind: "date" }, 数量: numberType("count") } as const;
const rows = (...entries: readonly (readonly [string, string, string])[]) =>
  entries.map(([事项, 日期, 数量]) => ({ 事项, 日期, 数量 }));

describe("per", () => {
  test("a tenth for each of three leaves 1.7 of 2", () => {
    expect(scored((r) => [deduct(n("0.1"), { per: per(r.count("迟报")) })], { 迟报: "3" }, "2")).toBe("1.7");
  });

  test.each([
    ["under", "3", "9"],
    ["under", "4", "10"],
    ["over", "6", "8"],
    ["over", "2", "10"],
  ] as const)("%s 4 with %s leaves %s", (kind, value, expected) => {
    expect(scored((r) => [deduct(n("1"), { per: per(r.number("X"), { kind, limit: n("4") }) })], { X: value })).toBe(
      expected,
    );
  });

  test("from a limit, either way", () => {
    const lines = (r: Rubric) => [addOrDeduct(n("0.5"), { per: per(r.number("X"), { kind: "from", limit: n("4") }) })];
    expect([scored(lines, { X: "6" }, "10", { max: "20" }), scored(lines, { X: "1" })]).toEqual(["11", "8.5"]);
  });

  test("between two ends only the part inside counts", () => {
    const inside = (value: string) =>
      scored((r) => [deduct(n("1"), { per: per(r.number("X"), { kind: "between", from: n("2"), to: n("5") }) })], {
        X: value,
      });
    expect(["1", "2", "3.5", "5", "9"].map(inside)).toEqual(["10", "10", "8.5", "7", "7"]);
  });

  test("two lines between make a progressive scale, open at both ends", () => {
    const lines = (r: Rubric) => {
      const x = r.count("X");
      return [
        deduct(n("0.1"), { per: per(x, { kind: "between", from: null, to: n("3") }) }),
        deduct(n("0.3"), { per: per(x, { kind: "between", from: n("3"), to: null }) }),
      ];
    };
    expect(scored(lines, { X: "5" })).toBe("9.1");
  });

  test("a step as written counts whole steps, toward zero", () => {
    const lines = (r: Rubric) => [
      deduct(n("0.3"), { per: per(r.percent("成功率"), { kind: "under", limit: n("95%") }, "5%") }),
    ];
    expect([
      scored(lines, { 成功率: "90.1%" }),
      scored(lines, { 成功率: "90%" }),
      scored(lines, { 成功率: "79.9%" }),
    ]).toEqual(["10", "9.7", "9.1"]);
  });

  test("a negative number counts the other way", () => {
    expect(scored((r) => [deduct(n("2"), { per: per(r.number("X")) })], { X: "-1" }, "10", { max: null })).toBe("12");
    expect(
      scored((r) => [deduct(n("2"), { per: per(r.number("X"), { kind: "all" }, "2") })], { X: "-3" }, "10", {
        max: null,
      }),
    ).toBe("12");
  });

  test("a blank that is allowed counts as nothing, whatever the measure", () => {
    const lines = (r: Rubric) => [
      deduct(n("1"), { per: per(r.count("X", { optional: true }), { kind: "under", limit: n("4") }) }),
    ];
    expect(scored(lines)).toBe("10");
  });

  test("a cell that could not be read does not count as a blank that is allowed", () => {
    const lines = (r: Rubric) => [deduct(n("1"), { per: per(r.count("X", { optional: true })) })];
    expect(scored(lines, { X: "若干" })).toBeNull();
  });

  test("a blank that is not allowed makes the item pending", () => {
    expect(scored((r) => [deduct(n("1"), { per: per(r.count("X")) })])).toBeNull();
  });
});

describe("amounts", () => {
  test("a percentage is of the item's points, and full is all of them", () => {
    expect(scored(() => [deduct(share(n("15%")))])).toBe("8.5");
    expect(scored(() => [earn(full)])).toBe("10");
  });

  test("in proportion, the item's range caps", () => {
    const lines = (r: Rubric) => [earn(proportion(r.number("完成", { unit: WAN }), r.number("任务", { unit: WAN })))];
    expect([
      scored(lines, { 完成: "450", 任务: "500" }, "13"),
      scored(lines, { 完成: "700", 任务: "500" }, "13"),
    ]).toEqual(["11.7", "13"]);
  });

  test("below the floor the line earns what the floor says", () => {
    const lines = (r: Rubric) => [earn(proportion(r.number("完成"), r.number("任务"), [n("60%"), share(n("5%"))]))];
    const of = (done: string) => scored(lines, { 完成: done, 任务: "500" });
    expect([of("299.9"), of("300")]).toEqual(["0.5", "6"]);
  });

  test("a target of 0 leaves the item pending, with its reason", () => {
    const rubric = new Rubric();
    rubric.item("招商", "13", [earn(proportion(rubric.number("完成"), rubric.number("任务")))]);
    const result = one(rubric, { 完成: "1", 任务: "0" });
    expect(result.awaiting).toEqual([{ field: "招商", assessor: null, problem: null, reason: "division-by-zero" }]);
  });

  test("a judgement that was not given has no effect; one that must be earned is pending", () => {
    expect(scored((r) => [deduct(r.judgement("党费收缴不力"))])).toBe("10");
    expect(scored((r) => [deduct(r.judgement("党费收缴不力"))], { 党费收缴不力: "0.15" })).toBe("9.85");
    expect(scored((r) => [earn(r.judgement("评分"))])).toBeNull();
    expect(scored((r) => [earn(r.judgement("评分"))], { 评分: "7.5" })).toBe("7.5");
  });

  test("a judgement that could not be read is not taken for one that was not given", () => {
    expect(scored((r) => [deduct(r.judgement("党费收缴不力"))], { 党费收缴不力: "少许" })).toBeNull();
  });
});

describe("what does not fire needs nothing", () => {
  test("a false condition, whatever is pending beside it", () => {
    expect(scored((r) => [deduct(n("1"), { conditions: [no, r.flag("F")], per: per(r.count("X")) })])).toBe("10");
    expect(scored((r) => [deduct(n("1"), { conditions: [r.flag("F"), no] })])).toBe("10");
  });

  test("a count of zero, though the condition or the amount is pending", () => {
    expect(scored((r) => [deduct(n("1"), { conditions: [r.flag("F")], per: per(r.count("X")) })], { X: "0" })).toBe(
      "10",
    );
    expect(scored((r) => [deduct(r.number("金额"), { per: per(r.count("X")) })], { X: "0" })).toBe("10");
  });

  test("but a condition that is pending leaves a count that is not zero pending", () => {
    expect(
      scored((r) => [deduct(n("1"), { conditions: [r.flag("F")], per: per(r.count("X")) })], { X: "2" }),
    ).toBeNull();
  });

  test("nor does a judgement that was not given, under a condition that is pending", () => {
    expect(scored((r) => [deduct(r.judgement("J"), { conditions: [r.flag("F")] })])).toBe("10");
  });
});

describe("each", () => {
  const late = (r: Rubric) => {
    const ledger = r.list("台账", LEDGER);
    return { each: { list: ledger.list, where: is(ledger.column.事项, "=", text("迟报")) }, column: ledger.column };
  };

  test("works once a side row, and the amount may read the row", () => {
    const of = (台账: Rows) =>
      scored(
        (r) => {
          const { each, column } = late(r);
          return [deduct(times(n("0.1"), column.数量), { each })];
        },
        { 台账 },
      );
    expect(of(rows(["迟报", "2008-01-02", "2"], ["表扬", "2008-01-03", "9"], ["迟报", "2008-02-01", "3"]))).toBe("9.5");
    expect(of([])).toBe("10");
  });

  test("up to P caps all rows together, up to P per F each group", () => {
    const of = (more: (column: { readonly 日期: Expression }) => object) =>
      scored(
        (r) => {
          const { each, column } = late(r);
          return [deduct(n("0.5"), { each, ...more(column) })];
        },
        {
          台账: rows(
            ["迟报", "2008-05-06", "1"],
            ["迟报", "2008-05-13", "1"],
            ["迟报", "2008-05-27", "1"],
            ["迟报", "2008-08-19", "1"],
          ),
        },
      );
    expect(of(() => ({ cap: n("1") }))).toBe("9");
    expect(of((column) => ({ cap: n("1"), capPer: apply("month", column.日期) }))).toBe("8.5");
  });

  test("highest per F counts only the greatest of each group", () => {
    const score = scored(
      (r) => {
        const { each, column } = late(r);
        return [deduct(times(n("0.05"), column.数量), { each, highestPer: apply("quarter", column.日期) })];
      },
      { 台账: rows(["迟报", "2008-04-08", "6"], ["迟报", "2008-06-24", "10"], ["迟报", "2008-07-01", "4"]) },
    );
    expect(score).toBe("9.3");
  });

  test("a row that cannot be distinguished makes the item pending, and names the column", () => {
    const rubric = new Rubric();
    const { each } = late(rubric);
    rubric.item("条目", "10", [deduct(n("0.1"), { each })]);
    const result = one(rubric, { 台账: [{ 日期: "2008-01-02" }] });
    expect(result.awaiting.map(({ field }) => field)).toEqual(["台账.事项"]);
  });

  test("with per, each row counts as often as it says", () => {
    const score = scored(
      (r) => {
        const { each, column } = late(r);
        return [deduct(n("0.1"), { each, per: per(column.数量, { kind: "all" }, "2") })];
      },
      { 台账: rows(["迟报", "2008-01-02", "5"], ["迟报", "2008-01-03", "3"]) },
    );
    expect(score).toBe("9.7");
  });
});

describe("unless", () => {
  test("waives everything, and says what", () => {
    const rubric = new Rubric();
    const spared = rubric.flag("容错备案");
    rubric.item("条目", "10", [deduct(n("0.4"), { per: per(rubric.count("X")), cap: n("1"), unless: spared })]);
    const explanation = explained(rubric, [{ 名称: "甲", X: "4", 容错备案: "是" }]);
    const line = lineOf(explanation, "条目");
    expect([line.outcome, line.gross, line.cap?.heldBack, line.waiver?.heldBack, line.net]).toEqual([
      "waived",
      "-8/5",
      "-3/5",
      "-1",
      "0",
    ]);
    expect(line.waiver?.reads.map(({ name, value }) => [name, value?.text])).toEqual([["容错备案", "yes"]]);
    expect(explanation.score).toBe("10.00");
  });

  test("is not asked where nothing was to be waived", () => {
    expect(scored((r) => [deduct(n("1"), { per: per(r.count("X")), unless: r.flag("F") })], { X: "0" })).toBe("10");
  });

  test("waives even what is itself pending, but is pending where it would matter", () => {
    const lines = (r: Rubric) => [deduct(n("1"), { per: per(r.count("X")), unless: r.flag("F") })];
    expect([scored(lines, { F: "是" }), scored(lines, { X: "2" })]).toEqual(["10", null]);
  });

  test("waives single rows where it reads the row, before the cap", () => {
    const score = scored(
      (r) => {
        const ledger = r.list("台账", { ...LEDGER, 备案: { kind: "flag" } });
        return [deduct(n("1"), { each: { list: ledger.list, where: null }, cap: n("2"), unless: ledger.column.备案 })];
      },
      { 台账: [{ 备案: "是" }, { 备案: "否" }, { 备案: "否" }, { 备案: "是" }, { 备案: "否" }] },
    );
    expect(score).toBe("8");
  });
});

describe("an item", () => {
  test("sums all effects and is limited to its range once, at the end", () => {
    const lines = (r: Rubric) => [deduct(n("12")), add(n("5"), { per: per(r.count("X")) })];
    expect([scored(lines, { X: "1" }), scored(lines, { X: "3" }), scored(lines, { X: "0" })]).toEqual(["3", "10", "0"]);
  });

  test("starts at 0 where it is earned", () => {
    expect(scored((r) => [earn(n("6"), { conditions: [r.flag("F")] }), deduct(n("1"))], { F: "是" })).toBe("5");
  });

  test("may be open at an end, and may go below zero", () => {
    expect(scored(() => [deduct(n("12"))], {}, "10", { min: null })).toBe("-2");
    expect(scored(() => [deduct(n("12"))], {}, "10", { min: "-1" })).toBe("-1");
  });

  test("says what its range held back, on either side", () => {
    const rubric = new Rubric();
    rubric.item("多", "10", [add(n("3"))]);
    rubric.item("少", "10", [deduct(n("12"))]);
    const explanation = explained(rubric, [{ 名称: "甲" }]);
    expect(["多", "少"].map((path) => itemOf(explanation, path)).map(({ sum, heldBack }) => [sum, heldBack])).toEqual([
      ["13", "3"],
      ["-2", "-2"],
    ]);
  });

  test("is rounded as the rubric rounds items, its own decimals first", () => {
    const rubric = new Rubric().with({ itemDecimals: 1 });
    const third = over(n("1"), n("3"));
    rubric.item("一", "10", [deduct(third)]);
    rubric.item("二", "10", [deduct(third)], { decimals: 3 });
    expect(one(rubric, {}).parts).toEqual({ 一: "9.7", 二: "9.667" });
  });

  test("does not mind the order of its lines", () => {
    const lines = (r: Rubric) => [
      deduct(n("0.1"), { per: per(r.count("X")) }),
      add(n("0.05")),
      deduct(n("3"), { conditions: [not(r.flag("F"))] }),
    ];
    const row = { X: "7", F: "否" };
    expect(scored((r) => [...lines(r)].reverse(), row)).toBe(scored(lines, row));
  });

  test("a line without effect never fires, an earned zero does", () => {
    const rubric = new Rubric();
    rubric.item("条目", "10", [earn(n("0"), { conditions: [yes] }), add(n("0"))]);
    const explanation = explained(rubric, [{ 名称: "甲" }]);
    expect(itemOf(explanation, "条目").lines.map(({ outcome }) => outcome)).toEqual(["fired", "not-fired"]);
  });
});
