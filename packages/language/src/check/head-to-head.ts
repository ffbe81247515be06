/**
 * `then by head to head E against L.F`: a number of each row of the list L, whose text column F names the other subject.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { TieBreak } from "../program/program.js";
import type * as ast from "../syntax/ast.js";
import { type Checker, type Scope, subjectScope } from "./checker.js";
import { mayRead, refer } from "./read.js";
import { isNumber } from "./value.js";

/** Null after a diagnostic. */
export function headToHead(checker: Checker, { by, against, lowestFirst }: ast.TieBreak): TieBreak | null {
  if (against === null) return null;
  const list = listOf(checker, against);
  if (list === null) {
    checker.report(diagnostic("head-to-head-opponent", against.span, { lists: textColumns(checker) }));
    return null;
  }
  if (!mayRead(checker, against, subjectScope, false)) return null;
  const inner: Scope = { ...subjectScope, row: list };
  const opponent = checker.check(against, inner, null)?.node ?? null;
  const value = checker.check(by, inner, null)?.node ?? null;
  if (opponent === null || value === null) return null;
  if (opponent.kind !== "row-field" || opponent.type.kind !== "text") {
    checker.report(diagnostic("head-to-head-opponent", against.span, { lists: textColumns(checker) }));
    return null;
  }
  if (!isNumber(value.type)) {
    checker.report(diagnostic("head-to-head-value", by.span, { found: value.type }));
    return null;
  }
  return { by: value, against: { list, column: opponent.column }, lowestFirst };
}

/** The list that `L.F` names; null where it is written otherwise. */
function listOf(checker: Checker, node: ast.Expression): number | null {
  const [name, ...rest] = node.kind === "reference" ? node.path : [];
  const field = name === undefined || rest.length !== 1 ? null : checker.names.find(name.text, "field");
  const type = field === null ? null : checker.draft.fields[field.index]?.type;
  if (name === undefined || field === null || type?.kind !== "list") return null;
  refer(checker, name, field);
  return type.list;
}

/** Every column that could hold the name of another subject. */
function textColumns(checker: Checker): readonly string[] {
  return checker.draft.lists.flatMap(({ name, columns }) =>
    columns.filter(({ type }) => type?.kind === "text").map((column) => `${name}.${column.name}`),
  );
}
