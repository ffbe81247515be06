/**
 * `workdays(a, b, …)`: the working days after a and up to b. Reduced to days between dates, weekdays and bands, which the evaluators know:
 * with W(d) the weekdays from Monday 1 January 0001 up to d, it is W(b) - W(a), corrected by the listed days that lie between. The sum is
 * whole; it is rounded so that the checker knows it, and it is one value that is read, so that explanations list it.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import { dayUnit } from "../library/units.js";
import type { Band, Expression } from "../program/expression.js";
import type { Span } from "../source/span.js";
import type * as ast from "../syntax/ast.js";
import { checkAs } from "./check-as.js";
import type { Checked, Checker, Scope } from "./checker.js";
import { daysBetween, daysType } from "./dates.js";
import { quantityKind } from "./number-kind.js";
import { dateType, expectationOf, numberValue, pureType, valueOf } from "./value.js";

const MONDAY = "0001-01-01";
const LAST_WORKING_WEEKDAY = "5";

/** A date on which the calendar departs from the week, and what it adds to the working days: 1 for a weekend, -1 for a weekday. */
interface ListedDay {
  readonly date: string;
  readonly change: number;
}

/** The first two arguments are dates, all others literal dates: weekdays that are holidays, weekends that are worked. */
export function checkWorkdays(checker: Checker, node: ast.Call, scope: Scope): Checked {
  const dates = node.args.map((arg) => checkAs(checker, arg.value, scope, expectationOf(dateType)));
  const [from, to, ...listed] = dates;
  if (from == null || to == null || listed.includes(null)) return null;
  const variable = listed.find((date) => date?.kind !== "date");
  if (variable != null) {
    checker.report(diagnostic("not-constant", variable.span, {}));
    return null;
  }
  const { span } = node;
  const literals = new Set(listed.flatMap((date) => (date?.kind === "date" ? [date.value] : [])));
  const changes = [...literals].sort().map((date): ListedDay => ({ date, change: isWeekend(date) ? 1 : -1 }));
  const byWeek = after(weekdaysUpTo(from, span), weekdaysUpTo(to, span), span);
  const calendars = yearsInARow(changes).map((run) => ({
    key: range(`${yearOf(run[0])}-01-01`, `${yearOf(run.at(-1))}-12-31`, false, span),
    value: after(changesUpTo(from, run, span), changesUpTo(to, run, span), span),
  }));
  const sum = calendars.length === 0 ? byWeek : combined("+", byWeek, bands(from, calendars, span), span);
  const one = numberValue("1", daysType, span);
  const days: Expression = { kind: "apply", name: "round-floor", args: [sum, one], type: daysType, span };
  return valueOf({ kind: "apply", name: "one-read", args: [days], type: daysType, span }, dayUnit, quantityKind);
}

function isWeekend(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 0 || day === 6;
}

function yearOf(day: ListedDay | undefined): string {
  return day?.date.slice(0, 4) ?? "";
}

/** Years without a listed day end a calendar: what it would say of them is not known. */
function yearsInARow(days: readonly ListedDay[]): readonly (readonly ListedDay[])[] {
  const runs: ListedDay[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && Number(yearOf(day)) - Number(yearOf(run.at(-1))) <= 1) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

/** Five for each whole week, and the weekdays of the week that has begun. */
function weekdaysUpTo(date: Expression, span: Span): Expression {
  const number = (value: string): Expression => numberValue(value, daysType, span);
  const weekday: Expression = { kind: "apply", name: "weekday", args: [date], type: pureType, span };
  const start: Expression = { kind: "date", value: MONDAY, type: dateType, span };
  const past = combined("+", daysBetween(date, start, span).node, number("1"), span);
  const inWeeks = combined("*", combined("-", past, weekday, span), number("5/7"), span);
  const inWeek: Expression = {
    kind: "apply",
    name: "min",
    args: [weekday, number(LAST_WORKING_WEEKDAY)],
    type: daysType,
    span,
  };
  return combined("+", inWeeks, inWeek, span);
}

/** What the days listed up to a date add; no value outside the years of the calendar. */
function changesUpTo(date: Expression, run: readonly ListedDay[], span: Span): Expression {
  const starts = [`${yearOf(run[0])}-01-01`, ...run.map((day) => day.date)];
  let sum = 0;
  const rows = starts.map((start, i) => {
    sum += run[i - 1]?.change ?? 0;
    const next = starts[i + 1];
    const key = range(start, next ?? `${yearOf(run.at(-1))}-12-31`, next !== undefined, span);
    return { key, value: numberValue(String(sum), daysType, span) };
  });
  return bands(date, rows, span);
}

function range(from: string, to: string, toOpen: boolean, span: Span): Band {
  const date = (value: string): Expression => ({ kind: "date", value, type: dateType, span });
  return { kind: "range", from: date(from), fromOpen: false, to: date(to), toOpen };
}

function bands(
  subject: Expression,
  rows: readonly { readonly key: Band; readonly value: Expression }[],
  span: Span,
): Expression {
  return {
    kind: "bands",
    subject,
    rows: rows.map(({ key, value }) => ({ span, keys: [key], value })),
    otherwise: null,
    isCalendar: true,
    type: daysType,
    span,
  };
}

/** `to - from`, in an order in which the first date is read first, as explanations list it. */
function after(from: Expression, to: Expression, span: Span): Expression {
  return combined("*", combined("-", from, to, span), numberValue("-1", daysType, span), span);
}

function combined(op: "+" | "-" | "*", left: Expression, right: Expression, span: Span): Expression {
  return { kind: "arithmetic", op, left, right, type: daysType, span };
}
