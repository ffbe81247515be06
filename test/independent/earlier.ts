/**
 * `previous(…)` and `running(…)`: results of earlier periods, as they were published then.
 */
import type { ast } from "@yardstick/language";
import type { Context, Scope } from "./context.js";
import { fractionOf, whole } from "./fraction.js";
import type { Record } from "./tables.js";
import { compared } from "./expression.js";
import {
  flagValue,
  folded,
  impossible,
  isProvisional,
  isUnknown,
  numberValue,
  pendingOf,
  unknown,
  type Value,
} from "./value.js";

const yearOf = (period: string): number => Number(/\d{4}/u.exec(period)?.[0] ?? Number.NaN);

function recordOf(context: Context, subject: number, year: number): Record | null {
  const key = folded(context.tables.subjects[subject]?.key ?? "");
  return context.tables.history.find((each) => each.key === key && yearOf(each.period) === year) ?? null;
}

/** A result of the record by its name; the score has one in each language. */
const result = (record: Record, name: string): string | null =>
  record.results.get(/^(?:score|总分)$/u.test(name) ? "score" : folded(name).toLowerCase()) ?? null;

/** A condition or a result of an earlier period: comparisons of results, `last(ranking)`, and the period before that one. */
function past(context: Context, expression: ast.Expression, record: Record): Value {
  if (expression.kind === "call" && /^(?:previous|上期)$/u.test(expression.name.text)) {
    const year = yearOf(record.period) - 1;
    const before = context.tables.history.find((each) => each.key === record.key && yearOf(each.period) === year);
    const operand = expression.args[0]?.value;
    return before === undefined || operand === undefined ? impossible("no-history") : past(context, operand, before);
  }
  if (expression.kind === "call" && /^(?:score|得分)$/u.test(expression.name.text)) {
    const part = expression.args[0]?.value;
    if (part !== undefined) return past(context, part, record);
  }
  if (expression.kind === "reference") {
    const text = result(record, expression.path[0]?.text ?? "");
    const number = text === null ? null : fractionOf(text);
    return number === null ? impossible("no-result") : numberValue(number);
  }
  if (expression.kind === "call" && /^(?:last|末位)$/u.test(expression.name.text)) {
    const argument = expression.args[0]?.value;
    const name = argument?.kind === "reference" ? (argument.path[0]?.text ?? "") : "";
    const place = Number(result(record, name) || Number.NaN);
    const places = context.tables.history
      .filter(({ period }) => yearOf(period) === yearOf(record.period))
      .map((each) => Number(result(each, name) || Number.NaN))
      .filter((each) => !Number.isNaN(each));
    const greatest = Math.max(...places);
    return flagValue(place === greatest && places.some((each) => each !== greatest));
  }
  if (expression.kind === "binary" && expression.op !== "and" && expression.op !== "or") {
    const [a, b] = [expression.left, expression.right].map((side) =>
      side.kind === "number" ? context.evaluate(side, {} as Scope) : past(context, side, record),
    ) as [Value, Value];
    return compared(expression.op as "<", a, b);
  }
  throw new Error("an expression over earlier periods that the evaluator does not know");
}

export function earlier(context: Context, call: ast.Call, scope: Scope): Value {
  const argument = call.args[0]?.value as ast.Expression;
  const { period, key } = context.tables.subjects[scope.subject] ?? { period: null, key: "" };
  const year = yearOf(period ?? "");
  if (/^(?:previous|上期)$/u.test(call.name.text)) {
    const record = recordOf(context, scope.subject, year - 1);
    const isGap = context.tables.history.some((each) => each.key === folded(key) && yearOf(each.period) < year);
    if (record === null && isGap) return impossible("history-gap");
    if (record === null) return { ...unknown({ field: "", assessor: null, reason: "no-history" }), isBlank: true };
    return past(context, argument, record);
  }
  const now = context.evaluate(argument, scope);
  if (now.kind === "flag" && !now.flag) return numberValue(whole(0), now.isProvisional);
  const years = context.tables.history
    .filter((each) => each.key === folded(key))
    .map((each) => yearOf(each.period))
    .filter((each) => each < year);
  const first = Math.min(...years);
  let [certain, possible, isOpen] = isUnknown(now) ? [0, 1, true] : [1, 1, false];
  for (let at = year - 1; at >= first; at -= 1) {
    const record = recordOf(context, scope.subject, at);
    const held = record === null ? impossible("history-gap") : past(context, argument, record);
    if (held.kind === "flag" && !held.flag) break;
    if (isUnknown(held)) isOpen = true;
    else if (!isOpen) certain += 1;
    possible += 1;
  }
  if (!isOpen) return numberValue(whole(certain), isProvisional(now));
  const open = isUnknown(now) ? pendingOf(now) : impossible("history-gap");
  return { ...open, isProvisional: isProvisional(now), between: [whole(certain), whole(possible)] };
}
