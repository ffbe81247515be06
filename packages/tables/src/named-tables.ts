/**
 * Tables of row objects by name: a JSON file with all the data of a rubric, or the tables that a program passes.
 */
import { CONSTANTS_TABLE, HISTORY_TABLE, SUBJECTS_TABLE } from "@yardstick/exact";
import type { Program } from "@yardstick/language/program";
import { shownText } from "./cell/written.js";
import { InputColumns } from "./columns-input.js";
import { tableOfEntries } from "./entries-table.js";
import type { TableLimits } from "./limits.js";
import { nearestName } from "./nearest-name.js";
import type { LocatedProblem, TableLocation } from "./problem.js";
import { ProblemList } from "./problem.js";
import type { TableFound } from "./input-tables.js";
import type { Steps } from "./steps.js";
import type { Target } from "./target.js";
import { targetNamed, targetTitle } from "./target.js";
import { cellOfValue } from "./value-cell.js";

interface NamedTable {
  readonly target: Target;
  readonly input: TableFound;
}

/** The tables found, and the problems of finding them. */
export interface NamedTablesFound {
  readonly tables: readonly NamedTable[];
  readonly problems: readonly LocatedProblem[];
}

/** Finds the tables of a program by name. `location` is that of the subjects' table; other tables differ from it in `table`. */
export function* tablesByName(
  program: Program,
  location: TableLocation,
  values: Iterable<readonly [name: string, value: unknown]>,
  limits: Pick<TableLimits, "rows">,
): Steps<NamedTablesFound> {
  const tables: NamedTable[] = [];
  const problems: LocatedProblem[] = [];
  const unknownNames: string[] = [];
  let hasSubjects = false;
  for (const [name, value] of values) {
    const target = targetNamed(program, name);
    if (target === null) {
      unknownNames.push(name);
      continue;
    }
    hasSubjects ||= target.role === "subjects";
    const own = { ...location, table: targetTitle(program, target) };
    const found = yield* tableOfValue(own, target, value, limits);
    tables.push(...found.tables);
    problems.push(...found.problems);
  }
  const subjectNames = [program.subject, SUBJECTS_TABLE];
  const known = [...subjectNames, ...program.lists.map((list) => list.name), CONSTANTS_TABLE, HISTORY_TABLE];
  for (const name of unknownNames) {
    const near = nearestName(name, known);
    hasSubjects ||= near !== null && subjectNames.includes(near);
    const expected = near === null ? [] : [near];
    // A name that resembles a table of the rubric is probably a mistake; any other table is ignored with a note.
    const [unknown] = problemOf({ ...location, table: name }, null, name, "unknown-table", expected);
    if (unknown !== undefined) problems.push({ ...unknown, severity: near === null ? "note" : "error" });
  }
  if (!hasSubjects) problems.push(...problemOf(location, null, program.subject, "missing-table", [SUBJECTS_TABLE]));
  return { tables, problems };
}

/** One table of rows or of a program's columns; the constants may also be a single row object. */
export function* tableOfValue(
  location: TableLocation,
  target: Target,
  value: unknown,
  limits: Pick<TableLimits, "rows">,
): Steps<NamedTablesFound> {
  if (value instanceof InputColumns) {
    const raw = yield* value.rawTable();
    return { tables: [{ target, input: { location, raw, headerRow: null } }], problems: [] };
  }
  const entries: readonly unknown[] | null = Array.isArray(value)
    ? value
    : target.role === "constants"
      ? [value]
      : null;
  if (entries === null)
    return {
      tables: [],
      problems: problemOf(location, null, shownText(cellOfValue(value)), "unreadable", ["no-rows"]),
    };
  if (entries.length > limits.rows) {
    return { tables: [], problems: problemOf(location, null, "rows", "too-large", ["rows", String(limits.rows)]) };
  }
  const { nonObjects, ...raw } = yield* tableOfEntries(entries);
  const problems = nonObjects.flatMap((row) =>
    problemOf(location, row, shownText(cellOfValue(entries[row - 1])), "unreadable", ["no-rows"]),
  );
  return { tables: [{ target, input: { location, raw, headerRow: null } }], problems };
}

function problemOf(
  location: TableLocation,
  row: number | null,
  found: string,
  reason: LocatedProblem["reason"],
  expected: readonly string[],
): readonly LocatedProblem[] {
  const problems = new ProblemList(location);
  problems.add({ index: null, row, column: null, found, reason, expected });
  return problems.found;
}
