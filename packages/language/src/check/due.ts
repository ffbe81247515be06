/**
 * What becomes of a number where points or money are due: points and money stand, a percentage or a ratio becomes that part
 * of the item's points, a literal and a figure become points or yuan. Nothing else does, and the diagnostic says how it could.
 */
import { decimalOrQuotient, ONE, percentText } from "@yardstick/exact";
import { diagnostic, type Fix, type Bilingual } from "../diagnostics/diagnostic.js";
import { isPure, money, points, sameDimension } from "../library/dimension.js";
import { moneyUnit, pointUnit } from "../library/units.js";
import type { Expression } from "../program/expression.js";
import type * as ast from "../syntax/ast.js";
import { asMoney, inUnit, isMoneyByPoint, typed } from "./beside.js";
import type { Side } from "./side.js";
import { withUnit } from "./beside-diagnostics.js";
import type { Checked, Checker, Value } from "./checker.js";
import { bindsLess, timesSign } from "./fix-text.js";
import { isShare } from "./number-kind.js";
import { textOf } from "./text-of.js";
import { isUnitless, unitlessFix, unitlessNames } from "./unitless.js";
import { isNumber, moneyType, type NumberType, pointsType, valueOf } from "./value.js";

/** The value as points of an item; null where it is none, and nothing is reported. */
function asPoints(value: Value): Value | null {
  const { type } = value.node;
  if (!isNumber(type)) return null;
  if (sameDimension(type.dimension, points)) return value;
  if (isFigure(value)) return inUnit(value, pointsType, pointUnit);
  if (!isShare(value.kind) || value.kind.doubt !== null) return null;
  return valueOf({ kind: "share", operand: value.node, type: pointsType, span: value.node.span }, pointUnit);
}

function isFigure({ kind, node }: Value): boolean {
  return (kind.is === "literal" || kind.is === "figure") && isPure((node.type as NumberType).dimension);
}

/** The value as points; null after a diagnostic. */
export function pointsDue(checker: Checker, node: ast.Expression, value: Value): Checked {
  const fitting = asPoints(value);
  if (fitting === null) reportNoPoints(checker, { node, value });
  return fitting;
}

/** The value as yuan; null after a diagnostic. */
export function moneyDue(checker: Checker, node: ast.Expression, value: Value): Checked {
  const { type } = value.node;
  if (isNumber(type)) {
    if (sameDimension(type.dimension, money)) return value;
    if (isMoneyByPoint(type)) return asMoney(value);
    if (isFigure(value))
      return value.kind.is === "literal" ? inUnit(value, moneyType, moneyUnit) : typed(value, moneyType);
  }
  checker.report(
    diagnostic(isNumber(type) ? "unlike-units" : "kind-mismatch", node.span, { expected: moneyType, found: type }),
  );
  return null;
}

function reportNoPoints(checker: Checker, side: Side): void {
  const { node, value } = side;
  const { type } = value.node;
  const params = { text: textOf(checker, node), found: type, is: value.kind.is };
  const report = (
    why: Parameters<typeof diagnostic<"points-expected">>[2]["why"],
    fixes: readonly Fix<"resolves">[],
  ): void =>
    checker.report(
      diagnostic("points-expected", node.span, { ...params, why }, { fixes, related: relatedOf(checker, side) }),
    );
  if (!isNumber(type)) return report({ case: "not-a-number" }, []);
  if (!isPure(type.dimension)) return report({ case: "quantity", type }, []);
  const { doubt, is } = value.kind;
  if (doubt?.why === "factor" && doubt.factors.length > 0) return reportFactors(checker, side, report);
  if (is === "count")
    return report({ case: "count" }, [
      times(checker, node, withUnit(checker, ONE), { zh: "每个 1 分", en: "1 point each" }),
    ]);
  if (doubt !== null) {
    const names = isUnitless(value.kind) ? unitlessNames(checker, value.node) : [];
    return report({ case: "doubt", names }, bothReadings(checker, node));
  }
  const names = unitlessNames(checker, value.node);
  if (names.length === 0) return report({ case: "doubt", names }, bothReadings(checker, node));
  report({ case: "no-unit", names }, unitlessFix(checker, value.node));
}

type Why = Parameters<typeof diagnostic<"points-expected">>[2]["why"];

/** `0.6` here is 60% or 0.6 points? */
function reportFactors(
  checker: Checker,
  { value }: Side,
  report: (why: Why, fixes: readonly Fix<"resolves">[]) => void,
): void {
  const { doubt } = value.kind;
  const factors = doubt?.why === "factor" ? doubt.factors : [];
  const numbers = factors.flatMap((factor) => (factor.value === null ? [] : [factor.value]));
  const shares = numbers.map(percentText);
  const inPoints = numbers.map((number) => withUnit(checker, number));
  const canBeWritten =
    numbers.length === factors.length && numbers.every((number) => !decimalOrQuotient(number).includes("/"));
  const fix = (texts: readonly string[]): Fix<"resolves"> => ({
    effect: "resolves",
    title: { zh: `改为 ${texts.join("、")}`, en: `Write ${texts.join(", ")}` },
    edits: factors.map(({ span }, i) => ({ span, text: texts[i] ?? "" })),
  });
  report(
    {
      case: "factor",
      factors: factors.map((factor) => textOf(checker, factor)),
      shares: canBeWritten ? shares : [],
      inPoints: canBeWritten ? inPoints : [],
    },
    canBeWritten
      ? [fix(shares), fix(factors.length === 1 || isSum(value.node) ? inPoints : [])].filter(({ edits }) =>
          edits.every(({ text }) => text !== ""),
        )
      : [],
  );
}

/** Points times points are no points: several factors can all be points only in a sum. */
function isSum(node: Expression): boolean {
  return node.kind === "arithmetic" && (node.op === "+" || node.op === "-");
}

function bothReadings(checker: Checker, node: ast.Expression): readonly Fix<"resolves">[] {
  return [
    times(checker, node, "100%", { zh: "条目分值的这个比例", en: "that share of the item's points" }),
    times(checker, node, withUnit(checker, ONE), { zh: "就是这么多分", en: "so many points" }),
  ];
}

/** The whole times something, in brackets where it has to be; `outcome` is what it then is. */
function times(checker: Checker, node: ast.Expression, factor: string, outcome: Bilingual): Fix<"resolves"> {
  const [start, end] = node.span;
  const text = ` ${timesSign(checker)} ${factor}`;
  const brackets = bindsLess(node);
  return {
    effect: "resolves",
    title: { zh: `写上${text}：${outcome.zh}`, en: `Multiply by ${factor}: ${outcome.en}` },
    edits: brackets
      ? [
          { span: [start, start], text: "(" },
          { span: [end, end], text: `)${text}` },
        ]
      : [{ span: [end, end], text }],
  };
}

/** Where bare factors stand, if that is elsewhere: in a `let`. */
function relatedOf(checker: Checker, { node, value }: Side) {
  const { doubt } = value.kind;
  if (doubt?.why !== "factor") return [];
  return doubt.factors
    .filter(({ span }) => span[0] < node.span[0] || span[1] > node.span[1])
    .map(({ span }) => ({ span, note: { zh: "这个数没有单位", en: "this factor has no unit" } }));
}
