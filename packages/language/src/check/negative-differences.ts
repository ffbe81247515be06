/**
 * Differences that a rule counts or deducts, and that can be negative: `per (due - came)` then counts the other way and gives points.
 * A warning, where neither the ranges of the fields nor the conditions of the rule keep the difference at 0 or above.
 */
import { type Fix, diagnostic } from "../diagnostics/diagnostic.js";
import type { Expression } from "../program/expression.js";
import type { Checker, LineDraft, PartDraft } from "./checker.js";
import { constantOf } from "./constant-value.js";
import { isBounded } from "./extremes.js";
import { type Knowledge, rangeOf, shapeOf } from "./expression-range.js";
import { effects } from "./line-effect.js";
import { knowledgeInside, knowledgeOfLine } from "./standing.js";
import { textOf } from "./text-of.js";
import { keyword } from "./written-name.js";

export function checkNegativeDifferences(checker: Checker): void {
  for (const part of checker.draft.parts) {
    const inside = knowledgeInside(checker, part);
    part.lines.forEach((line, index) => checkLine(checker, part, line, index, knowledgeOfLine(checker, line, inside)));
  }
}

function checkLine(checker: Checker, part: PartDraft, line: LineDraft, index: number, knowledge: Knowledge): void {
  const { effect, per, amount } = line;
  if (effect === "add-or-deduct") return;
  const isSuspect = (difference: Difference | null): difference is Difference =>
    difference !== null && !isGuarded(checker, line, difference) && isBelowZero(checker, difference, knowledge);
  const report = (difference: Difference, isCounted: boolean, fixes: readonly Fix<"changes">[]): void =>
    checker.report(
      diagnostic(
        "difference-below-zero",
        difference.node.span,
        {
          text: textOf(checker, difference.node),
          left: textOf(checker, difference.left),
          right: textOf(checker, difference.right),
          does: effects[effect].does,
          isCounted,
        },
        { fixes },
      ),
    );
  if (per !== null && per.measure.kind === "all") {
    const difference = differenceIn(per.of);
    if (isSuspect(difference)) report(difference, true, overFix(checker, part, index, difference.node === per.of));
  }
  if (effect === "deduct" && amount?.kind === "expression") {
    const difference = differenceIn(amount.value);
    if (isSuspect(difference)) report(difference, false, maxFix(checker, difference));
  }
}

/** Of two numbers, or the days between two dates. */
interface Difference {
  readonly node: Expression;
  readonly left: Expression;
  readonly right: Expression;
}

/** The difference that the sign of a value hangs on; null where there is none. */
function differenceIn(value: Expression): Difference | null {
  switch (value.kind) {
    case "apply": {
      const [left, right] = value.args;
      return value.name === "days" && left !== undefined && right !== undefined ? { node: value, left, right } : null;
    }
    case "share":
      return differenceIn(value.operand);
    case "arithmetic":
      if (value.op === "-") return { node: value, left: value.left, right: value.right };
      if (value.op === "*") return differenceIn(value.left) ?? differenceIn(value.right);
      return value.op === "/" ? differenceIn(value.left) : null;
    default:
      return null;
  }
}

/** What falls short of the whole is not doubted, `1 - done / target`: hardly any share is above 100%. */
function isBelowZero(checker: Checker, difference: Difference, knowledge: Knowledge): boolean {
  const { node, left, right } = difference;
  const { type } = node;
  const whole = constantOf(left, null);
  if (whole?.equals(1) === true || (type.kind === "number" && type.percent && whole !== null)) return false;
  if (constantOf(right, null)?.compare(0) === 0 || isBounded(checker, left, right)) return false;
  const { min } = rangeOf(checker, node, knowledge);
  return min === null || min.compare(0) < 0;
}

/** Whether the rule acts only where the left side is the greater, `if due > came`, or the data must be so by a requirement. */
function isGuarded(checker: Checker, { conditions, each }: LineDraft, { left, right }: Difference): boolean {
  const [greater, less] = [shapeOf(left), shapeOf(right)];
  const required = checker.draft.requirements.map(({ condition }) => condition);
  const pending = [...conditions, ...(each?.where == null ? [] : [each.where]), ...required];
  for (let condition = pending.pop(); condition !== undefined; condition = pending.pop()) {
    if (condition.kind === "logic" && condition.op === "and") pending.push(condition.left, condition.right);
    if (condition.kind !== "comparison") continue;
    const sides = [shapeOf(condition.left), shapeOf(condition.right)];
    if (condition.op === ">" || condition.op === "≥") if (sides[0] === greater && sides[1] === less) return true;
    if (condition.op === "<" || condition.op === "≤") if (sides[0] === less && sides[1] === greater) return true;
  }
  return false;
}

/** `per due over came`: never below 0. */
function overFix(checker: Checker, part: PartDraft, index: number, isWhole: boolean): readonly Fix<"changes">[] {
  const node = part.flat[index]?.line.per ?? null;
  if (!isWhole || node === null || node.of.kind !== "binary") return [];
  const { left, right } = node.of;
  const begin = (node.step ?? null) === null ? keywordEnd(checker, node.span[0]) : (node.step?.span[1] ?? 0);
  const side = (operand: typeof left) =>
    operand.kind === "binary" ? `(${textOf(checker, operand)})` : textOf(checker, operand);
  const text = `${side(left)} ${keyword(checker, "Over")} ${side(right)}`;
  return [
    {
      effect: "changes",
      title: { zh: `改为「${text}」，小于 0 不计`, en: `Write \`${text}\`: below 0 it does not count` },
      edits: [{ span: [begin, node.span[1]], text: ` ${text}` }],
    },
  ];
}

const keywordEnd = (checker: Checker, from: number): number =>
  from + (/^(?:per|每)/u.exec(checker.source.slice(from, from + 4))?.[0].length ?? 0);

/** `max(0, due - came)`. */
function maxFix(checker: Checker, { left, right }: Difference): readonly Fix<"changes">[] {
  const [from, to] = [left.span[0], right.span[1]];
  const text = checker.source.slice(from, to);
  if (!isBalanced(text)) return [];
  const call = `${checker.vocabulary === "zh" ? "较大" : "max"}(0, ${text})`;
  return [
    {
      effect: "changes",
      title: { zh: `改为「${call}」`, en: `Write \`${call}\`` },
      edits: [{ span: [from, to], text: call }],
    },
  ];
}

/** Spans leave out the brackets around an operand. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === "(" || sign === "（") depth += 1;
    else if (sign === ")" || sign === "）") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
