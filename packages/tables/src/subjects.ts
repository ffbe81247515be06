/**
 * Reads the subject table: one row for each subject (and period), identified by its key. Where two rows of one table have the same
 * key, neither is used: the second is omitted, the first keeps only its key, and the problem concerns the whole row.
 */
import type { Cell, Table } from "@yardstick/engine";
import type { Field, Program } from "@yardstick/language/program";
import { isBlank, shownText } from "./cell/written.js";
import type { ExpectedField } from "./header.js";
import { MergedSubjects } from "./merged-subjects.js";
import type { LocatedProblem } from "./problem.js";
import { ProblemList } from "./problem.js";
import type { RawRow } from "./raw-table.js";
import { RecordReader } from "./record-reader.js";
import type { InputTable } from "./input-tables.js";
import type { Steps } from "./steps.js";
import { SubjectIndex } from "./subject-index.js";
import { keyKinds } from "./target.js";

/** Side rows nested in a subject's record. */
export interface NestedEntries {
  readonly list: number;
  readonly owner: number;
  /** Number of the subject's record in its file. */
  readonly row: number;
  readonly entries: readonly unknown[];
  readonly input: InputTable;
}

/** The subject table with its index, the nested side rows, and what is wrong with them. */
export interface Subjects {
  readonly table: Table;
  readonly index: SubjectIndex;
  readonly nested: readonly NestedEntries[];
  readonly problems: readonly LocatedProblem[];
}

/** Whether the column of a field must exist: without it the field would be missing for every subject. */
export function isRequired(field: Field): boolean {
  return field.type.kind !== "list" && !field.optional && field.default === null && field.judgement === null;
}

/** The fields expected in a table, with their indexes in the program. Lists are expected only in JSON, where side rows can be nested. */
function expectedFieldsOf(
  program: Program,
  input: InputTable,
  isAlone: boolean,
): { readonly expectedFields: readonly ExpectedField[]; readonly at: number[] } {
  const at = program.fields.flatMap((field, index) =>
    field.type.kind === "list" && input.location.format !== "json" ? [] : [index],
  );
  const expectedFields = at.flatMap((index) => {
    const field = program.fields[index];
    // Each of several tables may contain some of the columns; columns that all of them lack are reported at the end.
    if (field === undefined) return [];
    if (index === program.key) return [{ field, required: true, kinds: keyKinds(program) }];
    return [{ field, required: isAlone && isRequired(field) }];
  });
  return { expectedFields, at };
}

/** The number of rows read column by column in one step; a block fits into the processor cache. */
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
    private readonly tables: readonly InputTable[],
  ) {
    this.columns = program.fields.map(() => []);
    this.merging = new MergedSubjects(this.columns, tables.length > 1);
  }

  *read(): Steps<Subjects> {
    for (const input of this.tables) yield* this.readTable(input);
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

  private *readTable(input: InputTable): Steps<void> {
    const { program, index } = this;
    const { expectedFields, at } = expectedFieldsOf(program, input, this.tables.length === 1);
    const reader = new RecordReader(input, expectedFields, program.choices);
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

    for (const [number, row] of (reader.has(key) ? input.raw.rows : []).entries()) {
      if (number % BLOCK === BLOCK - 1) yield;
      const keyCell = reader.peek(row, key);
      const location = { row: row.row, column: keyName, expected: [] };
      if (keyCell === null) {
        reader.reportInvalidKey(row, key, keyName);
        continue;
      }
      const periodCell = period < 0 ? null : reader.peek(row, period);
      const other = isFirst ? null : index.find(keyCell, periodCell);
      if (other === "ambiguous") {
        const column = program.fields[program.period ?? -1]?.name ?? null;
        reader.problems.add({ ...location, index: null, column, found: "", reason: "missing-key" });
        continue;
      }
      const earlier = other ?? index.add(keyCell, periodCell, this.rows);
      if (earlier !== null && (isFirst || rowsOfTable.has(earlier))) {
        const found = shownText(reader.raw(row, key));
        reader.problems.add({ ...location, index: earlier, column: null, found, reason: "duplicate-key" });
        doubted.add(earlier);
        continue;
      }
      const into = earlier ?? this.rows++;
      if (!isFirst) rowsOfTable.add(into);
      if (periodCell === null && period >= 0 && !isBlank(reader.raw(row, period))) {
        const found = shownText(reader.raw(row, period));
        reader.problems.add({ ...location, index: into, column: null, found, reason: "unclear-period" });
        doubted.add(into);
      }
      if (row.beyond.length > 0) reader.reportShiftedRow(row, into);
      if (row.verdict !== undefined) {
        reader.reportVerdict(row, into, String(keyCell), row.verdict);
        if (row.verdict.state === "doubted") doubted.add(into);
      }
      rows.push(row);
      indexes.push(into);
      if (input.location.format === "json") this.addNested(reader, input, expectedFields, row, into);
    }
    const names = [key, period];
    for (let from = 0; from < rows.length; from += BLOCK) {
      const some = rows.slice(from, from + BLOCK);
      const into = indexes.slice(from, from + BLOCK);
      for (const [position, field] of at.entries()) {
        const isName = names.includes(position);
        const cells: Cell[] = [];
        // A shifted row keeps its key and period, so that its problem can be assigned to a subject.
        if (isName) for (const row of some) cells.push(reader.peek(row, position));
        else reader.column(position, some, into, cells);
        this.merging.put({
          field,
          position,
          cells,
          rows: some,
          indexes: into,
          reader,
          location: input.location,
          isName,
        });
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
    input: InputTable,
    expectedFields: readonly ExpectedField[],
    row: RawRow,
    owner: number,
  ): void {
    for (const [position, { field }] of expectedFields.entries()) {
      if (field.type.kind !== "list") continue;
      const raw = reader.raw(row, position);
      if (raw === undefined || raw === null || raw === "") continue;
      if (typeof raw === "object" && raw.kind === "rows") {
        this.nested.push({ list: field.type.list, owner, row: row.row, entries: raw.entries, input });
      } else {
        const location = { index: owner, row: row.row, column: field.name };
        reader.problems.add({ ...location, found: shownText(raw), reason: "unreadable", expected: [] });
      }
    }
  }

  /** Reports the columns that all of several tables lack, except those already suspected behind a misspelt header. */
  private reportMissing(): void {
    const [first] = this.tables;
    if (this.tables.length < 2 || first === undefined) return;
    const suspected = new Set(
      this.problems.filter(({ reason }) => reason === "unknown-column").map(({ expected }) => expected[0]),
    );
    const missing = new ProblemList(first.location);
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

/** Replaces empty slots by null, up to `rows`. */
function fill(cells: Cell[], rows: number): void {
  for (let row = 0; row < rows; row++) cells[row] ??= null;
}

/** Reads the rows of all subject tables; rows of different tables with the same key are merged. */
export function readSubjects(program: Program, tables: readonly InputTable[]): Steps<Subjects> {
  return new SubjectsReader(program, tables).read();
}
