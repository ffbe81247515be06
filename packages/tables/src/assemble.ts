/**
 * Files in, dataset out: subjects first, then what belongs to them. Never throws; whatever cannot be read is a problem, and
 * the rest of the data stands.
 */
import type { Dataset, RowChoices } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { readConstants } from "./constants.js";
import { readHistory } from "./history.js";
import type { TableLimits } from "./limits.js";
import { DEFAULT_TABLE_LIMITS } from "./limits.js";
import type { LocatedProblem } from "./problem.js";
import type { TableReport } from "./report.js";
import { readSideRows } from "./side-rows.js";
import type { GivenTables, TableSource } from "./sources.js";
import { sortSources } from "./sources.js";
import { readSubjects } from "./subjects.js";

/** A dataset whose problems also know their file. `used` is empty: results of other rubrics come from scoring them. */
export interface TablesRead extends Dataset {
  readonly problems: readonly LocatedProblem[];
  /** One a table of a file. */
  readonly reports: readonly TableReport[];
}

export interface ReadOptions {
  /** Those that are left out are `DEFAULT_TABLE_LIMITS`. */
  readonly limits?: Partial<TableLimits>;
  /** Which rows are subjects and which are none, where a person has said so. */
  readonly rows?: RowChoices;
}

/** Several sources of subjects are one table, merged by key; several of a list are one after the other. */
export function readTables(
  program: Program,
  sources: readonly TableSource[],
  { limits, rows = {} }: ReadOptions = {},
): TablesRead {
  return assemble(program, sortSources(program, sources, { ...DEFAULT_TABLE_LIMITS, ...limits }, rows));
}

/** From the tables that were found in files, or in a grid. */
export function assemble(program: Program, given: GivenTables): TablesRead {
  const subjects = readSubjects(program, given.subjects);
  const lists = program.lists.map((list, index) =>
    readSideRows(
      program,
      list,
      given.lists.get(index) ?? [],
      subjects.nested.filter((nested) => nested.list === index),
      subjects.index,
    ),
  );
  const constants = readConstants(program, given.constants);
  const history = readHistory(program, given.history);
  return {
    subjects: subjects.table,
    lists: lists.map(({ table }) => table),
    constants: constants.cells,
    history: history.rows,
    used: [],
    reports: given.reports,
    problems: [
      ...given.problems,
      ...subjects.problems,
      ...lists.flatMap(({ problems }) => problems),
      ...constants.problems,
      ...history.problems,
    ],
  };
}
