import { describe, expect, test } from "vitest";
import { appliesIf, by, deduct, earn, equal, full, is, n, over, per, Rubric, share, times, yes } from "./builder.js";
import { explained, itemOf, one } from "./scored.js";

describe("a section", () => {
  test("is the sum of its parts, of any depth, with a bonus on top", () => {
    const rubric = new Rubric();
    rubric.section("经济", "10", () => {
      rubric.item("招商", "6", [deduct(n("0.1"), { per: per(rubric.count("X")) })]);
      rubric.section("财税", "4", () => void rubric.item("税收", "4", []));
      rubric.bonus("超额", "3", [deduct(n("-5"))]);
    });
    const result = one(rubric, { X: "3" });
    expect(result.parts).toEqual({
      经济: "12.70",
      "经济/招商": "5.7",
      "经济/财税": "4.00",
      "经济/财税/税收": "4",
      "经济/超额": "3",
    });
    expect(result.score).toBe("12.70");
  });

  test("with a weight contributes its sum over its points, times its worth", () => {
    const rubric = new Rubric().with({ total: "100" });
    rubric.section("党建", "40", () => void rubric.item("组织", "40", [deduct(n("10"))]), {
      weight: "1/3",
      worth: "100/3",
    });
    rubric.item("民生", "200/3", [], { weight: "2/3", worth: "200/3" });
    const result = one(rubric, {});
    expect([result.score, result.parts]).toEqual(["91.67", { 党建: "30.00", "党建/组织": "30", 民生: "66.67" }]);
  });

  test("has no clamp of its own, only its rounding", () => {
    const rubric = new Rubric();
    rubric.section("大类", "1", () => void rubric.item("条目", "1", [deduct(over(n("10"), n("3")))], { min: null }), {
      decimals: 1,
    });
    expect([one(rubric, {}).parts["大类"], one(rubric, {}).score]).toEqual(["-2.3", "-2.30"]);
  });

  test("takes the variant of the subject's kind, else the one without levels, and asks nothing of the others", () => {
    const rubric = new Rubric();
    const kinds = rubric.choice("城市", "农村", "村改居");
    const kind = rubric.level("类别", kinds);
    const parts = { city: 0, rest: 0 };
    const cases = [
      { levels: [0], parts: [1] },
      { levels: null, parts: [2] },
    ];
    rubric.section(
      "建设",
      "5",
      () => {
        parts.city = rubric.item("物业", "5", [deduct(n("1"), { per: per(rubric.count("投诉")) })]);
        parts.rest = rubric.item("村务", "5", [deduct(n("1"), { per: per(rubric.count("缺失")) })]);
      },
      { variants: { by: kind, cases } },
    );
    expect([parts.city, parts.rest]).toEqual([1, 2]);
    expect(one(rubric, { 类别: "城市", 投诉: "1" }).parts).toEqual({ 建设: "4.00", "建设/物业": "4" });
    expect(one(rubric, { 类别: "村改居", 缺失: "2" }).parts).toEqual({ 建设: "3.00", "建设/村务": "3" });
    expect(one(rubric, {}).awaiting.map(({ field }) => field)).toEqual(["类别"]);
  });
});

describe("applies if", () => {
  /** Three items of 2, 3 and 5 points; the first may not apply. */
  function threeItems(otherwise: "full" | "zero" | "rescale", also?: "zero" | "full") {
    const rubric = new Rubric();
    const applies = appliesIf(rubric.flag("有资产"), otherwise);
    rubric.section("大类", "10", () => {
      rubric.item("资产", "2", [deduct(n("0.5"), { per: per(rubric.count("不符")) })], { applies });
      rubric.item(
        "乙",
        "3",
        [deduct(n("1"))],
        also === undefined ? {} : { applies: appliesIf(rubric.flag("有乙"), also) },
      );
      rubric.item("丙", "5", [deduct(n("1"))]);
      rubric.bonus("加分", "2", [deduct(n("-1"))]);
    });
    return rubric;
  }

  test("full gives its points, zero nothing, and neither asks what the lines would read", () => {
    expect(one(threeItems("full"), { 有资产: "否" }).parts).toEqual({
      大类: "9.00",
      "大类/资产": "2",
      "大类/乙": "2",
      "大类/丙": "4",
      "大类/加分": "1",
    });
    expect(one(threeItems("zero"), { 有资产: "否" }).score).toBe("7.00");
  });

  test("rescale gives its share to its siblings in proportion, and leaves bonuses alone", () => {
    const result = one(threeItems("rescale"), { 有资产: "否" });
    // 2/3 × 3.75 + 4/5 × 6.25 + 1
    expect([result.score, Object.keys(result.parts)]).toEqual(["8.50", ["大类", "大类/乙", "大类/丙", "大类/加分"]]);
  });

  test.each([
    // 0 + 4/5 × (5 + 2) + 1, and with the 3 points that 乙 gets by decree
    ["zero", "6.60"],
    ["full", "9.60"],
  ] as const)("a part that got its score by not applying (%s) gets no share either", (also, expected) => {
    expect(one(threeItems("rescale", also), { 有资产: "否", 有乙: "否" }).score).toBe(expected);
  });

  test("a condition that is pending makes the part pending, and so the worth of its siblings", () => {
    const explanation = explained(threeItems("rescale"), [{ 名称: "甲", 不符: "0" }]);
    expect(explanation.awaiting.map(({ field }) => field)).toEqual(["有资产"]);
    expect(
      ["大类/乙", "大类/加分"]
        .map((path) => itemOf(explanation, path))
        .map(({ score, contribution }) => [score, contribution]),
    ).toEqual([
      ["2", null],
      ["1", "1"],
    ]);
  });

  test("a section none of whose parts applies hands on its own share", () => {
    const rubric = new Rubric();
    const none = appliesIf(is(n("1"), "=", n("2")));
    rubric.section("甲", "4", () => {
      rubric.item("一", "1", [], { applies: none });
      rubric.item("二", "3", [], { applies: none });
    });
    rubric.item("乙", "6", [deduct(n("3"))]);
    expect([one(rubric, {}).score, one(rubric, {}).parts]).toEqual(["5.00", { 乙: "3" }]);
  });

  test("where nothing applies there is no score", () => {
    const rubric = new Rubric();
    rubric.item("一", "1", [], { applies: appliesIf(is(n("1"), "=", n("2"))) });
    expect(one(rubric, {}).awaiting.map(({ field, reason }) => [field, reason])).toEqual([["score", "no-result"]]);
  });
});

describe("coefficients", () => {
  test("multiply the total after the parts, are never capped again, and round once", () => {
    const rubric = new Rubric();
    rubric.item("条目", "100", [deduct(n("1.5"))]);
    rubric.coefficient("规模系数", by(rubric.number("人口"), [[equal(n("1")), n("1.05")]], n("1.1")));
    rubric.coefficient("难度系数", n("1.15"));
    const result = one(rubric, { 人口: "2" });
    expect([result.score, result.coefficients]).toEqual(["124.60", { 规模系数: "1.1", 难度系数: "1.15" }]);
  });

  test("on a part multiply what it contributes, not its score", () => {
    const rubric = new Rubric();
    rubric.section("大类", "10", () => {
      rubric.item("一", "4", [deduct(n("1"))]);
      rubric.item("二", "6", []);
    });
    rubric.coefficient("系数", n("1/3"), [1]);
    const result = one(rubric, {});
    expect([result.parts, result.score]).toEqual([{ 大类: "7.00", "大类/一": "3", "大类/二": "6" }, "7.00"]);
    expect(explained(rubric, [{ 名称: "甲" }]).coefficients).toMatchObject([
      { name: "系数", target: "大类/一", before: "3", after: "1" },
    ]);
  });

  test("that are pending leave the score pending", () => {
    const rubric = new Rubric();
    rubric.item("条目", "100", []);
    rubric.coefficient("系数", rubric.number("人口"));
    const result = one(rubric, {});
    expect([result.status, result.score, result.parts["条目"], result.coefficients["系数"]]).toEqual([
      "pending",
      null,
      "100",
      null,
    ]);
  });
});

describe("scores of parts", () => {
  test("can be read by a line of another part, exactly", () => {
    const rubric = new Rubric();
    const section = rubric.section("大类", "10", () => void rubric.item("一", "10", [deduct(over(n("1"), n("3")))]));
    rubric.item("联动", "10", [earn(times(rubric.scoreOf(section), n("3")), { cap: n("100") })], { max: null });
    expect(one(rubric, {}).parts["联动"]).toBe("29");
  });

  test("are published rounded where something acts on the results", () => {
    const rubric = new Rubric();
    const section = rubric.section("大类", "10", () => void rubric.item("一", "10", [deduct(n("0.005"))]));
    const value = rubric.let("大类得分", rubric.scoreOf(section));
    rubric.output("读数", times(value, n("1")), 4);
    rubric.item("联动", "20", [earn(value)]);
    const result = one(rubric, {});
    expect([result.parts["大类"], result.outputs["读数"], result.parts["联动"]]).toEqual(["10.00", "10.0000", "9.995"]);
  });

  test("of a part that does not concern the subject are no result", () => {
    const rubric = new Rubric();
    const item = rubric.item("一", "10", [], { applies: appliesIf(is(n("1"), "=", n("2"))) });
    rubric.item("二", "10", [earn(full, { conditions: [yes] })]);
    rubric.output("读数", rubric.scoreOf(item));
    expect(one(rubric, {}).outputs["读数"]).toBeNull();
  });

  test("within one section, one item may depend on its sibling", () => {
    const rubric = new Rubric();
    rubric.section("大类", "12", () => {
      const first = rubric.item("一", "10", [deduct(n("4"))]);
      rubric.item("二", "2", [earn(share(over(rubric.scoreOf(first), n("10"))))]);
    });
    expect(one(rubric, {}).parts["大类/二"]).toBe("1.2");
  });
});
