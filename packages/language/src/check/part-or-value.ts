/**
 * Positions of a value where a part's name is accepted: a bare name that is not a value but a part means the part's score.
 */
import { pointUnit } from "../library/units.js";
import type * as ast from "../syntax/ast.js";
import type { Checked, Checker, Scope } from "./checker.js";
import { findPart, notePart, reportSeveral } from "./part-name.js";
import { readResult } from "./read.js";
import { meansSomething } from "./reference.js";
import { pointsType } from "./value.js";

export function checkPartOrValue(checker: Checker, node: ast.Expression, scope: Scope): Checked {
  const last = node.kind === "reference" ? node.path.at(-1) : undefined;
  if (node.kind !== "reference" || last === undefined || meansSomething(checker, node, scope))
    return checker.check(node, scope, null);
  const lookup = findPart(checker, node.path);
  if (lookup.kind === "none") return checker.check(node, scope, null);
  if (lookup.kind === "several") {
    reportSeveral(checker, last, lookup.parts);
    return null;
  }
  notePart(checker, node.path, lookup.part);
  return readResult(checker, node, { kind: "part-score", part: lookup.part.index }, pointsType, scope, pointUnit);
}
