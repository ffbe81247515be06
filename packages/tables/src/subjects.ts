/**
 * Reads the subject table: one row for each subject (and period), identified by its key. Where two rows of one table have the same key,
 * neither is used: the second is omitted, the first keeps only its key, and the problem concerns the whole row. Several tables are
 * merged cell by cell (`merge-subjects.ts`); a cell with differing values is not used.
 */
import type { Cell, Table } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { isBlank, shownText } from "./cell/written.js";
import { conflictProblem } from "./conflict-problem.js";
import { groupedByValue } from "./merge-figures.js";
import type { SubjectsMerged } from "./merge-subjects.js";
import { mergeSubjects } from "./merge-subjects.js";
import { periodProblems } from "./period-problems.js";
import type { LocatedProblem } from "./problem.js";
import type { RawRow } from "./raw-table.js";
import { RecordReader } from "./record-reader.js";
import type { InputTable } from "./input-tables.js";
import type { Steps } from "./steps.js";
import type { NestedEntries } from "./subject-fields.js";
import { nestedEntries, expectedFieldsOf } from "./subject-fields.js";
import { SubjectIndex } from "./subject-index.js";

/** The subject table with its index, the nested side rows, and what is wrong with them. */
export interface Subjects {
  readonly table: Table;
  readonly index: SubjectIndex;
  readonly nested: readonly NestedEntries[];
  readonly problems: readonly LocatedProblem[];
}

/** The number of rows read column by column in one step; a block fits into the processor cache. */
const BLOCK = 1024;

function* readTable(program: Program, input: InputTable): Steps<Subjects> {
  const { expectedFields, at } = expectedFieldsOf(program, input, true);
  const reader = new RecordReader(input, expectedFields, program.choices);
  const index = new SubjectIndex();
  const nested: NestedEntries[] = [];
  const key = at.indexOf(program.key);
  const period = program.period === null ? -1 : at.indexOf(program.period);
  const keyName = program.fields[program.key]?.name ?? "";
  const doubted = new Set<number>();
  const rows: RawRow[] = [];
  const indexes: number[] = [];

  for (const [number, row] of (reader.has(key) ? input.raw.rows : []).entries()) {
    if (number % BLOCK === BLOCK - 1) yield;
    const keyCell = reader.peek(row, key);
    const place = { row: row.row, column: keyName, expected: [] };
    if (keyCell === null) {
      reader.reportInvalidKey(row, key, keyName);
      continue;
    }
    const periodCell = period < 0 ? null : reader.peek(row, period);
    const into = rows.length;
    const earlier = index.add(keyCell, periodCell, into);
    if (earlier !== null) {
      const found = shownText(reader.raw(row, key));
      reader.problems.add({ ...place, index: earlier, column: null, found, reason: "duplicate-key" });
      doubted.add(earlier);
      continue;
    }
    if (periodCell === null && period >= 0 && !isBlank(reader.raw(row, period))) {
      const found = shownText(reader.raw(row, period));
      reader.problems.add({ ...place, index: into, column: null, found, reason: "unclear-period" });
      doubted.add(into);
    }
    if (row.beyond.length > 0) reader.reportShiftedRow(row, into);
    if (row.verdict !== undefined) {
      reader.reportVerdict(row, into, String(keyCell), row.verdict);
      if (row.verdict.state === "doubted") doubted.add(into);
    }
    rows.push(row);
    indexes.push(into);
    if (input.location.format === "json") nested.push(...nestedEntries(program, reader, input, row, into));
  }
  const columns: Cell[][] = program.fields.map(() => []);
  for (let from = 0; from < rows.length; from += BLOCK) {
    const some = rows.slice(from, from + BLOCK);
    const into = indexes.slice(from, from + BLOCK);
    for (const [position, field] of at.entries()) {
      const cells = columns[field] ?? [];
      // A shifted row keeps its key and period, so that its problem can be assigned to a subject.
      if (position === key || position === period) for (const row of some) cells.push(reader.peek(row, position));
      else reader.column(position, some, into, cells);
      yield;
    }
  }
  for (const [field, cells] of columns.entries()) {
    for (let row = cells.length; row < rows.length; row++) cells.push(null);
    if (field !== program.key && field !== program.period) for (const row of doubted) cells[row] = null;
  }
  return {
    table: tableOf(program, rows.length, columns),
    index,
    nested,
    problems: reader.problems.inOrder(),
  };
}

/** Lists have no cells in the subject table. */
function tableOf(program: Program, rows: number, columns: readonly (readonly Cell[])[]): Table {
  return { rows, columns: columns.map((cells, at) => (program.fields[at]?.type.kind === "list" ? [] : cells)) };
}

/** The values on which all tables agree, and a problem for each cell with differing values. */
function agreedTable(
  program: Program,
  tables: readonly InputTable[],
  merged: SubjectsMerged,
): { readonly table: Table; readonly conflicts: readonly LocatedProblem[] } {
  const conflicts: LocatedProblem[] = [];
  const columns = program.fields.map((field, at): readonly Cell[] => {
    if (at === program.key) return merged.keys;
    if (at === program.period) return merged.periods;
    const figures = merged.figures[at];
    return merged.keys.map((_, row) => {
      if (figures === undefined || figures.stateOf(row) !== "differing") return figures?.agreed(row) ?? null;
      const groups = groupedByValue(figures.at(row));
      conflicts.push(...conflictProblem({ tables, readers: merged.readers, field: at, name: field.name, row, groups }));
      return null;
    });
  });
  return { table: tableOf(program, merged.rows, columns), conflicts };
}

function* readMerged(program: Program, tables: readonly InputTable[]): Steps<Subjects> {
  const merged = yield* mergeSubjects(
    program,
    tables.map((input) => ({ input })),
  );
  const { table, conflicts } = agreedTable(program, tables, merged);
  const { index, nested, problems, doubts } = merged;
  return { table, index, nested, problems: [...problems, ...conflicts, ...periodProblems(doubts, tables)] };
}

/** Reads one table, or merges several by key and period. */
export function readSubjects(program: Program, tables: readonly InputTable[]): Steps<Subjects> {
  const [only, ...others] = tables;
  return only === undefined || others.length > 0 ? readMerged(program, tables) : readTable(program, only);
}
