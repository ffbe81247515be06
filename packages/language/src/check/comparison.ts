/**
 * One comparison: numbers of one dimension, dates, texts, flags, levels of one choice; `= none` tests whether the value is missing.
 * A bare name beside a level is one of that choice's levels.
 */
import { type Fix, diagnostic, type TypedDiagnostic, writing } from "../diagnostics/diagnostic.js";
import type { Comparison } from "../program/expression.js";
import type * as ast from "../syntax/ast.js";
import { beside } from "./beside.js";
import type { Checked, Checker, Scope, Value } from "./checker.js";
import { textOf } from "./text-of.js";
import { literalLevel, meansSomething } from "./reference.js";
import { flagType, sameType, valueOf, expectationOf } from "./value.js";
import { keyword, writtenName } from "./written-name.js";

export function checkComparison(checker: Checker, node: ast.Binary, scope: Scope): Checked {
  const none = node.left.kind === "none" ? node.left : node.right.kind === "none" ? node.right : null;
  if (none !== null && (node.op === "=" || node.op === "≠")) {
    const operand = checker.check(none === node.left ? node.right : node.left, scope, null);
    if (operand === null) return null;
    const level = literalLevel(checker, none, expectationOf(operand.node.type));
    if (level !== null) {
      noteBlank(checker, none, operand);
      const [left, right] = none === node.left ? [level, operand] : [operand, level];
      return compared(checker, node, left, right, scope);
    }
    return valueOf({
      kind: "is-none",
      operand: operand.node,
      negated: node.op === "≠",
      type: flagType,
      span: node.span,
    });
  }
  const sides = bothSides(checker, node, scope);
  return sides === null ? null : compared(checker, node, sides[0], sides[1], scope);
}

/** Where a choice with a level called 无 may also be blank, a note states the meaning of each word. */
function noteBlank(checker: Checker, none: ast.NoneLiteral, operand: Value): void {
  const field = operand.node.kind === "field" ? checker.draft.fields[operand.node.field] : undefined;
  if (field?.optional !== true || field.default !== null) return;
  checker.report(
    diagnostic("none-is-a-level", none.span, {
      name: field.name,
      level: textOf(checker, none),
      blank: keyword(checker, "Blank"),
    }),
  );
}

/** A side that is a name of its own is checked first; the other may then be one of its levels. */
function bothSides(checker: Checker, node: ast.Binary, scope: Scope): readonly [Value, Value] | null {
  const rightFirst = node.left.kind === "none" || (isBareName(node.left) && !meansSomething(checker, node.left, scope));
  const [firstNode, secondNode] = rightFirst ? [node.right, node.left] : [node.left, node.right];
  const first = checker.check(firstNode, scope, null);
  if (first === null) {
    // The other side may be a level of what is in error: only what surely means something is read.
    if (!isBareName(secondNode) || meansSomething(checker, secondNode, scope)) checker.check(secondNode, scope, null);
    return null;
  }
  const { type } = first.node;
  if (type.kind === "text" && isBareName(secondNode) && !meansSomething(checker, secondNode, scope)) {
    checker.report(textWithoutQuotes(checker, secondNode));
    return null;
  }
  const second = checker.check(secondNode, scope, type.kind === "level" ? expectationOf(type) : null);
  if (second === null) return null;
  return rightFirst ? [second, first] : [first, second];
}

export function isBareName(node: ast.Expression): node is ast.Reference {
  return node.kind === "reference" && node.path.length === 1;
}

/** A name that means nothing where text is compared: most likely the text itself. */
export function textWithoutQuotes(checker: Checker, node: ast.Reference): TypedDiagnostic {
  const text = `"${node.path[0]?.text ?? ""}"`;
  return diagnostic(
    "text-without-quotes",
    node.span,
    { text: textOf(checker, node) },
    {
      fixes: [writing("resolves", text, node.span)],
    },
  );
}

function compared(checker: Checker, node: ast.Binary, left: Value, right: Value, scope: Scope): Checked {
  const op = node.op as Comparison["op"];
  const [a, b] = [left.node.type, right.node.type];
  if (a.kind === "number" && b.kind === "number") {
    const place = { span: node.span, op, inItem: scope.item !== null };
    const pair = beside(checker, place, { node: node.left, value: left }, { node: node.right, value: right });
    return pair === null ? null : made(node, op, pair.left, pair.right);
  }
  if (!sameType(a, b) || a.kind === "series") {
    checker.report(
      diagnostic("unlike-kinds", node.span, { left: a, right: b }, { fixes: levelFix(checker, node, left, right) }),
    );
    return null;
  }
  const byOrder = op !== "=" && op !== "≠";
  if (byOrder && !isOrdered(checker, a)) {
    checker.report(diagnostic("not-ordered", node.span, { kind: a, op, text: textOf(checker, node.left) }));
    return null;
  }
  return made(node, op, left, right);
}

function isOrdered(checker: Checker, type: Value["node"]["type"]): boolean {
  return type.kind === "date" || (type.kind === "level" && checker.draft.choices[type.choice]?.ordered === true);
}

/** `等级 = "达标"`: a level is written without quotes. */
function levelFix(checker: Checker, node: ast.Binary, left: Value, right: Value): readonly Fix<"resolves">[] {
  const [level, text] = left.node.type.kind === "level" ? [left, node.right] : [right, node.left];
  if (level.node.type.kind !== "level" || text.kind !== "text") return [];
  const known = checker.draft.choices[level.node.type.choice]?.levels.some((l) => l.name === text.value) === true;
  if (!known) return [];
  const name = writtenName(text.value);
  return [writing("resolves", name, text.span)];
}

function made(node: ast.Binary, op: Comparison["op"], left: Value, right: Value): Value {
  return valueOf({ kind: "comparison", op, left: left.node, right: right.node, type: flagType, span: node.span });
}
