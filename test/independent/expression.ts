/**
 * Expressions for one subject: section 6 of the language reference, without functions and tables.
 */
import type { ast } from "@yardstick/language";
import { amountOfTable, tableValue } from "./bands.js";
import { callValue, isAcrossSubjects } from "./calls.js";
import type { Context, Scope } from "./context.js";
import { literalNumber } from "./declared.js";
import {
  fraction,
  minus,
  negated,
  order,
  over,
  plus,
  times,
  unitOf,
  rounded,
  whole,
  type Fraction,
} from "./fraction.js";
import { isShare, typeOf, type Names, type Type } from "./kinds.js";
import {
  dateValue,
  dayOf,
  flagValue,
  folded,
  impossible,
  isProvisional,
  isUnknown,
  numberValue,
  pendingOf,
  textValue,
  type Unknown,
  type Value,
} from "./value.js";

export const namesIn = ({ declared }: Context, { row }: Scope): Names => ({
  declared,
  columns: row?.list.type.kind === "list" ? row.list.type.columns : [],
});

/** The level of that name beside a choice; null: the expression is something else. */
function levelNamed(expression: ast.Expression, type: Type): Value | null {
  if (type.kind !== "choice" || expression.kind !== "reference" || expression.path.length !== 1) return null;
  const name = expression.path[0]?.text ?? "";
  const rank = type.levels.indexOf(name);
  if (rank < 0) return null;
  return { kind: "level", rank, name, isOrdered: type.isOrdered, isProvisional: false };
}

export function evaluate(context: Context, expression: ast.Expression, scope: Scope): Value {
  switch (expression.kind) {
    case "number":
      return numberValue(literalNumber(expression));
    case "text":
      return textValue(expression.value);
    case "date":
      return dateValue(dayOf(expression.value));
    case "flag":
      return flagValue(expression.value);
    case "none":
    case "erroneous":
      throw new Error(`${expression.kind} is not a value`);
    case "full":
      if (scope.item === null) throw new Error("full outside an item");
      return numberValue(context.points(scope.item, scope.subject));
    case "reference":
      return reference(context, expression, scope);
    case "unary":
      return unary(expression, context.evaluate(expression.operand, scope));
    case "binary":
      return binary(context, expression, scope);
    case "by":
      return tableValue(context, expression, scope, namesIn(context, scope), (value) => context.evaluate(value, scope));
    case "call":
      return callValue(context, expression, scope, namesIn(context, scope));
  }
}

/** The value where points are expected. */
export function amount(context: Context, expression: ast.Expression, scope: Scope): Value {
  if (expression.kind === "by") {
    return amountOfTable(context, expression, scope, namesIn(context, scope));
  }
  const value = context.evaluate(expression, scope);
  if (value.kind !== "number" || scope.item === null || !isShare(typeOf(expression, namesIn(context, scope))))
    return value;
  return numberValue(times(value.number, context.points(scope.item, scope.subject)), value.isProvisional);
}

function unary({ op }: ast.Unary, value: Value): Value {
  if (isUnknown(value)) return pendingOf(value);
  if (op === "not" && value.kind === "flag") return flagValue(!value.flag, value.isProvisional);
  if (op === "-" && value.kind === "number") return numberValue(negated(value.number), value.isProvisional);
  throw new Error(`${op} of ${value.kind}`);
}

function reference(context: Context, { path }: ast.Reference, scope: Scope): Value {
  const { declared, tables } = context;
  const [first = "", second] = path.map(({ text }) => text);
  if (second !== undefined) {
    if (scope.row?.list.name === first) return scope.row.cells.get(second) ?? impossible("no column");
    throw new Error(`${first}.${second} outside its list`);
  }
  const own =
    scope.row?.cells.get(first) ?? tables.subjects[scope.subject]?.fields.get(first) ?? tables.constants.get(first);
  if (own !== undefined) return withAssessor(own, scope);
  const bound = declared.lets.get(first);
  if (bound !== undefined) return context.evaluate(bound, { ...scope, row: null });
  if (first === "score" || first === "总分") return context.score(scope.subject, scope.isBeforeVetoes);
  if ((first === "place" || first === "位次") && scope.place !== null) return numberValue(scope.place);
  if (declared.declarations.some((each) => each.kind === "grades" && each.name.text === first)) {
    return context.grade(first, scope.subject);
  }
  throw new Error(`the name ${first} means nothing`);
}

/** A missing field without an assessor is asked of the part that reads it. */
function withAssessor(value: Value, { item }: Scope): Value {
  if (value.kind !== "unknown" || item === null) return value;
  return { ...value, causes: value.causes.map((each) => ({ ...each, assessor: each.assessor ?? item.assessor })) };
}

function binary(context: Context, { op, left, right }: ast.Binary, scope: Scope): Value {
  if (op === "and" || op === "or") return connected(op, context.evaluate(left, scope), context.evaluate(right, scope));
  if (right.kind === "none" || left.kind === "none") {
    const value = context.evaluate(right.kind === "none" ? left : right, scope);
    const isBlank =
      value.kind === "unknown" &&
      value.isBlank &&
      value.causes.every(({ reason }) => reason === "blank" || reason === "no-history");
    if (isUnknown(value) && !isBlank) return pendingOf(value);
    return flagValue(isBlank === (op === "="));
  }
  const names = namesIn(context, scope);
  const side = (expression: ast.Expression, other: ast.Expression) =>
    levelNamed(expression, typeOf(other, names)) ??
    gradeNamed(context, expression, other) ??
    context.evaluate(expression, scope);
  const typed = (a: ast.Expression, b: ast.Expression) =>
    typeOf(a, names).kind === "choice" ? levelNamed(b, typeOf(a, names)) : null;
  const level = typed(left, right);
  const [a, b] = level === null ? [side(left, right), side(right, left)] : [context.evaluate(left, scope), level];
  if (op === "+" || op === "-" || op === "*" || op === "/" || op === "^")
    return calculated(context, op, a, b, right, names);
  return compared(op, a, b);
}

/** The grade of that name beside a grading. */
function gradeNamed({ declared }: Context, expression: ast.Expression, other: ast.Expression): Value | null {
  if (expression.kind !== "reference" || other.kind !== "reference") return null;
  const grading = declared.declarations.find(
    (each) => each.kind === "grades" && each.name.text === other.path[0]?.text,
  );
  if (grading?.kind !== "grades") return null;
  const levels = [
    ...grading.rows.map(({ grade }) => grade.text),
    ...(grading.otherwise === null ? [] : [grading.otherwise.text]),
  ].reverse();
  const name = expression.path[0]?.text ?? "";
  return { kind: "level", rank: levels.indexOf(name), name, isOrdered: true, isProvisional: false };
}

/** Kleene's `and` and `or`; provisional unless one side decides it alone. */
function connected(op: "and" | "or", ...sides: readonly [Value, Value]): Value {
  const deciding = op === "or";
  const decided = sides.filter((side) => side.kind === "flag" && side.flag === deciding);
  if (decided.length > 0)
    return flagValue(
      deciding,
      decided.every((side) => isProvisional(side)),
    );
  if (sides.some(isUnknown)) return pendingOf(...sides);
  return flagValue(!deciding, isProvisional(...sides));
}

type Arithmetic = "+" | "-" | "*" | "/" | "^";

function calculated(
  context: Context,
  op: Arithmetic,
  a: Value,
  b: Value,
  divisor: ast.Expression,
  names: Names,
): Value {
  if (isUnknown(a) || isUnknown(b)) return pendingOf(a, b);
  const mark = isProvisional(a, b);
  if (a.kind === "date" && b.kind === "date") return numberValue(whole(a.day - b.day), mark);
  if (a.kind === "date" && b.kind === "number") {
    const days = Number(b.number.n / b.number.d);
    return dateValue(op === "+" ? a.day + days : a.day - days, mark);
  }
  if (a.kind === "number" && b.kind === "date") return dateValue(b.day + Number(a.number.n / a.number.d), mark);
  if (a.kind !== "number" || b.kind !== "number") throw new Error(`${a.kind} ${op} ${b.kind}`);
  if (op === "/" && b.number.n === 0n) {
    return {
      ...impossible(isAcrossSubjects(divisor, names) ? "best-is-zero" : "division-by-zero"),
      isProvisional: mark,
    };
  }
  if (op === "^") return power(a.number, b.number, mark);
  const by = { "+": plus, "-": minus, "*": times, "/": over }[op];
  return numberValue(by(a.number, b.number), mark);
}

function power(base: Fraction, exponent: Fraction, mark: boolean): Value {
  const times = exponent.n < 0n ? -exponent.n : exponent.n;
  if (exponent.n < 0n && base.n === 0n) return impossible("division-by-zero");
  const size = fraction(base.n ** times, base.d ** times);
  return numberValue(exponent.n < 0n ? over(fraction(1n), size) : size, mark);
}

const holds = {
  "=": (sign: number) => sign === 0,
  "≠": (sign: number) => sign !== 0,
  "<": (sign: number) => sign < 0,
  "≤": (sign: number) => sign <= 0,
  ">": (sign: number) => sign > 0,
  "≥": (sign: number) => sign >= 0,
};

/** The sign of the difference of two known values of one kind. */
function difference(a: Value, b: Value): number {
  if (a.kind === "number" && b.kind === "number") return order(a.number, b.number);
  if (a.kind === "date" && b.kind === "date") return a.day - b.day;
  if (a.kind === "level" && b.kind === "level") return a.rank - b.rank;
  if (a.kind === "flag" && b.kind === "flag") return Number(a.flag) - Number(b.flag);
  if (a.kind === "text" && b.kind === "text") return folded(a.text) === folded(b.text) ? 0 : 1;
  throw new Error(`${a.kind} beside ${b.kind}`);
}

export function compared(op: keyof typeof holds, a: Value, b: Value): Value {
  const range = isUnknown(a) ? a.between : undefined;
  if (range !== undefined && b.kind === "number") {
    const ends = ends01(range, (number) => holds[op](order(number, b.number)));
    return ends === null ? pendingOf(a) : flagValue(ends, a.isProvisional === true || b.isProvisional);
  }
  if (isUnknown(a) || isUnknown(b)) return pendingOf(a, b);
  return flagValue(holds[op](difference(a, b)), isProvisional(a, b));
}

/** What a test gives for every whole number of a range; null where it differs. */
function ends01([low, high]: NonNullable<Unknown["between"]>, test: (number: Fraction) => boolean): boolean | null {
  const answers = new Set<boolean>();
  const last = high ?? plus(low, whole(1000));
  for (let at = low; order(at, last) <= 0; at = plus(at, whole(1))) answers.add(test(at));
  const [answer] = answers;
  return answers.size === 1 && answer !== undefined ? answer : null;
}

/** A number as it is published: a percentage counts its decimals after the percent. */
export function publishedNumber(number: Fraction, type: Type, decimals: number): Fraction {
  const isPercent = type.kind === "number" && type.of === "percent";
  return rounded(number, unitOf(decimals + (isPercent ? 2 : 0)));
}
