/**
 * `by X interpolated { 80%: 0.9; 100%: 1 }`: a straight line from each anchor to the next, outside them the value of the nearest, or
 * that of `else`. It is checked as a table and becomes one whose rows are the stretches between the anchors: no evaluator knows it.
 */
import type { Rational } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Arithmetic, Band, Bands, Expression, ValueType } from "../program/expression.js";
import type * as ast from "../syntax/ast.js";
import { constantOf } from "./constant-value.js";
import type { Checker } from "./checker.js";
import { isNumber, pureType } from "./value.js";

interface Anchor {
  readonly at: Rational;
  readonly key: Expression;
  readonly value: Expression;
  readonly span: Bands["rows"][number]["span"];
}

/** Null after a diagnostic. `bands` is the table as it is written. */
export function interpolated(checker: Checker, node: ast.ByTable, bands: Bands): Bands | null {
  const anchors = anchorsOf(checker, node, bands);
  if (anchors === null) return null;
  const { subject, type } = bands;
  const [first] = anchors;
  const last = anchors.at(-1);
  if (first === undefined || last === undefined) return null;
  const beyond = (anchor: Anchor): Expression => bands.otherwise ?? anchor.value;
  const range = (
    from: Expression | null,
    to: Expression | null,
    more: Partial<Extract<Band, { kind: "range" }>>,
  ): Band => ({
    kind: "range",
    from,
    fromOpen: false,
    to,
    toOpen: true,
    ...more,
  });
  const between = anchors.slice(1).map((anchor, index) => {
    const before = anchors[index] ?? first;
    return { span: anchor.span, keys: [range(before.key, anchor.key, {})], value: line(subject, before, anchor, type) };
  });
  return {
    ...bands,
    rows: [
      { span: first.span, keys: [range(null, first.key, {})], value: beyond(first) },
      ...between,
      { span: last.span, keys: [{ kind: "is", value: last.key, not: false }], value: last.value },
      { span: last.span, keys: [range(last.key, null, { fromOpen: true, toOpen: false })], value: beyond(last) },
    ],
    otherwise: null,
  };
}

/** In the order of their places. */
function anchorsOf(checker: Checker, node: ast.ByTable, { subject, rows, type }: Bands): readonly Anchor[] | null {
  const refuse = (
    why: "subject" | "values" | "anchor" | "twice" | "few",
    { span }: Pick<ast.Expression, "span">,
  ): null => {
    checker.report(diagnostic("interpolation", span, { why, text: checker.source.slice(...span) }));
    return null;
  };
  if (!isNumber(subject.type)) return refuse("subject", node.subject);
  if (!isNumber(type)) return refuse("values", node);
  const anchors: Anchor[] = [];
  for (const [index, row] of rows.entries()) {
    const [key, ...others] = row.keys;
    const written = node.rows[index]?.keys[0] ?? row;
    const at = key?.kind === "is" && !key.not && others.length === 0 ? constantOf(key.value, null) : null;
    if (at === null || key?.kind !== "is") return refuse("anchor", written);
    if (anchors.some((anchor) => anchor.at.equals(at))) return refuse("twice", written);
    anchors.push({ at, key: key.value, value: row.value, span: row.span });
  }
  if (anchors.length < 2) return refuse("few", node.subject);
  return anchors.sort((a, b) => a.at.compare(b.at));
}

/** `y1 + (y2 - y1) * ((X - x1) / (x2 - x1))`. */
function line(subject: Expression, from: Anchor, to: Anchor, type: ValueType): Expression {
  const { span } = to;
  const sum = (op: Arithmetic["op"], left: Expression, right: Expression, of: ValueType): Arithmetic => ({
    kind: "arithmetic",
    op,
    left,
    right,
    type: of,
    span,
  });
  const reached = sum(
    "/",
    sum("-", subject, from.key, subject.type),
    sum("-", to.key, from.key, subject.type),
    pureType,
  );
  return sum("+", from.value, sum("*", sum("-", to.value, from.value, type), reached, type), type);
}
