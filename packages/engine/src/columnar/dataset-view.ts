/**
 * Columns seen as the cells of a dataset, for the reference evaluator when it computes one subject. Nothing is copied: a
 * cell is made when it is read.
 */
import { rationalText, whole } from "@yardstick/exact";
import type { DataModel } from "@yardstick/language/core";
import { cellOf } from "../data/coded-cells.js";
import type { Cell, Dataset } from "../data/dataset.js";
import type { Column, Columns } from "./columns.js";

/** A dataset as columns that share its cells. */
export function columnsOf(dataset: Dataset): Columns {
  const cells = (columns: Dataset["subjects"]["columns"]): readonly (Column | null)[] =>
    columns.map((each) => ({ kind: "cells", cells: each }));
  const { subjects, lists, constants, history, used, problems } = dataset;
  return {
    kind: "columns",
    rows: subjects.rows,
    fields: cells(subjects.columns),
    lists: lists.map(({ rows, columns, owner }) => ({ rows, columns: cells(columns), owner })),
    constants,
    history,
    used,
    problems,
  };
}

/** A dataset without rows of its own, whose columns answer for any row anyway. */
export function viewOf(program: DataModel, columns: Columns): Dataset {
  const { constants, history, used, problems } = columns;
  const see = (given: readonly (Column | null)[], fields: DataModel["fields"]) =>
    given.map((column, index) => {
      const kind = fields[index]?.type.kind;
      return cellsOf(column, kind === "flag", kind === "level");
    });
  return {
    subjects: { rows: 0, columns: see(columns.fields, program.fields) },
    lists: columns.lists.map((list, index) => ({
      rows: 0,
      columns: see(list.columns, program.lists[index]?.columns ?? []),
      owner: [],
    })),
    constants,
    history,
    used,
    problems,
  };
}

function cellsOf(column: Column | null, isFlag: boolean, isLevel: boolean): readonly Cell[] {
  if (column === null) return [];
  if (column.kind === "cells") return column.cells;
  return new Proxy<readonly Cell[]>([], {
    get: (target, name) =>
      typeof name === "string" && /^\d+$/u.test(name)
        ? cellAt(column, Number(name), isFlag, isLevel)
        : Reflect.get(target, name),
  });
}

export function cellAt(column: Column | null, row: number, isFlag: boolean, isLevel: boolean): Cell {
  if (column === null) return null;
  if (column.kind === "cells") return cellOf(column.cells, row);
  if (column.marks !== null && column.marks[row] !== 0) return null;
  const value = column.values[row] ?? 0;
  if (column.kind === "texts") return column.texts[value] ?? null;
  if (isFlag) return value !== 0;
  return isLevel ? value : rationalText(whole(value).div(whole(column.den)));
}

/** All cells, for a rubric that only the reference evaluator can run. */
export function datasetOf(program: DataModel, columns: Columns): Dataset {
  const made = (given: readonly (Column | null)[], fields: DataModel["fields"], rows: number) =>
    given.map((column, index): readonly Cell[] => {
      if (column === null) return [];
      if (column.kind === "cells") return column.cells;
      const kind = fields[index]?.type.kind;
      return Array.from({ length: rows }, (_, row) => cellAt(column, row, kind === "flag", kind === "level"));
    });
  return {
    ...viewOf(program, columns),
    subjects: { rows: columns.rows, columns: made(columns.fields, program.fields, columns.rows) },
    lists: columns.lists.map(({ rows, columns: own, owner }, index) => ({
      rows,
      columns: made(own, program.lists[index]?.columns ?? [], rows),
      owner: Array.from(owner),
    })),
  };
}
