/**
 * A dataset made into typed columns once, for a caller that scores it repeatedly under changed rubrics: reading fifty columns of
 * text again at each change would take longer than scoring them.
 */
import type { Field, DataModel } from "@yardstick/language/core";
import type { CellProblem } from "../data/cell-problem.js";
import type { Cell, Dataset } from "../data/dataset.js";
import { Unsupported } from "../plan/node.js";
import { columnOfCells } from "./cells-to-columns.js";
import type { Column, Columns } from "./columns.js";
import { columnsOf } from "./dataset-view.js";

/** A typed column by the cells it was made from, which stay the same array while none of them changes. */
const known = new WeakMap<
  readonly Cell[],
  { readonly form: string; readonly rows: number; readonly bad: string; readonly column: Column }
>();

/** Fields as `program` declares them; a column that has no typed form stays as its cells. */
export function typedColumns(program: DataModel, dataset: Dataset): Columns {
  const columns = columnsOf(dataset);
  const bad = badCells(dataset.problems);
  const typed = (field: Field | undefined, column: Column | null, rows: number, table: string): Column | null => {
    if (field === undefined || column?.kind !== "cells" || field.type.kind === "list") return column;
    const { kind } = field.type;
    const form = kind === "number" ? "number" : kind === "flag" || kind === "level" ? "code" : "text";
    const ofField = bad.get(columnName(table, field.name)) ?? NONE;
    const ofRow = bad.get(columnName(table, null)) ?? NONE;
    const { cells } = column;
    const badRows = [...ofField, "", ...ofRow].join();
    const before = known.get(cells);
    if (before?.form === form && before.rows === rows && before.bad === badRows) return before.column;
    try {
      const made = columnOfCells(cells, rows, form, (row) => (ofField.has(row) || ofRow.has(row) ? 2 : 1));
      known.set(cells, { form, rows, bad: badRows, column: made });
      return made;
    } catch (error) {
      if (error instanceof Unsupported) return column;
      throw error;
    }
  };
  return {
    ...columns,
    fields: columns.fields.map((column, index) => typed(program.fields[index], column, columns.rows, program.subject)),
    lists: columns.lists.map((list, index) => ({
      ...list,
      columns: list.columns.map((column, at) =>
        typed(program.lists[index]?.columns[at], column, list.rows, program.lists[index]?.name ?? ""),
      ),
    })),
  };
}

const NONE: ReadonlySet<number> = new Set();

/** The rows of each column that could not be read; under the name without a column those of which nothing could. */
function badCells(problems: readonly CellProblem[]): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const { severity, table, index, column } of problems) {
    if (severity !== "error" || index === null) continue;
    const name = columnName(table, column);
    const rows = found.get(name) ?? new Set();
    rows.add(index);
    found.set(name, rows);
  }
  return found;
}

function columnName(table: string, column: CellProblem["column"]): string {
  return `${table}\n${column ?? ""}`;
}
