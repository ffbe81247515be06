/**
 * A whole file of Chevrotain's tree as a `Rubric`. One table names the builder of each declaration.
 */
import type { CstNode } from "chevrotain";
import type { Declaration, Edition, Rounding, Rubric, Title, Total, Use } from "./ast.js";
import { choiceDeclarationOf, constantOf, dataOf } from "./ast-of-data.js";
import { itemOf, sectionOf } from "./ast-of-part.js";
import {
  awardOf,
  bonusOnlyOf,
  checkOf,
  coefficientOf,
  consequenceOf,
  gradesOf,
  letOf,
  outputOf,
  rankingOf,
  scenarioOf,
  testOf,
  vetoOf,
} from "./ast-of-result.js";
import { dateOf, has, nameOf, node, nodes, numberOf, spanOf, textOf, token } from "./cst.js";
import { roundsToOf } from "./ast-of-rounding.js";
import type { Documentation } from "./documentation.js";

type Builder = (from: CstNode, documentation: Documentation) => Declaration | null;

/** By grammar rule. */
const builders: Readonly<Record<string, Builder>> = {
  title: titleOf,
  edition: editionOf,
  total: totalOf,
  rounding: roundingOf,
  use: useOf,
  data: dataOf,
  choiceDeclaration: choiceDeclarationOf,
  constant: constantOf,
  section: sectionOf,
  item: itemOf,
  allowance: itemOf,
  bonusOnly: bonusOnlyOf,
  veto: vetoOf,
  coefficient: coefficientOf,
  ranking: rankingOf,
  grades: gradesOf,
  award: awardOf,
  consequence: consequenceOf,
  let: letOf,
  output: outputOf,
  requirement: (from) => checkOf(from, "requirement"),
  policy: (from) => checkOf(from, "policy"),
  scenario: scenarioOf,
  test: testOf,
};

export function rubricOf(from: CstNode, length: number, documentation: Documentation): Rubric {
  const declarations = nodes(from, "declaration").flatMap((declaration) => {
    const [rule] = Object.keys(declaration.children);
    const child = rule === undefined ? undefined : node(declaration, rule);
    const built = child === undefined ? null : (builders[child.name]?.(child, documentation) ?? null);
    return built === null ? [] : [built];
  });
  return { kind: "rubric", span: [0, length], declarations };
}

function titleOf(from: CstNode): Title | null {
  const text = textOf(token(from, "Text"));
  return text === null ? null : { kind: "title", span: spanOf(from), text };
}

function editionOf(from: CstNode): Edition | null {
  const text = textOf(token(from, "Text"));
  if (text === null) return null;
  return {
    kind: "edition",
    span: spanOf(from),
    text,
    from: dateOf(token(from, "from")),
    to: dateOf(token(from, "to")),
  };
}

function totalOf(from: CstNode): Total | null {
  const points = numberOf(token(from, "Number"));
  return points === null ? null : { kind: "total", span: spanOf(from), points };
}

function roundingOf(from: CstNode): Rounding | null {
  const rounds = roundsToOf(node(from, "roundsTo"));
  return rounds === null
    ? null
    : { kind: "rounding", span: spanOf(from), of: has(from, "Score") ? "score" : "items", rounds };
}

function useOf(from: CstNode): Use | null {
  const path = textOf(token(from, "Text"));
  const alias = nameOf(token(from, "alias"));
  const by = nameOf(token(from, "by"));
  if (path === null || alias === undefined || by === undefined) return null;
  return { kind: "use", span: spanOf(from), path, alias, by, allPeriods: has(from, "AllPeriods") };
}
