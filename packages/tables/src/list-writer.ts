/**
 * Writes the merged rows of a list into its table of text: new rows at the end, corrected ones in their place.
 */
import type { Program } from "@yardstick/language/program";
import type { CellId, CellOrigin, TextTable } from "./collected.js";
import type { Figure } from "./merge-figures.js";
import type { MergedRecord, RecordCell } from "./merge-records.js";
import type { SideRowsMerged } from "./merge-side-rows.js";
import type { SubjectsMerged, TableToMerge } from "./merge-subjects.js";
import type { TableFacts } from "./settle-figures.js";
import { TableWriter } from "./table-writer.js";
import { keyFields } from "./target.js";

interface Subject {
  readonly key: string;
  readonly period: string | null;
}

/** Writes one list. */
export class ListWriter {
  private readonly writer: TableWriter;
  private readonly keyCount: number;

  constructor(
    private readonly program: Program,
    present: readonly TextTable[],
    private readonly list: number,
    tables: readonly TableToMerge[],
    private readonly merged: SubjectsMerged,
  ) {
    this.writer = new TableWriter(program, present, { role: "list", list }, tables);
    this.keyCount = keyFields(program).length;
  }

  private subjectOf(owner: number): Subject {
    const period = this.merged.periods[owner] ?? null;
    return { key: String(this.merged.keys[owner] ?? ""), period: period === null ? null : String(period) };
  }

  /** The identity of a cell of a record. */
  idOf({ record, column, owner }: RecordCell): CellId {
    const { name = "", columns = [] } = this.program.lists[this.list] ?? {};
    const field = column < 0 ? this.program.fields[this.program.key]?.name : columns[column]?.name;
    return { ...this.subjectOf(owner), field: field ?? "", record: { list: name, id: record } };
  }

  /** The text of a value of a record and its location; `column` is -1 for the subject. */
  placeOf(figure: Figure, column: number): { readonly text: string; readonly origin: CellOrigin } {
    return this.writer.placeOf(figure, column < 0 ? 0 : column + this.keyCount);
  }

  /** Writes the rows; returns the table, the present one where nothing was written, null where there is neither. */
  write({ rows }: SideRowsMerged, facts: readonly TableFacts[]): TextTable | null {
    const { writer } = this;
    for (const { owner, cells, row, table, record } of rows) {
      const subject = this.subjectOf(owner);
      if (facts[table]?.isPresent === true) {
        if (record !== undefined && record.updates.size > 0) this.update(row.row, subject, record);
        continue;
      }
      writer.begin(null, subject);
      if (record === undefined) writer.putRow(table, row, cells);
      else this.putMerged(record);
      writer.putRecord(row.record);
    }
    return writer.written();
  }

  /** Writes a record merged from several files; cells that cannot be read keep their text. */
  private putMerged({ entries, from, undecided }: MergedRecord): void {
    for (const [column, figure] of from.entries()) {
      this.put(column, figure);
      if (figure !== null || undecided.some((of) => of.column === column)) continue;
      for (const { table, row } of entries) this.writer.putUnreadCell(column + this.keyCount, table, row);
    }
  }

  private update(line: number, subject: Subject, { updates }: MergedRecord): void {
    this.writer.begin(line, subject);
    for (const [column, figure] of updates) {
      if (column < 0) this.writer.putOwner(subject);
      else this.put(column, figure);
    }
  }

  private put(column: number, figure: Figure | null): void {
    if (figure !== null) this.writer.put(column + this.keyCount, figure);
  }
}
