/**
 * Days of the calendar: the day of the week, whole months between dates, and working days.
 */
import { dayOf, isoOf } from "./value.js";

/** 1 for Monday to 7 for Sunday; 1970-01-01 is a Thursday. */
export function weekdayOf(day: number): number {
  const since = (day + 3) % 7;
  return (since < 0 ? since + 7 : since) + 1;
}

const yearOf = (day: number): number => Number(isoOf(day).slice(0, 4));

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** Whole months from one day to another; negative where the second is the earlier. */
export function monthsBetween(from: number, to: number): number {
  if (to < from) return -monthsBetween(to, from) || 0;
  const [year = 0, month = 0, day = 0] = isoOf(from).split("-").map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = isoOf(to).split("-").map(Number);
  const months = (toYear - year) * 12 + toMonth - month;
  const due = Math.min(day, lastDayOf(toYear, toMonth));
  return toDay >= due ? months : months - 1;
}

/**
 * Working days after one day up to and including another; negative where the second is the earlier. The listed days are
 * the other way round. Null where a year is not covered by the list.
 */
export function workingDays(from: number, to: number, listed: readonly string[]): number | null {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const others = new Set(listed.map(dayOf));
  if (others.size > 0) {
    const covered = new Set([...others].map(yearOf));
    for (let year = yearOf(first); year <= yearOf(last); year += 1) if (!covered.has(year)) return null;
  }
  let count = 0;
  for (let day = first + 1; day <= last; day += 1) if (weekdayOf(day) <= 5 !== others.has(day)) count += 1;
  return from <= to ? count : -count || 0;
}
