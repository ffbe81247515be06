/**
 * Functions: of numbers and dates, over side rows, and across subjects.
 */
import type { ast } from "@yardstick/language";
import type { Context, Scope } from "./context.js";
import { literalNumber, type Field } from "./declared.js";
import {
  absolute,
  fraction,
  greatest,
  least,
  minus,
  order,
  over,
  plus,
  rounded,
  sumOf,
  times,
  unitOf,
  whole,
  wholeTowardZero,
  one,
  zero,
  type Fraction,
} from "./fraction.js";
import { roundedTo, roundingOf, toDecimals } from "./rounding.js";
import { monthsBetween, weekdayOf, workingDays } from "./days.js";
import { inside, listOf, typeOf, type Names } from "./kinds.js";
import { rootRounded, standardScore, variance } from "./spread.js";
import {
  flagValue,
  folded,
  impossible,
  isoOf,
  isProvisional,
  isUnknown,
  marked,
  numberValue,
  pendingOf,
  type Unknown,
  type Value,
} from "./value.js";

/** English names of functions by their Chinese ones. */
const english = new Map(
  (
    "较大 max 较小 min 绝对值 abs 舍入 round 月份 month 季度 quarter 年份 year 求和 sum 均值 average 个数 count 有 any 全 all " +
    "占比 share 中位数 median 最高 highest 最低 lowest 平均 mean 合计 total 名次 rank 上期 previous 连续 running 末位 last " +
    "得分 score 分值 points 星期 weekday 月数 months 工作日 workdays 百分位 percentile 标准差 deviation 样本标准差 sample_deviation " +
    "标准分 zscore"
  )
    .split(" ")
    .flatMap((word, at, words) => (at % 2 === 0 ? [[word, words[at + 1] ?? ""] as const] : [])),
);

const nameOf = ({ name }: ast.Call): string => english.get(name.text) ?? name.text;

const acrossSubjects = new Set(["highest", "lowest", "mean", "total", "rank", "percentile", "zscore"]);

/** Whether an expression is a function across subjects. */
export function isAcrossSubjects(expression: ast.Expression, names: Names): boolean {
  return expression.kind === "call" && (acrossSubjects.has(nameOf(expression)) || listOf(expression, names) === null);
}

export function callValue(context: Context, call: ast.Call, scope: Scope, names: Names): Value {
  const name = nameOf(call);
  const [first] = call.args;
  const named = first?.value.kind === "reference" ? (first.value.path.at(-1)?.text ?? "") : "";
  switch (name) {
    case "max":
    case "min":
      return ofAll(call, context, scope, name === "max" ? greatest : least);
    case "abs":
      return ofAll(call, context, scope, (a) => a, absolute);
    case "round":
      return roundedValue(context, call, scope, names);
    case "month":
    case "quarter":
    case "year":
      return ofDate(name, context.evaluate(argument(call), scope));
    case "weekday": {
      const date = context.evaluate(argument(call), scope);
      return date.kind === "date" ? numberValue(whole(weekdayOf(date.day)), date.isProvisional) : pendingOf(date);
    }
    case "months":
    case "workdays":
      return betweenDates(context, name, call, scope);
    case "score":
    case "points":
      return ofPart(context, name, named, scope);
    case "last":
      return context.last(named, scope.subject);
    case "previous":
    case "running":
      return context.earlier(call, scope);
    default: {
      const list = listOf(call, names);
      return list === null
        ? acrossValue(context, name, call, scope, names)
        : rowsValue(context, name, call, list, scope, names);
    }
  }
}

function argument(call: ast.Call): ast.Expression {
  const [first] = call.args;
  if (first === undefined) throw new Error(`${call.name.text} without an argument`);
  return first.value;
}

type Numbers = Extract<Value, { kind: "number" }>;
const areNumbers = (values: readonly Value[]): values is readonly Numbers[] =>
  values.every(({ kind }) => kind === "number");

function ofAll(
  call: ast.Call,
  context: Context,
  scope: Scope,
  join: (a: Fraction, b: Fraction) => Fraction,
  last: (a: Fraction) => Fraction = (a) => a,
): Value {
  const values: readonly Value[] = call.args.map(({ value }) => context.evaluate(value, scope));
  if (!areNumbers(values)) return pendingOf(...values);
  const numbers = values.map(({ number }) => number);
  return numberValue(last(numbers.reduce(join)), isProvisional(...values));
}

function roundedValue(context: Context, call: ast.Call, scope: Scope, names: Names): Value {
  const [first, second] = call.args;
  if (first === undefined || second === undefined) throw new Error("round takes two arguments");
  const [value, by] = [context.evaluate(first.value, scope), context.evaluate(second.value, scope)];
  if (value.kind !== "number" || by.kind !== "number") return pendingOf(value, by);
  const type = typeOf(first.value, names);
  const scale = type.kind === "number" ? type.scale : one;
  const step = second.to
    ? second.value.kind === "number" && second.value.unit === null
      ? times(by.number, scale)
      : by.number
    : times(unitOf(Number(by.number.n)), scale);
  return numberValue(rounded(value.number, step, second.mode ?? "half-up"), isProvisional(value, by));
}

function ofDate(name: "month" | "quarter" | "year", value: Value): Value {
  if (value.kind !== "date") return pendingOf(value);
  const [year, month] = isoOf(value.day).split("-").map(Number);
  const number = name === "year" ? year : name === "month" ? month : Math.ceil((month ?? 0) / 3);
  return numberValue(whole(number ?? 0), value.isProvisional);
}

function betweenDates(context: Context, name: "months" | "workdays", call: ast.Call, scope: Scope): Value {
  const [from, to, ...listed] = call.args.map(({ value }) => context.evaluate(value, scope));
  const days = listed.flatMap((value) => (value.kind === "date" ? [isoOf(value.day)] : []));
  if (from?.kind !== "date" || to?.kind !== "date") {
    // A first date that is known to be outside the calendar is reported beside a second one that is not known.
    const isOutside = name === "workdays" && from?.kind === "date" && workingDays(from.day, from.day, days) === null;
    const ends = [from, to].filter((value) => value !== undefined);
    return pendingOf(...(isOutside ? [impossible("no-calendar")] : []), ...ends);
  }
  const count = name === "months" ? monthsBetween(from.day, to.day) : workingDays(from.day, to.day, days);
  return count === null ? impossible("no-calendar") : numberValue(whole(count), isProvisional(from, to));
}

/** The decimals that a function states behind what it reads, as a step of its values. */
function stepOf(context: Context, call: ast.Call, scope: Scope, scale: Fraction): Fraction {
  const stated = call.args[1] === undefined ? null : context.evaluate(call.args[1].value, scope);
  if (stated?.kind !== "number") throw new Error(`${call.name.text} without decimals`);
  return times(unitOf(Number(stated.number.n)), scale);
}

const scaleOf = (expression: ast.Expression, names: Names): Fraction => {
  const type = typeOf(expression, names);
  return type.kind === "number" ? type.scale : one;
};

function deviationOf(values: readonly Fraction[], name: string, step: Fraction): Value {
  const square = variance(values, name === "deviation" ? 0 : 1);
  return square === null ? impossible("division-by-zero") : numberValue(rootRounded(square, step));
}

function ofPart(context: Context, name: "score" | "points", part: string, scope: Scope): Value {
  const nodes = context.declared.parts.filter((node) => node.part.name.text === part);
  const node =
    nodes.find((each) => {
      const { applies } = context.part(each, scope.subject);
      return applies.kind !== "flag" || applies.flag;
    }) ?? nodes[0];
  if (node === undefined) throw new Error(`no part ${part}`);
  if (name === "points") return numberValue(context.points(node, scope.subject));
  const { applies, score } = context.part(node, scope.subject);
  if (applies.kind === "flag" && !applies.flag) return impossible("no-result");
  if (score.kind !== "number" || node.part.kind === "item" || !scope.isPublished) return score;
  return numberValue(roundedTo(score.number, roundingOf(node.part.rounds) ?? toDecimals(2)), score.isProvisional);
}

const ordered = (values: readonly Numbers[]): Fraction[] => values.map(({ number }) => number).sort(order);

function middle(values: readonly Fraction[]): Value {
  const [low, high] = [values[Math.floor((values.length - 1) / 2)], values[Math.floor(values.length / 2)]];
  if (low === undefined || high === undefined) return impossible("division-by-zero");
  return numberValue(over(plus(low, high), whole(2)));
}

/** How many values an end leaves out or keeps: a number, or a share of all in whole rows. */
function countOf(end: ast.NumberLiteral | null, of: number): number {
  if (end === null) return 0;
  const number = literalNumber(end);
  const isShare = end.unit !== null && /[%‰百]/u.test(end.unit);
  return Number(wholeTowardZero(isShare ? times(number, whole(of)) : number).n);
}

function chosen(values: Fraction[], { drop, keep }: ast.Call): Fraction[] {
  if (keep !== null) {
    return keep.highest === null
      ? values.slice(0, countOf(keep.lowest, values.length))
      : values.slice(Math.max(0, values.length - countOf(keep.highest, values.length)));
  }
  if (drop === null) return values;
  return values.slice(
    countOf(drop.lowest, values.length),
    Math.max(0, values.length - countOf(drop.highest, values.length)),
  );
}

/** Rows for which the condition holds; the unknown conditions beside them. */
function rowsOf(context: Context, call: ast.Call, list: Field, scope: Scope) {
  const rows = context.tables.subjects[scope.subject]?.lists.get(list.name) ?? [];
  const scopes = rows.map((cells): Scope => ({ ...scope, row: { list, cells } }));
  const conditions = scopes.map((each) => (call.where === null ? flagValue(true) : context.evaluate(call.where, each)));
  return { scopes, conditions };
}

/** Kleene's answer over rows: whether one of them says yes, or (`isAll`) whether none says no. */
function overRows(answers: readonly Value[], isAll: boolean): Value {
  const deciding = answers.filter((each) => each.kind === "flag" && each.flag !== isAll);
  const decided = deciding.find((each) => !isProvisional(each)) ?? deciding[0];
  if (decided !== undefined) return flagValue(!isAll, isProvisional(decided));
  return answers.some(isUnknown) ? pendingOf(...answers) : flagValue(isAll, isProvisional(...answers));
}

const both = (a: Value, b: Value): Value => overRows([a, b], true);
const negated = (value: Value): Value =>
  value.kind === "flag" ? flagValue(!value.flag, value.isProvisional) : pendingOf(value);

/** How many rows say yes; pending while one of them is. */
function countYes(answers: readonly Value[]): Value {
  if (answers.some(isUnknown)) return pendingOf(...answers);
  const yes = answers.filter((each) => each.kind === "flag" && each.flag).length;
  return numberValue(whole(yes), isProvisional(...answers));
}

function rowsValue(context: Context, name: string, call: ast.Call, list: Field, scope: Scope, names: Names): Value {
  const { scopes, conditions } = rowsOf(context, call, list, scope);
  const isColumn = call.args[0]?.value.kind !== "reference" || call.args[0].value.path.length > 1;
  const mark = isProvisional(...conditions);
  // Rows that meet the condition or may meet it, with what they count; a blank that is allowed counts nothing.
  const counted = scopes.flatMap((each, at) => {
    const condition = conditions[at] ?? flagValue(true);
    const isOut = condition.kind === "flag" && !condition.flag;
    const value = isColumn && !isOut ? context.evaluate(argument(call), each) : flagValue(true);
    if (isOut) return [];
    const isLeftOut = value.kind === "unknown" && value.isOptional && name !== "any" && name !== "all";
    if (!isLeftOut) return [{ condition, value }];
    return name === "share" ? [{ condition, value: flagValue(false) }] : [];
  });
  const isYesOrNo = (value: Value): boolean => value.kind === "flag" || isUnknown(value);
  const areFlags = counted.every(({ value }) => isYesOrNo(value));
  const says = counted.map(({ condition, value }) =>
    areFlags ? both(condition, value) : both(condition, isUnknown(value) ? value : flagValue(true)),
  );
  switch (name) {
    case "any":
      return overRows(says, false);
    case "all":
      if (!isColumn) return overRows(conditions, true);
      return overRows(
        counted.map(({ condition, value }) => overRows([negated(condition), value], false)),
        true,
      );
    case "count":
      return marked(countYes(says), mark);
    case "share": {
      const yes = countYes(isColumn ? says : conditions);
      const all = isColumn ? countYes(counted.map(({ condition }) => condition)) : numberValue(whole(scopes.length));
      if (yes.kind !== "number" || all.kind !== "number") return pendingOf(yes, all);
      if (all.number.n === 0n) return impossible("division-by-zero");
      return numberValue(over(yes.number, all.number), mark || isProvisional(yes, all));
    }
    default:
  }
  const open = counted.filter(({ condition }) => isUnknown(condition));
  if (open.length > 0) return pendingOf(...counted.flatMap(({ condition, value }) => [condition, value]));
  const values: readonly Value[] = counted.map(({ value }) => value);
  if (!areNumbers(values)) return pendingOf(...values);
  const kept = chosen(ordered(values), call);
  const isMarked = mark || isProvisional(...values);
  if (name === "sum") return numberValue(sumOf(kept), isMarked);
  if (kept.length === 0) return impossible("division-by-zero");
  if (name === "average") return numberValue(over(sumOf(kept), whole(kept.length)), isMarked);
  if (name === "median") return marked(middle(kept), isMarked);
  if (name === "deviation" || name === "sample_deviation") {
    const step = stepOf(context, call, scope, scaleOf(argument(call), inside(list, names)));
    return marked(deviationOf(kept, name, step), isMarked);
  }
  throw new Error(`the function ${name} over rows`);
}

function acrossValue(context: Context, name: string, call: ast.Call, scope: Scope, names: Names): Value {
  const group = call.within?.text ?? null;
  const groupOf = (subject: number): string | Unknown | null => {
    if (group === null) return null;
    const value = context.evaluate(
      { kind: "reference", span: [0, 0], path: [{ kind: "name", span: [0, 0], text: group }] },
      { ...scope, subject, row: null },
    );
    return isUnknown(value) ? value : keyOf(value);
  };
  const own = groupOf(scope.subject);
  if (own !== null && typeof own === "object") return pendingOf(own);
  let isUncertain = false;
  const known: Fraction[] = [];
  let others = 0;
  for (const subject of context.peers(scope.subject)) {
    const there: Scope = { ...scope, subject, row: null, isPublished: true };
    if (context.tables.subjects[subject]?.isDoubted === true) {
      isUncertain = true;
      continue;
    }
    const its = groupOf(subject);
    const isGroupKnown = its === null || typeof its === "string";
    if (isGroupKnown && its !== own) continue;
    const condition = call.where === null ? flagValue(true) : context.evaluate(call.where, there);
    if (condition.kind === "flag" && !condition.flag) {
      isUncertain ||= isProvisional(condition);
      continue;
    }
    if (condition.kind !== "flag" || !isGroupKnown) {
      isUncertain = true;
      continue;
    }
    isUncertain ||= condition.isProvisional;
    const [first] = call.args;
    if (first === undefined) {
      known.push(one);
      continue;
    }
    const value = context.evaluate(first.value, there);
    const number = comparable(value);
    if (number === null) isUncertain = true;
    else {
      known.push(number);
      if (subject !== scope.subject) others += 1;
      isUncertain ||= isProvisional(value);
    }
  }
  if (name === "count") return numberValue(whole(known.length), isUncertain);
  if (name === "rank") {
    const value = context.evaluate(argument(call), { ...scope, row: null, isPublished: true });
    const number = comparable(value);
    if (number === null) return { ...pendingOf(value), isProvisional: isUncertain };
    return numberValue(rankAmong(known, number, call.ties?.kind ?? null), isUncertain || isProvisional(value));
  }
  if (name === "percentile" || name === "zscore") {
    const value = context.evaluate(argument(call), { ...scope, row: null, isPublished: true });
    const number = comparable(value);
    if (number === null) return { ...pendingOf(value), isProvisional: isUncertain };
    const isMarked = isUncertain || isProvisional(value);
    if (name === "percentile") {
      const isMember = call.where === null ? flagValue(true) : context.evaluate(call.where, { ...scope, row: null });
      if (isMember.kind !== "flag") return { ...pendingOf(isMember), isProvisional: isMarked };
      const behind = known.filter((other) => order(other, number) < 0).length;
      return numberValue(others === 0 ? zero : over(whole(behind), whole(others)), isMarked);
    }
    const score = standardScore(known, number, stepOf(context, call, scope, one));
    return score === null
      ? { ...impossible("division-by-zero"), isProvisional: isMarked }
      : numberValue(score, isMarked);
  }
  if (name === "total") return numberValue(sumOf(known), isUncertain);
  if (known.length === 0) {
    const reason = name === "highest" || name === "lowest" ? "no-result" : "division-by-zero";
    // A waiver may leave nothing of what reads it, but it was read.
    return { ...impossible(reason), isProvisional: isUncertain };
  }
  const sorted = [...known].sort(order);
  const spreadStep = () => stepOf(context, call, scope, scaleOf(argument(call), names));
  const of: Record<string, () => Value> = {
    highest: () => numberValue(sorted.at(-1) ?? one),
    lowest: () => numberValue(sorted[0] ?? one),
    mean: () => numberValue(over(sumOf(known), whole(known.length))),
    median: () => middle(sorted),
    deviation: () => deviationOf(sorted, name, spreadStep()),
    sample_deviation: () => deviationOf(sorted, name, spreadStep()),
  };
  const value = of[name]?.();
  if (value === undefined) throw new Error(`the function ${name}`);
  return { ...value, isProvisional: isUncertain };
}

/** A known value that has an order, as a number. */
export function comparable(value: Value): Fraction | null {
  if (value.kind === "number") return value.number;
  if (value.kind === "date") return whole(value.day);
  if (value.kind === "level") return whole(value.rank);
  return null;
}

/** What distinguishes groups. */
export function keyOf(value: Value): string {
  if (value.kind === "text") return `text ${folded(value.text)}`;
  if (value.kind === "level") return `level ${value.name}`;
  if (value.kind === "flag") return `flag ${String(value.flag)}`;
  if (value.kind === "date") return `date ${value.day}`;
  if (value.kind === "number") return `number ${value.number.n}/${value.number.d}`;
  throw new Error("an unknown group");
}

function rankAmong(all: readonly Fraction[], own: Fraction, ties: "dense" | "average" | null): Fraction {
  const above = all.filter((other) => order(other, own) > 0);
  if (ties === "dense") return whole(new Set(above.map(({ n, d }) => `${n}/${d}`)).size + 1);
  const place = whole(above.length + 1);
  if (ties === null) return place;
  const equal = all.filter((other) => order(other, own) === 0).length;
  return plus(place, over(minus(whole(equal), one), fraction(2n)));
}
