/**
 * Limits of one table file, so that a wrong or hostile file gives a problem instead of exhausting memory. They are checked while
 * reading.
 */

/** Limits of one table file. */
export interface TableLimits {
  /** Size of the file in bytes. */
  readonly bytes: number;
  /** Bytes unpacked from one workbook, counted while unpacking. */
  readonly unpackedBytes: number;
  /** Lines of one table, headers included. */
  readonly rows: number;
  /** Columns of one table. */
  readonly columns: number;
}

/** 256 MB, 512 MB unpacked, 1,000,000 lines, 2,000 columns. */
export const DEFAULT_TABLE_LIMITS: TableLimits = {
  bytes: 256 * 1024 * 1024,
  unpackedBytes: 512 * 1024 * 1024,
  rows: 1_000_000,
  columns: 2_000,
};
