/**
 * Gaps between the rows of grades: 79.5 between `>= 60 and <= 79` and `>= 80`. They are hardly meant where printed figures were
 * written down as conditions, and the score has decimals.
 */
import { decimalOrQuotient, powerOfTen, type Rational } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Comparison, Expression } from "../program/expression.js";
import type { Checker } from "./checker.js";
import { constantOf } from "./constant-value.js";
import { closed, everything, type Interval, intersection, isEmpty } from "./interval.js";

/** A row and the scores that its condition lets in. */
interface Row {
  readonly grade: string;
  readonly span: Expression["span"];
  readonly scores: Interval;
}

export function checkGradeGaps(checker: Checker): void {
  for (const grades of checker.draft.grades) {
    if (grades === null) continue;
    const rows = grades.rows.flatMap(({ grade, condition }): Row[] => {
      const scores = condition === null ? null : scoresOf(condition);
      return condition === null || scores === null || isEmpty(scores) ? [] : [{ grade, span: condition.span, scores }];
    });
    for (const { below, above } of gapsOf(rows)) {
      const { max, min } = { max: below.scores.max, min: above.scores.min };
      if (max === null || min === null || !holdsScore(below.scores, above.scores, checker.draft.scoreDecimals))
        continue;
      checker.report(
        diagnostic(
          "grade-gap",
          below.span,
          {
            below: below.grade,
            above: above.grade,
            gap: {
              from: decimalOrQuotient(max),
              fromOpen: !below.scores.maxOpen,
              to: decimalOrQuotient(min),
              toOpen: !above.scores.minOpen,
            },
            otherwise: grades.otherwise,
          },
          { related: [{ span: above.span, note: { zh: "到这一档为止是空档", en: "the gap ends at this row" } }] },
        ),
      );
    }
  }
}

/** Of a conjunction, the condition on the score; null where there is none. */
function scoresOf(condition: Expression): Interval | null {
  if (condition.kind === "logic" && condition.op === "and") {
    const [left, right] = [scoresOf(condition.left), scoresOf(condition.right)];
    return left === null || right === null ? (left ?? right) : intersection(left, right);
  }
  return condition.kind === "comparison" ? comparedScores(condition) : null;
}

function comparedScores({ op, left, right }: Comparison): Interval | null {
  const isLeft = isScore(left);
  if (isLeft === isScore(right)) return null;
  const limit = constantOf(isLeft ? right : left, null);
  if (limit === null || op === "≠") return null;
  if (op === "=") return closed(limit, limit);
  const isUpper = (op === "<" || op === "≤") === isLeft;
  const isOpen = op === "<" || op === ">";
  return isUpper ? { ...everything, max: limit, maxOpen: isOpen } : { ...everything, min: limit, minOpen: isOpen };
}

function isScore(one: Expression): boolean {
  return one.kind === "reference" && one.to.kind === "score";
}

/** Neighbours in the order of their scores that leave one score between them, or several where one of them has both ends. */
function gapsOf(rows: readonly Row[]): readonly { readonly below: Row; readonly above: Row }[] {
  const ordered = [...rows].sort((a, b) => compareEnds(a.scores.min, b.scores.min, -1));
  const gaps: { readonly below: Row; readonly above: Row }[] = [];
  let [below] = ordered;
  for (const above of ordered.slice(1)) {
    if (below === undefined) break;
    const { max, maxOpen } = below.scores;
    const { min, minOpen } = above.scores;
    if (max !== null && min !== null) {
      const order = max.compare(min);
      const leavesPoint = order === 0 && maxOpen && minOpen;
      if (leavesPoint || (order < 0 && (hasBothEnds(below) || hasBothEnds(above)))) gaps.push({ below, above });
    }
    if (compareEnds(max, above.scores.max, 1) < 0) below = above;
  }
  return gaps;
}

/** A missing end is below or above all, by `side`. */
function compareEnds(a: Rational | null, b: Rational | null, side: 1 | -1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? side : -side;
  return a.compare(b);
}

function hasBothEnds({ scores }: Row): boolean {
  return scores.min !== null && scores.max !== null;
}

/** Whether a score with this number of decimals lies between the rows. */
function holdsScore(below: Interval, above: Interval, decimals: number): boolean {
  if (below.max === null || above.min === null) return false;
  const step = powerOfTen(-decimals);
  const inSteps = below.max.div(step);
  const next = inSteps.isWhole() && !below.maxOpen ? inSteps.add(1) : inSteps.ceil();
  const first = next.mul(step);
  return above.minOpen ? first.compare(above.min) <= 0 : first.compare(above.min) < 0;
}
