import { describe, expect, test } from "vitest";
import type { Rubric } from "./builder.js";
import { is, n, over, place, score, times } from "./builder.js";
import { explained, oneItem, rows, run, subject } from "./scored.js";

describe("vetoes", () => {
  const vetoed = (
    ...effects: Parameters<Rubric["veto"]> extends [unknown, unknown, ...infer Effects] ? Effects : never
  ) =>
    oneItem((r) => {
      r.veto("安全", is(r.count("事故"), ">", n("0")), ...effects);
      const all = r.ranking("总", score);
      r.award("红旗", all, 1, 1, { pays: n("3000") });
      r.award("先进", all, 2, 3, { pays: over(n("1000"), n("3")) });
      r.output("名次乘十", times(place(all), n("10")), 0);
    });
  const data = rows({ 得: "90", 事故: "1" }, { 得: "80", 事故: "0" }, { 得: "70", 事故: "0" });

  test.each(["no-place", "unranked"])("%s takes the place away and those behind move up", (effect) => {
    const result = run(vetoed(effect), data);
    expect(
      result.subjects.map(({ rankings, awards, score: published }) => [
        rankings["总"],
        awards.map(({ name }) => name),
        published,
      ]),
    ).toEqual([
      [null, [], "90.00"],
      [1, ["红旗"], "80.00"],
      [2, ["先进"], "70.00"],
    ]);
    expect(subject(result, "甲").vetoes).toEqual(["安全"]);
    expect(subject(result, "甲").outputs["名次乘十"]).toBeNull();
  });

  test("score 0 acts on the published score, and what follows reads that", () => {
    const result = run(vetoed("score-zero"), data);
    expect(
      result.subjects.map(({ rankings, score: published, parts }) => [rankings["总"], published, parts["业务"]]),
    ).toEqual([
      [3, "0.00", "90.00"],
      [1, "80.00", "80.00"],
      [2, "70.00", "70.00"],
    ]);
  });

  test("no awards leaves the place, and no other subject gets the award", () => {
    const result = run(vetoed("no-awards"), data);
    expect(result.subjects.map(({ rankings, awards }) => [rankings["总"], awards])).toEqual([
      [1, []],
      [2, [{ name: "先进", pays: "333.33" }]],
      [3, [{ name: "先进", pays: "333.33" }]],
    ]);
  });

  test("a condition that is pending makes the subject pending, though its parts are shown", () => {
    const result = subject(run(vetoed("no-place"), rows({ 得: "90" }, { 得: "80", 事故: "0" })), "甲");
    expect(result).toMatchObject({
      status: "pending",
      score: null,
      parts: { 业务: "90.00" },
      rankings: { 总: null },
      awards: [],
      vetoes: [],
    });
    expect(result.awaiting).toEqual([{ field: "事故", assessor: null, problem: null, reason: "blank" }]);
  });

  test("an explanation says what each of them overrode", () => {
    const overrode = (...effects: Parameters<typeof vetoed>) => explained(vetoed(...effects), data).vetoes[0]?.overrode;
    expect(overrode("no-place")).toEqual([
      { kind: "place", ranking: "总", was: 1 },
      { kind: "award", name: "红旗" },
    ]);
    expect(overrode("no-awards")).toEqual([{ kind: "award", name: "红旗" }]);
    expect(overrode("score-zero")).toEqual([{ kind: "score", was: "90.00" }]);
  });

  test("an explanation of those behind says who ahead was vetoed", () => {
    const explanation = explained(vetoed("no-place"), data, "丙");
    expect(explanation.rankings[0]).toMatchObject({
      value: "70.00",
      place: 2,
      of: 2,
      withoutVetoes: 3,
      vetoedAhead: [{ key: "甲", veto: "安全" }],
      tiedWith: [],
    });
  });
});
