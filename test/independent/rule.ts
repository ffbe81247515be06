/**
 * Scoring rules: section 5 of the language reference. The effect of a rule on its item, in points, or why it is not known.
 */
import type { ast } from "@yardstick/language";
import { keyOf } from "./calls.js";
import type { Context, Scope } from "./context.js";
import { namesIn } from "./expression.js";
import { typeOf } from "./kinds.js";
import type { Field } from "./declared.js";
import { literalNumber } from "./declared.js";
import {
  absolute,
  fraction,
  greatest,
  least,
  minus,
  negated,
  one,
  order,
  over,
  plus,
  times,
  wholeTowardZero,
  whole,
  zero,
  type Fraction,
} from "./fraction.js";
import { flagValue, isProvisional, isUnknown, marked, numberValue, pendingOf, unknown, type Value } from "./value.js";

const nothing = numberValue(zero);
const isNothing = (value: Value): boolean => value.kind === "number" && value.number.n === 0n;

/** The sum of effects; pending for the causes of all that are pending. */
export function added(values: readonly Value[]): Value {
  if (values.some(isUnknown)) return pendingOf(...values);
  const sum = values.reduce((all, value) => (value.kind === "number" ? plus(all, value.number) : all), zero);
  return numberValue(sum, isProvisional(...values));
}

/** The effect of a rule or of a block of rules, under the conditions of the blocks around it. */
export function effectOf(context: Context, line: ast.LineNode, scope: Scope, outer: readonly Value[] = []): Value {
  const own = line.condition === null ? flagValue(true) : context.evaluate(line.condition, scope);
  if (line.kind === "line") return ruleEffect(context, line, scope, allOf([...outer, own]));
  const otherwise = own.kind === "flag" ? flagValue(!own.flag, own.isProvisional) : own;
  return added([
    ...line.lines.map((each) => effectOf(context, each, scope, [...outer, own])),
    ...line.otherwise.map((each) => effectOf(context, each, scope, [...outer, otherwise])),
  ]);
}

/** Whether all conditions hold: no where one of them is no, whatever the others are. */
function allOf(conditions: readonly Value[]): Value {
  const no = conditions.filter((each) => each.kind === "flag" && !each.flag);
  if (no.length > 0)
    return flagValue(
      false,
      no.every((each) => isProvisional(each)),
    );
  return conditions.some(isUnknown) ? pendingOf(...conditions) : flagValue(true, isProvisional(...conditions));
}

interface Counted {
  readonly effect: Value;
  /** Where it was counted: the side row of an `each` rule. */
  readonly scope: Scope;
}

function ruleEffect(context: Context, line: ast.Line, scope: Scope, condition: Value): Value {
  if (condition.kind === "flag" && !condition.flag) return marked(nothing, condition.isProvisional);
  const { each, suffixes } = line;
  const list = each === null ? null : (context.declared.fields.get(each.list.text) ?? null);
  const columns = list?.type.kind === "list" ? list.type.columns : [];
  const suffix = (kind: ast.Suffix["kind"]) => {
    const found = suffixes.find((every) => every.kind === kind);
    return found === undefined || !("operand" in found) ? null : found;
  };
  const waiver = suffix("unless")?.operand ?? null;
  const isRowWaiver = waiver !== null && readsRow(waiver, columns);
  const { counted: all, isUncertain } =
    list === null ? countedOnce(context, line, scope) : countedRows(context, line, list, scope);
  // Nothing to count has no effect, whatever else is not known.
  if (all.length === 0) return marked(nothing, isUncertain);
  let mark = isUncertain || isProvisional(condition);
  if (waiver !== null && !isRowWaiver) {
    const waived = context.evaluate(waiver, scope);
    // It was read before it was waived.
    const isRead = mark || [waived, ...all.map(({ effect }) => effect)].some((each) => each.isProvisional === true);
    if (waived.kind === "flag" && waived.flag) return marked(nothing, isRead);
    mark ||= isProvisional(waived);
  }
  const cap = suffix("up-to");
  const floor = suffix("at-least")?.operand ?? null;
  const limits = [cap?.operand ?? null, floor].flatMap((limit) =>
    limit === null ? [] : [context.amount(limit, scope)],
  );
  let total = stepped(context, all, condition, { rowWaiver: isRowWaiver ? waiver : null, suffix, scope });
  // A limit is read wherever something is counted, also where the effect is 0.
  if (!isUnknown(total) && limits.some(isUnknown)) total = pendingOf(...limits);
  if (waiver !== null && !isRowWaiver && !isNothing(total)) {
    const waived = context.evaluate(waiver, scope);
    if (isUnknown(waived)) return pendingOf(total, waived);
  }
  return marked(total, mark);
}

interface Steps {
  readonly rowWaiver: ast.Expression | null;
  readonly suffix: (
    kind: ast.Suffix["kind"],
  ) => { readonly operand: ast.Expression; readonly per: ast.Expression | null } | null;
  readonly scope: Scope;
}

/** The effect after the waiver of rows, doubling, halving, groups, the floor and the cap. Each reads what is known before it. */
function stepped(
  context: Context,
  all: readonly Counted[],
  condition: Value,
  { rowWaiver, suffix, scope }: Steps,
): Value {
  const first = [condition, ...all.map(({ effect }) => effect)];
  if (first.some(isUnknown)) return pendingOf(...first);
  let counted = all;
  const answers = (by: ast.Expression) => counted.map((one) => context.evaluate(by, one.scope));
  if (rowWaiver !== null) {
    const waived = answers(rowWaiver);
    if (waived.some(isUnknown)) return pendingOf(...waived);
    counted = counted.filter((_, at) => !isYes(waived[at]));
  }
  for (const [kind, by] of [
    ["double-if", fraction(2n)],
    ["halve-if", fraction(1n, 2n)],
  ] as const) {
    const holds = suffix(kind)?.operand ?? null;
    if (holds === null) continue;
    const does = answers(holds);
    if (does.some(isUnknown)) return pendingOf(...does);
    counted = counted.map((one, at) =>
      isYes(does[at]) ? { ...one, effect: scaled(one.effect, by, isProvisional(...does)) } : one,
    );
  }
  const highest = suffix("highest-per")?.operand ?? null;
  if (highest !== null) {
    const groups = grouped(context, highest, counted);
    if (isUnknownGroup(groups)) return groups;
    counted = [...groups.values()].map(greatestOf);
  }
  const floor = suffix("at-least")?.operand ?? null;
  const cap = suffix("up-to");
  const sumUp = (some: readonly Counted[]) => added(some.map(({ effect }) => effect));
  if (cap === null) return floored(context, floor, sumUp(counted), scope);
  if (cap.per === null) return capped(context, cap.operand, floored(context, floor, sumUp(counted), scope), scope);
  const groups = grouped(context, cap.per, counted);
  if (isUnknownGroup(groups)) return pendingOf(groups, context.amount(cap.operand, scope));
  const sum = added([...groups.values()].map((group) => capped(context, cap.operand, sumUp(group), scope)));
  return floored(context, floor, sum, scope);
}

const isYes = (value: Value | undefined): boolean => value?.kind === "flag" && value.flag;

const scaled = (value: Value, by: Fraction, mark: boolean): Value =>
  value.kind === "number" ? numberValue(times(value.number, by), value.isProvisional || mark) : value;

/** Whether an expression reads a column of the row at hand; functions over lists have rows of their own. */
function readsRow(expression: ast.Expression, columns: readonly Field[]): boolean {
  const inner = (each: ast.Expression | null) => each !== null && readsRow(each, columns);
  switch (expression.kind) {
    case "reference":
      return expression.path.length === 1 && columns.some(({ name }) => name === expression.path[0]?.text);
    case "unary":
      return inner(expression.operand);
    case "binary":
      return inner(expression.left) || inner(expression.right);
    case "by":
      return (
        inner(expression.subject) || inner(expression.otherwise) || expression.rows.some(({ value }) => inner(value))
      );
    case "call":
      return expression.where === null && expression.args.some(({ value }) => inner(value));
    default:
      return false;
  }
}

const signed = ({ effect }: ast.Line, value: Value): Value =>
  effect === "deduct" && value.kind === "number" ? numberValue(negated(value.number), value.isProvisional) : value;

interface AllCounted {
  readonly counted: readonly Counted[];
  /** Whether something was left out for a reason that is provisional. */
  readonly isUncertain: boolean;
}

/** Each row that meets the condition, or may meet it. */
function countedRows(context: Context, line: ast.Line, list: Field, scope: Scope): AllCounted {
  const rows = context.tables.subjects[scope.subject]?.lists.get(list.name) ?? [];
  let isUncertain = false;
  const counted = rows.flatMap((cells): Counted[] => {
    const there: Scope = { ...scope, row: { list, cells } };
    const where = line.each?.where ?? null;
    const condition = where === null ? flagValue(true) : context.evaluate(where, there);
    isUncertain ||= isProvisional(condition);
    if (condition.kind === "flag" && !condition.flag) return [];
    const amount = amountOf(context, line, there);
    if (amount === null) return [];
    return [{ effect: isUnknown(condition) ? pendingOf(condition, amount) : signed(line, amount), scope: there }];
  });
  return { counted, isUncertain };
}

/** Count times amount. A count of 0 ends the rule before its amount is read. */
function countedOnce(context: Context, line: ast.Line, scope: Scope): AllCounted {
  const count = line.per === null ? null : countOf(context, line.per, scope);
  if (count !== null && isNothing(count)) return { counted: [], isUncertain: isProvisional(count) };
  const amount = amountOf(context, line, scope);
  if (amount === null) return { counted: [], isUncertain: false };
  if (count === null) return { counted: [{ effect: signed(line, amount), scope }], isUncertain: false };
  if (count.kind !== "number" || amount.kind !== "number")
    return { counted: [{ effect: pendingOf(count, amount), scope }], isUncertain: false };
  const effect = numberValue(times(count.number, amount.number), isProvisional(count, amount));
  return { counted: [{ effect: signed(line, effect), scope }], isUncertain: false };
}

function countOf(context: Context, { step, of, measure }: ast.PerClause, scope: Scope): Value {
  const read = (expression: ast.Expression): Value => {
    const value = context.evaluate(expression, scope);
    return value.kind === "date" ? numberValue(whole(value.day), value.isProvisional) : value;
  };
  const value = read(of);
  if (value.kind === "unknown" && value.isOptional) return nothing;
  const ends =
    measure.kind === "all" ? [] : measure.kind === "between" ? [measure.range.from, measure.range.to] : [measure.limit];
  const [from, to] = ends.map((end) => (end === null ? null : read(end)));
  const read2 = [value, from, to].filter((each): each is Value => each !== null && each !== undefined);
  if (read2.some(isUnknown)) return pendingOf(...read2);
  const number = value.kind === "number" ? value.number : zero;
  const low = from?.kind === "number" ? from.number : zero;
  const distance = (): Fraction => {
    switch (measure.kind) {
      case "all":
        return number;
      case "under":
        return greatest(zero, minus(low, number));
      case "over":
        return greatest(zero, minus(number, low));
      case "from":
        return minus(number, low);
      case "between":
        return greatest(zero, minus(to?.kind === "number" ? least(number, to.number) : number, low));
      default:
        throw new Error("a measure that the evaluator does not know");
    }
  };
  const type = typeOf(of, namesIn(context, scope));
  // Without a step it counts in the unit of the field: a 万元.
  const own = type.kind === "number" ? type.scale : one;
  const steps = step === null ? over(distance(), own) : wholeTowardZero(over(distance(), literalNumber(step)));
  return numberValue(steps, isProvisional(...read2));
}

/** The amount of one count; null: the assessor deducts nothing. */
function amountOf(context: Context, { amount }: ast.Line, scope: Scope): Value | null {
  switch (amount.kind) {
    case "amount":
      return context.amount(amount.value, scope);
    case "open":
      return unknown({ field: amount.text, assessor: null, reason: "open-clause" });
    case "judged":
      return judged(context, amount.name?.text ?? scope.item?.part.name.text ?? "", scope);
    case "proportion": {
      const ratio = context.evaluate(amount.ratio, scope);
      if (ratio.kind !== "number") return pendingOf(ratio);
      if (amount.floor !== null) {
        const below = context.evaluate(amount.floor.below, scope);
        if (below.kind !== "number") return pendingOf(below);
        if (order(ratio.number, below.number) < 0) {
          return marked(context.amount(amount.floor.earns, scope), isProvisional(ratio, below));
        }
      }
      if (scope.item === null) throw new Error("in proportion outside an item");
      return numberValue(times(ratio.number, context.points(scope.item, scope.subject)), ratio.isProvisional);
    }
  }
}

/** What the assessor entered: a blank or 0 of a deduction counts nothing. */
function judged(context: Context, name: string, scope: Scope): Value | null {
  const value = scope.row?.cells.get(name) ?? context.tables.subjects[scope.subject]?.fields.get(name);
  if (value === undefined) throw new Error(`no judgement ${name}`);
  if (value.kind !== "unknown") return value;
  const field =
    (scope.row?.list.type.kind === "list" ? scope.row.list.type.columns.find((each) => each.name === name) : null) ??
    context.declared.fields.get(name);
  const isBlank = value.causes.every(({ reason }) => reason === "blank");
  if (field?.isJudgement === true && isBlank) return scope.row === null ? null : nothing;
  return pendingOf({
    ...value,
    causes: value.causes.map((each) => ({ ...each, assessor: each.assessor ?? scope.item?.assessor ?? null })),
  });
}

type Groups = ReadonlyMap<string, readonly Counted[]>;
const isUnknownGroup = (groups: Groups | Value): groups is Value => "kind" in groups;

/** What was counted, by a property of its row. */
function grouped(context: Context, by: ast.Expression, counted: readonly Counted[]): Groups | Value {
  const groups = new Map<string, Counted[]>();
  const pending: Value[] = [];
  for (const one of counted) {
    const group = context.evaluate(by, one.scope);
    if (isUnknown(group)) pending.push(group);
    else groups.set(keyOf(group), [...(groups.get(keyOf(group)) ?? []), one]);
  }
  return pending.length > 0 ? pendingOf(...pending) : groups;
}

/** The one with the greatest effect, in either direction; of equal ones the first. */
function greatestOf(group: readonly Counted[]): Counted {
  const size = ({ effect }: Counted) => (effect.kind === "number" ? absolute(effect.number) : zero);
  return group.reduce((best, each) => (order(size(each), size(best)) > 0 ? each : best));
}

function floored(context: Context, floor: ast.Expression | null, total: Value, scope: Scope): Value {
  if (floor === null || isNothing(total)) return total;
  const least = context.amount(floor, scope);
  if (total.kind !== "number" || least.kind !== "number") return pendingOf(total, least);
  const size = greatest(absolute(total.number), least.number);
  return numberValue(total.number.n < 0n ? negated(size) : size, isProvisional(total, least));
}

function capped(context: Context, cap: ast.Expression, total: Value, scope: Scope): Value {
  if (isNothing(total)) return total;
  const most = context.amount(cap, scope);
  if (total.kind !== "number" || most.kind !== "number") return pendingOf(total, most);
  const size = least(absolute(total.number), most.number);
  return numberValue(total.number.n < 0n ? negated(size) : size, isProvisional(total, most));
}
