/**
 * What is said of numbers that do not go side by side, with a fix for each reading that the text can have.
 */
import { decimalOrQuotient, percentText, type Rational } from "@yardstick/exact";
import { diagnostic, type Fix, writing } from "../diagnostics/diagnostic.js";
import { points, sameDimension } from "../library/dimension.js";
import type { Expression } from "../program/expression.js";
import type * as ast from "../syntax/ast.js";
import type { Checker } from "./checker.js";
import { constantOf } from "./constant-value.js";
import { counts, isShare } from "./number-kind.js";
import { bracketed, timesSign } from "./fix-text.js";
import type { Place, Side } from "./side.js";
import { textOf } from "./text-of.js";
import type { NumberType } from "./value.js";
import { findExpression } from "../program/expression-tree.js";

/** `0.9` beside a percentage: 90% or 0.9%? */
export function reportBarePercent(checker: Checker, place: Place, { node, value }: Side, other: Side): void {
  const number = constantOf(value.node, null);
  if (number === null) {
    reportClash(checker, place, other, { node, value });
    return;
  }
  const [share, written] = [percentText(number), `${decimalOrQuotient(number)}%`];
  const isSmall = number.abs().compare(1) <= 0;
  const texts = isSmall && !(place.isStep === true && number.equals(1)) ? [share, written] : [written, share];
  const inPoints = place.amount === true ? [withUnit(checker, number)] : [];
  const readings = [share, written, ...inPoints].filter(isWritable);
  checker.report(
    diagnostic(
      "bare-beside-percent",
      node.span,
      { text: textOf(checker, node), readings },
      {
        fixes: [...texts, ...inPoints].filter(isWritable).map((text) => writing("resolves", text, node.span)),
        // A range or a default has no other operand.
        related: other.node === node ? [] : related(checker, other),
      },
    ),
  );
}

/** Fractions that never end cannot be written as a literal. */
function isWritable(text: string): boolean {
  return !text.includes("/");
}

export function withUnit(checker: Checker, number: Rational): string {
  const isOne = number.equals(1);
  return checker.vocabulary === "zh"
    ? `${decimalOrQuotient(number)} 分`
    : `${decimalOrQuotient(number)} ${isOne ? "point" : "points"}`;
}

function related(checker: Checker, { node }: Side) {
  const text = textOf(checker, node);
  return [{ span: node.span, note: { zh: `「${text}」是百分数`, en: `"${text}" is a percentage` } }];
}

const manyTimes = 10;

/** `100` beside a ratio is 10000%; less than 10 means a multiple, and a ratio that counts is not a share. */
export function warnOfRatio(checker: Checker, { node, value }: Side, other: Side): void {
  const number = constantOf(value.node, null);
  if (number === null || number.abs().compare(manyTimes) < 0 || counts(other.value.kind)) return;
  const [kept, changed] = [percentText(number), `${decimalOrQuotient(number)}%`];
  const fixes: Fix<"keeps" | "changes">[] = [writing("keeps", kept, node.span), writing("changes", changed, node.span)];
  checker.report(
    diagnostic(
      "ratio-beside-number",
      node.span,
      { text: textOf(checker, node), ratio: textOf(checker, other.node), read: kept, meant: changed },
      { fixes: fixes.filter(({ edits }) => edits.every(({ text }) => isWritable(text))) },
    ),
  );
}

/** Two numbers of which one is a percentage, or which are of two dimensions. */
export function reportClash(checker: Checker, place: Place, left: Side, right: Side): void {
  const share =
    [left, right].find(({ value }) => value.kind.is === "percent") ??
    [left, right].find(({ value }) => isShare(value.kind));
  const other = share === left ? right : left;
  const [a, b] = [left.value.node.type as NumberType, right.value.node.type as NumberType];
  const besidePoints = isPoints(other);
  if (share !== undefined && !isShare(other.value.kind) && (share.value.kind.is === "percent" || besidePoints)) {
    if (place.op === "rows" && besidePoints) {
      checker.report(diagnostic("rows-differ", right.node.span, { first: a, found: b }));
      return;
    }
    reportNumberBesidePercent(checker, place, share, other, left);
    return;
  }
  switch (place.op) {
    case "rows":
      checker.report(diagnostic("rows-differ", right.node.span, { first: a, found: b }));
      return;
    case "held-to":
    case "arguments":
      checker.report(diagnostic("unlike-units", right.node.span, { expected: a, found: b }));
      return;
    default:
      checker.report(
        diagnostic(
          "unlike-operands",
          place.span,
          { op: place.op, left: a, right: b },
          {
            related: [
              { span: left.node.span, note: { zh: "这一边", en: "this side" } },
              { span: right.node.span, note: { zh: "那一边", en: "that side" } },
            ],
          },
        ),
      );
  }
}

function isPoints({ value }: Side): boolean {
  return sameDimension((value.node.type as NumberType).dimension, points);
}

/** Names which side is what, and offers what the operator and the sides leave as a sound reading. */
function reportNumberBesidePercent(checker: Checker, place: Place, share: Side, other: Side, left: Side): void {
  // Where a position is checked against a value, the position is in error; of operands, the percentage.
  const isHeld = place.op === "held-to" || place.op === "rows" || place.op === "arguments";
  const at = isHeld ? (share === left ? other : share) : share;
  const percent = bracketed(checker, share.node);
  const instead = insteadOf(checker, place, share, other, left);
  checker.report(
    diagnostic(
      "number-beside-percent",
      at.node.span,
      {
        share: textOf(checker, share.node),
        isRatio: share.value.kind.is === "ratio",
        number: textOf(checker, other.node),
        type: other.value.node.type as NumberType,
        is: other.value.kind.is,
        part: other.value.kind.part,
        factor: factorText(checker, other),
        instead: instead?.text ?? null,
        ofPoints: isPoints(other) ? percent : null,
      },
      {
        fixes: instead === null ? [] : [instead.fix],
        related: [
          { span: (at === share ? other : share).node.span, note: { zh: "与它放在一起", en: "it stands beside this" } },
        ],
      },
    ),
  );
}

function factorText(checker: Checker, { value }: Side): string | null {
  const { doubt, factors } = value.kind;
  const [factor] = doubt?.why === "factor" ? doubt.factors : factors;
  return factor === undefined ? null : textOf(checker, factor);
}

interface Instead {
  readonly text: string;
  readonly fix: Fix<"resolves">;
}

function insteadOf(checker: Checker, place: Place, share: Side, other: Side, left: Side): Instead | null {
  if (isPoints(other)) {
    const full = fullOf(checker, place, other);
    return full === null
      ? null
      : written(share.node, `${full} ${timesSign(checker)} ${bracketed(checker, share.node)}`);
  }
  // `wage + 5%` is most likely 5% more than the wage.
  if ((place.op === "+" || place.op === "-") && share !== left && share.value.kind.is === "percent")
    return written(
      { span: place.span },
      `${bracketed(checker, other.node)} ${timesSign(checker)} (100% ${place.op} ${bracketed(checker, share.node)})`,
    );
  if (share.node.kind === "number" && share.node.unit === "%") return written(share.node, share.node.digits);
  return null;
}

/** What the percentage is most likely of: the points of the part whose score is read, else of the item; null where unknown. */
function fullOf(checker: Checker, { inItem }: Place, { node, value }: Side): string | null {
  const isScore = (one: Expression): boolean =>
    one.kind === "reference" && (one.to.kind === "part-score" || one.to.kind === "score");
  if (findExpression(value.node, isScore) === null)
    return inItem ? (checker.vocabulary === "zh" ? "满分" : "full") : null;
  const [part] = node.kind === "call" ? node.args : [];
  if (part === undefined || !isScore(value.node)) return null;
  return `${checker.vocabulary === "zh" ? "分值" : "points"}(${textOf(checker, part.value)})`;
}

function written(node: Pick<ast.Expression, "span">, text: string): Instead {
  return {
    text,
    fix: writing("resolves", text, node.span),
  };
}
