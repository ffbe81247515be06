/**
 * The subjects of one period, with their side rows: what is left of the columns when only that period is to be scored.
 */
import type { DataModel } from "@yardstick/language/core";
import { arrayOfCodedCells, codedCellsOf } from "../data/coded-cells.js";
import type { Cell } from "../data/dataset.js";
import type { Column, Columns } from "./columns.js";
import { cellAt } from "./dataset-view.js";

export function onlyPeriod(program: DataModel, columns: Columns, period: string): Columns {
  const field = program.period === null ? null : (columns.fields[program.period] ?? null);
  const rows: number[] = [];
  for (let row = 0; row < columns.rows; row += 1) if (cellAt(field, row, false, false) === period) rows.push(row);
  if (rows.length === columns.rows) return columns;
  const places = new Map(rows.map((row, index) => [row, index]));
  return {
    ...columns,
    rows: rows.length,
    fields: columns.fields.map((column) => taken(column, rows)),
    lists: columns.lists.map((list) => {
      const kept: number[] = [];
      for (let row = 0; row < list.rows; row += 1) if (places.has(list.owner[row] ?? -1)) kept.push(row);
      return {
        rows: kept.length,
        columns: list.columns.map((column) => taken(column, kept)),
        owner: kept.map((row) => places.get(list.owner[row] ?? -1) ?? 0),
      };
    }),
  };
}

function taken(column: Column | null, rows: readonly number[]): Column | null {
  if (column === null) return null;
  if (column.kind === "cells") return { kind: "cells", cells: takenCells(column.cells, rows) };
  const { marks } = column;
  const values = column.values.slice(0, rows.length);
  rows.forEach((row, index) => (values[index] = column.values[row] ?? 0));
  return { ...column, values, marks: marks === null ? null : Uint8Array.from(rows, (row) => marks[row] ?? 0) };
}

function takenCells(cells: readonly Cell[], rows: readonly number[]): readonly Cell[] {
  const coded = codedCellsOf(cells);
  if (coded === null) return rows.map((row) => cells[row] ?? null);
  const codes = coded.codes.slice(0, rows.length);
  rows.forEach((row, index) => (codes[index] = coded.codes[row] ?? 0));
  return arrayOfCodedCells({ codes, cells: coded.cells });
}
