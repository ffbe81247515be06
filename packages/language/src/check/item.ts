/**
 * An item, bonus or penalty: where its sum begins and within what it is held, and its lines.
 */
import { decimal, type Rational, ZERO } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import { isPointsUnit } from "../library/units.js";
import type { Expression } from "../program/expression.js";
import type * as ast from "../syntax/ast.js";
import { checkApplies } from "./applies.js";
import { type Checker, type PartDraft, type Scope, subjectScope } from "./checker.js";
import { checkAs } from "./check-as.js";
import { expressionsOfLine } from "../program/expressions-of-line.js";
import { checkLine } from "./line.js";
import { checkRange } from "./range.js";
import { flagExpected, pointsExpected } from "./value.js";
import { itemWordOf, type Reach } from "../vocabulary/vocabulary.js";
import { findExpression } from "../program/expression-tree.js";

/** Start and range of every item, once its points are known. */
export function allocateItems(checker: Checker): void {
  for (const part of checker.draft.parts) {
    if (part.node.kind === "item") measureItem(checker, part, part.node);
  }
}

/** The range of a sum that begins at 0, by the side to which it may reach; null is open. */
const ranges: Readonly<Record<Reach, (limit: Rational | null) => Pick<PartDraft, "min" | "max">>> = {
  above: (limit) => ({ min: ZERO, max: limit }),
  below: (limit) => ({ min: limit?.neg() ?? null, max: ZERO }),
};

function measureItem(checker: Checker, part: PartDraft, node: ast.Item): void {
  if (node.form !== "item") {
    const limit = limitOf(checker, node);
    part.start = ZERO;
    Object.assign(part, ranges[itemWordOf(node.form).reaches](limit));
    return;
  }
  part.start = part.flat.some(({ line }) => line.effect === "earn") ? ZERO : part.points;
  part.min = ZERO;
  part.max = part.points;
  if (node.within === null || part.weight !== null) return;
  const { min, max } = checkRange(checker, node.within, pointsExpected, { item: part.index, points: part.points });
  part.min = min;
  part.max = max;
  part.within = { min, max };
}

/** Points written in an item's or bonus's head; null where there are none, or after a diagnostic. */
function limitOf(checker: Checker, node: ast.Item) {
  if (node.upTo === null) return null;
  if (node.upTo.unit === null || isPointsUnit(node.upTo.unit)) return decimal(node.upTo.digits);
  checker.report(diagnostic("points-unit", node.upTo.span, { name: node.name.text, unit: node.upTo.unit }));
  return null;
}

/** Conditions and lines of every item. */
export function checkItems(checker: Checker): void {
  for (const part of checker.draft.parts) {
    if (part.node.kind !== "item") continue;
    const scope: Scope = { ...subjectScope, item: part.index };
    part.applies = checkApplies(checker, part.node.applies, scope);
    checkLines(checker, part, scope);
    if (part.node.form !== "item") checkShares(checker, part);
  }
}

/** The condition of a block applies to several lines: it is checked once, and negated once. */
function checkLines(checker: Checker, part: PartDraft, scope: Scope): void {
  const conditions = new Map<ast.Expression, Expression | null>();
  const conditionOf = (node: ast.Expression): Expression | null => {
    if (!conditions.has(node)) conditions.set(node, checkAs(checker, node, scope, flagExpected));
    return conditions.get(node) ?? null;
  };
  part.lines = part.flat.map(({ line, blocks }, index) => {
    const around = blocks.flatMap(({ condition, holds }): Expression[] => {
      const checked = conditionOf(condition);
      if (checked === null) return [];
      return [holds ? checked : { kind: "not", operand: checked, type: checked.type, span: checked.span }];
    });
    return checkLine(checker, part, line, { scope, index, around });
  });
}

/** A bonus has no points of its own, so nothing can be a share of them. */
function checkShares(checker: Checker, part: PartDraft): void {
  for (const line of part.lines) {
    for (const expression of expressionsOfLine(line)) {
      const share = findExpression(expression, (one) => one.kind === "full" || one.kind === "share");
      if (share === null) continue;
      checker.report(diagnostic("share-of-nothing", share.span, { name: part.name }));
      return;
    }
  }
}
