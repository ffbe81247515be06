/**
 * Raw tables in, dataset out: subjects first, then what belongs to them. Files, grids and rows of a program all go this way, so that
 * they cannot disagree on what is wrong with the same data. Never throws; whatever cannot be read is a problem, and the rest of the
 * data stands.
 */
import type { Dataset, RowChoices } from "@yardstick/engine";
import { foldName, NearNames } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { readConstants } from "./constants.js";
import { readHistory } from "./history.js";
import { nearestName } from "./nearest-name.js";
import type { LocatedProblem } from "./problem.js";
import type { TableReport } from "./report.js";
import type { TableLimits } from "./limits.js";
import type { SideRows } from "./side-rows.js";
import { readSideRows } from "./side-rows.js";
import type { GivenTables } from "./given-tables.js";
import type { Steps } from "./steps.js";
import { Respelling } from "./spellings.js";
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

/** From the tables that were found in files, in a grid or among rows. */
export function* assemble(program: Program, given: GivenTables): Steps<TablesRead> {
  const subjects = yield* readSubjects(program, given.subjects);
  const respelling = new Respelling(program);
  const columns = respelling.subjects({
    table: program.subject,
    fields: program.fields,
    columns: subjects.table.columns,
  });
  const names = new NearNames([...new Set((columns[program.key] ?? []).map(String))]);
  const lists: SideRows[] = [];
  for (const [index, list] of program.lists.entries()) {
    const nested = subjects.nested.filter((entries) => entries.list === index);
    lists.push(yield* readSideRows(program, list, given.lists.get(index) ?? [], nested, subjects.index, names));
  }
  const sideTables = lists.map(({ table }, index) => {
    const { name = "", columns: fields = [] } = program.lists[index] ?? {};
    return { ...table, columns: respelling.list(index, { table: name, fields, columns: table.columns }) };
  });
  const constants = readConstants(program, given.constants);
  const history = readHistory(program, given.history);
  return {
    subjects: { ...subjects.table, columns },
    lists: sideTables,
    constants: constants.cells,
    history: respelling.history(history.rows),
    used: [],
    reports: given.reports,
    problems: [
      ...given.problems,
      ...subjects.problems,
      ...lists.flatMap(({ problems }) => problems),
      ...constants.problems,
      ...history.problems,
      ...respelt(respelling, given),
      ...unknownRows(
        program,
        given,
        (columns[program.key] ?? []).map((cell) => String(cell ?? "")),
      ),
    ],
  };
}

/** A note a text that was respelt; it names the first file of its table. */
function respelt({ respelt: all }: Respelling, { subjects, lists }: GivenTables): readonly LocatedProblem[] {
  const tables = [...subjects, ...[...lists.values()].flat()];
  return all.flatMap(({ table, column, spellings }) => {
    const place = tables.find((given) => given.place.table === table)?.place;
    if (place === undefined) return [];
    const [found = ""] = spellings;
    return [
      {
        ...place,
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

/** Rows that a person named and that no table holds: the word about them has no effect. */
function unknownRows(program: Program, given: GivenTables, keys: readonly string[]): readonly LocatedProblem[] {
  const { keep = [], leave = [] } = given.rows;
  if (keep.length + leave.length === 0) return [];
  const tables = [...given.subjects, ...[...given.lists.values()].flat(), ...given.constants, ...given.history];
  const all = [...keys, ...tables.flatMap(({ aside }) => aside.map(({ key }) => key))];
  const known = new Set(all.map(foldName));
  const place = given.subjects[0]?.place ?? { table: program.subject, file: "", format: "json", sheet: null };
  const unknown = (how: "keep" | "leave", named: readonly string[]) =>
    named
      .filter((key) => !known.has(foldName(key)))
      .map((key): LocatedProblem => {
        const near = nearestName(key, [...new Set(all)]);
        return {
          ...place,
          severity: "error",
          index: null,
          row: null,
          column: null,
          found: key,
          reason: "unknown-row",
          expected: near === null ? [how] : [how, near],
        };
      });
  return [...unknown("keep", keep), ...unknown("leave", leave)];
}
