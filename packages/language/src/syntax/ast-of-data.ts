/**
 * Data blocks, fields, choices and constants of Chevrotain's tree as nodes of the syntax tree.
 */
import type { CstNode } from "chevrotain";
import type { ChoiceDeclaration, ChoiceTypeNode, Constant, Data, FieldDeclaration, TypeNode } from "./ast.js";
import { expressionOf, rangeOf, shareUnit } from "./ast-of-expression.js";
import { has, nameOf, node, nodes, spanOf, textOf, token, tokens } from "./cst.js";
import type { Documentation } from "./documentation.js";

export function dataOf(from: CstNode, documentation: Documentation): Data | null {
  const name = nameOf(token(from, "name"));
  const fields = node(from, "fields");
  if (name === undefined) return null;
  return {
    kind: "data",
    span: spanOf(from),
    name,
    fields: fields === undefined ? [] : fieldsOf(fields, documentation),
  };
}

function fieldsOf(from: CstNode, documentation: Documentation): FieldDeclaration[] {
  return nodes(from, "field")
    .map((f) => fieldOf(f, documentation))
    .filter((f) => f !== null);
}

function fieldOf(from: CstNode, documentation: Documentation): FieldDeclaration | null {
  const name = nameOf(token(from, "name"));
  const type = typeOf(node(from, "fieldType"), documentation);
  if (name === undefined || type === null) return null;
  const value = node(from, "sum");
  const assessor = node(from, "assessor");
  return {
    kind: "field-declaration",
    span: spanOf(from),
    name,
    type,
    key: has(from, "Key"),
    optional: has(from, "Optional"),
    default: value === undefined ? null : expressionOf(value),
    assessor: assessor === undefined ? null : textOf(token(assessor, "Text")),
    documentation: documentation.before(spanOf(from)[0]),
  };
}

const plainTypes = { TextType: "text", FlagType: "flag", DateType: "date", PeriodType: "period" } as const;
const numberTypes = { NumberType: "number", CountType: "count", PercentType: "percent" } as const;

function typeOf(from: CstNode | undefined, documentation: Documentation): TypeNode | null {
  if (from === undefined) return null;
  const span = spanOf(from);
  for (const [label, type] of Object.entries(plainTypes)) {
    if (has(from, label)) return { kind: "plain-type", span, type };
  }
  const number = node(from, "numberType");
  if (number !== undefined) return numberTypeOf(number);
  const levels = node(from, "levels");
  if (levels !== undefined) return choiceOf(levels);
  const fields = node(from, "fields");
  if (fields !== undefined) return { kind: "list-type", span, fields: fieldsOf(fields, documentation) };
  const named = nameOf(token(from, "named"));
  return named === undefined ? null : { kind: "named-type", span, name: named };
}

function numberTypeOf(from: CstNode): TypeNode | null {
  const entry = Object.entries(numberTypes).find(([label]) => has(from, label));
  if (entry === undefined) return null;
  const range = node(from, "range");
  return {
    kind: "number-type",
    span: spanOf(from),
    type: entry[1],
    unit: nameOf(token(from, "unit")) ?? null,
    range: range === undefined ? null : shareUnit(rangeOf(range)),
  };
}

function choiceOf(from: CstNode): ChoiceTypeNode {
  return {
    kind: "choice-type",
    span: spanOf(from),
    ordered: tokens(from, "Lt").length > 0,
    levels: nodes(from, "level").flatMap((l) => {
      const name = nameOf(token(l, "name"));
      return name === undefined ? [] : [{ span: spanOf(l), name, description: textOf(token(l, "Text")) }];
    }),
  };
}

export function choiceDeclarationOf(from: CstNode): ChoiceDeclaration | null {
  const name = nameOf(token(from, "name"));
  const levels = node(from, "levels");
  if (name === undefined || levels === undefined) return null;
  return { kind: "choice-declaration", span: spanOf(from), name, type: choiceOf(levels) };
}

export function constantOf(from: CstNode, documentation: Documentation): Constant | null {
  const name = nameOf(token(from, "name"));
  const type = typeOf(node(from, "fieldType"), documentation);
  const value = node(from, "sum");
  if (name === undefined || type === null) return null;
  return {
    kind: "constant",
    span: spanOf(from),
    name,
    type,
    default: value === undefined ? null : expressionOf(value),
  };
}
