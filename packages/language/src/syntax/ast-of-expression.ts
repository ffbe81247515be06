/**
 * Expression nodes of Chevrotain's tree as nodes of the syntax tree. What recovery left incomplete becomes `erroneous`.
 */
import type { CstNode } from "chevrotain";
import { cover, type Span } from "../source/span.js";
import type {
  BandKey,
  Binary,
  BinaryOperator,
  ByTable,
  Call,
  Ends,
  Expression,
  Name,
  NumberLiteral,
  RangeNode,
} from "./ast.js";
import { dateOf, has, nameOf, node, nodes, numberOf, spanOf, textOf, token, tokens } from "./cst.js";
import { modeOf } from "./ast-of-rounding.js";
import type { Token } from "./tokens.js";

const operators: Readonly<Record<string, BinaryOperator>> = {
  Plus: "+",
  Minus: "-",
  Star: "*",
  Slash: "/",
  Caret: "^",
  Eq: "=",
  Neq: "≠",
  Lt: "<",
  Le: "≤",
  Gt: ">",
  Ge: "≥",
};

export function expressionOf(from: CstNode | undefined): Expression {
  if (from === undefined) return erroneous([0, 0]);
  switch (from.name) {
    case "expression":
      return leftToRight(from, "conjunction", () => "or");
    case "conjunction":
      return leftToRight(from, "negation", () => "and");
    case "negation":
      return prefixed(expressionOf(node(from, "comparison")), tokens(from, "op"), "not", spanOf(from));
    case "comparison":
      return leftToRight(from, "sum", operatorOf);
    case "sum":
      return leftToRight(from, "product", operatorOf);
    case "product":
      return leftToRight(from, "power", operatorOf);
    case "power":
      return powerOf(from);
    case "value":
      return valueOf(from);
    case "byTable":
      return byTableOf(from);
    case "reference":
      return referenceOf(from);
    default:
      return erroneous(spanOf(from));
  }
}

export function erroneous(span: Span): Expression {
  return { kind: "erroneous", span };
}

function operatorOf(op: Token): BinaryOperator {
  return operators[op.tokenType.name] ?? "=";
}

/** `a op b op c` groups from the left. What an operator joins reaches over the brackets around its operands. */
function leftToRight(from: CstNode, label: string, operator: (op: Token) => BinaryOperator): Expression {
  const written = nodes(from, label);
  const operands = written.map(expressionOf);
  const ops = tokens(from, "op");
  const [start] = spanOf(from);
  let left = operands[0] ?? erroneous(spanOf(from));
  for (let i = 1; i <= ops.length; i += 1) {
    const right = operands[i] ?? erroneous(spanOf(from));
    const op = ops[i - 1]!;
    const span: Span = [start, endOf(written[i] ?? right)];
    left = { kind: "binary", span, op: operator(op), opSpan: spanOf(op), left, right };
  }
  return left;
}

function endOf(operand: CstNode | Expression): number {
  return "children" in operand ? spanOf(operand)[1] : operand.span[1];
}

/** An even number of signs cancels; so a long run of them makes no deep tree. `span` is of signs and operand together. */
function prefixed(operand: Expression, signs: readonly Token[], op: "-" | "not", span: Span): Expression {
  if (signs.length === 0 || operand.kind === "erroneous") return operand;
  const unary: Expression = { kind: "unary", span, op, operand };
  return signs.length % 2 === 1 ? unary : { kind: "unary", span: unary.span, op, operand: unary };
}

function powerOf(from: CstNode): Expression {
  const value = node(from, "value");
  const base = expressionOf(value);
  const caret = token(from, "Caret");
  const exponent = numberOf(token(from, "Number"));
  if (caret === undefined) return prefixed(base, tokens(from, "sign"), "-", spanOf(from));
  const raised: Binary = {
    kind: "binary",
    span: value === undefined || exponent === null ? base.span : cover(spanOf(value), exponent.span),
    op: "^",
    opSpan: spanOf(caret),
    left: base,
    right: exponent ?? erroneous(spanOf(caret)),
  };
  return prefixed(raised, tokens(from, "sign"), "-", spanOf(from));
}

function valueOf(from: CstNode): Expression {
  const span = spanOf(from);
  const literal = numberOf(token(from, "Number")) ?? textOf(token(from, "Text")) ?? dateOf(token(from, "Date"));
  if (literal !== null) return literal;
  if (has(from, "Yes")) return { kind: "flag", span, value: true };
  if (has(from, "No")) return { kind: "flag", span, value: false };
  if (has(from, "None")) return { kind: "none", span, word: "none" };
  if (has(from, "Blank")) return { kind: "none", span, word: "blank" };
  if (has(from, "Full")) return { kind: "full", span };
  return expressionOf(node(from, "byTable") ?? node(from, "reference") ?? node(from, "expression"));
}

function referenceOf(from: CstNode): Expression {
  const first = nameOf(token(from, "name"));
  if (first === undefined) return erroneous(spanOf(from));
  const members = tokens(from, "member").map((t) => nameOf(t) as Name);
  if (tokens(from, "Dot").length !== members.length) return erroneous(spanOf(from));
  if (!has(from, "LParen")) return { kind: "reference", span: spanOf(from), path: [first, ...members] };
  if (members.length > 0) return erroneous(spanOf(from));
  return callOf(from, first);
}

function callOf(from: CstNode, name: Name): Call {
  const condition = node(from, "expression");
  const ties = node(from, "ties");
  return {
    kind: "call",
    span: spanOf(from),
    name,
    args: nodes(from, "argument").map((a) => ({
      span: spanOf(a),
      to: has(a, "To"),
      value: expressionOf(node(a, "expression")),
      mode: modeOf(a),
    })),
    within: nameOf(token(from, "group")) ?? null,
    where: condition === undefined ? null : expressionOf(condition),
    drop: endsOf(node(from, "drop")),
    keep: endsOf(node(from, "keep")),
    ties: ties === undefined ? null : { span: spanOf(ties), kind: has(ties, "TiesDense") ? "dense" : "average" },
  };
}

function endsOf(from: CstNode | undefined): Ends | null {
  if (from === undefined) return null;
  return { span: spanOf(from), highest: numberOf(token(from, "highest")), lowest: numberOf(token(from, "lowest")) };
}

function byTableOf(from: CstNode): ByTable {
  const rows = nodes(from, "bandRow");
  const otherwise = rows.find((r) => has(r, "Else"));
  return {
    kind: "by",
    span: spanOf(from),
    subject: expressionOf(node(from, "sum")),
    interpolated: has(from, "Interpolated"),
    rows: rows
      .filter((r) => !has(r, "Else"))
      .map((r) => ({
        span: spanOf(r),
        keys: nodes(r, "bandKey").map(bandKeyOf),
        value: expressionOf(node(r, "expression")),
      })),
    otherwise: otherwise === undefined ? null : expressionOf(node(otherwise, "expression")),
  };
}

function bandKeyOf(from: CstNode): BandKey {
  const span = spanOf(from);
  const op = token(from, "CompareOp");
  if (op !== undefined) {
    return { kind: "compare", span, op: operatorOf(op) as "=", value: expressionOf(node(from, "sum")) };
  }
  const range = node(from, "range");
  if (range === undefined) return { kind: "is", span, value: erroneous(span) };
  if (has(range, "Range")) {
    const { from: low, to: high } = rangeOf(range);
    return { kind: "between", span, from: low, to: high };
  }
  return { kind: "is", span, value: expressionOf(node(range, "from")) };
}

/** `a .. b`; a single value is both ends. */
export function rangeOf(from: CstNode): RangeNode {
  const low = node(from, "from");
  const high = node(from, "to");
  const single = low !== undefined && !has(from, "Range");
  return {
    kind: "range",
    span: spanOf(from),
    from: low === undefined ? null : expressionOf(low),
    to: single ? expressionOf(low) : high === undefined ? null : expressionOf(high),
  };
}

/** A single number, as `0.5 .. 2 分` gives its unit once: the end without one takes the other's. */
export function shareUnit(range: RangeNode): RangeNode {
  const { from, to } = range;
  if (from?.kind !== "number" || to?.kind !== "number") return range;
  const given = (n: NumberLiteral, unit: string | null): NumberLiteral => (n.unit === null ? { ...n, unit } : n);
  return { ...range, from: given(from, to.unit), to: given(to, from.unit) };
}
