// Expressions made by hand, as the checker would make them, in few words. Every node has a span of its own.

import type { Cohort, Expression, Span, ValueType } from "@yardstick/language/program";

let offset = 0;
export function span(): Span {
  offset += 2;
  return [offset, offset + 1];
}

export const NUMBER: ValueType = { kind: "number", dimension: {}, percent: false };
export const PERCENT: ValueType = { kind: "number", dimension: {}, percent: true };
export const FLAG: ValueType = { kind: "flag" };
export const TEXT: ValueType = { kind: "text" };

/** `"0.1"`, `"25%"`, `"1/3"` as an exact literal. */
export function exact(text: string): string {
  const percent = text.endsWith("%");
  const [numerator = "0", denominator = "1"] = text.replace("%", "").split("/");
  const [digits = "0", decimals = ""] = numerator.split(".");
  let n = BigInt(digits + decimals);
  let d = BigInt(denominator) * 10n ** BigInt(decimals.length) * (percent ? 100n : 1n);
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  if (a !== 0n) [n, d] = [n / a, d / a];
  return n === 0n ? "0" : d === 1n ? String(n) : `${n}/${d}`;
}

export const n = (text: string): Expression => ({
  kind: "number",
  span: span(),
  type: text.endsWith("%") ? PERCENT : NUMBER,
  value: exact(text),
});
export const yes: Expression = { kind: "flag", span: span(), type: FLAG, value: true };
export const no: Expression = { kind: "flag", span: span(), type: FLAG, value: false };
export const text = (value: string): Expression => ({ kind: "text", span: span(), type: TEXT, value });
export const date = (value: string): Expression => ({ kind: "date", span: span(), type: { kind: "date" }, value });
export const full: Expression = { kind: "full", span: span(), type: NUMBER };
export const share = (operand: Expression): Expression => ({ kind: "share", span: span(), type: NUMBER, operand });

const arithmetic =
  (op: "+" | "-" | "*" | "/" | "^") =>
  (left: Expression, right: Expression): Expression => ({
    kind: "arithmetic",
    span: span(),
    type: NUMBER,
    op,
    left,
    right,
  });
export const plus = arithmetic("+");
export const minus = arithmetic("-");
export const times = arithmetic("*");
export const over = arithmetic("/");
export const power = arithmetic("^");
export const negate = (operand: Expression): Expression => ({ kind: "negate", span: span(), type: NUMBER, operand });

type Comparison = Extract<Expression, { kind: "comparison" }>["op"];
export const is = (left: Expression, op: Comparison, right: Expression): Expression => ({
  kind: "comparison",
  span: span(),
  type: FLAG,
  op,
  left,
  right,
});
export const and = (left: Expression, right: Expression): Expression => ({
  kind: "logic",
  span: span(),
  type: FLAG,
  op: "and",
  left,
  right,
});
export const or = (left: Expression, right: Expression): Expression => ({
  kind: "logic",
  span: span(),
  type: FLAG,
  op: "or",
  left,
  right,
});
export const not = (operand: Expression): Expression => ({ kind: "not", span: span(), type: FLAG, operand });
export const isNone = (operand: Expression): Expression => ({
  kind: "is-none",
  span: span(),
  type: FLAG,
  operand,
  negated: false,
});
export const previous = (operand: Expression): Expression => ({
  kind: "previous",
  span: span(),
  type: operand.type,
  operand,
});
export const running = (condition: Expression): Expression => ({
  kind: "running",
  span: span(),
  type: NUMBER,
  condition,
});

export const apply = (name: Extract<Expression, { kind: "apply" }>["name"], ...args: Expression[]): Expression => ({
  kind: "apply",
  span: span(),
  type: args[0]?.type ?? NUMBER,
  name,
  args,
});

type Bands = Extract<Expression, { kind: "bands" }>;
type BandKey = Bands["rows"][number]["keys"][number];
export const under = (to: Expression): BandKey => ({ kind: "range", from: null, fromOpen: false, to, toOpen: true });
export const between = (from: Expression, to: Expression): BandKey => ({
  kind: "range",
  from,
  fromOpen: false,
  to,
  toOpen: true,
});
export const equal = (value: Expression): BandKey => ({ kind: "is", value, not: false });
export function by(
  subject: Expression,
  rows: readonly (readonly [BandKey | readonly BandKey[], Expression])[],
  otherwise: Expression | null = null,
): Expression {
  return {
    kind: "bands",
    span: span(),
    type: rows[0]?.[1].type ?? NUMBER,
    subject,
    rows: rows.map(([keys, value]) => ({ span: span(), keys: Array.isArray(keys) ? keys : [keys as BandKey], value })),
    otherwise,
  };
}

export const aggregate = (
  name: Extract<Expression, { kind: "aggregate" }>["name"],
  list: number,
  value: Expression | null,
): Expression => ({
  kind: "aggregate",
  span: span(),
  type: NUMBER,
  name,
  over: { kind: "list", list },
  value,
  where: null,
  trim: null,
});
export function across(
  name: Cohort["name"],
  value: Expression | null,
  more: Partial<Pick<Cohort, "within" | "where" | "ties">> = {},
): Expression {
  return { kind: "cohort", span: span(), type: NUMBER, name, value, within: null, where: null, ties: "gap", ...more };
}

type Reference = Extract<Expression, { kind: "reference" }>["to"];
export const result = (to: Reference, type: ValueType = NUMBER): Expression => ({
  kind: "reference",
  span: span(),
  type,
  to,
});
export const score: Expression = result({ kind: "score" });
export const last = (ranking: number): Expression => result({ kind: "last", ranking }, FLAG);
export const place = (ranking: number, section: number | null = null): Expression =>
  result({ kind: "place", ranking, section });
