/**
 * Lines flattened out of their blocks, and the fields that lines `at discretion` declare in place: an assessor's number of points.
 */
import { finding } from "../diagnostics/diagnostic.js";
import { exact, zero } from "../library/exact.js";
import { pointUnit } from "../library/units.js";
import type { FieldType } from "../program/program.js";
import type * as ast from "../syntax/ast.js";
import type { Checker, FieldDraft, FlatLine, PartDraft } from "./checker.js";
import { declareName } from "./declare.js";
import { checkRange } from "./range.js";
import { wantPoints } from "./value.js";

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
    if (line.amount.kind !== "judged") return;
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

/** Under the item's own name; the name itself goes on meaning the item. */
function declareUnnamed(checker: Checker, part: PartDraft, name: ast.Name, index: number): void {
  const declared = { kind: "field", name: name.text, span: name.span, index } as const;
  const before = checker.names.declare(declared);
  if (before === null) return;
  const line = part.flat[checker.draft.fields[index]?.judgement?.line ?? 0]?.line;
  checker.report(
    finding(
      "judgement-needs-name",
      line?.amount.span ?? name.span,
      { item: part.name },
      {
        related: [{ span: before.span, note: { zh: "这个名称已有", en: "this name is taken here" } }],
      },
    ),
  );
}

/** Types of all judgements: points within their range; from 0 to full where none is written. */
export function checkJudgements(checker: Checker): void {
  for (const field of checker.draft.fields) {
    if (field.judgement === null) continue;
    const part = checker.draft.parts[field.judgement.part];
    const line = part?.flat[field.judgement.line]?.line;
    if (part === undefined || line?.amount.kind !== "judged") continue;
    field.type = judgedType(checker, part, line.amount.range);
  }
}

function judgedType(checker: Checker, part: PartDraft, range: ast.RangeNode | null): FieldType {
  const place = { item: part.index, points: part.points };
  const allowance = part.node.kind === "item" && part.node.form !== "item";
  const whole = allowance ? (part.max?.equals(0) === true ? (part.min?.neg() ?? null) : part.max) : part.points;
  const { min, max } = range === null ? { min: zero, max: whole } : checkRange(checker, range, wantPoints, place);
  return {
    kind: "number",
    form: "number",
    unit: pointUnit,
    min: min === null ? null : exact(min),
    max: max === null ? null : exact(max),
  };
}
