/**
 * Several tables of row objects by their names: a JSON file that holds all of a rubric's data, or what a program hands over.
 */
import type { Program } from "@yardstick/language/program";
import { shownText } from "./cell/written.js";
import { tableOfEntries } from "./entries-table.js";
import type { TableLimits } from "./limits.js";
import { nearestName } from "./nearest-name.js";
import type { LocatedProblem, Place } from "./problem.js";
import { CONSTANTS_TABLE, HISTORY_TABLE, ProblemList } from "./problem.js";
import type { TableFound } from "./given-tables.js";
import type { Steps } from "./steps.js";
import type { Target } from "./target.js";
import { SUBJECTS_TABLE, targetNamed, targetTitle } from "./target.js";
import { cellOfValue } from "./value-cell.js";

interface NamedTable {
  readonly target: Target;
  readonly given: TableFound;
}

export interface NamedTablesFound {
  readonly tables: readonly NamedTable[];
  readonly problems: readonly LocatedProblem[];
}

/** `place` is that of the subjects' table; each other table has its own name in it. */
export function* tablesByName(
  program: Program,
  place: Place,
  values: Iterable<readonly [name: string, value: unknown]>,
  limits: Pick<TableLimits, "rows">,
): Steps<NamedTablesFound> {
  const tables: NamedTable[] = [];
  const problems: LocatedProblem[] = [];
  const strangers: string[] = [];
  let hasSubjects = false;
  for (const [name, value] of values) {
    const target = targetNamed(program, name);
    if (target === null) {
      strangers.push(name);
      continue;
    }
    hasSubjects ||= target.role === "subjects";
    const own = { ...place, table: targetTitle(program, target) };
    const found = yield* tableOfValue(own, target, value, limits);
    tables.push(...found.tables);
    problems.push(...found.problems);
  }
  const subjectNames = [program.subject, SUBJECTS_TABLE];
  const known = [...subjectNames, ...program.lists.map((list) => list.name), CONSTANTS_TABLE, HISTORY_TABLE];
  for (const name of strangers) {
    const near = nearestName(name, known);
    hasSubjects ||= near !== null && subjectNames.includes(near);
    const expected = near === null ? [] : [near];
    // One called almost as a table of the rubric was most likely meant for it; any other is left aside.
    const [unknown] = problemOf({ ...place, table: name }, null, name, "unknown-table", expected);
    if (unknown !== undefined) problems.push({ ...unknown, severity: near === null ? "note" : "error" });
  }
  if (!hasSubjects) problems.push(...problemOf(place, null, program.subject, "missing-table", [SUBJECTS_TABLE]));
  return { tables, problems };
}

/** One table of rows; of the constants, also the one row by itself. */
export function* tableOfValue(
  place: Place,
  target: Target,
  value: unknown,
  limits: Pick<TableLimits, "rows">,
): Steps<NamedTablesFound> {
  const entries: readonly unknown[] | null = Array.isArray(value)
    ? value
    : target.role === "constants"
      ? [value]
      : null;
  if (entries === null)
    return { tables: [], problems: problemOf(place, null, shownText(cellOfValue(value)), "unreadable", ["no-rows"]) };
  if (entries.length > limits.rows) {
    return { tables: [], problems: problemOf(place, null, "rows", "too-large", ["rows", String(limits.rows)]) };
  }
  const { strays, ...raw } = yield* tableOfEntries(entries);
  const problems = strays.flatMap((row) =>
    problemOf(place, row, shownText(cellOfValue(entries[row - 1])), "unreadable", ["no-rows"]),
  );
  return { tables: [{ target, given: { place, raw, headerRow: null } }], problems };
}

function problemOf(
  place: Place,
  row: number | null,
  found: string,
  reason: LocatedProblem["reason"],
  expected: readonly string[],
): readonly LocatedProblem[] {
  const problems = new ProblemList(place);
  problems.add({ index: null, row, column: null, found, reason, expected });
  return problems.found;
}
