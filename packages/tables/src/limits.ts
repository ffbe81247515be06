/**
 * How much one table file may hold, so that a wrong file or a hostile one ends with a sentence and not with a machine out of
 * memory. All are held to while reading; each can be set.
 */

export interface TableLimits {
  /** Of the file as it lies there. */
  readonly bytes: number;
  /** All that is unpacked of one workbook, whatever its own directory claims. */
  readonly unpackedBytes: number;
  /** Lines of one table, headers included. */
  readonly rows: number;
  readonly columns: number;
}

export const DEFAULT_TABLE_LIMITS: TableLimits = {
  bytes: 256 * 1024 * 1024,
  unpackedBytes: 512 * 1024 * 1024,
  rows: 1_000_000,
  columns: 2_000,
};
