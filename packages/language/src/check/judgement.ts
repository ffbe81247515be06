/**
 * Lines flattened out of their blocks, and the fields that lines `at discretion` declare in place: an assessor's number of points.
 */
import { rational, type Rational, rationalText, ZERO } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import { pointUnit } from "../library/units.js";
import type { FieldType } from "../program/program.js";
import type * as ast from "../syntax/ast.js";
import type { Checker, FieldDraft, FlatLine, PartDraft } from "./checker.js";
import { declareName } from "./declare.js";
import { checkRange } from "./range.js";
import { numberValue, pointsType, pointsExpected } from "./value.js";

export function flatten(nodes: readonly ast.LineNode[], blocks: FlatLine["blocks"] = []): FlatLine[] {
  return nodes.flatMap((node) => {
    if (node.kind === "line") return [{ line: node, blocks }];
    const { condition } = node;
    return [
      ...flatten(node.lines, [...blocks, { condition, holds: true }]),
      ...flatten(node.otherwise, [...blocks, { condition, holds: false }]),
    ];
  });
}

export function declareJudgements(checker: Checker, part: PartDraft): void {
  part.flat.forEach(({ line }, index) => {
    if (line.amount.kind !== "judged" || line.each !== null) return;
    const name = line.amount.name ?? part.node.name;
    const field: FieldDraft = {
      name: name.text,
      nameSpan: name.span,
      span: line.amount.span,
      node: null,
      type: null,
      optional: line.effect !== "earn",
      default: null,
      assessor: part.assessor,
      documentation: line.documentation,
      judgement: { part: part.index, line: index },
    };
    const at = checker.draft.fields.push(field) - 1;
    part.judgements.set(index, at);
    if (line.amount.name !== null) declareName(checker, "field", name, at);
    else declareUnnamed(checker, part, name, at);
  });
}

/** Under the item's own name; the name itself still means the item. */
function declareUnnamed(checker: Checker, part: PartDraft, name: ast.Name, index: number): void {
  const declared = { kind: "field", name: name.text, span: name.span, index } as const;
  const before = checker.names.declare(declared);
  if (before === null) return;
  const line = part.flat[checker.draft.fields[index]?.judgement?.line ?? 0]?.line;
  checker.report(
    diagnostic(
      "judgement-needs-name",
      line?.amount.span ?? name.span,
      { item: part.name },
      {
        related: [{ span: before.span, note: { zh: "这个名称已有", en: "this name is taken here" } }],
      },
    ),
  );
}

/**
 * Types of all judgements: points within their range; from 0 to full where none is written. A line that goes through a list
 * has its judgements in a column of it, which is declared there, or added.
 */
export function checkJudgements(checker: Checker): void {
  for (const part of checker.draft.parts)
    for (const { line } of part.flat)
      if (line.amount.kind === "judged" && line.each !== null) settleColumn(checker, part, line, line.amount);
  for (const field of checker.draft.fields) {
    if (field.judgement === null) continue;
    const part = checker.draft.parts[field.judgement.part];
    const line = part?.flat[field.judgement.line]?.line;
    if (part === undefined || line?.amount.kind !== "judged") continue;
    field.type = judgedType(checker, part, line);
  }
}

type Judged = Extract<ast.AmountNode, { kind: "judged" }>;

/** A blank judgement is none given, whether its column is declared or added. */
function settleColumn(checker: Checker, part: PartDraft, line: ast.Line, amount: Judged): void {
  const declared = line.each === null ? null : checker.names.find(line.each.list.text, "field");
  const holder = declared === null ? null : checker.draft.fields[declared.index]?.type;
  const list = holder?.kind === "list" ? checker.draft.lists[holder.list] : undefined;
  if (list === undefined) return;
  const name = amount.name ?? part.node.name;
  const none = line.effect === "earn" ? null : numberValue("0", pointsType, name.span);
  const column = list.columns.find((one) => one.name === name.text);
  if (column === undefined) {
    list.columns.push({
      name: name.text,
      nameSpan: name.span,
      span: amount.span,
      node: null,
      type: judgedType(checker, part, line),
      optional: false,
      default: none,
      assessor: part.assessor,
      documentation: line.documentation,
      judgement: null,
    });
    return;
  }
  column.default ??= none;
  if (column.type?.kind !== "number") return;
  const isBounded = column.type.min !== null || column.type.max !== null;
  if (amount.range !== null && isBounded) {
    checker.report(
      diagnostic(
        "said-twice",
        amount.range.span,
        { what: { zh: "幅度", en: "the range" } },
        { related: [{ span: column.span, note: { zh: "这一列已有范围", en: "this column has one" } }] },
      ),
    );
    return;
  }
  if (amount.range !== null) {
    const written = judgedType(checker, part, line);
    if (written.kind === "number") column.type = { ...written, unit: column.type.unit };
  } else if (none !== null) {
    const [min, max] = [column.type.min, column.type.max].map((end) => (end === null ? null : rational(end)));
    if (isOutside(min ?? null, max ?? null)) column.type = { ...column.type, orZero: true };
  }
}

/** Whether 0 is none of the points of the range. */
function isOutside(min: Rational | null, max: Rational | null): boolean {
  return (min !== null && min.compare(ZERO) > 0) || (max !== null && max.compare(ZERO) < 0);
}

function judgedType(checker: Checker, part: PartDraft, line: ast.Line): FieldType {
  const range = line.amount.kind === "judged" ? line.amount.range : null;
  const place = { item: part.index, points: part.points };
  const allowance = part.node.kind === "item" && part.node.form !== "item";
  const whole = allowance ? (part.max?.equals(0) === true ? (part.min?.neg() ?? null) : part.max) : part.points;
  const { min, max } = range === null ? { min: ZERO, max: whole } : checkRange(checker, range, pointsExpected, place);
  return {
    kind: "number",
    form: "number",
    unit: pointUnit,
    min: min === null ? null : rationalText(min),
    max: max === null ? null : rationalText(max),
    ...(line.effect !== "earn" && isOutside(min, max) ? { orZero: true } : {}),
  };
}
