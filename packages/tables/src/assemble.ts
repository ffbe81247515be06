/**
 * Turns raw tables into a dataset: subjects first, then the tables that refer to them. Files, grids and the rows of a program share
 * this code, so the same data gives the same problems. Never throws: what cannot be read becomes a problem, and the rest is kept.
 */
import type { Cancellation, Cell, Dataset, RowChoices, Table } from "@yardstick/engine";
import { foldName, NearNames } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { readConstants } from "./constants.js";
import { readHistory } from "./history.js";
import { nearestName } from "./nearest-name.js";
import type { LocatedProblem } from "./problem.js";
import type { TableReport } from "./report.js";
import type { TableLimits } from "./limits.js";
import type { ReadMemory } from "./read-memory.js";
import type { SideRows } from "./side-owners.js";
import { readSideRows } from "./side-rows.js";
import type { InputTables } from "./input-tables.js";
import type { Steps } from "./steps.js";
import { SpellingUnifier } from "./spelling-unifier.js";
import { readSubjects } from "./subjects.js";

/** A dataset whose problems also name their file. `used` is empty: results of other rubrics are obtained by scoring them. */
export interface TablesRead extends Dataset {
  readonly problems: readonly LocatedProblem[];
  /** One report for each table of each file. */
  readonly reports: readonly TableReport[];
}

/** Options of reading tables. */
export interface ReadOptions {
  /** Limits that are omitted are taken from `DEFAULT_TABLE_LIMITS`. */
  readonly limits?: Partial<TableLimits>;
  /** Rows that the user has declared to be subjects or not to be subjects. */
  readonly rows?: RowChoices;
  /** Checked every few thousand rows: once it is aborted, reading throws its reason. */
  readonly signal?: Cancellation | undefined;
}

/** The fields that identify the subjects of each table that was read. */
const identified = new WeakMap<Table, Pick<Program, "key" | "period">>();

/** Whether this package read a subject table by the same key and period: each of its subjects has a key, and no two have the same. */
export function hasUniqueKeys(table: Table, { key, period }: Pick<Program, "key" | "period">): boolean {
  const by = identified.get(table);
  return by !== undefined && by.key === key && by.period === period;
}

/** Builds the dataset from tables found in files, grids or row objects. */
export function* assemble(program: Program, input: InputTables, memory?: ReadMemory): Steps<TablesRead> {
  const subjects = yield* readSubjects(program, input.subjects, memory);
  const unifier = new SpellingUnifier(program);
  const columns = unifier.subjects({
    table: program.subject,
    fields: program.fields,
    columns: subjects.table.columns,
  });
  let near: NearNames | null = null;
  const lists: SideRows[] = [];
  for (const [index, list] of program.lists.entries()) {
    const nested = subjects.nested.filter((entries) => entries.list === index);
    const owners = {
      index: subjects.index,
      get names() {
        return (near ??= new NearNames([...new Set((columns[program.key] ?? []).map(String))]));
      },
      periods: columns[program.period ?? -1] ?? [],
    };
    lists.push(yield* readSideRows(program, list, input.lists.get(index) ?? [], nested, owners));
  }
  const sideTables = lists.map(({ table }, index) => {
    const { name = "", columns: fields = [] } = program.lists[index] ?? {};
    return { ...table, columns: unifier.list(index, { table: name, fields, columns: table.columns }) };
  });
  const constants = readConstants(program, input.constants);
  const history = readHistory(program, input.history);
  const table = { ...subjects.table, columns };
  identified.set(table, { key: program.key, period: program.period });
  return {
    subjects: table,
    lists: sideTables,
    constants: constants.cells,
    history: unifier.history(history.rows),
    used: [],
    reports: input.reports,
    problems: [
      ...input.problems,
      ...subjects.problems,
      ...lists.flatMap(({ problems }) => problems),
      ...constants.problems,
      ...history.problems,
      ...unified(unifier, input),
      ...unknownRows(program, input, columns[program.key] ?? []),
    ],
  };
}

/** One note for each spelling that was unified; it names the first file of its table. */
function unified({ unified: all }: SpellingUnifier, { subjects, lists }: InputTables): readonly LocatedProblem[] {
  const tables = [...subjects, ...[...lists.values()].flat()];
  return all.flatMap(({ table, column, spellings }) => {
    const location = tables.find((input) => input.location.table === table)?.location;
    if (location === undefined) return [];
    const [found = ""] = spellings;
    return [
      {
        ...location,
        severity: "note",
        index: null,
        row: null,
        column,
        found,
        reason: "one-spelling",
        expected: spellings,
      },
    ];
  });
}

/** Reports rows named in `rows` that no table contains; naming them has no effect. */
function unknownRows(program: Program, input: InputTables, cells: readonly Cell[]): readonly LocatedProblem[] {
  const { keep = [], leave = [] } = input.rows;
  if (keep.length + leave.length === 0) return [];
  const keys = cells.filter((cell) => typeof cell === "string");
  const tables = [...input.subjects, ...[...input.lists.values()].flat(), ...input.constants, ...input.history];
  const all = [...keys, ...tables.flatMap(({ aside }) => aside.map(({ key }) => key))];
  const known = new Set(all.map(foldName));
  const location = input.subjects[0]?.location ?? { table: program.subject, file: "", format: "json", sheet: null };
  const problemsOf = (how: "keep" | "leave", named: readonly string[]) =>
    named
      .filter((key) => !known.has(foldName(key)))
      .map((key): LocatedProblem => {
        const near = nearestName(key, [...new Set(all)]);
        return {
          ...location,
          severity: "error",
          index: null,
          row: null,
          column: null,
          found: key,
          reason: "unknown-row",
          expected: near === null ? [how] : [how, near],
        };
      });
  return [...problemsOf("keep", keep), ...problemsOf("leave", leave)];
}
