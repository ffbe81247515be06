/**
 * `veto NAME if C { effects }`: what overrides the published result, and whether there is anything for it to override.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Veto } from "../program/program.js";
import type * as ast from "../syntax/ast.js";
import { type Checker, subjectScope } from "./checker.js";
import { declareName } from "./declare.js";
import { checkAs } from "./check-as.js";
import { reportUnknown } from "./unknown-name.js";
import { flagExpected } from "./value.js";

export function declareVeto(checker: Checker, node: ast.Veto): void {
  declareName(checker, "veto", node.name, checker.draft.vetoes.push(null) - 1);
}

export function checkVeto(checker: Checker, node: ast.Veto, index: number): void {
  const condition = checkAs(checker, node.condition, { ...subjectScope, veto: true }, flagExpected);
  if (checker.unparsedSpans.some((span) => span[0] < node.span[1] && span[1] > node.span[0])) return;
  const effects = node.effects.map((effect) => checkEffect(checker, node, effect));
  if (condition === null || effects.some((effect) => effect === null)) return;
  checker.draft.vetoes[index] = {
    name: node.name.text,
    span: node.span,
    condition,
    basis: node.basis?.value ?? null,
    effects: effects.filter((effect) => effect !== null),
  };
  if (node.effects.length === 0) {
    checker.report(diagnostic("veto-without-effect", node.name.span, { name: node.name.text, because: "none" }));
  }
}

function checkEffect(checker: Checker, node: ast.Veto, effect: ast.VetoEffect): Veto["effects"][number] | null {
  const { draft } = checker;
  const useless = (because: "no-ranking" | "no-award" | "best-grade"): void =>
    checker.report(diagnostic("veto-without-effect", effect.span, { name: node.name.text, because }));
  switch (effect.kind) {
    case "score-zero":
      return { kind: effect.kind };
    case "unranked":
    case "no-place":
      if (draft.rankings.length === 0) useless("no-ranking");
      return { kind: effect.kind };
    case "no-awards":
      if (draft.awards.length === 0) useless("no-award");
      return { kind: effect.kind };
    case "grade-at-most": {
      const holder = gradeHolder(checker, effect.grade);
      if (holder === null) return null;
      const levels = draft.choices[holder.choice]?.levels ?? [];
      if (levels.at(-1)?.name === effect.grade.text) useless("best-grade");
      return { kind: effect.kind, grade: effect.grade.text };
    }
  }
}

/** The first `grades` that has the grade. */
function gradeHolder(checker: Checker, grade: ast.Name): { readonly choice: number } | null {
  const { choices, gradesChoices } = checker.draft;
  for (const [index, choice] of gradesChoices.entries()) {
    const level = choices[choice]?.levels.findIndex((one) => one.name === grade.text) ?? -1;
    if (level < 0) continue;
    checker.references.set(grade, { kind: "level", choice, index: level, name: grade.text });
    const declared = checker.names.all().find((one) => one.kind === "grades" && one.index === index);
    if (declared !== undefined) checker.read.add(declared);
    return { choice };
  }
  return reportUnknown(checker, grade, "grade", () =>
    gradesChoices.flatMap((choice) => choices[choice]?.levels.map((level) => level.name) ?? []),
  );
}
