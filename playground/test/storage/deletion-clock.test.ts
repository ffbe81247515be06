// How long a deleted project can be restored, whatever the clock does: never less than 30 days by the true time while the
// clock is right or behind, a week at least after a step forward, and not for ever while the clock is right.

import { array, assert, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { countedOn, daysLeft, deletedAt, readDeletion } from "../../src/storage/deletion-clock.js";
import { runs } from "../../../test/properties.js";

const DAY = 24 * 3_600_000;
const START = Date.UTC(2026, 10, 30);
const deleted = deletedAt("p", "项目", START);

/** Days left at the readings of some starts, given in days since the deletion; the last start is at index -1. */
const leftAt = (...days: readonly number[]): readonly number[] => {
  let project = deleted;
  return days.map((day) => daysLeft((project = countedOn(project, START + day * DAY))));
};

test.each([
  ["each day", [0, 1, 7, 14, 21, 28, 29, 29.9, 30], [30, 29, 23, 16, 9, 2, 1, 1, 0]],
  [
    "the clock is set back by years and right again",
    [5, -4_000, -3_999, 6, 12, 18, 24, 29],
    [25, 25, 25, 24, 18, 12, 6, 1],
  ],
  ["a leave of two months gives a week", [3, 60, 66, 67], [27, 7, 1, 0]],
  ["a clock that is set forward by years gives a week", [1, 20_000, 20_006, 20_007], [29, 7, 1, 0]],
  ["set forward by mistake, then right: time stands still", [1, 20_000, 2, 40, 80], [29, 7, 7, 7, 7]],
  ["used once a fortnight: extended once", [14, 28, 35.5], [16, 7, 0]],
])("%s", (_, days, left) => {
  expect(leftAt(...days)).toEqual(left);
});

test("while the clock is right or behind, no project is removed before 30 days of true time", () => {
  const starts = array(integer({ min: 0, max: 20 * 24 }), { maxLength: 12 }).chain((steps) =>
    array(integer({ min: 0, max: 400 }), { minLength: steps.length, maxLength: steps.length }).map((lags) =>
      steps.map((hours, at) => ({ hours, lag: lags[at] ?? 0 })),
    ),
  );
  assert(
    property(starts, (given) => {
      let [project, now] = [deleted, START];
      for (const { hours, lag } of given) {
        now += hours * 3_600_000;
        project = countedOn(project, now - lag * DAY);
        expect(daysLeft(project) > 0 || now - START >= 30 * DAY).toBe(true);
      }
    }),
    runs(1),
  );
});

test("while the clock is right, a start a week after one on day 30 or later removes the project", () => {
  assert(
    property(array(integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 40 }), (steps) => {
      let [project, day, late] = [deleted, 0, Number.POSITIVE_INFINITY];
      for (const step of steps) {
        day += step;
        project = countedOn(project, START + day * DAY);
        if (day >= late + 7) expect(daysLeft(project)).toBe(0);
        if (day >= 30) late = Math.min(late, day);
      }
    }),
    runs(1),
  );
});

test("a mark that cannot be read counts from now and is never a reason to remove", () => {
  for (const damaged of [undefined, null, 5, "", {}, { deleted: Number.NaN, until: 0, seen: 0 }, { until: "1" }])
    expect(daysLeft(readDeletion(damaged, "p", START))).toBe(30);
  expect(readDeletion(structuredClone(deleted), "p", 0)).toEqual(deleted);
});
