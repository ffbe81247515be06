/**
 * Fields without a unit inside an expression: whether they are points, only the author knows, and declares in `data`.
 */
import type { Fix } from "../diagnostics/diagnostic.js";
import { isPure } from "../library/dimension.js";
import type { Expression } from "../program/expression.js";
import type { Checker, FieldDraft } from "./checker.js";
import { isNumber } from "./value.js";
import type { NumberKind } from "./number-kind.js";
import { operandsOf } from "../program/expression-tree.js";

export function isUnitless({ is, doubt }: NumberKind): boolean {
  return is === "plain" || doubt?.why === "no-unit";
}

/** Names of the fields without a unit that the expression reads, also through lets and outputs, each once. */
export function unitlessNames(checker: Checker, root: Expression): readonly string[] {
  return [...new Set(unitlessFields(checker, root).map(({ name }) => name))];
}

/** Declares them as points, where the expression is then points: each of them is the only one in its summand. */
export function unitlessFix(checker: Checker, root: Expression): readonly Fix<"resolves">[] {
  if (!new Linearity(checker).isLinear(root)) return [];
  const fields = [...new Set(unitlessFields(checker, root))];
  const unit = checker.vocabulary === "zh" ? " 分" : " points";
  const edits = fields.flatMap(({ node }) => {
    const start = node?.type.kind === "number-type" ? node.type.span[0] : null;
    const word = start === null ? null : /^(?:number|数值)/.exec(checker.source.slice(start));
    if (start === null || word === null) return [];
    const end = start + word[0].length;
    return [{ span: [end, end] as const, text: unit }];
  });
  if (edits.length === 0 || edits.length < fields.length) return [];
  const [zhNames, enNames] = [
    fields.map(({ name }) => `「${name}」`).join(""),
    fields.map(({ name }) => `"${name}"`).join(", "),
  ];
  return [
    {
      effect: "resolves",
      title: { zh: `把${zhNames}声明为「数值 分」`, en: `Declare ${enNames} as number points` },
      edits,
    },
  ];
}

function unitlessFields(checker: Checker, root: Expression): readonly FieldDraft[] {
  const found: FieldDraft[] = [];
  const seen = new Set<Expression>();
  const stack = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const field = fieldOf(checker, node);
    if (field !== undefined && isWithoutUnit(field)) found.push(field);
    const inside = insideOf(checker, node);
    stack.push(...(inside === null ? [] : [inside]), ...[...summandsOf(node)].reverse());
  }
  return found;
}

/** The numbers from which the number is computed, without those that only decide which of them counts. */
function summandsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "bands":
      return [...node.rows.map((row) => row.value), ...(node.otherwise === null ? [] : [node.otherwise])];
    case "aggregate":
    case "cohort":
      return node.value === null ? [] : [node.value];
    default:
      return operandsOf(node).filter((part) => isNumber(part.type));
  }
}

function fieldOf({ draft }: Checker, node: Expression): FieldDraft | undefined {
  switch (node.kind) {
    case "field":
      return draft.fields[node.field];
    case "row-field":
      return draft.lists[node.list]?.columns[node.column];
    case "constant":
      return draft.constants[node.constant];
    default:
      return undefined;
  }
}

function isWithoutUnit({ type }: FieldDraft): boolean {
  return type?.kind === "number" && type.form === "number" && type.unit === null;
}

/** What a let or an output is computed from. */
function insideOf({ draft }: Checker, node: Expression): Expression | null {
  if (node.kind !== "reference") return null;
  const { to } = node;
  if (to.kind === "let") return draft.lets[to.index]?.value?.node ?? null;
  return to.kind === "output" ? (draft.outputs[to.index]?.value?.node ?? null) : null;
}

/** Whether values are points once these fields are: each summand has one of them as a factor, or is a literal. */
class Linearity {
  /** Of what lets and outputs are computed from: they may read each other many times. */
  private readonly known = new Map<Expression, boolean>();

  constructor(private readonly checker: Checker) {}

  isLinear(node: Expression): boolean {
    const inside = insideOf(this.checker, node);
    if (inside !== null) {
      const linear = this.known.get(inside) ?? this.isLinear(inside);
      this.known.set(inside, linear);
      return linear;
    }
    if (node.kind === "apply" && node.name.startsWith("round"))
      return node.args.slice(0, 1).every((one) => this.isPart(one));
    if (node.kind !== "arithmetic") return summandsOf(node).every((one) => this.isPart(one));
    const [left, right] = [this.has(node.left), this.has(node.right)];
    switch (node.op) {
      case "+":
      case "-":
        return this.isPart(node.left) && this.isPart(node.right);
      case "*":
        return left !== right && this.isLinear(left ? node.left : node.right);
      case "/":
        return left && !right && this.isLinear(node.left);
      case "^":
        return false;
    }
  }

  private has(node: Expression): boolean {
    return unitlessFields(this.checker, node).length > 0;
  }

  private isPart(node: Expression): boolean {
    return this.has(node) ? this.isLinear(node) : isBareNumber(node);
  }
}

/** It takes over the unit. */
function isBareNumber(node: Expression): boolean {
  return node.kind === "number" && isNumber(node.type) && !node.type.percent && isPure(node.type.dimension);
}
