/**
 * `by X { … }`: the keys of each row fitted to what X is, the values of all rows brought to one kind, shared borders given
 * to one row, and gaps, overlaps and rows that nothing reaches found.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Band, Bands, Expression, ValueType } from "../program/expression.js";
import { points, sameDimension } from "../library/dimension.js";
import type * as ast from "../syntax/ast.js";
import { shareBorders } from "./band-borders.js";
import { checkBands } from "./bands.js";
import { allBeside } from "./beside.js";
import type { Side } from "./side.js";
import type { Checked, Checker, Scope, Value, Expectation } from "./checker.js";
import { isBareName, textWithoutQuotes } from "./comparison.js";
import { coerce, checkAsBeside } from "./check-as.js";
import { interpolated } from "./interpolated.js";
import { isShare, type NumberKind } from "./number-kind.js";
import { meansSomething } from "./reference.js";
import { isNumber, sameType, valueOf } from "./value.js";

export function checkByTable(checker: Checker, node: ast.ByTable, scope: Scope, want: Expectation | null): Checked {
  const subject = checker.check(node.subject, scope, null);
  const keys = node.rows.map((row) =>
    row.keys.map((key) =>
      subject === null ? null : checkKey(checker, key, { node: node.subject, value: subject }, scope),
    ),
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
    rows: node.interpolated ? rows : shareBorders(node, rows),
    otherwise: values.otherwise,
    type: values.type,
    span: node.span,
  };
  if (node.interpolated) {
    const lines = interpolated(checker, node, bands);
    return lines === null ? null : valueOf(lines, values.unit, values.kind);
  }
  checkBands(checker, node, bands, subject.unit, scope);
  return valueOf(bands, values.unit, values.kind);
}

function checkKey(checker: Checker, key: ast.BandKey, subject: Side, scope: Scope): Band | null {
  const { type } = subject.value.node;
  const value = (node: ast.Expression): Expression | null => checkAsBeside(checker, node, scope, subject);
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
    checker.report(diagnostic("bands-not-ordered", key.span, { kind: type }));
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
  readonly kind: NumberKind;
  readonly unit: Value["unit"];
}

/** Values of all rows as one kind. A table that is itself an amount may mix points with shares of them. */
function valuesOf(checker: Checker, node: ast.ByTable, scope: Scope, want: Expectation | null): Values | null {
  const nodes = [...node.rows.map((row) => row.value), ...(node.otherwise === null ? [] : [node.otherwise])];
  const checked = nodes.map((value) => checker.check(value, scope, want));
  if (checked.some((value) => value === null)) return null;
  const values = checked as readonly Value[];
  const [first] = values;
  if (first === undefined) {
    checker.report(diagnostic("bands-empty", node.span, {}));
    return null;
  }
  const whole = values.every((value) => isNumber(value.node.type))
    ? numbersOf(checker, nodes, values, scope, want)
    : othersOf(checker, nodes, values, first);
  if (whole === null) return null;
  const expressions = whole.values.map((value) => value.node);
  return {
    rows: expressions.slice(0, node.rows.length),
    otherwise: node.otherwise === null ? null : (expressions.at(-1) ?? null),
    type: whole.type,
    kind: whole.kind,
    unit: whole.unit,
  };
}

type Whole = Pick<Values, "type" | "kind" | "unit"> & { readonly values: readonly Value[] };

function numbersOf(
  checker: Checker,
  nodes: readonly ast.Expression[],
  values: readonly Value[],
  scope: Scope,
  want: Expectation | null,
): Whole | null {
  const isAmount = want?.due === "points";
  const pointsRow = values.findIndex(isPoints);
  if (pointsRow >= 0 && values.some((value) => isShare(value.kind))) {
    if (!isAmount) {
      const first = values.find((value) => isShare(value.kind)) as Value;
      const found = (values[pointsRow] as Value).node.type;
      checker.report(
        diagnostic("rows-differ", (nodes[pointsRow] as ast.Expression).span, { first: first.node.type, found }),
      );
      return null;
    }
    const points = values.map((value, i) => coerce(checker, nodes[i] as ast.Expression, value, want));
    if (points.some((value) => value === null)) return null;
    return { values: points as readonly Value[], type: want.type, kind: want.kind, unit: want.unit };
  }
  const place = { op: "rows", inItem: scope.item !== null, amount: isAmount } as const;
  return allBeside(
    checker,
    place,
    nodes.map((at, i) => ({ node: at, value: values[i] as Value })),
  );
}

function isPoints({ node }: Value): boolean {
  return isNumber(node.type) && sameDimension(node.type.dimension, points);
}

function othersOf(
  checker: Checker,
  nodes: readonly ast.Expression[],
  values: readonly Value[],
  first: Value,
): Whole | null {
  const { type } = first.node;
  const other = values.findIndex((value) => !sameType(value.node.type, type));
  const found = values[other];
  if (found === undefined) return { values, type, kind: first.kind, unit: first.unit };
  checker.report(
    diagnostic("rows-differ", nodes[other]?.span ?? first.node.span, { first: type, found: found.node.type }),
  );
  return null;
}
