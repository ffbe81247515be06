// Thresholds in one direction keep their own comparison, what is free is not counted, and a special case has points of its own, in both languages.

import { describe, expect, test } from "vitest";
import { inItem } from "./clause.js";

const drafted = (text: string): readonly string[] => {
  const draft = inItem(text).draft();
  return draft.from
    .map(({ from, to }) => draft.text.slice(from, to).replace(/ (?:依据|basis) "[^"]*"$/u, ""))
    .filter((line) => !/^(?:条目|item) /u.test(line));
};
const asked = (text: string): readonly string[] =>
  inItem(text).clauses.flatMap(({ questions }) =>
    questions.filter(({ chosen }) => chosen === null).map(({ code }) => code),
  );
const states = (text: string): readonly string[] => inItem(text).clauses.map(({ state }) => state);

test.each([
  ["响应低于4小时得10分，低于8小时得6分，其余不得分", "得 按 响 { < 4 小时: 10 分; < 8 小时: 6 分; 其余: 0 分 }"],
  [
    "完成率80%以上不足90%的得10分，70%以上不足80%的得6分，其余不得分",
    "得 按 完成率 { >= 90%: 0 分; 80% .. 90%: 10 分; 70% .. 80%: 6 分; 其余: 0 分 }",
  ],
  ["查房记录缺签字的，前2份不扣分，从第3份起每份扣0.5分", "每 查房记录缺签字 超过 2 扣 0.5 分"],
  ["台账前三次抽查缺漏不计，第四次起每次扣2分", "每 台账抽查缺漏 超过 3 扣 2 分"],
  ["迟到的，前两次不扣分，以后每次扣1分，最多扣5分", "每 迟到 超过 2 扣 1 分 最多 5 分"],
  ["迟到的，前两次不扣分，以后每次扣1分，因公外出除外", "每 迟到不含因公外出 超过 2 扣 1 分"],
  ["迟到的，每次扣1分，最多计3次", "每 迟到 扣 1 分 最多 3 分"],
  [
    "Response times under 4 hours earn 10 points, under 8 hours 6 points, otherwise 0",
    "得 按 response_times_hour { < 4: 10 分; < 8: 6 分; 其余: 0 分 }",
  ],
  [
    "Accessibility score above 90 earns 10 points, above 75 earns 6 points, otherwise nothing",
    "得 按 accessibility_score { > 90: 10 分; > 75: 6 分; 其余: 0 分 }",
  ],
  ["Teams of four or fewer get 10 points, larger teams 0", "得 按 teams { <= 4: 10 分; 其余: 0 分 }"],
  [
    "Absences: 1-2 no penalty, 3-4 minus 5 points, 5 or more minus 10 points",
    "扣 按 absences { >= 5: 10 分; 3 .. 4: 5 分; 1 .. 2: 0 分; 其余: 0 分 }",
  ],
  ["The first two absences are free; after that each one costs 2 points", "每 absences 超过 2 扣 2 分"],
  ["The first two complaints are disregarded; each further complaint: minus 3", "每 complaints 超过 2 扣 3 分"],
  ["Open packs are tolerated up to two; each further pack costs 1 point", "每 open_packs 超过 2 扣 1 分"],
  [
    "Deduct 5 points for missing the deadline unless it was extended",
    "若 missing_deadline 扣 5 分 除非 it_was_extended",
  ],
  ["Half a point is deducted for each error up to a maximum of 5", "每 error 扣 0.5 分 最多 5 分"],
  ["No points are awarded if the form is incomplete", "若 form_incomplete 扣 满分"],
  ["If fewer than 80% of tasks are done, the section scores 0", "若 tasks_done < 80% 扣 满分"],
  [
    "Talks last at most 4 minutes, each additional 30 seconds costs 2 points",
    "每 30 times talks_seconds_over_4_minutes 扣 2 分",
  ],
])("%s", (text, rule) => {
  expect([asked(text), drafted(text)]).toEqual([[], [rule]]);
});

describe("is asked about", () => {
  test.each([
    ["Fridge above 5°C: 2 points off; above 8°C: 4 points off", "tiers"],
    ["Leaving early costs 1 point, or 2 points if the crew could not launch", "special-case"],
    ["Attending an outing loses 2 points, coxes 3 points", "special-case"],
    ["首次病程记录超过8小时完成的，每份扣3分；超过24小时的，每份扣5分", "within-other"],
    ["垃圾未清运的每处扣0.5分，单次检查最高扣3分", "restriction"],
    ["出现丙级病历的扣2分，并扣科主任当月绩效500元", "as-written"],
  ])("%s", (text, code) => {
    expect(asked(text)).toContain(code);
  });
});

describe("is not read as something else", () => {
  test.each([
    // Units that differ, a rest of which the side is not clear, an allowance that skips a time, a period within an allowance.
    ["Response times under 4 hours earn 10 points, under 2 days 6 points, otherwise 0"],
    ["Staff between 3 and 5: 4 points, more: 6 points"],
    ["缺签字的，前2份不扣分，从第5份起每份扣0.5分"],
    ["The first two absences in a month are free, each further one costs 2 points"],
    ["Each further pack costs 1 point"],
    ["Deduct 5 points for a missed deadline unless it was extended (the first three are free)"],
  ])("%s", (text) => {
    expect([text, states(text)]).not.toEqual([text, ["read"]]);
  });

  test("the whole score is not the item's", () => {
    expect(drafted("Any accident with injury: the whole score is 0").join(" ")).toMatch(/总分归零/u);
  });

  test("what follows for winners, ties and those left out is no note", () => {
    for (const text of [
      "Ties are broken by the number of outings attended",
      "The top three receive a club jacket",
      "Members may not enter the autumn race",
    ])
      expect([text, states(text)]).not.toEqual([text, ["not-a-rule"]]);
  });
});
