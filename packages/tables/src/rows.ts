/**
 * `@yardstick/tables/rows`: reads rows that a program passes instead of files, like a JSON file with the same rows. This entry loads no
 * code for CSV or workbooks.
 */
import type { CellProblem, Dataset, HistoryRow, RowChoices, UsedResults } from "@yardstick/engine";
import { HISTORY_TABLE } from "@yardstick/exact";
import type { Program } from "@yardstick/language/program";
import { assemble } from "./assemble.js";
import type { ArrowTable, ColumnTable, TableInput } from "./columns-input.js";
import type { Row } from "./row-value.js";
import { InputColumns, isArrowTable, isByColumns } from "./columns-input.js";
import { tablesByName } from "./named-tables.js";
import type { LocatedProblem, TableLocation } from "./problem.js";
import { InputTableList } from "./input-tables.js";
import type { Steps } from "./steps.js";
import { keyFields, PERIOD_NAMES, targetNamed } from "./target.js";
import { isRecord } from "./value-cell.js";

export { describeFinding, describeProblem } from "./describe-problem.js";
export { outputText } from "./result-columns.js";
export { hasUniqueKeys } from "./assemble.js";
export { SubjectIndex } from "./subject-index.js";
export { completed, type Steps } from "./steps.js";
export type { Row, RowValue } from "./row-value.js";
export {
  isArrowTable,
  isByColumns,
  type ArrowTable,
  type ArrowType,
  type ArrowVector,
  type ColumnTable,
  type ColumnValues,
  type TableInput,
} from "./columns-input.js";

/** The data of a rubric as rows. */
export interface RowsInput {
  /** A row for each subject (and period), as objects or by columns. Side rows may be nested under the name of their list. */
  readonly subjects: TableInput;
  /** Side rows by name of list, each with the key (and period) of its subject under the names of those fields. */
  readonly lists?: Readonly<Record<string, TableInput>>;
  /** Constants by name. */
  readonly constants?: Row;
  /** Rows with the key and period under the names of those fields and published results in the other columns; or `HistoryRow`s. */
  readonly history?: readonly (Row | HistoryRow)[] | ColumnTable | ArrowTable;
  /** Results of the rubrics that this one uses, parallel to `Program.uses`. */
  readonly used?: readonly UsedResults[];
}

/**
 * Reads tables of rows, in the form of `RowsInput` or each under its own name, into a dataset. `used` is empty, and no limits apply:
 * both are the caller's task. Throws a `TypeError` only where columns of a table have different lengths.
 */
export function* readRows(
  program: Program,
  tables: Readonly<Record<string, unknown>>,
  rows: RowChoices = {},
): Steps<Dataset> {
  const location: TableLocation = { table: program.subject, file: "", format: "json", sheet: null };
  const found = yield* tablesByName(program, location, namedIn(program, tables), { rows: Infinity });
  const input = new InputTableList(program, rows);
  const report = { encoding: null, delimiter: null, layout: null, unusedSheets: [] };
  for (const { target, input: table } of found.tables) yield* input.putInSteps(target, table, report);
  input.problems.push(...found.problems);
  const { subjects, lists, constants, history, problems } = yield* assemble(program, input);
  return { subjects, lists, constants, history, used: [], problems: problems.map(withoutFile) };
}

/** Removes the file, which rows do not have. */
function withoutFile({ file: _, format: __, sheet: ___, ...problem }: LocatedProblem): CellProblem {
  return problem;
}

/** The tables with their names; `lists` contains several. An undefined table is skipped. */
function* namedIn(
  program: Program,
  tables: Readonly<Record<string, unknown>>,
): Generator<readonly [string, unknown], void> {
  const isList = (name: string) => program.lists.some((list) => list.name === name);
  for (const [name, value] of Object.entries(tables)) {
    if (value === undefined) continue;
    if (name === "lists" && !isList(name) && isRecord(value)) {
      for (const [list, rows] of Object.entries(value)) yield [list, withColumns(program, list, rows)];
    } else if (name === HISTORY_TABLE && !isList(name) && Array.isArray(value)) {
      yield [name, value.map((row: unknown) => plainHistory(program, row))];
    } else yield [name, withColumns(program, name, value)];
  }
}

/**
 * A table by columns, prepared to be read; any other value unchanged. Constants have one row, whose cells may be arrays as little as those
 * of other rows, so that only an Arrow table is one by columns.
 */
function withColumns(program: Program, name: string, value: unknown): unknown {
  const isOneRow = targetNamed(program, name)?.role === "constants" && !isArrowTable(value);
  return isByColumns(value) && !isOneRow ? InputColumns.of(name, value) : value;
}

/** A `HistoryRow` as the equivalent row of a file; any other value unchanged. */
function plainHistory(program: Program, row: unknown): unknown {
  if (!isRecord(row) || !isRecord(row["results"])) return row;
  const [key, period] = keyFields(program);
  return {
    ...row["results"],
    [key?.name ?? "key"]: row["key"],
    [period?.name ?? PERIOD_NAMES[0] ?? ""]: row["period"],
  };
}
