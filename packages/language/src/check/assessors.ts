/**
 * Who fills a field in, where the data block does not say: the one department whose items read it. A field that the items of
 * several departments read has no assessor of its own.
 */
import type { Expression } from "../program/expression.js";
import type { Checker } from "./checker.js";
import { expressionsOfLine } from "../program/expressions-of-line.js";
import { visit } from "../program/expression-tree.js";

export function inferAssessors(checker: Checker): void {
  const { fields, parts, lists, key, period } = checker.draft;
  const readers = new Map<number, Set<string | null>>();
  const note = (field: number, assessor: string | null): void => {
    const known = readers.get(field);
    if (known === undefined) readers.set(field, new Set([assessor]));
    else known.add(assessor);
  };
  for (const part of parts) {
    const read = (root: Expression): void =>
      visit(root, (one) => {
        if (one.kind === "field") note(one.field, part.assessor);
        else if (one.kind === "aggregate" && one.over.kind === "list")
          note(lists[one.over.list]?.field ?? -1, part.assessor);
      });
    for (const line of part.lines) {
      expressionsOfLine(line).forEach(read);
      if (line.each !== null) note(lists[line.each.list]?.field ?? -1, part.assessor);
    }
  }
  fields.forEach((field, index) => {
    const [assessor = null, ...others] = readers.get(index) ?? [];
    const isOpen = field.assessor === null && field.judgement === null && index !== key && index !== period;
    if (isOpen && assessor !== null && others.length === 0) field.assessor = assessor;
  });
}
