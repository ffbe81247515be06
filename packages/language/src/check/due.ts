/**
 * How a number is converted where points or money are expected: points and money are kept, a percentage or a ratio becomes that part
 * of the item's points, a literal and a figure become points or yuan. Nothing else does, and the diagnostic says how it could.
 */
import { decimalOrQuotient, ONE, percentText, rational } from "@yardstick/exact";
import { diagnostic, type Fix, type Bilingual, writing } from "../diagnostics/diagnostic.js";
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
import type { Span } from "../source/span.js";
import { textOf } from "./text-of.js";
import { isUnitless, unitlessFix, unitlessNames } from "./unitless.js";
import { findExpression } from "../program/expression-tree.js";
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
  const instead = fractionOfPoints(checker, node);
  if (instead !== null) {
    return report({ case: "fraction", instead }, [writing("resolves", instead, node.span)]);
  }
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

/** `1/3 points` as `1 point / 3`; null for anything else. */
function fractionOfPoints(checker: Checker, node: ast.Expression): string | null {
  if (node.kind !== "binary" || node.op !== "/") return null;
  const { left, right } = node;
  if (left.kind !== "number" || left.unit !== null || right.kind !== "number" || right.unit === null) return null;
  if (!/^(?:分|points?)$/u.test(right.unit)) return null;
  return `${textOf(checker, left)} ${right.unit} / ${right.digits}`;
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
  const [table] = factors.filter((factor) => factor.value === null);
  if (table !== undefined && factors.length === 1)
    return report({ case: "table", table: textOf(checker, table) }, tableFixes(value.node, table.span));
  const canBeWritten =
    numbers.length === factors.length && numbers.every((number) => !decimalOrQuotient(number).includes("/"));
  const canBePoints = becomesPoints(checker, value.node, new Set(factors.map(({ span }) => span.join())));
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
      inPoints: canBeWritten && canBePoints ? inPoints : [],
    },
    canBeWritten ? [fix(shares), ...(canBePoints ? [fix(inPoints)] : [])] : [],
  );
}

/** Whether the value is points once the numbers at these places are: points times points are none, nor is a sum with a count. */
function becomesPoints(
  checker: Checker,
  node: Expression,
  factors: ReadonlySet<string>,
  lets = new Map<Expression, boolean>(),
): boolean {
  const inside = (one: Expression): boolean => becomesPoints(checker, one, factors, lets);
  switch (node.kind) {
    case "number":
      return factors.has(node.span.join());
    case "share":
    case "negate":
      return inside(node.operand);
    case "arithmetic": {
      const [left, right] = [inside(node.left), inside(node.right)];
      if (node.op === "*") return left !== right;
      return node.op === "/" ? left && !right : left && right;
    }
    case "apply":
      return node.args.every(inside);
    case "bands":
      return [...node.rows.map((row) => row.value), ...(node.otherwise === null ? [] : [node.otherwise])].every(inside);
    case "aggregate":
    case "cohort":
      return node.value !== null && inside(node.value);
    case "reference": {
      const read = node.to.kind === "let" ? checker.draft.lets[node.to.index]?.value?.node : undefined;
      if (read === undefined) return false;
      const becomes = lets.get(read) ?? inside(read);
      lets.set(read, becomes);
      return becomes;
    }
    default:
      return false;
  }
}

/** The rows of a table as percentages, where all are bare numbers that can be written so. */
function tableFixes(node: Expression, span: Span): readonly Fix<"resolves">[] {
  const table = findExpression(node, (one) => one.kind === "bands" && one.span.join() === span.join());
  if (table?.kind !== "bands") return [];
  const values = [...table.rows.map((row) => row.value), ...(table.otherwise === null ? [] : [table.otherwise])];
  const edits = values.flatMap((value) =>
    value.kind === "number" && value.value !== "0"
      ? [{ span: value.span, text: percentText(rational(value.value)) }]
      : [],
  );
  const isPlain = values.every((value) => value.kind === "number") && edits.every(({ text }) => !text.includes("/"));
  if (!isPlain || edits.length === 0) return [];
  const texts = edits.map(({ text }) => text);
  return [{ effect: "resolves", title: { zh: `改为 ${texts.join("、")}`, en: `Write ${texts.join(", ")}` }, edits }];
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

/** The position of bare factors, where that is elsewhere: in a `let`. */
function relatedOf(checker: Checker, { node, value }: Side) {
  const { doubt } = value.kind;
  if (doubt?.why !== "factor") return [];
  return doubt.factors
    .filter(({ span }) => span[0] < node.span[0] || span[1] > node.span[1])
    .map(({ span }) => ({ span, note: { zh: "这个数没有单位", en: "this factor has no unit" } }));
}
