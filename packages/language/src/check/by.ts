/**
 * `by X { … }`: the keys of each row fitted to what X is, the values of all rows brought to one kind, shared borders given
 * to one row, and gaps, overlaps and rows that nothing reaches found.
 */
import { finding } from "../diagnostics/diagnostic.js";
import type { Band, Bands, Expression, ValueType } from "../program/expression.js";
import { isPure } from "../library/dimension.js";
import type * as ast from "../syntax/ast.js";
import { shareBorders } from "./band-borders.js";
import { checkBands } from "./bands.js";
import type { Checked, Checker, Scope, Value, Want } from "./checker.js";
import { isBareName, textWithoutQuotes } from "./comparison.js";
import { adapt, demand, fit } from "./demand.js";
import { meansSomething } from "./reference.js";
import { isNumber, numberType, type NumberType, sameType, valueOf, wantOf } from "./value.js";

export function checkByTable(checker: Checker, node: ast.ByTable, scope: Scope, want: Want | null): Checked {
  const subject = checker.check(node.subject, scope, null);
  const keys = node.rows.map((row) =>
    row.keys.map((key) => (subject === null ? null : checkKey(checker, key, subject, scope))),
  );
  const values = valuesOf(checker, node, scope, want);
  if (subject === null || values === null || keys.some((row) => row.some((key) => key === null))) return null;
  const rows = node.rows.map((row, i) => ({
    span: row.span,
    keys: (keys[i] ?? []) as readonly Band[],
    value: values.rows[i] as Expression,
  }));
  const bands: Bands = {
    kind: "bands",
    subject: subject.node,
    rows: shareBorders(node, rows),
    otherwise: values.otherwise,
    type: values.type,
    span: node.span,
  };
  checkBands(checker, node, bands, subject.unit, scope);
  return valueOf(bands, values.unit);
}

function checkKey(checker: Checker, key: ast.BandKey, subject: Value, scope: Scope): Band | null {
  const { type } = subject.node;
  const want = wantOf(type, subject.unit);
  const value = (node: ast.Expression): Expression | null => demand(checker, node, scope, want);
  if (
    key.kind === "is" &&
    type.kind === "text" &&
    isBareName(key.value) &&
    !meansSomething(checker, key.value, scope)
  ) {
    checker.report(textWithoutQuotes(checker, key.value));
    return null;
  }
  if (key.kind === "is") {
    const is = value(key.value);
    return is === null ? null : { kind: "is", value: is, not: false };
  }
  if (key.kind === "compare" && (key.op === "=" || key.op === "≠")) {
    const is = value(key.value);
    return is === null ? null : { kind: "is", value: is, not: key.op === "≠" };
  }
  if (!isOrdered(checker, type)) {
    checker.report(finding("bands-not-ordered", key.span, { kind: type }));
    return null;
  }
  if (key.kind === "compare") {
    const limit = value(key.value);
    if (limit === null) return null;
    const below = key.op === "<" || key.op === "≤";
    const open = key.op === "<" || key.op === ">";
    return below
      ? { kind: "range", from: null, fromOpen: false, to: limit, toOpen: open }
      : { kind: "range", from: limit, fromOpen: open, to: null, toOpen: false };
  }
  const from = key.from === null ? null : value(key.from);
  const to = key.to === null ? null : value(key.to);
  if ((key.from !== null && from === null) || (key.to !== null && to === null)) return null;
  return { kind: "range", from, fromOpen: false, to, toOpen: false };
}

function isOrdered(checker: Checker, type: ValueType): boolean {
  if (type.kind === "level") return checker.draft.choices[type.choice]?.ordered === true;
  return type.kind === "number" || type.kind === "date";
}

interface Values {
  readonly rows: readonly Expression[];
  readonly otherwise: Expression | null;
  readonly type: ValueType;
  readonly unit: Value["unit"];
}

/** Values of all rows as one kind: points where points are wanted, else what the first is; bare numbers in another's unit. */
function valuesOf(checker: Checker, node: ast.ByTable, scope: Scope, want: Want | null): Values | null {
  const nodes = [...node.rows.map((row) => row.value), ...(node.otherwise === null ? [] : [node.otherwise])];
  const checked = nodes.map((value) => checker.check(value, scope, want));
  if (checked.some((value) => value === null)) return null;
  const values = checked as readonly Value[];
  const [first] = values;
  const guide =
    first?.bare === true ? (values.find((value) => !value.bare && isNumber(value.node.type)) ?? first) : first;
  if (guide === undefined) {
    checker.report(finding("bands-empty", node.span, {}));
    return null;
  }
  const fitted = values.map((value, i) => {
    const at = nodes[i] as ast.Expression;
    return want?.points ? fit(checker, at, value, want) : asGuide(checker, at, value, guide);
  });
  if (fitted.some((value) => value === null)) return null;
  const expressions = (fitted as readonly Value[]).map((value) => value.node);
  const type = want?.points ? want.type : commonType(values, guide);
  const unit = want?.points
    ? want.unit
    : values.every((value) => value.bare || value.unit?.scale === guide.unit?.scale)
      ? guide.unit
      : null;
  const rows = expressions.slice(0, node.rows.length);
  return { rows, otherwise: node.otherwise === null ? null : (expressions.at(-1) ?? null), type, unit };
}

function asGuide(checker: Checker, node: ast.Expression, value: Value, guide: Value): Checked {
  const type = guide.node.type;
  if (value.bare && !guide.bare && isNumber(type)) return adapt(checker, node, value, type, guide.unit);
  if (sameType(value.node.type, type)) return value;
  checker.report(finding("rows-differ", node.span, { first: type, found: value.node.type }));
  return null;
}

/** Percentages stay percentages where all rows are. */
function commonType(values: readonly Value[], guide: Value): ValueType {
  const { type } = guide.node;
  if (!isNumber(type) || !isPure(type.dimension)) return type;
  const percent =
    values.every((value) => value.bare || (value.node.type as NumberType).percent) &&
    values.some((value) => !value.bare);
  return numberType(type.dimension, percent);
}
