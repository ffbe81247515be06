/**
 * Dates as nodes: one number each, year, month and day (20080229), of which months, days between and whole months are made by
 * whole-number arithmetic.
 */
import { whole } from "@yardstick/exact";
import type { Graph } from "./graph.js";
import type { Node } from "./node.js";

/** A date is one number: year, month and day. */
export function month(date: Node, graph: Graph): Node {
  const yearAndMonth = graph.truncated(graph.times(date, whole(100).inverse()));
  const year = graph.truncated(graph.times(date, whole(10_000).inverse()));
  return graph.subtract(yearAndMonth, graph.times(year, whole(100)));
}

/** The Julian day number, from whole-number arithmetic on year, month and day (Fliegel and Van Flandern). */
export function dayNumber(date: Node, graph: Graph): Node {
  const part = (node: Node, by: number): Node => graph.truncated(graph.times(node, whole(by).inverse()));
  const plus = (node: Node, more: number): Node => graph.add(node, graph.constant(whole(more)));
  const ofYear = part(date, 10_000);
  const ofMonth = month(date, graph);
  const day = graph.subtract(date, graph.times(part(date, 100), whole(100)));
  // Years begin in March, so that a leap day is the last.
  const before = part(graph.subtract(graph.constant(whole(14)), ofMonth), 12);
  const year = graph.subtract(plus(ofYear, 4800), before);
  const fromMarch = plus(graph.add(ofMonth, graph.times(before, whole(12))), -3);
  const daysOfMonths = part(plus(graph.times(fromMarch, whole(153)), 2), 5);
  const leapDays = graph.add(graph.subtract(part(year, 4), part(year, 100)), part(year, 400));
  return [daysOfMonths, graph.times(year, whole(365)), leapDays].reduce(
    (sum, node) => graph.add(sum, node),
    plus(day, -32_045),
  );
}

/** Day numbers of the first and the last day that can be written, 0001-01-01 and 9999-12-31. */
const [FIRST_DAY, LAST_DAY] = [1_721_426, 5_373_484];

/** Whether a day has a date of four digits of year. */
export function hasDate(day: Node, graph: Graph): Node {
  const of = (value: number): Node => graph.constant(whole(value));
  return graph.not(graph.either(graph.less(day, of(FIRST_DAY)), graph.less(of(LAST_DAY), day)));
}

/** The date of a day number, from whole-number arithmetic (Fliegel and Van Flandern); any date where the day has none. */
export function dateOfDay(number: Node, graph: Graph): Node {
  const of = (value: number): Node => graph.constant(whole(value));
  const times = (node: Node, by: number): Node => graph.times(node, whole(by));
  const day = graph.add(graph.held(number, of(FIRST_DAY), of(LAST_DAY)), of(68_569));
  const centuries = part(times(day, 4), 146_097, graph);
  const inCentury = graph.subtract(day, part(graph.add(times(centuries, 146_097), of(3)), 4, graph));
  const years = part(times(graph.add(inCentury, of(1)), 4000), 1_461_001, graph);
  const inYear = graph.add(graph.subtract(inCentury, part(times(years, 1461), 4, graph)), of(31));
  const fromMarch = part(times(inYear, 80), 2447, graph);
  const ofMonth = graph.subtract(inYear, part(times(fromMarch, 2447), 80, graph));
  const isNextYear = part(fromMarch, 11, graph);
  const monthOfYear = graph.subtract(graph.add(fromMarch, of(2)), times(isNextYear, 12));
  const year = graph.add(graph.add(times(graph.subtract(centuries, of(49)), 100), years), isNextYear);
  const date = graph.add(graph.add(times(year, 10_000), times(monthOfYear, 100)), ofMonth);
  return graph.held(date, of(1_01_01), of(9999_12_31));
}

/** The day of the week, 1 for Monday to 7 for Sunday: Julian day number 0 is a Monday. */
export function weekday(date: Node, graph: Graph): Node {
  const day = dayNumber(date, graph);
  const inWeek = graph.subtract(day, graph.times(part(day, 7, graph), whole(7)));
  return graph.add(inWeek, graph.constant(whole(1)));
}

/**
 * Whole months from one date to another, negative where the second is the earlier. A month is complete on the same day of a later
 * month, or on the last day of a month that has no such day.
 */
export function monthsBetween(from: Node, to: Node, graph: Graph): Node {
  const [first, last] = [graph.least(from, to), graph.greatest(from, to)];
  const isShort = graph.both(graph.less(dayOf(last, graph), dayOf(first, graph)), graph.not(isLastDay(last, graph)));
  const inMonths = (date: Node): Node =>
    graph.add(graph.times(part(date, 10_000, graph), whole(12)), month(date, graph));
  const size = graph.subtract(
    graph.subtract(inMonths(last), inMonths(first)),
    graph.choose(isShort, graph.constant(whole(1)), graph.constant(whole(0))),
  );
  return graph.choose(graph.less(to, from), graph.times(size, whole(-1)), size);
}

function isLastDay(date: Node, graph: Graph): Node {
  const of = (value: number): Node => graph.constant(whole(value));
  const year = part(date, 10_000, graph);
  const isMultiple = (by: number): Node => graph.equal(graph.times(part(year, by, graph), whole(by)), year);
  const isLeap = graph.both(isMultiple(4), graph.either(graph.not(isMultiple(100)), isMultiple(400)));
  const ofMonth = month(date, graph);
  const isMonth = (...months: readonly number[]): Node =>
    graph.any(months.map((each) => graph.equal(ofMonth, of(each))));
  const days = graph.choose(
    isMonth(2),
    graph.choose(isLeap, of(29), of(28)),
    graph.choose(isMonth(4, 6, 9, 11), of(30), of(31)),
  );
  return graph.equal(dayOf(date, graph), days);
}

function dayOf(date: Node, graph: Graph): Node {
  return graph.subtract(date, graph.times(part(date, 100, graph), whole(100)));
}

function part(node: Node, by: number, graph: Graph): Node {
  return graph.truncated(graph.times(node, whole(by).inverse()));
}
