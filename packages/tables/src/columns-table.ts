/**
 * A table in a CSV file whose rows are columns of codes.
 */
import type { RawColumns } from "./raw-columns.js";
import type { RawRow, RawTable } from "./raw-table.js";

/** The rows as objects are made when they are first read. */
export class ColumnsTable implements RawTable {
  private made: readonly RawRow[] | null = null;

  constructor(
    readonly headers: readonly string[],
    readonly units: readonly string[],
    readonly titles: readonly string[],
    readonly columns: RawColumns,
  ) {}

  get rows(): readonly RawRow[] {
    this.made ??= Array.from({ length: this.columns.count }, (_, row) => this.columns.row(row));
    return this.made;
  }

  /** The same table with other rows. */
  withColumns(columns: RawColumns): ColumnsTable {
    return new ColumnsTable(this.headers, this.units, this.titles, columns);
  }
}
