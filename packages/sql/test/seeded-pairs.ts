// Generated programs with data that tables can hold: decimals that end, and nothing that could not be read.

import type { CellProblem, Dataset } from "@yardstick/engine";
import { Decimal, rational, rationalText, rounded } from "@yardstick/exact";
import type { Field, Program } from "@yardstick/language/program";
import { seeded } from "../../engine/test/columnar/seeded.js";
import type { Cell } from "./data-tables.js";

/** Of numbers that have no end, so many decimals are stored. */
const DECIMALS = 4;

function ended(field: Field | undefined, cell: Cell): Cell {
  if (field?.type.kind !== "number" || (typeof cell !== "string" && !(cell instanceof Decimal))) return cell;
  return rationalText(rounded(cell instanceof Decimal ? cell.toRational() : rational(cell), DECIMALS));
}

export function seededPair(seed: number): { readonly program: Program; readonly data: Dataset } {
  const { program, data } = seeded(seed, true);
  const columns = (fields: readonly Field[], given: readonly (readonly Cell[])[]) =>
    given.map((column, index) => column.map((cell) => ended(fields[index], cell)));
  const cells = columns(program.fields, data.subjects.columns);
  return {
    program,
    data: {
      ...data,
      problems: program.fields.flatMap((field, index) => outside(program, field, cells[index] ?? [])),
      subjects: { ...data.subjects, columns: cells },
      lists: data.lists.map((list, place) => ({
        ...list,
        columns: columns(program.lists[place]?.columns ?? [], list.columns),
      })),
    },
  };
}

/** What reading a file says of numbers outside the range that the rubric declares. */
function outside({ subject }: Program, { name, type }: Field, cells: readonly Cell[]): readonly CellProblem[] {
  if (type.kind !== "number") return [];
  const [min, max] = [type.min, type.max].map((end) => (end === null ? null : rational(end)));
  return cells.flatMap((cell, row): CellProblem[] => {
    if (typeof cell !== "string") return [];
    const value = rational(cell);
    const isWithin = (min == null || value.compare(min) >= 0) && (max == null || value.compare(max) <= 0);
    if (isWithin) return [];
    return [
      {
        severity: "error",
        table: subject,
        index: row,
        row: row + 2,
        column: name,
        found: cell,
        reason: "out-of-range",
        expected: [],
      },
    ];
  });
}
