/**
 * The tree of a rubric in, its checked program out, with all that was found on the way and the facts editors live on.
 * Names are collected first, then types, points and values are computed, then every line and result is checked, and
 * last, where nothing is wrong, the whole is looked over for what was hardly meant.
 */
import { PUBLISHED_DECIMALS } from "@yardstick/exact";
import { type TypedDiagnostic, severityOf } from "../diagnostics/diagnostic.js";
import type { Program } from "../program/program.js";
import type { Span } from "../source/span.js";
import type { Rubric } from "../syntax/ast.js";
import { checkAdvice } from "./advice.js";
import { assemble } from "./assemble.js";
import { inferAssessors } from "./assessors.js";
import type { Checker, Draft, Facts } from "./checker.js";
import { checkCycles } from "./cycles.js";
import { checkConstants } from "./constant.js";
import { checkAll, declareAll } from "./constructs.js";
import { checkFields, checkSubject } from "./data.js";
import { checkConstantConditions } from "./constant-conditions.js";
import { checkDivisions } from "./division.js";
import { checkExpression } from "./expression.js";
import { checkGradeGaps } from "./grade-gaps.js";
import { checkItems, allocateItems } from "./item.js";
import { checkJudgements } from "./judgement.js";
import { checkValues } from "./let.js";
import { checkConfusableNames } from "./confusable-names.js";
import { measure } from "./allocate-points.js";
import { Names } from "./names.js";
import { checkNegativeDifferences } from "./negative-differences.js";
import { checkOutputDecimals } from "./output.js";
import { checkUnreachablePoints } from "./unreachable-points.js";
import { allocateScore } from "./score-range.js";
import { checkSections, checkSiblings } from "./section.js";
import { reportUnknownNames } from "./unknown-name.js";
import { checkUnused } from "./unused.js";

/** Options of `check`. */
export interface CheckOptions {
  /** The text the tree was read from. */
  readonly source: string;
  /** Programs of the rubrics it uses, by the path written in `use`. */
  readonly uses?: ReadonlyMap<string, Program>;
  /** Where the text could not be read: what seems to be missing there may be what was not read, so nothing is said of it. */
  readonly broken?: readonly Span[];
}

/** The outcome of checking a syntax tree. */
export interface Checked {
  /** Null where there is an error, here or in the text. */
  readonly program: Program | null;
  /** In the order of the text. */
  readonly findings: readonly TypedDiagnostic[];
  readonly facts: Facts;
}

/** Checks a syntax tree: resolves names, types, units and points. Errors are diagnostics. */
export function check(rubric: Rubric, options: CheckOptions): Checked {
  const checker = newChecker(rubric, options);
  declareAll(checker, rubric);
  if (!checker.incomplete) checkSubject(checker, rubric);
  checkFields(checker);
  checkConstants(checker);
  checkSiblings(checker);
  measure(checker);
  allocateItems(checker);
  checkJudgements(checker);
  checkValues(checker);
  checkSections(checker);
  checkItems(checker);
  checkAll(checker, rubric);
  reportUnknownNames(checker);
  checkCycles(checker);
  const sound = !checker.broken && !checker.incomplete && !hasErrors(checker);
  if (sound) lint(checker);
  return {
    program: sound && !hasErrors(checker) ? assemble(checker) : null,
    findings: inTextOrder(checker.findings),
    facts: { references: checker.references, types: checker.types, declared: checker.names.all() },
  };
}

/** Diagnostics for a rubric without errors; beside errors they would be noise. */
function lint(checker: Checker): void {
  inferAssessors(checker);
  allocateScore(checker);
  checkDivisions(checker);
  checkUnreachablePoints(checker);
  checkNegativeDifferences(checker);
  checkOutputDecimals(checker);
  checkConstantConditions(checker);
  checkGradeGaps(checker);
  checkUnused(checker);
  checkConfusableNames(checker);
  checkAdvice(checker);
}

function hasErrors(checker: Checker): boolean {
  return checker.findings.some((found) => severityOf(found) === "error");
}

function inTextOrder(findings: readonly TypedDiagnostic[]): readonly TypedDiagnostic[] {
  return [...findings].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

function newChecker(rubric: Rubric, { source, uses = new Map(), broken = [] }: CheckOptions): Checker {
  const findings: TypedDiagnostic[] = [];
  const [first] = rubric.declarations;
  const checker: Checker = {
    source,
    vocabulary: first !== undefined && /^[a-z]/i.test(source.slice(...first.span)) ? "en" : "zh",
    uses,
    incomplete: broken.length > 0,
    unparsedSpans: broken,
    names: new Names(),
    units: new Set(),
    draft: emptyDraft(),
    references: new Map(),
    types: new Map(),
    partsByPath: new Map(),
    heads: new Map(),
    read: new Set(),
    unknown: new Map(),
    broken: false,
    findings,
    scoreRange: null,
    report: (found) => findings.push(found),
    check: (node, scope, want) => checkExpression(checker, node, scope, want),
  };
  return checker;
}

function emptyDraft(): Draft {
  return {
    title: null,
    edition: null,
    total: null,
    totalSpan: null,
    scoreDecimals: PUBLISHED_DECIMALS,
    itemDecimals: null,
    scoreRounding: null,
    itemRounding: null,
    subject: null,
    key: null,
    period: null,
    fields: [],
    lists: [],
    constants: [],
    choices: [],
    parts: [],
    given: [],
    roots: [],
    lets: [],
    outputs: [],
    outputDecimals: [],
    outputRounded: [],
    valueAtHand: null,
    waitingReads: [],
    coefficients: [],
    vetoes: [],
    rankings: [],
    rankingsBySection: new Set(),
    grades: [],
    gradesChoices: [],
    awards: [],
    consequences: [],
    requirements: [],
    policies: [],
    uses: [],
    scenarios: [],
    tests: [],
  };
}
