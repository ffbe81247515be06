/**
 * `by X { band: value }`, its borders, and `interpolated`: "Bands" of the language reference.
 */
import type { ast } from "@yardstick/language";
import type { Context, Scope } from "./context.js";
import { constantNumber } from "./declared.js";
import { minus, order, over, plus, times, whole, type Fraction } from "./fraction.js";
import { typeOf, type Names } from "./kinds.js";
import { folded, impossible, isUnknown, marked, numberValue, pendingOf, type Value } from "./value.js";

type Row = ast.ByTable["rows"][number];

const allKeys = ({ rows }: ast.ByTable) => rows.flatMap((row) => row.keys.map((key) => ({ row, key })));

/** Whether the comparisons of a table are `<=` and `>` only: then borders belong to the lower row. */
function isLower(table: ast.ByTable): boolean {
  const operators = allKeys(table).flatMap(({ key }) => (key.kind === "compare" ? [key.op] : []));
  return operators.length > 0 && operators.every((op) => op === "≤" || op === ">");
}

const bound = (context: Context, expression: ast.Expression, scope: Scope): Value =>
  context.evaluate(expression, scope);

function sameNumber(a: Value, number: Fraction): boolean {
  return a.kind === "number" && order(a.number, number) === 0;
}

/** Whether another row begins (or ends) at this border, and so takes it. */
function takenElsewhere(
  context: Context,
  table: ast.ByTable,
  own: Row,
  number: Fraction,
  scope: Scope,
  isUpper: boolean,
): boolean {
  return allKeys(table).some(({ row, key }) => {
    if (row === own) return false;
    if (key.kind === "between") {
      const end = isUpper ? key.from : key.to;
      return end !== null && sameNumber(bound(context, end, scope), number);
    }
    return (
      key.kind === "compare" && key.op === (isUpper ? "≥" : "≤") && sameNumber(bound(context, key.value, scope), number)
    );
  });
}

/** Whether a row matches; unknown where a border is not known. */
function matches(
  context: Context,
  table: ast.ByTable,
  row: Row,
  subject: Value,
  scope: Scope,
  names: Names,
): Value | boolean {
  for (const key of row.keys) {
    if (key.kind === "is") {
      if (matchesValue(context, key.value, subject, scope)) return true;
      continue;
    }
    if (subject.kind === "level" || subject.kind === "date") {
      if (matchesOrdered(context, key, subject, scope, names, table)) return true;
      continue;
    }
    if (subject.kind !== "number") throw new Error(`a band of ${subject.kind}`);
    const { number } = subject;
    if (key.kind === "compare") {
      const value = bound(context, key.value, scope);
      if (value.kind !== "number") return pendingOf(value);
      const sign = order(number, value.number);
      const isMatch = {
        "=": sign === 0,
        "≠": sign !== 0,
        "<": sign < 0,
        "≤": sign <= 0,
        ">": sign > 0,
        "≥": sign >= 0,
      }[key.op];
      if (isMatch) return true;
      continue;
    }
    const [from, to] = [key.from, key.to].map((end) => (end === null ? null : bound(context, end, scope)));
    const unknowns = [from, to].filter((end): end is Value => end !== null && end !== undefined && isUnknown(end));
    if (unknowns.length > 0) return pendingOf(...unknowns);
    const low = from?.kind === "number" ? order(number, from.number) : 1;
    const high = to?.kind === "number" ? order(number, to.number) : -1;
    if (low < 0 || high > 0) continue;
    if (isLower(table)) {
      if (low === 0 && high !== 0 && takenElsewhere(context, table, row, number, scope, false)) continue;
    } else if (high === 0 && low !== 0 && takenElsewhere(context, table, row, number, scope, true)) continue;
    return true;
  }
  return false;
}

function matchesValue(context: Context, expression: ast.Expression, subject: Value, scope: Scope): boolean {
  if (subject.kind === "level") return expression.kind === "reference" && expression.path[0]?.text === subject.name;
  const value = context.evaluate(expression, scope);
  if (subject.kind === "number") return sameNumber(value, subject.number);
  if (subject.kind === "text") return value.kind === "text" && folded(value.text) === folded(subject.text);
  if (subject.kind === "flag") return value.kind === "flag" && value.flag === subject.flag;
  if (subject.kind === "date") return value.kind === "date" && value.day === subject.day;
  return false;
}

function matchesOrdered(
  context: Context,
  key: Exclude<ast.BandKey, { kind: "is" }>,
  subject: Extract<Value, { kind: "level" | "date" }>,
  scope: Scope,
  names: Names,
  table: ast.ByTable,
): boolean {
  const type = typeOf(table.subject, names);
  const rankOf = (expression: ast.Expression): number => {
    if (type.kind === "choice" && expression.kind === "reference")
      return type.levels.indexOf(expression.path[0]?.text ?? "");
    const value = context.evaluate(expression, scope);
    return value.kind === "date" ? value.day : Number.NaN;
  };
  const own = subject.kind === "level" ? subject.rank : subject.day;
  if (key.kind === "between")
    return (key.from === null || own >= rankOf(key.from)) && (key.to === null || own <= rankOf(key.to));
  const other = rankOf(key.value);
  return {
    "=": own === other,
    "≠": own !== other,
    "<": own < other,
    "≤": own <= other,
    ">": own > other,
    "≥": own >= other,
  }[key.op];
}

/** The row for a known value, `else`, or why there is none. */
function rowFor(
  context: Context,
  table: ast.ByTable,
  subject: Value,
  scope: Scope,
  names: Names,
): ast.Expression | Value {
  for (const row of table.rows) {
    const isMatch = matches(context, table, row, subject, scope, names);
    if (isMatch === true) return row.value;
    if (isMatch !== false) return isMatch;
  }
  return table.otherwise ?? impossible("no-band");
}

const isExpression = (found: ast.Expression | Value): found is ast.Expression => "span" in found;

/** The value of a table; `valueOf` evaluates the row that was found. */
export function tableValue(
  context: Context,
  table: ast.ByTable,
  scope: Scope,
  names: Names,
  valueOf: (expression: ast.Expression) => Value,
): Value {
  const subject = context.evaluate(table.subject, scope);
  if (table.interpolated) return interpolated(table, subject, valueOf);
  if (subject.kind === "unknown") {
    const { between } = subject;
    if (between === undefined) return { ...pendingOf(subject), isOptional: subject.isOptional };
    const found = new Set<ast.Expression | Value>();
    const last = between[1] ?? plus(between[0], whole(1000));
    for (let at = between[0]; order(at, last) <= 0; at = plus(at, whole(1))) {
      found.add(rowFor(context, table, numberValue(at), scope, names));
    }
    const [only] = found;
    return found.size === 1 && only !== undefined && isExpression(only) ? valueOf(only) : pendingOf(subject);
  }
  const found = rowFor(context, table, subject, scope, names);
  return isExpression(found) ? marked(valueOf(found), subject.isProvisional) : found;
}

/** The value of a table where points are expected: each row may be points or a share of them. */
export function amountOfTable(context: Context, table: ast.ByTable, scope: Scope, names: Names): Value {
  return tableValue(context, table, scope, names, (value) => context.amount(value, scope));
}

function interpolated(table: ast.ByTable, subject: Value, valueOf: (expression: ast.Expression) => Value): Value {
  if (subject.kind !== "number") return pendingOf(subject);
  const anchors = table.rows
    .map(({ keys: [key], value }) => ({
      at: (key?.kind === "is" ? constantNumber(key.value) : null) ?? whole(0),
      value,
    }))
    .sort((a, b) => order(a.at, b.at));
  const { number, isProvisional } = subject;
  const [first, last] = [anchors[0], anchors.at(-1)];
  if (first === undefined || last === undefined) throw new Error("an interpolation without anchors");
  const outside = order(number, first.at) < 0 ? first : order(number, last.at) > 0 ? last : null;
  if (outside !== null) return marked(valueOf(table.otherwise ?? outside.value), isProvisional);
  const upper = anchors.findIndex(({ at }) => order(number, at) <= 0);
  const right = anchors[upper] ?? last;
  if (order(number, right.at) === 0) return marked(valueOf(right.value), isProvisional);
  const left = anchors[upper - 1] ?? first;
  const [a, b] = [valueOf(left.value), valueOf(right.value)];
  if (a.kind !== "number" || b.kind !== "number") return pendingOf(a, b);
  const share = over(minus(number, left.at), minus(right.at, left.at));
  return numberValue(
    plus(a.number, times(share, minus(b.number, a.number))),
    isProvisional || a.isProvisional || b.isProvisional,
  );
}
