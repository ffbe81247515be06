/**
 * `grades NAME [by RANKING] { … }`: best first. The grades become a choice, known by name before anything is checked.
 */
import { decimalOrQuotient, ONE, percentText, type Rational, sum } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { GradeAdjustment, Grades } from "../program/program.js";
import type * as ast from "../syntax/ast.js";
import { rankingNamed } from "./call-result.js";
import { type Checker, subjectScope } from "./checker.js";
import { constantOf } from "./constant-value.js";
import { declareName } from "./declare.js";
import { checkAs, wholeNumber } from "./check-as.js";
import { reportUnknown } from "./unknown-name.js";
import { isNumber, flagExpected, pureExpected } from "./value.js";

type Row = Grades["rows"][number];

export function declareGrades(checker: Checker, node: ast.Grades): void {
  const { draft } = checker;
  const index = draft.grades.push(null) - 1;
  declareName(checker, "grades", node.name, index);
  const seen = new Map<string, ast.Name>();
  for (const name of [...node.rows.map((row) => row.grade), ...(node.otherwise === null ? [] : [node.otherwise])]) {
    const before = seen.get(name.text);
    if (before === undefined) seen.set(name.text, name);
    else {
      checker.report(
        diagnostic(
          "duplicate-name",
          name.span,
          { name: name.text, kind: "grade" },
          {
            related: [{ span: before.span, note: { zh: "前面已有", en: "it was first here" } }],
          },
        ),
      );
    }
  }
  const choice = draft.choices.length;
  const worstFirst = [...seen.values()].reverse();
  worstFirst.forEach((name, at) => checker.references.set(name, { kind: "level", choice, index: at, name: name.text }));
  draft.choices.push({
    name: node.name.text,
    ordered: true,
    levels: worstFirst.map(({ text }) => ({ name: text, description: null })),
  });
  draft.gradesChoices.push(choice);
}

export function checkGrades(checker: Checker, node: ast.Grades, index: number): void {
  const { draft } = checker;
  const by =
    node.by === null ? null : rankingNamed(checker, { kind: "reference", span: node.by.span, path: [node.by] });
  const rows = node.rows.map((row) => checkRow(checker, row));
  checkQuotas(checker, node, rows);
  const choice = draft.gradesChoices[index];
  const adjustments = node.adjustments.map((one) => checkAdjustment(checker, one, choice));
  if (choice === undefined || (node.by !== null && by === null) || rows.some((row) => row === null)) return;
  if (adjustments.some((one) => one === null)) return;
  if (by !== null && draft.rankingsBySection.has(by)) {
    checker.report(
      diagnostic("section-needed", node.by?.span ?? node.span, { ranking: node.by?.text ?? "", example: null }),
    );
    return;
  }
  draft.grades[index] = {
    name: node.name.text,
    span: node.span,
    by,
    choice,
    rows: rows.filter((row) => row !== null),
    otherwise: node.otherwise?.text ?? null,
    adjustments: adjustments.filter((one) => one !== null),
  };
}

function checkAdjustment(checker: Checker, node: ast.GradeAdjustment, choice: number | undefined) {
  const condition = checkAs(checker, node.condition, subjectScope, flagExpected);
  const change = changeOf(checker, node.change, choice);
  if (condition === null || change === null) return null;
  return { span: node.span, change, condition, basis: node.basis?.value ?? null };
}

function changeOf(
  checker: Checker,
  change: ast.GradeAdjustment["change"],
  choice: number | undefined,
): GradeAdjustment["change"] | null {
  const levels = choice === undefined ? [] : (checker.draft.choices[choice]?.levels ?? []);
  if ("by" in change) {
    const written = change.by.unit === "档" ? { ...change.by, unit: null } : change.by;
    const by = wholeNumber(written, 1, Math.max(1, levels.length - 1));
    if (by !== null) return { kind: change.kind, by };
    const found = checker.source.slice(...change.by.span);
    checker.report(diagnostic("grade-steps", change.by.span, { found, most: levels.length - 1 }));
    return null;
  }
  const level = levels.findIndex(({ name }) => name === change.grade.text);
  if (level < 0 || choice === undefined) {
    return reportUnknown(checker, change.grade, "grade", () => levels.map(({ name }) => name));
  }
  checker.references.set(change.grade, { kind: "level", choice, index: level, name: change.grade.text });
  const isIdle = level === (change.kind === "raise-to" ? 0 : levels.length - 1);
  if (isIdle) {
    const because = change.kind === "raise-to" ? "worst" : "best";
    checker.report(diagnostic("grade-unmoved", change.grade.span, { grade: change.grade.text, because }));
  }
  return { kind: change.kind, level };
}

function checkRow(checker: Checker, row: ast.Grades["rows"][number]): Row | null {
  const condition = row.condition === null ? null : checkAs(checker, row.condition, subjectScope, flagExpected);
  const quota = row.quota === null ? null : checkQuota(checker, row.quota, row.rounding ?? "down");
  if ((row.condition !== null && condition === null) || (row.quota !== null && quota === null)) return null;
  return { grade: row.grade.text, span: row.span, quota, condition };
}

/** A share of the group, or a number of places; the same for all subjects. */
function checkQuota(
  checker: Checker,
  node: ast.Expression,
  rounding: NonNullable<Row["quota"]>["rounding"],
): Row["quota"] {
  const value = checkAs(checker, node, { ...subjectScope, reads: "whole" }, pureExpected);
  if (value === null) return null;
  const share = isNumber(value.type) && value.type.percent;
  const number = constantOf(value, null);
  if (number !== null && (number.compare(0) < 0 || (!share && !number.isWhole()))) {
    checker.report(diagnostic("quota-kind", node.span, { found: decimalOrQuotient(number) }));
    return null;
  }
  return { kind: share ? "share" : "number", value, rounding };
}

function checkQuotas(checker: Checker, node: ast.Grades, rows: readonly (Row | null)[]): void {
  const shares = rows.map((row) => (row?.quota?.kind === "share" ? constantOf(row.quota.value, null) : null));
  const known = shares.filter((share): share is Rational => share !== null);
  const total = sum(known);
  if (total.compare(ONE) <= 0) return;
  const related = node.rows.flatMap((row, i) => {
    const share = shares[i] ?? null;
    if (share === null || row.quota === null) return [];
    const words = `${row.grade.text} ${percentText(share)}`;
    return [{ span: row.quota.span, note: { zh: words, en: words } }];
  });
  checker.report(
    diagnostic(
      "quota-over",
      node.name.span,
      { name: node.name.text, found: percentText(total), over: percentText(total.sub(ONE)) },
      { related },
    ),
  );
}
