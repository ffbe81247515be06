/**
 * Writes values into a table of text: the present one with its own columns and rows, or a new one. Other cells, and columns unknown to
 * the rubric, are not changed.
 */
import { RECORD_HEADERS, splitHeader } from "@yardstick/engine";
import type { Cell } from "@yardstick/engine";
import type { Field, Program } from "@yardstick/language/program";
import { isBlank } from "./cell/written.js";
import type { KnownHeaders } from "./known-headers.js";
import { fullHeader, scaleOfHeader, unitOfHeader } from "./known-headers.js";
import { columnLetters } from "./xlsx/column-letters.js";
import type { RawRow } from "./raw-table.js";
import { recordColumn } from "./record-ids.js";
import { RecordReader } from "./record-reader.js";
import type { Target } from "./target.js";
import { headersOfTarget, keyFields } from "./target.js";
import { writtenText } from "./written-text.js";
import type { CellOrigin, TextTable } from "./collected.js";
import type { Figure } from "./merge-figures.js";
import { TargetColumn } from "./fitting-text.js";
import type { SubjectsMerged, TableToMerge } from "./merge-subjects.js";

interface Subject {
  readonly key: string;
  readonly period: string | null;
}

/** Writes one merged table. */
export class TableWriter {
  private readonly known: KnownHeaders;
  private readonly base: TextTable | null;
  private readonly header: string[];
  private readonly rows: (readonly string[])[];
  /** By row: the cells of those that were written to. */
  private readonly own: string[][] = [];
  /** Column by field of the table: its index, and how values are written to it. */
  private readonly columns = new Map<number, { readonly at: number; readonly column: TargetColumn }>();
  /** Index of the column in the file, by table and field. */
  private readonly sources: readonly ReadonlyMap<number, number>[];
  private current = -1;
  private recordAt: number;
  private isChanged = false;
  private readonly keyCount: number;
  /** By table and field: the unit in the header of the file. */
  private readonly units = new Map<string, string | null>();

  constructor(
    private readonly program: Program,
    present: readonly TextTable[],
    private readonly target: Target,
    private readonly tables: readonly TableToMerge[],
  ) {
    this.known = headersOfTarget(program, target);
    this.base = present.find((table) => isOf(program, table, target)) ?? null;
    this.header = [...(this.base?.header ?? [])];
    this.rows = [...(this.base?.rows ?? [])];
    this.keyCount = target.role === "list" ? keyFields(program).length : 0;
    this.sources = tables.map(({ input }) => this.columnsOf(input.raw.headers));
    for (const [field, at] of this.columnsOf(this.header)) this.columns.set(field, this.targetColumn(field, at));
    this.recordAt = recordColumn(this.header, this.known);
    if (this.base === null) this.beginTable();
  }

  private columnsOf(headers: readonly string[]): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    for (const [at, header] of headers.entries()) {
      const field = this.known.find(header);
      if (field >= 0 && !found.has(field)) found.set(field, at);
    }
    return found;
  }

  /** Starts a new table with the columns of the keys and those of any file, in the order of the rubric. */
  private beginTable(): void {
    const keys = this.target.role === "constants" ? [] : keyFields(this.program);
    const seen = new Set(this.sources.flatMap((columns) => [...columns.keys()]));
    for (const [field, { type }] of this.known.fields.entries()) {
      const isKey = keys.includes(this.known.fields[field] as Field);
      if ((isKey || seen.has(field)) && type.kind !== "list") this.columnFor(field);
    }
  }

  private targetColumn(field: number, at: number): { readonly at: number; readonly column: TargetColumn } {
    const of = this.known.fields[field] as Field;
    return { at, column: new TargetColumn(of, this.program.choices, scaleOfHeader(this.header[at] ?? "", of)) };
  }

  private columnFor(field: number): { readonly at: number; readonly column: TargetColumn } {
    const there = this.columns.get(field);
    if (there !== undefined) return there;
    const at = this.header.length;
    this.header.push(fullHeader(this.known.fields[field] as Field));
    const made = this.targetColumn(field, at);
    this.columns.set(field, made);
    return made;
  }

  /** Selects the row to write to: the one on a line of the present table, or a new one. */
  begin(line: number | null, { key, period }: Subject): void {
    if (line !== null) {
      this.current = line - 2;
      return;
    }
    this.current = this.rows.length;
    this.rows.push([]);
    if (this.target.role === "constants") return;
    const [keyAt, periodAt] = this.target.role === "list" ? [0, 1] : [this.program.key, this.program.period ?? -1];
    this.write(keyAt, key);
    if (period !== null && this.program.period !== null) this.write(periodAt, period);
  }

  private write(field: number, text: string): void {
    this.writeAt(this.columnFor(field).at, text);
  }

  private writeAt(at: number, text: string): void {
    const row = this.own[this.current] ?? [...(this.rows[this.current] ?? [])];
    this.own[this.current] = row;
    while (row.length < at) row.push("");
    row[at] = text;
    this.isChanged = true;
  }

  private textAt(at: number): string | undefined {
    return (this.own[this.current] ?? this.rows[this.current])?.[at];
  }

  /** Writes a value; `field` is the index among the fields of the table. */
  put(field: number, figure: Figure): void {
    this.write(field, this.fittingText(field, figure.value, figure.table, figure.row));
  }

  /** The text of a cell of a file; empty where the file has no such row. */
  private textIn(table: number, row: RawRow | undefined, field: number): string {
    const at = this.sources[table]?.get(field) ?? -1;
    return writtenText(row?.cells[at], this.known.fields[field], this.tables[table]?.input.raw.serials);
  }

  private fittingText(field: number, value: Cell, table: number, row: RawRow): string {
    const at = this.sources[table]?.get(field) ?? -1;
    const written = this.textIn(table, row, field);
    return this.columnFor(field).column.textOf(value, written, this.unitOf(table, field, at));
  }

  private unitOf(table: number, field: number, at: number): string | null {
    const id = `${table}/${field}`;
    const known = this.units.get(id);
    if (known !== undefined) return known;
    const header = this.tables[table]?.input.raw.headers[at] ?? "";
    const unit = splitHeader(header).find(({ unit: word }) => word !== "")?.unit ?? null;
    this.units.set(id, unit);
    return unit;
  }

  /** Writes the subject of a row of a list. */
  putOwner({ key, period }: Subject): void {
    this.write(0, key);
    if (period !== null && this.program.period !== null) this.write(1, period);
  }

  /** Writes the identity of a record, in a column of its own. */
  putRecord(record: string | undefined): void {
    if (record === undefined) return;
    if (this.recordAt < 0) this.recordAt = this.header.push(RECORD_HEADERS.zh) - 1;
    this.writeAt(this.recordAt, record);
  }

  /** Writes the row of a list. `cells` are parallel to the columns of the list; unreadable ones keep their text. */
  putRow(table: number, row: RawRow, cells: readonly Cell[]): void {
    for (const [column, value] of cells.entries()) {
      const field = column + this.keyCount;
      const written = this.textIn(table, row, field);
      if (value !== null) this.write(field, this.fittingText(field, value, table, row));
      else if (!isBlank(written)) this.writeUnread(field, written, table);
    }
  }

  /** Writes the text of a cell of a file that cannot be read, unless the cell is filled in. */
  putUnreadCell(field: number, table: number, row: RawRow): void {
    if (!isBlank(this.textAt(this.columns.get(field)?.at ?? -1))) return;
    const written = this.textIn(table, row, field);
    if (!isBlank(written)) this.writeUnread(field, written, table);
  }

  /** Writes a text that was not used so that it is not used from the merged table either. */
  private writeUnread(field: number, written: string, table: number): void {
    const at = this.sources[table]?.get(field) ?? -1;
    const text = this.columnFor(field).column.textOfUnread(written, this.unitOf(table, field, at));
    if (text !== null) this.write(field, text);
  }

  /** Writes a text that cannot be read into a blank cell, so that it is not lost and is reported when the table is read. */
  putUnread(field: number, row: number, { placed }: SubjectsMerged): void {
    const { at } = this.columns.get(field) ?? { at: -1 };
    if (!isBlank(this.textAt(at))) return;
    for (const [table, source] of this.sources.entries()) {
      if (!source.has(field) || this.tables[table]?.isPresent === true) continue;
      this.unreadRows ??= placed.map((rows) => new Map(rows.map(({ row: raw, into }) => [into, raw] as const)));
      const written = this.textIn(table, this.unreadRows[table]?.get(row), field);
      if (isBlank(written)) continue;
      this.writeUnread(field, written, table);
      return;
    }
  }
  private unreadRows: readonly ReadonlyMap<number, RawRow>[] | null = null;

  /** The values of the single row of each table of constants. */
  figuresOf(field: number): readonly Figure[] {
    return this.tables.flatMap(({ input }, table): readonly Figure[] => {
      const [row] = input.raw.rows;
      const expectedFields = this.known.fields.map((each) => ({ field: each, required: false }));
      const reader = new RecordReader(input, expectedFields, this.program.choices);
      const value = row === undefined ? null : reader.peek(row, field);
      return row === undefined || value === null ? [] : [{ value, table, row }];
    });
  }

  /** The text of a value and its location. */
  placeOf({ table, row }: Figure, field: number): { readonly text: string; readonly origin: CellOrigin } {
    const at = this.sources[table]?.get(field) ?? -1;
    const { file = "", sheet = null, format = "csv" } = this.tables[table]?.input.location ?? {};
    const cell = format === "json" || at < 0 ? null : `${columnLetters(at)}${row.row}`;
    const text = this.textIn(table, row, field);
    const unit = this.unitOf(table, field, at);
    // Without its unit, a value in 元 would be shown beside one in 万元.
    const isOther = unit !== null && /\d$/u.test(text) && unit !== unitOfHeader(this.known.fields[field] as Field);
    return { text: isOther ? `${text}${unit}` : text, origin: { file, sheet, row: row.row, cell } };
  }

  /** The table; the present one where nothing was written, null where there is neither. */
  written(): TextTable | null {
    if (!this.isChanged) return this.base;
    const width = this.header.length;
    const rows = this.rows.map((row, at) => {
      const cells = this.own[at] ?? row;
      return cells.length === 0 ? Array.from({ length: width }, () => "") : cells;
    });
    if (this.base !== null) return { ...this.base, header: this.header, rows };
    const name = this.target.role === "list" ? (this.program.lists[this.target.list]?.name ?? "") : "";
    return { role: this.target.role, name, header: this.header, rows };
  }
}

function isOf(program: Program, { role, name }: TextTable, target: Target): boolean {
  return role === target.role && (target.role !== "list" || name === program.lists[target.list]?.name);
}
