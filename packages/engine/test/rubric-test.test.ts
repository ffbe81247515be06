import type { Expression, Test, TestResult } from "@yardstick/language/program";
import { describe, expect, test } from "vitest";
import { runTests } from "../src/index.js";
import {
  appliesIf,
  deduct,
  earn,
  fieldOf,
  is,
  n,
  no,
  numberType,
  over,
  per,
  proportion,
  Rubric,
  score,
  span,
  text,
  yes,
} from "./builder.js";

type Given = Test["given"][number];

/** 民主集中制 4, 党建活动 3, 招商 13 and its bonus, as in the sample of the language's design. */
function sample() {
  const rubric = new Rubric();
  const ledger = rubric.list("台账", {
    事项: { kind: "text" },
    数量: fieldOf("数量", numberType("count"), { default: n("1") }),
  });
  rubric.section("党群", "7", () => {
    rubric.item("民主", "4", [
      deduct(n("0.1"), { per: per(rubric.count("制度")) }),
      deduct(n("0.2"), { conditions: [rubric.flag("不团结")] }),
    ]);
    rubric.item("活动", "3", [
      deduct(n("0.1"), { per: per(rubric.count("次数"), { kind: "under", limit: n("4") }) }),
      deduct(ledger.column.数量, { each: { list: ledger.list, where: is(ledger.column.事项, "=", text("迟报")) } }),
    ]);
  });
  const [done, due] = [rubric.number("完成"), rubric.number("任务")];
  rubric.item("招商", "13", [
    earn(proportion(done, due, [n("60%"), n("0")])),
    deduct(n("0.5"), { per: per(rubric.count("错漏", { default: n("2") })) }),
  ]);
  rubric.bonus("超额", "3", [deduct(n("-1"), { conditions: [is(done, ">", due)] })]);
  rubric.coefficient("系数", rubric.number("人口"));
  rubric.veto("安全", is(rubric.count("事故"), ">", n("0")), "no-awards");
  const all = rubric.ranking("总", score);
  rubric.award("红旗", all, 1, 1, { pays: n("3000") });
  rubric.consequence("谈话", is(score, "<", n("60")));
  rubric.output("率", over(done, due), 3);
  return rubric;
}

function outcome(
  rubric: Rubric,
  given: readonly Given[],
  expectations: readonly (readonly [string, TestResult, Expression])[],
  elseFull = true,
) {
  rubric.test("样例", {
    given,
    elseFull,
    expect: expectations.map(([name, result, value]) => ({ span: span(), name, result, value })),
  });
  const [found] = runTests(rubric.build());
  if (found === undefined) throw new Error("no test was run");
  return found;
}

const given = (rubric: Rubric, name: string, value: Expression): Given => ({
  kind: "field",
  field: rubric.fieldIndex(name),
  value,
});
const part = (rubric: Rubric, path: string): TestResult => ({
  kind: "part",
  part: rubric.parts.findIndex((each) => each.path === path),
});
const found = ({ expectations }: ReturnType<typeof outcome>) => expectations.map((each) => [each.found, each.holds]);

describe("with else: full", () => {
  test("what is given is scored, every item without a mention is full, a bonus without one is nothing", () => {
    const rubric = sample();
    const rows: Given = {
      kind: "rows",
      list: 0,
      rows: [{ cells: [{ column: 0, value: text("迟报") }] }, { cells: [{ column: 0, value: text("表扬") }] }],
    };
    const result = outcome(
      rubric,
      [given(rubric, "完成", n("450")), given(rubric, "任务", n("500")), rows],
      [
        ["招商", part(rubric, "招商"), n("10.7")],
        ["超额", part(rubric, "超额"), n("0")],
        ["活动", part(rubric, "党群/活动"), n("2")],
        ["民主", part(rubric, "党群/民主"), n("4")],
        ["总分", { kind: "score" }, n("16.7")],
      ],
    );
    expect(found(result)).toEqual([
      ["10.7", true],
      ["0", true],
      ["2", true],
      ["4", true],
      ["16.7", true],
    ]);
    expect([result.passed, result.awaiting]).toEqual([true, []]);
  });

  test("an item without a mention is full, though a default would cost it something", () => {
    const rubric = sample();
    expect(
      found(
        outcome(
          rubric,
          [],
          [
            ["招商", part(rubric, "招商"), n("13")],
            ["总分", { kind: "score" }, n("20")],
          ],
        ),
      ),
    ).toEqual([
      ["13", true],
      ["20", true],
    ]);
  });

  test("of an item with a mention, what is still pending costs nothing and what is to be earned is earned", () => {
    const rubric = sample();
    const result = outcome(
      rubric,
      [given(rubric, "错漏", n("3")), given(rubric, "制度", n("5"))],
      [
        ["招商", part(rubric, "招商"), n("11.5")],
        ["民主", part(rubric, "党群/民主"), n("3.5")],
      ],
    );
    expect(found(result)).toEqual([
      ["11.5", true],
      ["3.5", true],
    ]);
  });

  test("a mention reaches an item through a value and through another part", () => {
    const rubric = new Rubric();
    const cost = rubric.let("应扣", over(rubric.number("数", { default: n("6") }), n("2")));
    const first = rubric.item("一", "10", [deduct(cost)]);
    rubric.item("二", "10", [earn(rubric.scoreOf(first))]);
    rubric.item("三", "10", [deduct(n("1"), { per: per(rubric.number("别的", { default: n("4") })) })]);
    const mentioned = outcome(
      rubric,
      [given(rubric, "数", n("8"))],
      ["一", "二", "三"].map((name) => [name, part(rubric, name), n(name === "三" ? "10" : "6")] as const),
    );
    expect(mentioned.passed).toBe(true);
  });

  test("a veto that is pending does not fire, a coefficient that is pending changes nothing", () => {
    const rubric = sample();
    const result = outcome(
      rubric,
      [],
      [
        ["安全", { kind: "veto", veto: 0 }, no],
        ["系数", { kind: "coefficient", index: 0 }, n("1")],
        ["红旗", { kind: "award", index: 0 }, yes],
        ["红旗", { kind: "award", index: 0 }, n("3000")],
        ["总", { kind: "place", ranking: 0, section: null }, n("1")],
        ["谈话", { kind: "consequence", index: 0 }, yes],
      ],
    );
    expect(found(result).map(([, holds]) => holds)).toEqual([true, true, true, true, true, true]);
  });

  test("a score that is given is a decree, for an item, a section, and one that would not apply", () => {
    const rubric = sample();
    rubric.item("资产", "5", [], { applies: appliesIf(rubric.flag("有资产"), "zero") });
    const decree = (path: string, value: string): Given => ({
      kind: "part",
      part: rubric.parts.findIndex((each) => each.path === path),
      value: n(value),
    });
    const result = outcome(
      rubric,
      [decree("招商", "9"), decree("党群", "6.5"), decree("资产", "4"), given(rubric, "有资产", no)],
      [["总分", { kind: "score" }, n("19.5")]],
    );
    expect(result.passed).toBe(true);
  });
});

describe("without it", () => {
  test("what is not given is pending, and the test names the missing fields", () => {
    const rubric = sample();
    const result = outcome(
      rubric,
      [given(rubric, "完成", n("450"))],
      [
        ["招商", part(rubric, "招商"), n("11.7")],
        ["活动", part(rubric, "党群/活动"), n("3")],
      ],
      false,
    );
    expect(result).toMatchObject({ passed: false, awaiting: [{ field: "次数" }, { field: "任务" }] });
    expect(found(result)).toEqual([
      [null, false],
      [null, false],
    ]);
  });
});

describe("an expectation", () => {
  test("that does not hold shows both numbers", () => {
    const rubric = sample();
    const { expectations, passed } = outcome(rubric, [], [["总分", { kind: "score" }, n("19.999")]]);
    expect([passed, expectations[0]]).toMatchObject([
      false,
      { name: "总分", expected: "19.999", found: "20", holds: false },
    ]);
  });

  test("of a number that ends is met exactly, of one that repeats once it is rounded to two", () => {
    const holds = (value: string, expected: string) => {
      const rubric = new Rubric();
      rubric.item("细", "10", [deduct(n(value))]);
      return outcome(rubric, [], [["细", { kind: "part", part: 0 }, n(expected)]], false).passed;
    };
    expect([
      holds("0.125", "9.875"),
      holds("0.125", "9.88"),
      holds("1/3", "9.67"),
      holds("1/3", "9.667"),
      holds("1/3", "29/3"),
    ]).toEqual([true, false, true, false, true]);
  });
});
