import { whole } from "@yardstick/exact";
import { expect, test } from "vitest";
import { Graph } from "../../src/plan/graph.js";
import { dateOfDay, dayNumber, hasDate } from "../../src/plan/lower-dates.js";

/** Day number of 1970-01-01. */
const EPOCH = 2_440_588;

/** The date of a day number as one number, by the calendar of JavaScript. */
function byCalendar(day: number): number {
  const date = new Date((day - EPOCH) * 86_400_000);
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

const first = 1_721_426;
const last = 5_373_484;
// The days around two ends of centuries and of February, and days throughout.
const days = [1900, 2000, 2023].flatMap((year) => {
  const start = Date.UTC(year, 0, 1) / 86_400_000 + EPOCH;
  return Array.from({ length: 100 }, (_, index) => start - 20 + index);
});
for (let day = first; day <= last; day += 7919) days.push(day);

test("the date of a day number is that of the calendar, and gives the day number again", () => {
  const graph = new Graph();
  for (const day of [...days, first, last]) {
    const date = dateOfDay(graph.constant(whole(day)), graph);
    expect(date.value.toNumber()).toBe(byCalendar(day));
    expect(dayNumber(date, graph).value.toNumber()).toBe(day);
  }
});

test("only days of the years 1 to 9999 have a date", () => {
  const graph = new Graph();
  const has = (day: number) => hasDate(graph.constant(whole(day)), graph) === graph.always;
  expect([first - 1, first, last, last + 1].map(has)).toEqual([false, true, true, false]);
});
