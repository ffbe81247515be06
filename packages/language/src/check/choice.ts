/**
 * Choices, named or in place: their levels, worst first where they are ordered. They need nothing else of the rubric,
 * so they are complete once declared.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Choice } from "../program/program.js";
import type * as ast from "../syntax/ast.js";
import { vocabulary } from "../vocabulary/vocabulary.js";
import type { Checker } from "./checker.js";
import { declareName } from "./declare.js";

export function declareChoice(checker: Checker, node: ast.ChoiceDeclaration): void {
  declareName(checker, "choice", node.name, choiceOf(checker, node.name.text, node.type));
}

/** Adds a choice to the program; its index. */
export function choiceOf(checker: Checker, name: string | null, node: ast.ChoiceTypeNode): number {
  const { choices } = checker.draft;
  const levels: Choice["levels"][number][] = [];
  const seen = new Map<string, ast.Name>();
  const choice = choices.length;
  for (const level of node.levels) {
    const before = seen.get(level.name.text);
    if (asksForBlank(checker, level.name))
      checker.report(diagnostic("level-named-blank", level.name.span, { word: level.name.text }));
    if (before === undefined) {
      seen.set(level.name.text, level.name);
      checker.references.set(level.name, { kind: "level", choice, index: levels.length, name: level.name.text });
      levels.push({ name: level.name.text, description: level.description?.value ?? null });
    } else {
      checker.report(
        diagnostic(
          "duplicate-name",
          level.name.span,
          { name: level.name.text, kind: "level" },
          {
            related: [{ span: before.span, note: { zh: "前面已有", en: "it was first here" } }],
          },
        ),
      );
    }
  }
  return choices.push({ name, ordered: node.ordered, levels }) - 1;
}

/** `未填` and `blank` always test for a blank, so a level of that name could only be named between quotes. */
function asksForBlank(checker: Checker, { text, span }: ast.Name): boolean {
  const { en, zh } = vocabulary.Blank;
  return checker.source.slice(...span) === text && [...en, ...zh].some((word) => word === text);
}
