// The ranking as it is shown: order, places, moves, marks, and bars that add up to the score.

import { expect, test } from "vitest";
import { rankingView } from "../../src/store/ranking-view.js";
import { smallGood } from "./small-rubric.js";

const view = rankingView(smallGood(), "全区");

test("a vetoed subject stays in the order of the scores, without a place", () => {
  expect(view.ranked.map(({ key, place, score }) => [key, place, score])).toEqual([
    ["乙", null, "10.00"],
    ["甲", 1, "9.50"],
    ["丙", 2, "6.00"],
  ]);
  expect(view.ranked[0]?.vetoes).toEqual([{ name: "安全", effects: [{ kind: "no-place" }] }]);
});

test("moves are relative to the previous period, not to an older one", () => {
  expect(view.ranked.map(({ moved }) => moved)).toEqual([null, 1, -1]);
});

test("points lost and gained add up from full marks to the score", () => {
  const [, first] = view.ranked;
  expect([first?.bar.lostText, first?.bar.bonusText]).toEqual(["1.50", "1.00"]);
});

test("a bonus is drawn beyond its section and not in it", () => {
  const business = view.ranked[1]?.bar.sections.find(({ name }) => name === "业务");
  expect([business?.gained, business?.lost]).toEqual([1, 0]);
  expect([view.axis.bonus, view.ranked[1]?.bar.bonus]).toEqual([2, 1]);
});

test("the award of the first place is distinguished, with its payment", () => {
  expect(view.ranked[1]?.awards).toEqual([{ name: "标兵", pays: "500", unit: "元", isFirst: true }]);
});

test("pending subjects are listed separately, with the missing data and its assessor", () => {
  expect(
    view.pending.map(({ key, awaiting }) => [key, awaiting.map(({ field, reason }) => `${field} ${reason}`)]),
  ).toEqual([["丁", ["迟报 unreadable", "完成 blank"]]]);
});
