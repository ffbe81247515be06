/**
 * The subject table: one row a subject (and period), each found again by its key. Of two rows of one table under one key nobody
 * can tell which is right: the second is left out, the first keeps nothing but its key, and the problem is the whole row's.
 */
import type { Cell, Table } from "@yardstick/engine";
import type { Field, Program } from "@yardstick/language/program";
import { isBlank, shownText } from "./cell/written.js";
import type { Wanted } from "./header.js";
import { MergedSubjects } from "./merged-subjects.js";
import type { LocatedProblem } from "./problem.js";
import { ProblemList } from "./problem.js";
import type { RawRow } from "./raw-table.js";
import { RecordReader } from "./record-reader.js";
import type { GivenTable } from "./given-tables.js";
import type { Steps } from "./steps.js";
import { SubjectIndex } from "./subject-index.js";
import { keyKinds } from "./target.js";

/** Side rows that stood inside a subject's record. */
export interface NestedEntries {
  readonly list: number;
  readonly owner: number;
  /** Number of the subject's record in its file. */
  readonly row: number;
  readonly entries: readonly unknown[];
  readonly given: GivenTable;
}

export interface Subjects {
  readonly table: Table;
  readonly index: SubjectIndex;
  readonly nested: readonly NestedEntries[];
  readonly problems: readonly LocatedProblem[];
}

/** A column that must be there: without it, every subject would wait for the field. */
export function isRequired(field: Field): boolean {
  return field.type.kind !== "list" && !field.optional && field.default === null && field.judgement === null;
}

/** Side rows have no place in a cell of a sheet, so there a list's name is an unknown header. */
function wantedOf(
  program: Program,
  given: GivenTable,
  isAlone: boolean,
): { readonly wanted: readonly Wanted[]; readonly at: number[] } {
  const at = program.fields.flatMap((field, index) =>
    field.type.kind === "list" && given.place.format !== "json" ? [] : [index],
  );
  const wanted = at.flatMap((index) => {
    const field = program.fields[index];
    // Of several tables each may hold a part of the columns; what none of them holds is reported at the end.
    if (field === undefined) return [];
    if (index === program.key) return [{ field, required: true, kinds: keyKinds(program) }];
    return [{ field, required: isAlone && isRequired(field) }];
  });
  return { wanted, at };
}

/** Rows that are read column by column at a time: a column's cells are alike, and so many rows stay within reach. */
const BLOCK = 1024;

class SubjectsReader {
  private readonly columns: Cell[][];
  private readonly index = new SubjectIndex();
  private readonly nested: NestedEntries[] = [];
  private readonly problems: LocatedProblem[] = [];
  private readonly seen = new Set<number>();
  private readonly merging: MergedSubjects;
  private rows = 0;

  constructor(
    private readonly program: Program,
    private readonly tables: readonly GivenTable[],
  ) {
    this.columns = program.fields.map(() => []);
    this.merging = new MergedSubjects(this.columns, tables.length > 1);
  }

  *read(): Steps<Subjects> {
    for (const given of this.tables) yield* this.readTable(given);
    this.reportMissing();
    for (const cells of this.columns) if (this.tables.length > 1 || cells.length < this.rows) fill(cells, this.rows);
    const isList = this.program.fields.map((field) => field.type.kind === "list");
    return {
      table: { rows: this.rows, columns: this.columns.map((cells, field) => (isList[field] ? [] : cells)) },
      index: this.index,
      nested: this.nested,
      problems: this.problems,
    };
  }

  private *readTable(given: GivenTable): Steps<void> {
    const { program, index } = this;
    const { wanted, at } = wantedOf(program, given, this.tables.length === 1);
    const reader = new RecordReader(given, wanted, program.choices);
    at.forEach((field, position) => {
      if (reader.has(position)) this.seen.add(field);
    });
    const key = at.indexOf(program.key);
    const period = program.period === null ? -1 : at.indexOf(program.period);
    const keyName = program.fields[program.key]?.name ?? "";
    const rowsOfTable = new Set<number>();
    const doubted = new Set<number>();
    const isFirst = this.rows === 0;
    const rows: RawRow[] = [];
    const indexes: number[] = [];

    for (const [number, row] of (reader.has(key) ? given.raw.rows : []).entries()) {
      if (number % BLOCK === BLOCK - 1) yield;
      const keyCell = reader.peek(row, key);
      const place = { row: row.row, column: keyName, expected: [] };
      if (keyCell === null) {
        reader.refuseKey(row, key, keyName);
        continue;
      }
      const periodCell = period < 0 ? null : reader.peek(row, period);
      const other = isFirst ? null : index.find(keyCell, periodCell);
      if (other === "ambiguous") {
        const column = program.fields[program.period ?? -1]?.name ?? null;
        reader.problems.add({ ...place, index: null, column, found: "", reason: "missing-key" });
        continue;
      }
      const earlier = other ?? index.add(keyCell, periodCell, this.rows);
      if (earlier !== null && (isFirst || rowsOfTable.has(earlier))) {
        const found = shownText(reader.raw(row, key));
        reader.problems.add({ ...place, index: earlier, column: null, found, reason: "duplicate-key" });
        doubted.add(earlier);
        continue;
      }
      const into = earlier ?? this.rows++;
      if (!isFirst) rowsOfTable.add(into);
      if (periodCell === null && period >= 0 && !isBlank(reader.raw(row, period))) {
        const found = shownText(reader.raw(row, period));
        reader.problems.add({ ...place, index: into, column: null, found, reason: "unclear-period" });
        doubted.add(into);
      }
      if (row.beyond.length > 0) reader.refuseShifted(row, into);
      if (row.verdict !== undefined) {
        reader.reportVerdict(row, into, String(keyCell), row.verdict);
        if (row.verdict.state === "doubted") doubted.add(into);
      }
      rows.push(row);
      indexes.push(into);
      if (given.place.format === "json") this.addNested(reader, given, wanted, row, into);
    }
    const names = [key, period];
    for (let from = 0; from < rows.length; from += BLOCK) {
      const some = rows.slice(from, from + BLOCK);
      const into = indexes.slice(from, from + BLOCK);
      for (const [position, field] of at.entries()) {
        const isName = names.includes(position);
        const cells: Cell[] = [];
        // A row that has slipped keeps its name: its problem must be somebody's.
        if (isName) for (const row of some) cells.push(reader.peek(row, position));
        else reader.column(position, some, into, cells);
        this.merging.put({ field, position, cells, rows: some, indexes: into, reader, place: given.place, isName });
        yield;
      }
    }
    for (const row of doubted) this.emptyRow(row);
    this.problems.push(...reader.problems.inOrder());
  }

  private emptyRow(row: number): void {
    for (const [field, cells] of this.columns.entries()) {
      if (field !== this.program.key && field !== this.program.period) cells[row] = null;
    }
  }

  private addNested(
    reader: RecordReader,
    given: GivenTable,
    wanted: readonly Wanted[],
    row: RawRow,
    owner: number,
  ): void {
    for (const [position, { field }] of wanted.entries()) {
      if (field.type.kind !== "list") continue;
      const raw = reader.raw(row, position);
      if (raw === undefined || raw === null || raw === "") continue;
      if (typeof raw === "object" && raw.kind === "rows") {
        this.nested.push({ list: field.type.list, owner, row: row.row, entries: raw.entries, given });
      } else {
        const place = { index: owner, row: row.row, column: field.name };
        reader.problems.add({ ...place, found: shownText(raw), reason: "unreadable", expected: [] });
      }
    }
  }

  /** Of several tables: the columns that none of them has. A misspelt one has been reported with the name it should have. */
  private reportMissing(): void {
    const [first] = this.tables;
    if (this.tables.length < 2 || first === undefined) return;
    const suspected = new Set(
      this.problems.filter(({ reason }) => reason === "unknown-column").map(({ expected }) => expected[0]),
    );
    const missing = new ProblemList(first.place);
    for (const [index, field] of this.program.fields.entries()) {
      if (index === this.program.key || !isRequired(field) || this.seen.has(index) || suspected.has(field.name))
        continue;
      missing.add({
        index: null,
        row: first.headerRow,
        column: field.name,
        found: field.name,
        reason: "missing-column",
        expected: [],
      });
    }
    this.problems.push(...missing.found);
  }
}

/** Makes blank what no table had anything for. */
function fill(cells: Cell[], rows: number): void {
  for (let row = 0; row < rows; row++) cells[row] ??= null;
}

/** The rows of all tables under one another; rows of different tables under one key are one row. */
export function readSubjects(program: Program, tables: readonly GivenTable[]): Steps<Subjects> {
  return new SubjectsReader(program, tables).read();
}
