/**
 * Vetoes, rankings, grades, awards, scenarios, tests and their like of Chevrotain's tree as nodes of the syntax tree.
 */
import type { CstNode } from "chevrotain";
import type {
  Award,
  BonusOnly,
  Coefficient,
  Consequence,
  GivenEntry,
  GradeAdjustment,
  Grades,
  Let,
  Name,
  Output,
  Policy,
  Ranking,
  Requirement,
  RowsNode,
  Scenario,
  Test,
  Veto,
  VetoEffect,
} from "./ast.js";
import { expressionOf } from "./ast-of-expression.js";
import { directionsOf } from "./directions.js";
import { has, nameOf, node, nodes, numberOf, spanOf, textOf, token, tokens } from "./cst.js";
import { roundsToOf } from "./ast-of-rounding.js";

export function bonusOnlyOf(from: CstNode): BonusOnly {
  return { kind: "bonus-only", span: spanOf(from), names: namesOf(node(from, "names")) };
}

function namesOf(from: CstNode | undefined): Name[] {
  return from === undefined ? [] : tokens(from, "name").map((t) => nameOf(t) as Name);
}

export function vetoOf(from: CstNode): Veto | null {
  const name = nameOf(token(from, "name"));
  const condition = node(from, "expression");
  const basis = node(from, "basis");
  if (name === undefined || condition === undefined) return null;
  return {
    kind: "veto",
    span: spanOf(from),
    name,
    condition: expressionOf(condition),
    basis: basis === undefined ? null : textOf(token(basis, "Text")),
    effects: nodes(from, "vetoEffect").flatMap(effectOf),
  };
}

function effectOf(from: CstNode): VetoEffect[] {
  const span = spanOf(from);
  if (has(from, "ScoreZero")) return [{ kind: "score-zero", span }];
  if (has(from, "Unranked")) return [{ kind: "unranked", span }];
  if (has(from, "NoPlace")) return [{ kind: "no-place", span }];
  if (has(from, "NoAwards")) return [{ kind: "no-awards", span }];
  const grade = nameOf(token(from, "grade"));
  return grade === undefined ? [] : [{ kind: "grade-at-most", span, grade }];
}

export function coefficientOf(from: CstNode): Coefficient | null {
  const name = nameOf(token(from, "name"));
  const condition = node(from, "condition");
  if (name === undefined) return null;
  return {
    kind: "coefficient",
    span: spanOf(from),
    name,
    value: expressionOf(node(from, "expression")),
    condition: condition === undefined ? null : expressionOf(condition),
    appliesTo: has(from, "names") ? namesOf(node(from, "names")) : "total",
  };
}

export function rankingOf(from: CstNode): Ranking | null {
  const name = nameOf(token(from, "name"));
  const by = node(from, "by");
  const where = node(from, "where");
  if (name === undefined || (by === undefined && !has(from, "EachSection"))) return null;
  const ties = nodes(from, "tieBreak");
  const directions = directionsOf(from).map(([first]) => first);
  return {
    kind: "ranking",
    span: spanOf(from),
    name,
    by: by === undefined ? "each-section" : expressionOf(by),
    lowestFirst: isLowestFirst(directions[0]),
    within: nameOf(token(from, "group")) ?? null,
    where: where === undefined ? null : expressionOf(where),
    ties: has(from, "TiesShare") ? "share" : has(from, "TiesDense") ? "dense" : null,
    thenBy: ties.map((tie, at) => ({
      span: spanOf(tie),
      by: expressionOf(node(tie, "expression")),
      against: has(tie, "HeadToHead") ? expressionOf(node(tie, "against")) : null,
      lowestFirst: isLowestFirst(directions[at + 1]),
    })),
  };
}

function isLowestFirst(direction: CstNode | undefined): boolean {
  return direction !== undefined && has(direction, "LowestFirst");
}

export function gradesOf(from: CstNode): Grades | null {
  const name = nameOf(token(from, "name"));
  if (name === undefined) return null;
  const rows = nodes(from, "gradeRow");
  return {
    kind: "grades",
    span: spanOf(from),
    name,
    by: nameOf(token(from, "ranking")) ?? null,
    rows: rows.flatMap((row) => {
      const grade = nameOf(token(row, "grade"));
      const quota = node(row, "quota");
      const condition = node(row, "expression");
      if (grade === undefined) return [];
      return [
        {
          span: spanOf(row),
          grade,
          quota: quota === undefined ? null : expressionOf(node(quota, "sum")),
          rounding:
            quota === undefined ? null : has(quota, "RoundsUp") ? "up" : has(quota, "RoundsHalfUp") ? "half-up" : null,
          condition: condition === undefined ? null : expressionOf(condition),
        },
      ];
    }),
    otherwise: rows.map((row) => nameOf(token(row, "otherwise"))).find((n) => n !== undefined) ?? null,
    adjustments: nodes(from, "adjustment").flatMap((row) => adjustmentOf(row) ?? []),
  };
}

function adjustmentOf(from: CstNode): GradeAdjustment | null {
  const by = numberOf(token(from, "grades"));
  const grade = nameOf(token(from, "grade"));
  const condition = node(from, "expression");
  const basis = node(from, "basis");
  if (condition === undefined) return null;
  const common = {
    span: spanOf(from),
    condition: expressionOf(condition),
    basis: basis === undefined ? null : textOf(token(basis, "Text")),
  };
  if (by !== null) return { ...common, change: { kind: has(from, "RaiseBy") ? "raise" : "lower", by } };
  if (grade === undefined) return null;
  return { ...common, change: { kind: has(from, "RaiseTo") ? "raise-to" : "at-most", grade } };
}

export function awardOf(from: CstNode): Award | null {
  const name = nameOf(token(from, "name"));
  const ranking = nameOf(token(from, "ranking"));
  const places = node(from, "places");
  const last = places === undefined ? null : numberOf(token(places, "to"));
  const first = places === undefined ? null : numberOf(token(places, "from"));
  const condition = node(from, "condition");
  const pays = node(from, "pays");
  if (name === undefined || ranking === undefined || places === undefined || (first ?? last) === null) return null;
  const top = { kind: "number", span: spanOf(places), digits: "1", unit: null } as const;
  return {
    kind: "award",
    span: spanOf(from),
    name,
    ranking,
    places: { span: spanOf(places), from: first ?? top, to: last ?? first ?? top },
    condition: condition === undefined ? null : expressionOf(condition),
    pays: pays === undefined ? null : expressionOf(pays),
    rounds: roundsToOf(node(from, "roundsTo")),
  };
}

export function consequenceOf(from: CstNode): Consequence | null {
  const name = nameOf(token(from, "name"));
  const condition = node(from, "expression");
  if (name === undefined || condition === undefined) return null;
  return { kind: "consequence", span: spanOf(from), name, condition: expressionOf(condition) };
}

export function letOf(from: CstNode): Let | null {
  const name = nameOf(token(from, "name"));
  return name === undefined
    ? null
    : { kind: "let", span: spanOf(from), name, value: expressionOf(node(from, "expression")) };
}

export function outputOf(from: CstNode): Output | null {
  const name = nameOf(token(from, "name"));
  if (name === undefined) return null;
  return {
    kind: "output",
    span: spanOf(from),
    name,
    value: expressionOf(node(from, "expression")),
    rounds: roundsToOf(node(from, "roundsTo")),
  };
}

export function checkOf(from: CstNode, kind: "requirement"): Requirement | null;
export function checkOf(from: CstNode, kind: "policy"): Policy | null;
export function checkOf(from: CstNode, kind: "requirement" | "policy"): Requirement | Policy | null {
  const condition = node(from, "expression");
  if (condition === undefined) return null;
  return { kind, span: spanOf(from), condition: expressionOf(condition), message: textOf(token(from, "Text")) };
}

export function scenarioOf(from: CstNode): Scenario | null {
  const name = textOf(token(from, "Text"));
  if (name === null) return null;
  return {
    kind: "scenario",
    span: spanOf(from),
    name,
    changes: nodes(from, "change").map((change) => ({
      span: spanOf(change),
      target: namesOf(node(change, "path")),
      weight: has(change, "Weight"),
      value: expressionOf(node(change, "sum")),
    })),
  };
}

export function testOf(from: CstNode): Test | null {
  const name = textOf(token(from, "Text"));
  if (name === null) return null;
  const entries = nodes(from, "given").flatMap((g) => nodes(g, "givenEntry"));
  return {
    kind: "test",
    span: spanOf(from),
    name,
    given: entries.filter((e) => !has(e, "Else")).flatMap(givenOf),
    elseFull: entries.some((e) => has(e, "Else")),
    expect: nodes(from, "expect")
      .flatMap((e) => nodes(e, "entry"))
      .map((e) => ({ span: spanOf(e), target: namesOf(node(e, "path")), value: expressionOf(node(e, "expression")) })),
  };
}

function givenOf(from: CstNode): GivenEntry[] {
  const rows = node(from, "rows");
  const value = node(from, "expression");
  const target = namesOf(node(from, "path"));
  if (target.length === 0 || (rows === undefined && value === undefined)) return [];
  return [
    { kind: "given", span: spanOf(from), target, value: rows === undefined ? expressionOf(value) : rowsOf(rows) },
  ];
}

function rowsOf(from: CstNode): RowsNode {
  return {
    kind: "rows",
    span: spanOf(from),
    rows: nodes(from, "row").map((row) => ({
      span: spanOf(row),
      cells: nodes(row, "entry").flatMap((cell) => {
        const name = namesOf(node(cell, "path"))[0];
        return name === undefined ? [] : [{ span: spanOf(cell), name, value: expressionOf(node(cell, "expression")) }];
      }),
    })),
  };
}
