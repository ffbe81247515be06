/**
 * `@yardstick/tables/rows`: what a program hands over instead of files, read as a JSON file with the same rows is read. Nothing of CSV
 * or workbooks is loaded with it.
 */
import type { CellProblem, Dataset, HistoryRow, RowChoices, UsedResults } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { assemble } from "./assemble.js";
import { tablesByName } from "./named-tables.js";
import type { LocatedProblem, Place } from "./problem.js";
import { HISTORY_TABLE } from "./problem.js";
import { GivenTableList } from "./given-tables.js";
import type { Steps } from "./steps.js";
import { keyFields, PERIOD_NAMES } from "./target.js";
import { isRecord } from "./value-cell.js";

export { describeFinding, describeProblem } from "./describe-problem.js";
export { outputText } from "./result-columns.js";
export { SubjectIndex } from "./subject-index.js";
export { completed, type Steps } from "./steps.js";

/**
 * A value of a row. Numbers are text, `bigint` or safe integers; any other number has been through a binary float and is a problem. An
 * array holds the side rows of a list.
 */
export type RowValue = string | number | bigint | boolean | null | undefined | readonly Row[];

/** Cells by name of field or column. */
export interface Row {
  readonly [column: string]: RowValue;
}

export interface RowsInput {
  /** Side rows may nest under the name of their list. */
  readonly subjects: readonly Row[];
  /** Side rows by name of list, each with the key (and period) of its subject in columns named as the fields are. */
  readonly lists?: Readonly<Record<string, readonly Row[]>>;
  /** By name. */
  readonly constants?: Row;
  /** Key and period in columns named as the fields are, published results in the others; or ready `HistoryRow`s. */
  readonly history?: readonly (Row | HistoryRow)[];
  /** Parallel to `Program.uses`. */
  readonly used?: readonly UsedResults[];
}

/** Rows of every table by its name, as `RowsInput` has them or each under its own name. `used` and limits are left to the caller. */
export function* readRows(
  program: Program,
  tables: Readonly<Record<string, unknown>>,
  rows: RowChoices = {},
): Steps<Dataset> {
  const place: Place = { table: program.subject, file: "", format: "json", sheet: null };
  const found = yield* tablesByName(program, place, namedIn(program, tables), { rows: Infinity });
  const given = new GivenTableList(program, rows);
  const report = { encoding: null, delimiter: null, layout: null, unusedSheets: [] };
  for (const { target, given: table } of found.tables) yield* given.putting(target, table, report);
  given.problems.push(...found.problems);
  const { subjects, lists, constants, history, problems } = yield* assemble(program, given);
  return { subjects, lists, constants, history, used: [], problems: problems.map(withoutFile) };
}

/** A row has no file that could be named. */
function withoutFile({ file: _, format: __, sheet: ___, ...problem }: LocatedProblem): CellProblem {
  return problem;
}

/** The tables one by one; `lists` holds several. A table that is left out, or undefined, is none. */
function* namedIn(
  program: Program,
  tables: Readonly<Record<string, unknown>>,
): Generator<readonly [string, unknown], void> {
  const isList = (name: string) => program.lists.some((list) => list.name === name);
  for (const [name, value] of Object.entries(tables)) {
    if (value === undefined) continue;
    if (name === "lists" && !isList(name) && isRecord(value)) yield* Object.entries(value);
    else if (name === HISTORY_TABLE && !isList(name) && Array.isArray(value)) {
      yield [name, value.map((row: unknown) => plainHistory(program, row))];
    } else yield [name, value];
  }
}

/** A ready `HistoryRow` as the row that a file would hold. */
function plainHistory(program: Program, row: unknown): unknown {
  if (!isRecord(row) || !isRecord(row["results"])) return row;
  const [key, period] = keyFields(program);
  return {
    ...row["results"],
    [key?.name ?? "key"]: row["key"],
    [period?.name ?? PERIOD_NAMES[0] ?? ""]: row["period"],
  };
}
