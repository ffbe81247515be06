/**
 * Where many records of a CSV file are read at once, if `vectors/` is in use; the tables are the same without it.
 */
import type { CellDictionary } from "./cell-dictionary.js";
import type { TableLimits } from "./limits.js";
import type { RowRuns } from "./row-runs.js";

/** A file that is being split, between two records. */
export interface FileBeingSplit {
  readonly bytes: Uint8Array;
  readonly limits: TableLimits;
  /** One byte. */
  readonly delimiter: number;
  readonly columns: readonly CellDictionary[];
  /** Line of the file, and number of cells as written, by row. */
  readonly lines: RowRuns;
  readonly widths: RowRuns;
  /** Cells of the last record. */
  readonly width: number;
  /** Number of the line that is read next, of the rows before it, and of the records, blank ones included. */
  line: number;
  rows: number;
  records: number;
  /** Adds a cell that no column knows, which is in a row from 0; returns its code. */
  added(column: CellDictionary, bytes: Uint8Array, from: number, to: number, hash: number, row: number): number;
}

/** Reads records from byte `at` on into the file. Returns where it continues; `at` where the next record is to be read singly. */
export type ReadBlock = (at: number) => number;

let reader: ((file: FileBeingSplit) => ReadBlock | null) | null = null;

/** Sets how blocks are read in this thread; null for one record after the other. */
export function setBlockReader(made: typeof reader): void {
  reader = made;
}

/** Reads blocks of a file; null where records are read one after the other. */
export const blockReaderOf = (file: FileBeingSplit): ReadBlock | null => reader?.(file) ?? null;
