/**
 * What a rubric declares, collected from its syntax tree: fields, lists, choices, constants, parts and results by name.
 */
import type { ast } from "@yardstick/language";
import { fractionOf, one, times, zero, type Fraction } from "./fraction.js";
import { measureOf, type Measure } from "./units.js";

export type FieldType =
  | { readonly kind: "text" | "flag" | "date" | "period" }
  | {
      readonly kind: "number";
      readonly measure: Measure;
      readonly unit: string | null;
      readonly isCount: boolean;
      readonly isPercent: boolean;
      readonly low: Fraction | null;
      readonly high: Fraction | null;
    }
  | { readonly kind: "choice"; readonly isOrdered: boolean; readonly levels: readonly string[] }
  | { readonly kind: "list"; readonly columns: readonly Field[] };

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly isKey: boolean;
  readonly isOptional: boolean;
  readonly default: ast.Expression | null;
  readonly assessor: string | null;
  /** Of `at discretion deduct` and `add`: a blank is no deduction, and 0 lies in every range. */
  readonly isJudgement: boolean;
  /** The item whose points a mark cannot exceed: of `at discretion earn` without a range. */
  readonly markOf: ast.Item | null;
}

type Part = ast.Section | ast.Item;

/** A part with its place in the tree. `level`: the variant it belongs to, as its path names it. */
export interface PartNode {
  readonly part: Part;
  readonly parent: PartNode | null;
  readonly path: string;
  readonly children: readonly PartNode[];
  readonly variants: readonly { readonly levels: readonly string[]; readonly children: readonly PartNode[] }[] | null;
  readonly assessor: string | null;
}

export interface Declared {
  readonly fields: ReadonlyMap<string, Field>;
  readonly constants: ReadonlyMap<string, Field>;
  readonly lets: ReadonlyMap<string, ast.Expression>;
  readonly tops: readonly PartNode[];
  readonly parts: readonly PartNode[];
  readonly declarations: readonly ast.Declaration[];
  readonly key: Field;
  readonly period: Field | null;
  readonly total: Fraction | null;
  readonly scoreRounding: ast.RoundsTo | null;
  readonly itemRounding: ast.RoundsTo | null;
}

/** The number that a literal denotes, in base units. */
export function literalNumber({ digits, unit }: ast.NumberLiteral): Fraction {
  return times(fractionOf(digits) ?? zero, measureOf(unit).scale);
}

/** A constant of a range, a weight or a number of places: literals, signs and the four operations. `scale`: of a bare literal. */
export function constantNumber(expression: ast.Expression, scale: Fraction = one): Fraction | null {
  if (expression.kind === "number") {
    const number = literalNumber(expression);
    return expression.unit === null ? times(number, scale) : number;
  }
  if (expression.kind === "unary" && expression.op === "-") {
    const number = constantNumber(expression.operand, scale);
    return number === null ? null : { n: -number.n, d: number.d };
  }
  if (expression.kind === "binary" && expression.op === "/") {
    const [left, right] = [constantNumber(expression.left), constantNumber(expression.right)];
    return left === null || right === null ? null : times(left, { n: right.d, d: right.n });
  }
  return null;
}

/** The range of a field whose bare numbers are in its own unit. */
function bounds(range: ast.RangeNode | null, scale: Fraction): { low: Fraction | null; high: Fraction | null } {
  const end = (expression: ast.Expression | null | undefined) =>
    expression === null || expression === undefined ? null : constantNumber(expression, scale);
  return { low: end(range?.from), high: end(range?.to) };
}

function typeOf(node: ast.TypeNode, choices: ReadonlyMap<string, FieldType>): FieldType {
  switch (node.kind) {
    case "plain-type":
      return { kind: node.type };
    case "choice-type":
      return { kind: "choice", isOrdered: node.ordered, levels: node.levels.map(({ name }) => name.text) };
    case "named-type":
      return choices.get(node.name.text) ?? { kind: "text" };
    case "list-type":
      return { kind: "list", columns: node.fields.map((field) => fieldOf(field, choices)) };
    case "number-type": {
      const isPercent = node.type === "percent";
      const isCount = node.type === "count";
      const written = node.unit?.text ?? null;
      const unit = measureOf(isPercent ? "%" : written);
      const kind = isCount ? "count" : unit.kind === "bare" || unit.kind === "count" ? "number" : unit.kind;
      const measure: Measure = {
        kind: written === null && !isPercent && !isCount ? "number" : kind,
        scale: unit.scale,
      };
      return {
        kind: "number",
        measure,
        unit: written,
        isCount,
        isPercent,
        ...bounds(node.range, isPercent ? one : unit.scale),
      };
    }
  }
}

function fieldOf(node: ast.FieldDeclaration | ast.Constant, choices: ReadonlyMap<string, FieldType>): Field {
  const isField = node.kind === "field-declaration";
  return {
    name: node.name.text,
    type: typeOf(node.type, choices),
    isKey: isField && node.key,
    isOptional: isField && node.optional,
    default: node.default,
    assessor: isField ? (node.assessor?.value ?? null) : null,
    isJudgement: false,
    markOf: null,
  };
}

const isPart = (node: { readonly kind: string }): node is Part => node.kind === "section" || node.kind === "item";

function nodeOf(part: Part, parent: PartNode | null, prefix: string, source: string): PartNode {
  const path = `${prefix}${part.name.text}`;
  const node = {
    part,
    parent,
    path,
    assessor: part.assessor?.value ?? parent?.assessor ?? null,
    children: [] as PartNode[],
    variants: null as { levels: readonly string[]; children: readonly PartNode[] }[] | null,
  };
  if (part.kind === "item") return node;
  node.children = part.parts.filter(isPart).map((child) => nodeOf(child, node, `${path}/`, source));
  node.variants =
    part.variants?.cases.map(({ levels, parts, span }) => {
      const label = levels.length === 0 ? elseWord(source, span) : levels.map(({ text }) => text).join("、");
      return {
        levels: levels.map(({ text }) => text),
        children: parts.filter(isPart).map((child) => nodeOf(child, node, `${path}/${label}/`, source)),
      };
    }) ?? null;
  return node;
}

/** The `else` of a variant as it is written. */
const elseWord = (source: string, [start]: readonly [number, number]): string =>
  source.startsWith("其余", start) ? "其余" : "else";

const below = (node: PartNode): readonly PartNode[] => [
  node,
  ...node.children.flatMap(below),
  ...(node.variants ?? []).flatMap(({ children }) => children.flatMap(below)),
];

/** The field that a judgement reads, which its rule declares. */
function judgementsOf(lines: readonly ast.LineNode[], item: ast.Item): { list: string | null; field: Field }[] {
  return lines.flatMap((line) => {
    if (line.kind === "line-block") return judgementsOf([...line.lines, ...line.otherwise], item);
    if (line.amount.kind !== "judged") return [];
    const isEarned = line.effect === "earn";
    const range = bounds(line.amount.range, one);
    const field: Field = {
      name: line.amount.name?.text ?? item.name.text,
      type: {
        kind: "number",
        measure: measureOf("points"),
        unit: "分",
        isCount: false,
        isPercent: false,
        low: range.low ?? zero,
        high: range.high,
      },
      isKey: false,
      isOptional: false,
      default: null,
      assessor: null,
      isJudgement: !isEarned,
      markOf: line.amount.range === null ? item : null,
    };
    return [{ list: line.each?.list.text ?? null, field }];
  });
}

/** Collects the declarations of a rubric; `source` is its text. */
export function declaredIn(rubric: ast.Rubric, source: string): Declared {
  const { declarations } = rubric;
  const choices = new Map<string, FieldType>();
  for (const each of declarations) {
    if (each.kind === "choice-declaration") choices.set(each.name.text, typeOf(each.type, choices));
  }
  const tops = declarations.filter(isPart).map((part) => nodeOf(part, null, "", source));
  const parts = tops.flatMap(below);
  const inside = parts.flatMap(({ part }) => {
    if (part.kind === "item") return [];
    return [...part.parts, ...(part.variants?.cases ?? []).flatMap((each) => each.parts)];
  });
  const blocks = [...declarations, ...inside].filter((each): each is ast.Data => each.kind === "data");
  const fields = new Map<string, Field>();
  for (const node of blocks.flatMap((each) => each.fields)) fields.set(node.name.text, fieldOf(node, choices));
  for (const { part } of parts) {
    if (part.kind !== "item") continue;
    for (const { list, field } of judgementsOf(part.lines, part)) {
      if (list === null) {
        if (!fields.has(field.name)) fields.set(field.name, field);
        continue;
      }
      const owner = fields.get(list);
      if (owner?.type.kind !== "list") continue;
      const known = owner.type.columns.find(({ name }) => name === field.name);
      const columns = [
        ...owner.type.columns.filter((column) => column !== known),
        known === undefined ? field : { ...known, isJudgement: true },
      ];
      fields.set(list, { ...owner, type: { kind: "list", columns } });
    }
  }
  const rounding = (of: "score" | "items") => {
    const found = declarations.find((each) => each.kind === "rounding" && each.of === of);
    return found?.kind === "rounding" ? found.rounds : null;
  };
  const total = declarations.find((each) => each.kind === "total");
  return {
    fields,
    constants: new Map(
      declarations.flatMap((each) =>
        each.kind === "constant" ? [[each.name.text, fieldOf(each, choices)] as const] : [],
      ),
    ),
    lets: new Map(declarations.flatMap((each) => (each.kind === "let" ? [[each.name.text, each.value] as const] : []))),
    tops,
    parts,
    declarations,
    key: [...fields.values()].find(({ isKey }) => isKey) ?? ([...fields.values()][0] as Field),
    period: [...fields.values()].find(({ type }) => type.kind === "period") ?? null,
    total: total?.kind === "total" ? literalNumber(total.points) : null,
    scoreRounding: rounding("score"),
    itemRounding: rounding("items"),
  };
}
