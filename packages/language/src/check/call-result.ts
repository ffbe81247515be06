/**
 * Functions that read a named result: a part's score or points, a subject's place in a ranking, whether it is last.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { BuiltinName } from "../library/builtins.js";
import { pointUnit } from "../library/units.js";
import type * as ast from "../syntax/ast.js";
import type { Checked, Checker, Scope } from "./checker.js";
import { findPart, resolvePart } from "./part-name.js";
import { readResult, refer } from "./read.js";
import { reportUnknown } from "./unknown-name.js";
import { flagType, pointsType, pureType } from "./value.js";

export function checkResultCall(checker: Checker, node: ast.Call, name: BuiltinName, scope: Scope): Checked {
  const arg = node.args[0]?.value;
  if (arg === undefined) return null;
  if (arg.kind === "erroneous") return checker.check(arg, scope, null);
  if (arg.kind !== "reference") {
    checker.report(
      diagnostic("name-expected", arg.span, {
        name: node.name.text,
        what: name === "last" || name === "place" ? "ranking" : "part",
      }),
    );
    return null;
  }
  switch (name) {
    case "score":
    case "points": {
      const part = resolvePart(checker, arg.path);
      if (part === null) return null;
      const to = { kind: name === "score" ? "part-score" : "part-points", part: part.index } as const;
      return readResult(checker, node, to, pointsType, scope, pointUnit);
    }
    case "place":
      return checkPlace(checker, node, arg, scope);
    case "last":
      return checkLast(checker, node, arg, scope);
    default:
      return null;
  }
}

function checkLast(checker: Checker, node: ast.Call, arg: ast.Reference, scope: Scope): Checked {
  const ranking = rankingNamed(checker, arg);
  if (ranking === null) return null;
  if (arg.path.length > 1) {
    checker.report(diagnostic("section-superfluous", arg.span, { ranking: arg.path[0]?.text ?? "" }));
    return null;
  }
  return readResult(checker, node, { kind: "last", ranking }, flagType, scope);
}

/** `place(全街道)`, and `place(分线.党群工作)` of a ranking by each section. */
function checkPlace(checker: Checker, node: ast.Call, arg: ast.Reference, scope: Scope): Checked {
  const ranking = rankingNamed(checker, arg);
  if (ranking === null) return null;
  const [first, ...path] = arg.path;
  const name = first?.text ?? "";
  const bySections = checker.draft.rankingsBySection.has(ranking);
  if (path.length === 0) {
    if (!bySections) return readResult(checker, node, { kind: "place", ranking, section: null }, pureType, scope);
    const [example = null] = checker.draft.roots.flatMap((root) => checker.draft.parts[root]?.name ?? []);
    checker.report(diagnostic("section-needed", arg.span, { ranking: name, example }));
    return null;
  }
  if (!bySections) {
    checker.report(diagnostic("section-superfluous", arg.span, { ranking: name }));
    return null;
  }
  const section = resolvePart(checker, path);
  if (section === null) return null;
  if (section.parent === null && section.node.kind === "section") {
    return readResult(checker, node, { kind: "place", ranking, section: section.index }, pureType, scope);
  }
  checker.report(diagnostic("not-a-top-section", arg.span, { name: section.name, ranking: name }));
  return null;
}

export function rankingNamed(checker: Checker, node: ast.Reference): number | null {
  const [first] = node.path;
  if (first === undefined) return null;
  const ranking = checker.names.find(first.text, "ranking");
  if (ranking !== null) {
    refer(checker, first, ranking);
    return ranking.index;
  }
  const isPart = findPart(checker, node.path).kind !== "none";
  return reportUnknown(checker, first, "ranking", () => (isPart ? [] : checker.names.of(["ranking"])));
}
