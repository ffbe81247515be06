/**
 * The rows of a CSV file as columns of codes. A row as an object, with its cells, exists only while something needs it.
 */
import type { Codes, RowVerdict } from "@yardstick/engine";
import { occurringCodes } from "@yardstick/engine";
import type { RawRow } from "./raw-table.js";
import type { RowRuns } from "./row-runs.js";

/** One column: the cell of a row is `texts[codes[row]]`. Code 0 is the empty cell, and one text may have several codes. */
export interface RawColumn {
  readonly codes: Codes;
  readonly texts: readonly string[];
}

const NOTHING: readonly string[] = [];

/** The rows of a table. */
export class RawColumns {
  constructor(
    readonly count: number,
    readonly columns: readonly RawColumn[],
    /** Line of the file, by row. */
    private readonly lines: RowRuns,
    /** Number of cells as written, by row. */
    readonly widths: RowRuns,
    /** Texts beyond the last header of the rows that have any. */
    private readonly textsBeyond: ReadonlyMap<number, readonly string[]> = new Map(),
    private readonly verdicts: ReadonlyMap<number, RowVerdict> = new Map(),
  ) {}

  /** The cell of a row; empty where it has none. */
  cell(row: number, column: number): string {
    const own = this.columns[column];
    return own === undefined ? "" : (own.texts[own.codes[row] ?? 0] ?? "");
  }

  /** Line of the file, from 1. */
  line(row: number): number {
    return this.lines.at(row);
  }

  /** Texts beyond the last header, without blanks. */
  beyond(row: number): readonly string[] {
    return this.textsBeyond.size === 0 ? NOTHING : (this.textsBeyond.get(row) ?? NOTHING);
  }

  /** Whether no row has texts beyond the last header, or may not be a subject. */
  get isPlain(): boolean {
    return this.textsBeyond.size === 0 && this.verdicts.size === 0;
  }

  /** Rows with texts beyond the last header. */
  get shifted(): Iterable<number> {
    return this.textsBeyond.keys();
  }

  /** Set where the row may not be a subject. */
  verdict(row: number): RowVerdict | undefined {
    return this.verdicts.get(row);
  }

  /** The texts of a column that occur, each at least once; an empty cell is an empty text. */
  occurring(column: number): readonly string[] {
    const { codes, texts } = this.columns[column] ?? { codes: new Uint8Array(this.count), texts: [""] };
    const occurs = occurringCodes(codes, texts.length);
    return texts.filter((_, code) => occurs[code] === 1);
  }

  /** The cells of a row as written. */
  cells(row: number): readonly string[] {
    return Array.from({ length: this.widths.at(row) }, (_, column) => this.cell(row, column));
  }

  /** A row as an object. */
  row(row: number): RawRow {
    const verdict = this.verdicts.get(row);
    const made = { row: this.line(row), cells: this.cells(row), beyond: this.beyond(row) };
    return verdict === undefined ? made : { ...made, verdict };
  }

  /** These rows, in this order, with what is known of them. */
  kept(
    rows: Int32Array,
    textsBeyond: ReadonlyMap<number, readonly string[]>,
    verdicts: ReadonlyMap<number, RowVerdict>,
  ): RawColumns {
    const columns = this.columns.map(({ codes, texts }) => ({ codes: takenCodes(codes, rows), texts }));
    return new RawColumns(rows.length, columns, this.lines.of(rows), this.widths.of(rows), textsBeyond, verdicts);
  }
}

/** The codes of some rows. Rows without a gap share the memory of the column. */
export function takenCodes(codes: Codes, rows: Int32Array): Codes {
  const first = rows[0] ?? 0;
  if ((rows[rows.length - 1] ?? -1) - first === rows.length - 1) return codes.subarray(first, first + rows.length);
  const taken = codes.slice(0, rows.length);
  for (let index = 0; index < rows.length; index += 1) taken[index] = codes[rows[index] ?? 0] ?? 0;
  return taken;
}

/** Codes in which the cells of some rows are empty. */
export function codesWithoutRows(codes: Codes, rows: ReadonlySet<number>): Codes {
  if (rows.size === 0) return codes;
  const made = codes.slice();
  for (const row of rows) made[row] = 0;
  return made;
}
