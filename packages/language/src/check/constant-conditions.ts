/**
 * Conditions that are constant whatever the data: lines and results that no subject can reach, or that every subject gets.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Expression } from "../program/expression.js";
import { knownOfPlace } from "./award-places.js";
import { constantOf } from "./constant-value.js";
import type { Checker } from "./checker.js";
import { type Knowledge, nothingKnown } from "./expression-range.js";
import { truthOf } from "./knowledge.js";
import { knowledgeInside } from "./standing.js";

export function checkConstantConditions(checker: Checker): void {
  checkLines(checker);
  checkResults(checker);
  checkGradesReached(checker);
}

function checkLines(checker: Checker): void {
  const seen = new Set<Expression>();
  for (const part of checker.draft.parts) {
    const inside = knowledgeInside(checker, part);
    for (const line of part.lines) {
      const asked = line.suffixes.map(({ operand }) => operand).filter(({ type }) => type.kind === "flag");
      for (const condition of [...line.conditions, ...asked]) {
        const plain = condition.kind === "not" ? condition.operand : condition;
        if (seen.has(plain)) continue;
        seen.add(plain);
        checkCondition(checker, plain, inside);
      }
    }
  }
}

function checkCondition(checker: Checker, condition: Expression, knowledge: Knowledge): void {
  const truth = truthOf(checker, condition, knowledge);
  if (truth === null) return;
  checker.report(
    diagnostic("condition-decided", condition.span, { text: checker.source.slice(...condition.span), holds: truth }),
  );
}

function checkResults(checker: Checker): void {
  const { vetoes, awards, consequences } = checker.draft;
  for (const veto of vetoes) {
    if (veto === null) continue;
    if (truthOf(checker, veto.condition, nothingKnown) !== false) checkCondition(checker, veto.condition, nothingKnown);
    else checker.report(diagnostic("veto-without-effect", veto.condition.span, { name: veto.name, because: "never" }));
  }
  for (const award of awards) {
    const condition = award?.condition ?? null;
    if (
      award === null ||
      condition === null ||
      truthOf(checker, condition, knownOfPlace(award.ranking, award)) !== false
    )
      continue;
    checker.report(
      diagnostic("award-out-of-reach", condition.span, { name: award.name, text: textOf(checker, condition) }),
    );
  }
  for (const grades of checker.draft.grades)
    for (const { condition } of grades?.adjustments ?? []) checkCondition(checker, condition, nothingKnown);
  for (const consequence of consequences)
    if (consequence !== null) checkCondition(checker, consequence.condition, nothingKnown);
}

function textOf(checker: Checker, expression: Expression): string {
  return checker.source.slice(...expression.span);
}

/** A grade whose condition never holds, whose quota is nothing, or that follows one that takes all subjects. */
function checkGradesReached(checker: Checker): void {
  for (const grades of checker.draft.grades) {
    if (grades === null) continue;
    for (const [i, row] of grades.rows.entries()) {
      const truth = row.condition === null ? true : truthOf(checker, row.condition, nothingKnown);
      const quota = row.quota === null ? null : constantOf(row.quota.value, null);
      if (truth === false || quota?.equals(0) === true) {
        const because = truth === false ? "never" : "quota";
        checker.report(diagnostic("grade-out-of-reach", row.span, { grade: row.grade, because, other: "" }));
      } else if (truth === true && row.quota === null) {
        const next = grades.rows[i + 1];
        const grade = next?.grade ?? grades.otherwise;
        if (grade === null) break;
        checker.report(
          diagnostic("grade-out-of-reach", (next ?? row).span, { grade, because: "behind", other: row.grade }),
        );
        break;
      }
    }
  }
}
