/**
 * Sections, items and scoring lines of Chevrotain's tree as nodes of the syntax tree.
 */
import type { CstNode } from "chevrotain";
import type {
  AmountNode,
  AppliesIf,
  Data,
  Item,
  Line,
  LineNode,
  PartHead,
  PerClause,
  Section,
  Suffix,
  Variants,
} from "./ast.js";
import { dataOf } from "./ast-of-data.js";
import { erroneous, expressionOf, rangeOf, shareUnit } from "./ast-of-expression.js";
import { has, inOrder, nameOf, node, nodes, numberOf, spanOf, textOf, token, tokens } from "./cst.js";
import { roundsToOf } from "./ast-of-rounding.js";
import type { Documentation } from "./documentation.js";
import type { Name } from "./ast.js";
import { itemWords, limitMeasures, suffixes, verbs } from "../vocabulary/vocabulary.js";

export function sectionOf(from: CstNode, documentation: Documentation): Section | null {
  const name = nameOf(token(from, "name"));
  if (name === undefined) return null;
  const body = node(from, "parts");
  const variants = node(from, "variants");
  return {
    kind: "section",
    span: spanOf(from),
    name,
    ...headOf(from, body, documentation),
    parts: body === undefined ? [] : partsOf(body, documentation),
    variants: variants === undefined ? null : variantsOf(from, variants, documentation),
  };
}

function partsOf(from: CstNode, documentation: Documentation): (Section | Item | Data)[] {
  return inOrder(from, ["section", "item", "allowance", "data"])
    .map((part) => {
      if (part.name === "section") return sectionOf(part, documentation);
      return part.name === "data" ? dataOf(part, documentation) : itemOf(part, documentation);
    })
    .filter((part) => part !== null);
}

function variantsOf(section: CstNode, from: CstNode, documentation: Documentation): Variants {
  return {
    kind: "variants",
    span: spanOf(from),
    by: expressionOf(node(section, "sum")),
    cases: nodes(from, "variant").map((v) => {
      const body = node(v, "parts");
      return {
        span: spanOf(v),
        levels: tokens(v, "level").map((t) => nameOf(t) as Name),
        parts: body === undefined ? [] : partsOf(body, documentation),
      };
    }),
  };
}

/** Points, weight and the rest from the head; `applies if` may also be in the body. */
function headOf(from: CstNode, body: CstNode | undefined, documentation: Documentation): PartHead {
  const attributes = nodes(from, "attribute");
  const find = (label: string): CstNode | undefined => attributes.find((a) => has(a, label));
  const weight = find("Weight");
  const within = find("Within");
  const assessor = find("assessor");
  const basis = find("basis");
  const rounds = find("roundsTo");
  const points = find("points");
  const applies = find("applies") ?? (body !== undefined && has(body, "applies") ? body : undefined);
  return {
    points: points === undefined ? null : numberOf(token(points, "points")),
    weight: weight === undefined ? null : expressionOf(node(weight, "sum")),
    within:
      within === undefined
        ? null
        : within && node(within, "range")
          ? shareUnit(rangeOf(node(within, "range") as CstNode))
          : null,
    assessor: assessor === undefined ? null : textOf(token(node(assessor, "assessor") as CstNode, "Text")),
    basis: basis === undefined ? null : textOf(token(node(basis, "basis") as CstNode, "Text")),
    rounds: rounds === undefined ? null : roundsToOf(node(rounds, "roundsTo")),
    applies: applies === undefined ? null : appliesOf(node(applies, "applies") as CstNode),
    documentation: documentation.before(spanOf(from)[0]),
  };
}

function appliesOf(from: CstNode): AppliesIf {
  const number = numberOf(token(from, "Number"));
  return {
    kind: "applies-if",
    span: spanOf(from),
    condition: expressionOf(node(from, "expression")),
    otherwise: has(from, "Full") ? "full" : has(from, "Rescale") ? "rescale" : number === null ? null : "zero",
  };
}

export function itemOf(from: CstNode, documentation: Documentation): Item | null {
  const name = nameOf(token(from, "name"));
  if (name === undefined) return null;
  const body = node(from, "lines");
  return {
    kind: "item",
    span: spanOf(from),
    form: itemWords.find(({ word }) => has(from, word))?.form ?? "item",
    name,
    upTo: numberOf(token(from, "Number")),
    ...headOf(from, body, documentation),
    lines: body === undefined ? [] : linesOf(body, documentation),
  };
}

function linesOf(from: CstNode, documentation: Documentation): LineNode[] {
  return nodes(from, "line")
    .map((line) => lineOf(line, documentation))
    .filter((line) => line !== null);
}

function lineOf(from: CstNode, documentation: Documentation): LineNode | null {
  const written = node(from, "expression");
  const condition = has(from, "If") ? expressionOf(written) : null;
  const blocks = nodes(from, "lines");
  if (blocks.length > 0 && condition !== null) {
    return {
      kind: "line-block",
      span: spanOf(from),
      condition,
      lines: linesOf(blocks[0] as CstNode, documentation),
      otherwise: blocks[1] === undefined ? [] : linesOf(blocks[1], documentation),
    };
  }
  const effect = node(from, "effect");
  return effect === undefined ? null : effectOf(from, effect, condition, documentation);
}

function effectOf(
  from: CstNode,
  effect: CstNode,
  condition: Line["condition"],
  documentation: Documentation,
): Line | null {
  const each = node(effect, "each");
  const list = each === undefined ? undefined : nameOf(token(each, "list"));
  const where = each === undefined ? undefined : node(each, "expression");
  const per = node(effect, "per");
  const judgement = node(effect, "judgement");
  const open = node(effect, "open");
  const verb = node(judgement ?? effect, "verb");
  const amount =
    open !== undefined
      ? openOf(open)
      : judgement === undefined
        ? amountOf(node(effect, "amount"))
        : judgedOf(judgement);
  if ((verb === undefined && open === undefined) || amount === null || (each !== undefined && list === undefined))
    return null;
  return {
    kind: "line",
    span: spanOf(from),
    condition,
    each:
      each === undefined || list === undefined
        ? null
        : { span: spanOf(each), list, where: where === undefined ? null : expressionOf(where) },
    per: per === undefined ? null : perOf(per),
    discretion: judgement !== undefined,
    effect: verb === undefined ? "add-or-deduct" : (verbs.find(({ name }) => has(verb, name))?.effect ?? "deduct"),
    amount,
    suffixes: nodes(effect, "suffix").flatMap(suffixOf),
    documentation: documentation.before(spanOf(from)[0]),
  };
}

function perOf(from: CstNode): PerClause {
  return {
    kind: "per",
    span: spanOf(from),
    step: numberOf(token(from, "step")),
    of: expressionOf(node(from, "sum")),
    measure: measureOf(node(from, "measure")),
  };
}

function measureOf(from: CstNode | undefined): PerClause["measure"] {
  if (from === undefined) return { kind: "all" };
  const span = spanOf(from);
  const range = node(from, "range");
  if (has(from, "Between")) {
    const missing = { kind: "range", span, from: null, to: null } as const;
    return { kind: "between", span, range: range === undefined ? missing : shareUnit(rangeOf(range)) };
  }
  const kind = limitMeasures.find(({ begin }) => has(from, begin))?.kind;
  return kind === undefined ? { kind: "all" } : { kind, span, limit: expressionOf(node(from, "sum")) };
}

function amountOf(from: CstNode | undefined): AmountNode | null {
  if (from === undefined) return null;
  const span = spanOf(from);
  const ratio = node(from, "ratio");
  if (ratio === undefined) {
    const value = node(from, "expression");
    return { kind: "amount", span, value: value === undefined ? erroneous(span) : expressionOf(value) };
  }
  const below = node(from, "below");
  const earns = node(from, "earns");
  return {
    kind: "proportion",
    span,
    ratio: expressionOf(ratio),
    floor:
      below === undefined || earns === undefined
        ? null
        : { span: [spanOf(below)[0], spanOf(earns)[1]], below: expressionOf(below), earns: expressionOf(earns) },
  };
}

function judgedOf(from: CstNode): AmountNode {
  const range = node(from, "range");
  return {
    kind: "judged",
    span: spanOf(from),
    name: nameOf(token(from, "name")) ?? null,
    range: range === undefined ? null : shareUnit(rangeOf(range)),
  };
}

function openOf(from: CstNode): AmountNode | null {
  const text = textOf(token(from, "Text"));
  return text === null ? null : { kind: "open", span: spanOf(from), text: text.value };
}

function suffixOf(from: CstNode): Suffix[] {
  const span = spanOf(from);
  const basis = node(from, "basis");
  if (basis !== undefined) {
    const text = textOf(token(basis, "Text"));
    return text === null ? [] : [{ kind: "basis", span, text }];
  }
  const found = suffixes.find(({ word }) => has(from, word));
  const operand = node(from, "operand");
  const group = node(from, "group");
  if (found === undefined || found.takes === "text" || operand === undefined) return [];
  return [
    { kind: found.kind, span, operand: expressionOf(operand), per: group === undefined ? null : expressionOf(group) },
  ];
}
