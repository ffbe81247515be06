// Words that say how points are given, what restricts them or what else follows are no part of an event, and a line that scores is no item.

import { describe, expect, test } from "vitest";
import { readDocument, type Reading } from "../src/index.js";
import { inItem } from "./clause.js";

const inText = (...lines: readonly string[]): Reading =>
  readDocument({ text: `${/[\u4e00-\u9fff]/u.test(lines.join("")) ? "考核细则" : "Rubric"}\n\n${lines.join("\n")}` });
const states = (reading: Reading): readonly string[] => reading.clauses.map(({ state }) => state);
const asked = (reading: Reading): readonly string[] =>
  reading.clauses.flatMap(({ questions }) => questions.filter(({ chosen }) => chosen === null).map(({ code }) => code));

describe("is no part of an event", () => {
  test.each([
    "睡岗的，视次数扣2分",
    "睡岗的，根据违规程度扣2分",
    "睡岗的，按次数扣2分",
    "睡岗的视影响扣2分",
    "睡岗的，结合平时表现扣2分",
    "睡岗的，视具体情况每次扣2分",
    "Depending on severity, a spill costs 3 points",
    "A spill, according to its severity, costs 3 points",
  ])("by what the points are set: %s", (text) => {
    expect(asked(inItem(text))).toContain("as-written");
  });

  test("as are words that only look like it", () => {
    for (const text of ["领导重视程度不够的，扣2分", "未按时报送工作情况的，扣2分", "按时报送工作情况的，加2分"])
      expect([text, asked(inItem(text))]).not.toEqual([text, expect.arrayContaining(["as-written"])]);
  });

  test.each([
    "Weekend spills are free, weekday spills cost 2 points",
    "Late handover, night shifts excluded, loses 2 points",
    "Excused absences are disregarded, an absence costs 2 points",
  ])("what restricts it in English: %s", (text) => {
    expect(states(inItem(text))).toEqual(["asks"]);
    expect(asked(inItem(text)).some((code) => code === "restriction" || code === "as-written")).toBe(true);
  });

  test("a measure beside points", () => {
    for (const text of ["睡岗的，约谈并扣2分", "睡岗的，通报批评并扣2分", "睡岗的约谈，并扣2分"])
      expect([text, states(inItem(text))]).not.toEqual([text, ["read"]]);
    for (const text of ["受到黄牌警告的，扣2分", "被上级通报批评的，每次扣2分"])
      expect([text, states(inItem(text))]).toEqual([text, ["read"]]);
  });

  test("when points are given", () => {
    for (const text of ["睡岗(试用期人员不计)的，当场扣2分", "当场扣2分"])
      expect([text, states(inItem(text))]).toEqual([text, ["not-read"]]);
  });
});

describe("a condition that is kept as it is written", () => {
  test("holds no restriction that its name would leave out", () => {
    for (const text of ["未睡岗的不扣分，睡岗的当场扣2分", "睡岗的，前三次不扣分，情绪失控时每次扣2分"]) {
      const kept = inItem(text).clauses.flatMap(({ matches }) =>
        matches.flatMap(({ pattern, slots }) => (pattern.endsWith("as-written") ? [slots["C9"]?.text ?? ""] : [])),
      );
      expect([text, kept.filter((condition) => condition.includes("不扣"))]).toEqual([text, []]);
    }
  });

  test("takes the event before it without another bare one", () => {
    const { clauses } = inItem("睡岗的，3人以下每人扣1分，3人以上每人扣2分");
    expect(clauses.flatMap(({ questions }) => questions.map(({ text }) => text.zh))).toEqual([
      "条件“睡岗的,3人以下”按原文填报，分怎样计？",
      "条件“睡岗,3人以上”按原文填报，分怎样计？",
    ]);
    expect(
      inItem("两人以上睡岗的，每人扣2分，带班领导在岗的，每人扣1分").clauses[0]?.questions[0]?.text.zh,
    ).not.toContain(",两人以上");
    expect(
      inText("Duty is neglected: deduct 1 point", "Late work is not accepted").clauses[1]?.questions[0]?.text.en,
    ).toContain("“Late work”");
  });

  test("is asked about where another clause has the same name for other words", () => {
    const reading = inText(
      "除食堂外各处脏乱，垃圾未及时清理的，直接扣2分",
      "除宿舍外各处脏乱，垃圾未及时清理的，直接扣3分",
    );
    expect(asked(reading)).toContain("same-event");
  });
});

describe("what follows from a number of times", () => {
  const condition = (text: string): unknown =>
    inText(text).clauses[0]?.matches.flatMap(({ parts }) =>
      parts.map((part) =>
        part.kind === "event-outcome" && part.condition.kind === "compare"
          ? [part.condition.sign, part.condition.value]
          : part.kind,
      ),
    );

  test("is beyond it where the document says so", () => {
    expect(condition("睡岗超过2次的，约谈")).toEqual([[">", { value: "2", unit: "" }]]);
    expect(condition("睡岗达到2次的，约谈")).toEqual([[">=", { value: "2", unit: "" }]]);
    expect(condition("睡岗2次以上的，约谈")).toEqual([[">=", { value: "2", unit: "" }]]);
  });

  test("is asked about where it says both, the other side or two counts", () => {
    for (const text of [
      "睡岗超过2次以上的，约谈",
      "睡岗超过3次以上的，取消评优资格",
      "睡岗未满3次的，约谈",
      "睡岗不到3次的，通报批评",
      "睡岗达5次或旷工2天的，辞退",
    ])
      expect([text, asked(inText(text))]).toEqual([text, ["as-written"]]);
  });
});

describe("in other kinds", () => {
  test("each of things that are joined by or counts", () => {
    expect(inItem("未建立名册或台账的，各扣2分").clauses[0]?.matches[0]?.pattern).toBe("each-of-listed");
  });

  test("points behind any are asked about as those behind a", () => {
    expect(asked(inItem("Any shift with open doors loses 5 points"))).toEqual(["each-or-once"]);
  });

  test("two bounds of one measure are no measure with one bound", () => {
    expect(asked(inItem("睡岗满5次不足10次的扣2分"))).toEqual(["as-written"]);
  });

  test("what is beyond a number is no requirement", () => {
    expect(asked(inItem("每季度睡岗超过3次的部分，每次扣2分"))).not.toContain("norm");
  });

  test("a line that says what something costs is no item", () => {
    for (const line of ["A spill costs about 3 points", "Cars on the lawn lose their owner 3 points"]) {
      const { outline } = readDocument({
        text: `Rubric\n\n## Work (20 points)\n\n- ${line}\n- A fall costs 2 points\n`,
      });
      expect([line, outline.sections.map(({ items }) => items.map(({ name, points }) => [name, points]))]).toEqual([
        line,
        [[["Work", "20"]]],
      ]);
    }
  });
});

describe("of clauses that share words", () => {
  const rules = (text: string): readonly string[] => {
    const [clause] = inItem(text).clauses;
    return [clause?.state ?? "", ...(clause?.matches ?? []).map(({ pattern }) => pattern)];
  };

  test("全县, 全市 and 全省 are levels of one thing", () => {
    for (const text of [
      "经验在全县推广的加2分，全市推广的加4分，全省推广的加8分，就高不重复",
      "经验在全省推广的加5分，在全市推广的加3分",
    ])
      expect([text, ...rules(text)]).toEqual([text, "asks", "level-rows"]);
  });

  test("places that something goes to are no levels", () => {
    expect(rules("越级上访，到县的每批次扣2分，到市的每批次扣4分，到省进京的每批次扣8分")).toEqual([
      "read",
      "per-occurrence",
      "per-occurrence",
      "per-occurrence",
    ]);
  });

  test("what is a degree of the event before is asked about", () => {
    for (const text of [
      "推诿扯皮的，每次扣2分，态度恶劣的每次扣4分",
      "被曝光的，每次扣5分；属实且整改不到位的，扣10分",
    ])
      expect([text, asked(inItem(text))]).toEqual([text, ["graver"]]);
    expect(asked(inItem("受党纪处分的，警告扣2分、严重警告扣4分、开除扣20分"))).toEqual(["levels-once"]);
    expect(asked(inItem("隐患超过15日未整改的，每个扣1分，超过30日的每个扣2分"))).toEqual(["within-other"]);
  });

  test("what is counted and what is compared are one field", () => {
    const [clause] = inItem("材料被退回的，每退回一次扣0.5分，退回三次以上的不得分").clauses;
    const names = JSON.stringify(clause?.matches.map(({ parts }) => parts)).match(/"name":"[^"]*"/gu);
    expect(new Set(names)).toEqual(new Set(['"name":"材料被退回"']));
  });

  test("an outcome without a comma is no note", () => {
    for (const text of ["末位的村由镇主要领导约谈", "对工作不力的干部进行诫勉谈话"])
      expect([text, states(inItem(text))]).not.toEqual([text, ["not-a-rule"]]);
  });

  test("in English the part that scores zero is no part of the event, and two rules joined by and are two", () => {
    const [clause] = inItem("No handwashing sink: the section scores zero").clauses;
    expect([clause?.state, clause?.matches[0]?.slots["E"]?.text]).toEqual(["read", "No handwashing sink"]);
    expect(rules("Deduct 1 point for each missing signature and 2 points for each missing page")).toEqual([
      "asks",
      "per-occurrence",
      "per-occurrence",
    ]);
    expect(rules("Participation 0-5 points at the teacher's discretion")[1]).toBe("judged");
  });
});
