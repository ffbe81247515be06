/**
 * Reads the subject table: one row for each subject (and period), identified by its key. Where two rows of one table have the same key,
 * neither is used: the second is omitted, the first keeps only its key, and the problem concerns the whole row. Several tables are
 * merged cell by cell (`merge-subjects.ts`); a cell with differing values is not used.
 */
import type { Cell, Table } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { conflictProblem } from "./conflict-problem.js";
import { groupedByValue } from "./merge-figures.js";
import type { SubjectsMerged } from "./merge-subjects.js";
import { mergeSubjects } from "./merge-subjects.js";
import { periodProblems } from "./period-problems.js";
import type { LocatedProblem } from "./problem.js";
import type { RawRow } from "./raw-table.js";
import type { ReadMemory, SubjectsRemembered } from "./read-memory.js";
import { isSameCell } from "./read-memory.js";
import { ReadableColumns } from "./readable-columns.js";
import { RecordReader } from "./record-reader.js";
import type { InputTable } from "./input-tables.js";
import type { Steps } from "./steps.js";
import type { NestedEntries } from "./subject-fields.js";
import { nestedEntries, expectedFieldsOf } from "./subject-fields.js";
import type { Subjects } from "./subject-places.js";
import { BLOCK, SubjectPlaces } from "./subject-places.js";

function* readTable(program: Program, input: InputTable, memory?: ReadMemory): Steps<Subjects> {
  const { expectedFields, at } = expectedFieldsOf(program, input, true);
  const reader = new RecordReader(input, expectedFields, program.choices);
  const nested: NestedEntries[] = [];
  const key = at.indexOf(program.key);
  const period = program.period === null ? -1 : at.indexOf(program.period);
  const places = new SubjectPlaces(program, reader, key, period);
  const rows: RawRow[] = [];
  const indexes: number[] = [];
  const before = memory?.remembered(reader.layout) ?? null;
  /** The index of each row in the table as it was read before; -1 where it has to be read. */
  const earlierIndexes: number[] = [];

  for (const [number, row] of (reader.has(key) ? input.raw.rows : []).entries()) {
    if (number % BLOCK === BLOCK - 1) yield;
    const known = before === null ? -1 : (memory?.indexOf(row) ?? -1);
    const keyCell = known < 0 ? reader.peek(row, key) : (before?.columns[program.key]?.[known] ?? null);
    const periodCell = period < 0 || keyCell === null ? null : reader.peek(row, period);
    const into = rows.length;
    if (!places.add(into, keyCell, periodCell, () => row)) continue;
    places.check(into, keyCell, row);
    rows.push(row);
    indexes.push(into);
    earlierIndexes.push(known);
    if (input.location.format === "json") nested.push(...nestedEntries(program, reader, input, row, into));
  }
  const { doubted } = places;
  const readRows = (position: number, some: readonly RawRow[], into: readonly number[]): Cell[] => {
    // A shifted row keeps its key and period, so that its problem can be assigned to a subject.
    if (position === key || position === period) return some.map((row) => reader.peek(row, position));
    const cells: Cell[] = [];
    reader.column(position, some, into, cells);
    if (doubted.size > 0) for (const [number, index] of into.entries()) if (doubted.has(index)) cells[number] = null;
    return cells;
  };
  for (const index of doubted) earlierIndexes[index] = -1;
  const columns =
    before === null
      ? yield* allColumns(program, rows, indexes, at, readRows)
      : changedColumns(program, before, { rows, indexes, earlierIndexes, at }, readRows);
  memory?.remember({
    layout: reader.layout,
    written: rows.map(({ cells }) => cells),
    columns,
    reported: new Set([...reader.reported, ...doubted]),
  });
  return {
    table: tableOf(program, rows.length, columns),
    index: places.index,
    nested,
    problems: reader.problems.inOrder(),
  };
}

/** Reads the cells of one field, at its position among the expected ones, in some rows with their indexes in the table. */
type ReadRows = (position: number, some: readonly RawRow[], into: readonly number[]) => Cell[];

/** All cells, read in blocks of rows. */
function* allColumns(
  program: Program,
  rows: readonly RawRow[],
  indexes: readonly number[],
  at: readonly number[],
  readRows: ReadRows,
): Steps<readonly (readonly Cell[])[]> {
  const columns: Cell[][] = program.fields.map(() => []);
  for (let from = 0; from < rows.length; from += BLOCK) {
    const some = rows.slice(from, from + BLOCK);
    const into = indexes.slice(from, from + BLOCK);
    for (const [position, field] of at.entries()) {
      const column = columns[field];
      for (const cell of readRows(position, some, into)) column?.push(cell);
      yield;
    }
  }
  return columns;
}

/** The cells of rows that were read before, and those of the others; a column in which nothing changed stays the same array. */
function changedColumns(
  program: Program,
  before: SubjectsRemembered,
  {
    rows,
    indexes,
    earlierIndexes,
    at,
  }: {
    readonly rows: readonly RawRow[];
    readonly indexes: readonly number[];
    readonly earlierIndexes: readonly number[];
    readonly at: readonly number[];
  },
  readRows: ReadRows,
): readonly (readonly Cell[])[] {
  const into = indexes.filter((index) => earlierIndexes[index] === -1);
  const fresh = into.flatMap((index) => rows[index] ?? []);
  const isAligned =
    rows.length === before.written.length &&
    earlierIndexes.every((earlier, index) => earlier === -1 || earlier === index);
  const columns = program.fields.map((_, field) => before.columns[field] ?? []);
  for (const [position, field] of at.entries()) {
    const old = columns[field] ?? [];
    const read = readRows(position, fresh, into);
    let cells: Cell[] | null = isAligned
      ? null
      : earlierIndexes.map((earlier) => (earlier === -1 ? null : (old[earlier] ?? null)));
    for (const [number, index] of into.entries()) {
      const cell = read[number] ?? null;
      if (cells !== null || !isSameCell(old[index] ?? null, cell)) (cells ??= [...old])[index] = cell;
    }
    if (cells !== null) columns[field] = cells;
  }
  return columns;
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
export function readSubjects(program: Program, tables: readonly InputTable[], memory?: ReadMemory): Steps<Subjects> {
  const [only, ...others] = tables;
  if (only === undefined || others.length > 0) return readMerged(program, tables);
  return only.raw instanceof ReadableColumns && memory === undefined
    ? only.raw.readers.subjects(program, only, only.raw.columns)
    : readTable(program, only, memory);
}
