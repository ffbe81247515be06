/**
 * A checked rubric reduced to core nodes, after the changes of a scenario.
 */
import type { Program } from "../../program/program.js";
import type { CoreProgram, Total } from "../nodes/program.js";
import type { RankingGroup } from "../nodes/ranking.js";
import type { Multiply, VetoStep } from "../nodes/step.js";
import { partOf } from "./part-of.js";
import { gradesOf, rankingGroupOf } from "./rankings-of.js";
import { roundingOf } from "./rounding-of.js";

type Fields = { readonly [K in keyof Program]-?: (program: Program) => Partial<CoreProgram> };

/** Of a property that only views, tools and scenarios read. */
const shownOnly = () => ({});
/** Of a property that evaluators read as it was checked. */
const asChecked =
  <K extends keyof Program & keyof CoreProgram>(name: K) =>
  (program: Program) => ({ [name]: program[name] });

/** The desugared form of each property, so that a property added to `Program` does not compile before it is entered here. */
const properties: Fields = {
  language: shownOnly,
  title: asChecked("title"),
  edition: shownOnly,
  total: shownOnly,
  scoreDecimals: (program) => ({ scoreDecimals: program.scoreDecimals, total: totalOf(program) }),
  itemDecimals: shownOnly,
  scoreRounding: shownOnly,
  itemRounding: shownOnly,
  subject: asChecked("subject"),
  key: asChecked("key"),
  period: asChecked("period"),
  fields: asChecked("fields"),
  lists: asChecked("lists"),
  constants: asChecked("constants"),
  choices: asChecked("choices"),
  parts: ({ parts, fields, coefficients, itemDecimals, itemRounding }) => ({
    parts: parts.map((part, index) => partOf(part, { index, fields, coefficients, itemDecimals, itemRounding })),
  }),
  roots: asChecked("roots"),
  lets: asChecked("lets"),
  coefficients: asChecked("coefficients"),
  vetoes: asChecked("vetoes"),
  rankings: (program) => ({ rankings: rankingGroupsOf(program) }),
  grades: (program) => {
    const groups = rankingGroupsOf(program);
    return { grades: program.grades.map((each) => gradesOf(each, groups)) };
  },
  awards: asChecked("awards"),
  consequences: asChecked("consequences"),
  outputs: asChecked("outputs"),
  requirements: asChecked("requirements"),
  policies: asChecked("policies"),
  uses: asChecked("uses"),
  scenarios: shownOnly,
  tests: asChecked("tests"),
};

const known = new WeakMap<Program, CoreProgram>();

/** The same core program for the same program; the same rule for the same line, also in another program. */
export function coreOf(program: Program): CoreProgram {
  const before = known.get(program);
  if (before !== undefined) return before;
  const core = Object.assign({}, ...Object.values(properties).map((property) => property(program))) as CoreProgram;
  known.set(program, core);
  return core;
}

function rankingGroupsOf(program: Program): readonly RankingGroup[] {
  return program.rankings.map((ranking) => rankingGroupOf(ranking, program));
}

function totalOf({ coefficients, vetoes, scoreDecimals, scoreRounding }: Program): Total {
  const zeroes = (veto: Program["vetoes"][number]) => veto.effects.some(({ kind }) => kind === "score-zero");
  return {
    steps: coefficients.flatMap(({ appliesTo, span }, coefficient): readonly Multiply[] =>
      appliesTo === "total" ? [{ op: "multiply", role: "coefficient", span, coefficient }] : [],
    ),
    rounding: { op: "round", role: "rounding", span: null, ...roundingOf(scoreDecimals, scoreRounding) },
    vetoes: vetoes.map((veto, index): VetoStep => ({
      op: "veto",
      role: "veto",
      span: veto.span,
      veto: index,
      zeroes: zeroes(veto),
    })),
  };
}
