/**
 * A table of columns with the code that reads it column by column. The reader of CSV files puts them together, so that an
 * application that only reads grids does not load that code.
 */
import type { List, Program } from "@yardstick/language/program";
import { ColumnsTable } from "./columns-table.js";
import type { InputTable } from "./input-tables.js";
import type { RawColumns } from "./raw-columns.js";
import type { Owners, SideRows } from "./side-owners.js";
import type { Steps } from "./steps.js";
import type { Subjects } from "./subject-places.js";

/** Reads tables of columns. */
interface ColumnReaders {
  subjects(program: Program, input: InputTable, columns: RawColumns): Steps<Subjects>;
  /** Null where the rows must be read one by one. */
  side(
    program: Program,
    list: List,
    table: { readonly input: InputTable; readonly columns: RawColumns },
    owners: Owners,
  ): Steps<SideRows | null>;
}

/** A table of columns that can be read as such. */
export class ReadableColumns extends ColumnsTable {
  constructor(
    table: Pick<ColumnsTable, "headers" | "units" | "titles" | "columns">,
    readonly readers: ColumnReaders,
  ) {
    super(table.headers, table.units, table.titles, table.columns);
  }

  override withColumns(columns: RawColumns): ReadableColumns {
    const { headers, units, titles, readers } = this;
    return new ReadableColumns({ headers, units, titles, columns }, readers);
  }
}
