/**
 * `section N by FIELD { LEVEL { parts } … else { parts } }`: which parts count for a subject, by a level it has.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Section } from "../program/program.js";
import type * as ast from "../syntax/ast.js";
import { type Checker, type PartDraft, subjectScope } from "./checker.js";
import { levelNamed } from "./reference.js";
import { reportUnknown } from "./unknown-name.js";

/** How a case is called in the path of its parts: by its levels, or `else` as it was written. */
export function nameOfCase({ source }: Checker, node: PartDraft["node"], index: number): string {
  const written = node.kind === "section" ? node.variants?.cases[index] : undefined;
  const levels = (written?.levels ?? []).map((level) => level.text);
  if (levels.length > 0) return levels.join(levels.some((level) => /\p{Script=Han}/u.test(level)) ? "、" : ", ");
  return written !== undefined && source.startsWith("else", written.span[0]) ? "else" : "其余";
}

export function checkVariants(checker: Checker, part: PartDraft, node: ast.Section): Section["variants"] {
  const { variants } = node;
  if (variants === null) return null;
  const by = checker.check(variants.by, subjectScope, null);
  if (by === null) return null;
  const { type } = by.node;
  if (type.kind !== "level") {
    checker.report(diagnostic("variants-need-choice", variants.by.span, { found: type }));
    return null;
  }
  const taken = new Map<number, ast.Name>();
  const cases = variants.cases.map((one, index) => ({
    levels: one.levels.length === 0 ? null : levelsOf(checker, one.levels, type.choice, taken),
    parts: part.parts.filter((child) => checker.draft.parts[child]?.inCase === index),
  }));
  const missing = (checker.draft.choices[type.choice]?.levels ?? []).filter((_, level) => !taken.has(level));
  const hasElse = cases.some((one) => one.levels === null);
  if (!hasElse && missing.length > 0 && cases.every((one) => one.levels?.length !== 0)) {
    checker.report(diagnostic("levels-missing", variants.by.span, { levels: missing.map((level) => level.name) }));
  }
  return { by: by.node, cases };
}

function levelsOf(
  checker: Checker,
  names: readonly ast.Name[],
  choice: number,
  taken: Map<number, ast.Name>,
): number[] {
  return names.flatMap((name) => {
    const level = levelNamed(checker, choice, name);
    if (level === null) {
      reportUnknown(checker, name, "level", () => checker.draft.choices[choice]?.levels.map((one) => one.name) ?? []);
      return [];
    }
    const before = taken.get(level);
    if (before !== undefined) {
      checker.report(
        diagnostic(
          "duplicate-name",
          name.span,
          { name: name.text, kind: "level" },
          {
            related: [{ span: before.span, note: { zh: "前面已有", en: "it was first here" } }],
          },
        ),
      );
      return [];
    }
    taken.set(level, name);
    return [level];
  });
}
