/**
 * `output N = E [rounds to …]`: a published value of each subject; 2 decimals where unsaid. Quantities are published in their
 * base, so in yuan what is written in 万元; decimals that the rubric asks for are those of the unit it is written in.
 */
import { powerOfTen, PUBLISHED_DECIMALS, type Rational, rationalText, type RoundingMode } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import { money, sameDimension } from "../library/dimension.js";
import type { Expression, Unit } from "../program/expression.js";
import type { Output } from "../program/program.js";
import type * as ast from "../syntax/ast.js";
import { asMoney, isMoneyByPoint } from "./beside.js";
import { roundedToStep } from "./call-value.js";
import { type Checker, type OutputRounded, subjectScope, type Value } from "./checker.js";
import { constantOf } from "./constant-value.js";
import { declareName } from "./declare.js";
import { draftOf } from "./let.js";
import { decimalsOf, decimalsOfStep, roundedExpression } from "./rounding.js";
import { isNumber, type NumberType } from "./value.js";

export function declareOutput(checker: Checker, node: ast.Output): void {
  const { outputs, outputDecimals, outputRounded } = checker.draft;
  declareName(checker, "output", node.name, outputs.push(draftOf(node)) - 1);
  const { rounds } = node;
  const decimals = rounds === null || rounds.isStep ? null : decimalsOf(checker, rounds.number);
  outputDecimals.push(decimals ?? PUBLISHED_DECIMALS);
  outputRounded.push(null);
}

/** A mode or a step that an output names; its decimals alone need no more than the value. */
export function checkOutput(checker: Checker, node: ast.Output, index: number): void {
  const { rounds } = node;
  const value = checker.draft.outputs[index]?.value ?? null;
  if (rounds === null || value === null || (!rounds.isStep && rounds.mode === null)) return;
  if (!isNumber(value.node.type)) {
    checker.report(diagnostic("number-expected", node.value.span, { found: value.node.type }));
    return;
  }
  const published = isMoneyByPoint(value.node.type) ? asMoney(value) : value;
  checker.draft.outputRounded[index] = rounds.isStep
    ? roundedToStepOf(checker, node.value, published, rounds)
    : roundedToDecimals(published, checker.draft.outputDecimals[index] ?? PUBLISHED_DECIMALS, rounds.mode);
}

function roundedToStepOf(
  checker: Checker,
  node: ast.Expression,
  value: Value,
  { span, number, mode }: ast.RoundsTo,
): OutputRounded | null {
  const step = { node: number, mode: mode ?? "half-up" };
  const rounded = roundedToStep(checker, { span }, { node, value }, step, subjectScope);
  if (rounded?.node.kind !== "apply") return null;
  const multiple = constantOf(rounded.node.args[1] as Expression, null) as Rational;
  const percent = (rounded.node.type as NumberType).percent;
  return { value: rounded.node, decimals: decimalsOfStep(percent ? multiple.mul(100) : multiple) };
}

function roundedToDecimals(value: Value, decimals: number, mode: RoundingMode | null): OutputRounded {
  const places = placesOf(value) - (isPercent(value) ? 2 : 0);
  const step = rationalText(powerOfTen(places - decimals));
  const rounding = { decimals, rounding: { step, mode: mode ?? "half-up" } };
  return { value: roundedExpression(value.node, rounding), decimals: Math.max(0, decimals - placesOf(value)) };
}

function isPercent({ node: { type } }: Value): boolean {
  return isNumber(type) && type.percent;
}

/** The value as it is published: money by the point as yuan, rounded to the decimals of its written unit. */
export function publishedOf(
  value: Value,
  node: ast.Let | ast.Output,
  decimals: number,
): Pick<Output, "value" | "decimals"> {
  const { type } = value.node;
  if (!isNumber(type)) return { value: value.node, decimals };
  const published = isMoneyByPoint(type) ? asMoney(value) : value;
  const isStated = node.kind === "output" && node.rounds !== null;
  return isStated && placesOf(published) > 0
    ? roundedToDecimals(published, decimals, null)
    : { value: published.node, decimals };
}

/** By how many places the unit is larger than its base: 4 for 万元. */
function placesOf({ unit }: Value): number {
  const digits = unit === null ? "1" : unit.scale;
  return /^10*$/.test(digits) ? digits.length - 1 : 0;
}

/** `rounds to 2 decimals` of 万元 rounds to 100 yuan, which a column in yuan does not let expect. */
export function checkOutputDecimals(checker: Checker): void {
  checker.draft.outputs.forEach(({ node, value }, index) => {
    const decimals = checker.draft.outputDecimals[index];
    if (node.kind !== "output" || node.rounds === null || value === null || decimals === undefined) return;
    if (node.rounds.isStep) return;
    const { unit } = value;
    const places = isNumber(value.node.type) ? placesOf(value) : 0;
    if (unit === null || decimals >= places) return;
    const step = powerOfTen(places - decimals);
    if (isWritten(value.node, step)) return;
    warnOfCoarse(checker, node.rounds.number, { ...value, unit }, { decimals, places, step: rationalText(step) });
  });
}

/** Whether every value the output can have is a literal that the step leaves as it is. */
function isWritten(node: Expression, step: Rational): boolean {
  const values = node.kind === "bands" ? [...node.rows.map(({ value }) => value), node.otherwise] : [node];
  return values.every((one) => one === null || constantOf(one, null)?.div(step).isWhole());
}

/** By places; a product bears the names of all its factors, of which only the large one matters here. */
const largeUnits: ReadonlyMap<number, { readonly money: string; readonly number: string }> = new Map([
  [4, { money: "万元", number: "万" }],
  [8, { money: "亿元", number: "亿" }],
]);

function warnOfCoarse(
  checker: Checker,
  written: ast.NumberLiteral,
  { node, unit }: Value & { readonly unit: Unit },
  { decimals, places, step }: { readonly decimals: number; readonly places: number; readonly step: string },
): void {
  const isMoney = sameDimension((node.type as NumberType).dimension, money);
  const enough = isMoney ? places + PUBLISHED_DECIMALS : places;
  const text = String(enough);
  checker.report(
    diagnostic(
      "decimals-of-unit",
      written.span,
      {
        unit: largeUnits.get(places)?.[isMoney ? "money" : "number"] ?? unit.name,
        isMoney,
        decimals,
        step,
        enough,
      },
      {
        fixes: [
          {
            effect: "changes",
            title: { zh: `改为 ${text} 位`, en: `Write ${text} decimals` },
            edits: [{ span: written.span, text }],
          },
        ],
      },
    ),
  );
}
