/**
 * A dataset made into typed columns once, for a caller that scores it repeatedly under changed rubrics: reading fifty columns of
 * text again at each change would take longer than scoring them.
 */
import type { Field, DataModel } from "@yardstick/language/core";
import type { CellProblem, Dataset } from "../data/dataset.js";
import { Unsupported } from "../plan/node.js";
import { columnOfCells } from "./cells-to-columns.js";
import type { Column, Columns } from "./columns.js";
import { columnsOf } from "./dataset-view.js";

/** Fields as `program` declares them; a column that has no typed form stays as its cells. */
export function typedColumns(program: DataModel, dataset: Dataset): Columns {
  const columns = columnsOf(dataset);
  const bad = new Set(
    dataset.problems
      .filter(({ severity }) => severity === "error")
      .map((problem) => cellName(problem.table, problem.index, problem.column)),
  );
  const typed = (field: Field | undefined, column: Column | null, rows: number, table: string): Column | null => {
    if (field === undefined || column?.kind !== "cells" || field.type.kind === "list") return column;
    const { kind } = field.type;
    const form = kind === "number" ? "number" : kind === "flag" || kind === "level" ? "code" : "text";
    const markOf = (row: number): number =>
      bad.has(cellName(table, row, field.name)) || bad.has(cellName(table, row, null)) ? 2 : 1;
    try {
      return columnOfCells(column.cells, rows, form, markOf);
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

function cellName(table: string, index: CellProblem["index"], column: CellProblem["column"]): string {
  return `${table}\n${index ?? ""}\n${column ?? ""}`;
}
