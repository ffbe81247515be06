/**
 * Divisions whose divisor may be zero: a warning that suggests a guard, one for each divisor however often it is used.
 */
import { type Fix, diagnostic } from "../diagnostics/diagnostic.js";
import type { Expression } from "../program/expression.js";
import type { Span } from "../source/span.js";
import { assertNever } from "./assert-never.js";
import type { Checker } from "./checker.js";
import { behindLet } from "./extremes.js";
import { type Knowledge, shapeOf } from "./expression-range.js";
import { assume, canBeZero } from "./knowledge.js";
import { knowledgeInside, knowledgeOfLine, type Standing, standingExpressions } from "./standing.js";
import { operandsOf } from "../program/expression-tree.js";

interface Suspect {
  readonly divisor: Expression;
  readonly spans: Span[];
}

export function checkDivisions(checker: Checker): void {
  const suspects = new Map<string, Suspect>();
  const suspect = (divisor: Expression, knowledge: Knowledge): void => {
    if (!canBeZero(checker, divisor, knowledge)) return;
    const shape = shapeOf(divisor);
    const known = suspects.get(shape);
    if (known === undefined) suspects.set(shape, { divisor, spans: [divisor.span] });
    else known.spans.push(divisor.span);
  };
  for (const standing of standingExpressions(checker)) findDivisions(checker, standing, suspect);
  for (const part of checker.draft.parts) {
    for (const line of part.lines) {
      if (line.amount?.kind !== "proportion" || isRatioToAll(checker, line.amount.actual, line.amount.target)) continue;
      suspect(line.amount.target, knowledgeOfLine(checker, line, knowledgeInside(checker, part)));
    }
  }
  for (const { divisor, spans } of suspects.values()) report(checker, divisor, spans);
}

/** `X / highest(X)`, `full * X / total(X)`: the divisor is 0 only where every subject has 0, and then that is reported. */
function isRatioToAll(checker: Checker, dividend: Expression, divisor: Expression): boolean {
  const all = behindLet(checker, divisor);
  if (all.kind !== "cohort" || all.value === null || !ratioTo.has(all.name)) return false;
  const own = shapeOf(behindLet(checker, all.value));
  // A set also goes through what is added on the way, and through each intermediate value once.
  const factors = new Set([behindLet(checker, dividend)]);
  for (const one of factors) {
    if (shapeOf(one) === own) return true;
    for (const factor of factorsIn(one)) factors.add(behindLet(checker, factor));
  }
  return false;
}

function factorsIn(node: Expression): readonly Expression[] {
  if (node.kind === "share") return [node.operand];
  if (node.kind !== "arithmetic") return [];
  return node.op === "*" ? [node.left, node.right] : node.op === "/" ? [node.left] : [];
}

const ratioTo: ReadonlySet<string> = new Set(["highest", "mean", "total"]);

function report(checker: Checker, divisor: Expression, spans: readonly Span[]): void {
  const [span = divisor.span, ...others] = [...spans].sort((a, b) => a[0] - b[0]);
  const related = others.map((other) => ({ span: other, note: { zh: "这里也除以它", en: "it divides here too" } }));
  const params = { divisor: checker.source.slice(...span), isField: divisor.kind === "field" };
  checker.report(diagnostic("possible-division-by-zero", span, params, { related, fixes: rangeFix(checker, divisor) }));
}

/** A field without a range gets one: a value below it is then in error, and its subject has no score. */
function rangeFix(checker: Checker, divisor: Expression): readonly Fix<"changes">[] {
  const node = divisor.kind === "field" ? checker.draft.fields[divisor.field]?.node : null;
  if (node?.type.kind !== "number-type" || node.type.range !== null) return [];
  const least = node.type.type === "percent" ? "1%" : "1";
  const at = node.type.span[1];
  return [
    {
      effect: "changes",
      title: { zh: `「${node.name.text}」至少为 ${least}`, en: `Let "${node.name.text}" be at least ${least}` },
      edits: [{ span: [at, at], text: ` ${least} ..` }],
    },
  ];
}

/** Walks an expression; `and`, `or` and `by` guard what follows them. */
function findDivisions(
  checker: Checker,
  root: Standing,
  suspect: (divisor: Expression, knowledge: Knowledge) => void,
): void {
  const stack: Standing[] = [root];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { expression, knowledge } = top;
    if (
      expression.kind === "arithmetic" &&
      expression.op === "/" &&
      !isRatioToAll(checker, expression.left, expression.right)
    )
      suspect(expression.right, knowledge);
    stack.push(...insideOf(checker, expression, knowledge));
  }
}

function insideOf(checker: Checker, expression: Expression, knowledge: Knowledge): readonly Standing[] {
  switch (expression.kind) {
    case "logic": {
      const known = assume(checker, knowledge, expression.left, expression.op === "and");
      return [
        { expression: expression.left, knowledge },
        { expression: expression.right, knowledge: known },
      ];
    }
    case "cohort":
    case "aggregate": {
      const { where, value } = expression;
      const inner: Knowledge = { ...knowledge, held: new Map(), nonzero: new Set() };
      const known = where === null ? inner : assume(checker, inner, where);
      return [
        ...(where === null ? [] : [{ expression: where, knowledge: inner }]),
        ...(value === null ? [] : [{ expression: value, knowledge: known }]),
        ...(expression.kind === "aggregate" && expression.over.kind === "series"
          ? [{ expression: expression.over.series, knowledge }]
          : []),
      ];
    }
    case "bands":
      return insideBands(checker, expression, knowledge);
    default:
      return operandsOf(expression).map((part) => ({ expression: part, knowledge }));
  }
}

/** In a row its key holds; in the rows after it and in `else`, it does not. */
function insideBands(
  checker: Checker,
  bands: Extract<Expression, { kind: "bands" }>,
  knowledge: Knowledge,
): readonly Standing[] {
  const inside: Standing[] = [{ expression: bands.subject, knowledge }];
  let rest = knowledge;
  for (const row of bands.rows) {
    const conditions = row.keys.map((key) => conditionOf(bands, key));
    const [only, ...others] = conditions;
    const known = only === undefined || others.length > 0 ? rest : assume(checker, rest, only);
    inside.push({ expression: row.value, knowledge: known });
    for (const condition of conditions) rest = assume(checker, rest, condition, false);
  }
  if (bands.otherwise !== null) inside.push({ expression: bands.otherwise, knowledge: rest });
  return inside;
}

/** The key as a condition on the table's subject. */
function conditionOf(
  bands: Extract<Expression, { kind: "bands" }>,
  key: (typeof bands.rows)[number]["keys"][number],
): Expression {
  const { subject } = bands;
  const compare = (op: "=" | "≠" | "<" | "≤" | ">" | "≥", right: Expression): Expression => ({
    kind: "comparison",
    op,
    left: subject,
    right,
    type: { kind: "flag" },
    span: right.span,
  });
  switch (key.kind) {
    case "is":
      return compare(key.not ? "≠" : "=", key.value);
    case "range": {
      const from = key.from === null ? null : compare(key.fromOpen ? ">" : "≥", key.from);
      const to = key.to === null ? null : compare(key.toOpen ? "<" : "≤", key.to);
      if (from === null || to === null)
        return from ?? to ?? { kind: "flag", value: true, type: { kind: "flag" }, span: subject.span };
      return { kind: "logic", op: "and", left: from, right: to, type: { kind: "flag" }, span: subject.span };
    }
    default:
      return assertNever(key);
  }
}
