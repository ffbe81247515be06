/**
 * The data as values: a cell of a subject, a side row or a constant, its default where it is blank, and what is missing
 * where nothing replaces it.
 */
import { CONSTANTS_TABLE } from "@yardstick/exact";
import type { Expression, Field, CoreProgram } from "@yardstick/language/core";
import { cellOf } from "../data/coded-cells.js";
import type { CellProblem } from "../data/cell-problem.js";
import type { Cell, Dataset } from "../data/dataset.js";
import { listOfDoubtedRow, mayLackRows } from "../data/cell-problem.js";
import { at } from "../values/internal-error.js";
import { valueOfCell } from "../values/published-text.js";
import type { Value } from "../values/value.js";
import { Pending } from "../values/value.js";

export class Cells {
  private readonly problems: ReadonlyMap<string, CellProblem>;
  /** Lists of subjects that may lack a row, or have one in error, by the place of the list's field. */
  private readonly doubtedRows: ReadonlySet<string>;
  private readonly rowsByOwner: readonly (readonly (readonly number[])[])[];

  /** `replaced` holds constants that a scenario sets; `evaluate` computes defaults, which are constant expressions. */
  constructor(
    private readonly program: CoreProgram,
    private readonly dataset: Dataset,
    private readonly replaced: ReadonlyMap<number, Expression>,
    private readonly evaluate: (expression: Expression) => Value,
  ) {
    this.problems = new Map(
      dataset.problems
        .filter(({ severity }) => severity === "error")
        .map((problem) => [placeOf(problem.table, problem.index, problem.column), problem]),
    );
    const lists = program.lists.map(({ name }) => name);
    this.doubtedRows = new Set(
      dataset.problems.flatMap((problem) => {
        if (mayLackRows(problem)) return [placeOf(problem.table, problem.index, problem.column)];
        const list = listOfDoubtedRow(problem, lists);
        const owner = dataset.lists[list]?.owner[problem.index ?? -1];
        return owner === undefined
          ? []
          : [placeOf(program.subject, owner, at(program.fields, at(program.lists, list).field).name)];
      }),
    );
    this.rowsByOwner = program.lists.map((_, list) => {
      const rows: number[][] = Array.from({ length: dataset.subjects.rows }, () => []);
      dataset.lists[list]?.owner.forEach((owner, row) => rows[owner]?.push(row));
      return rows;
    });
  }

  field(row: number, index: number): Value {
    const field = at(this.program.fields, index);
    const cell = cellOf(this.dataset.subjects.columns[index], row);
    return this.valueOf(field, cell, { name: field.name, order: index, table: this.program.subject, row });
  }

  side(list: number, row: number, column: number): Value {
    const { name, columns, field: holder } = at(this.program.lists, list);
    const field = at(columns, column);
    const cell = cellOf(this.dataset.lists[list]?.columns[column], row);
    // Columns of a list come right after the field that holds the list.
    const order = holder + (column + 1) / (columns.length + 1);
    return this.valueOf(field, cell, { name: `${name}.${field.name}`, order, table: name, row });
  }

  constant(index: number): Value {
    const set = this.replaced.get(index);
    if (set !== undefined) return this.evaluate(set);
    const field = at(this.program.constants, index);
    const order = this.program.fields.length + index / this.program.constants.length;
    return this.valueOf(field, this.dataset.constants[index] ?? null, {
      name: field.name,
      order,
      table: CONSTANTS_TABLE,
      // Constants have one record.
      row: 0,
    });
  }

  /** What everything about a subject awaits whose whole row is in doubt; null: its row is in order. */
  doubt(row: number): Pending | null {
    const { subject, key, fields } = this.program;
    const problem = this.problems.get(placeOf(subject, row, null));
    return problem === undefined ? null : awaiting({ ...at(fields, key), order: key }, problem);
  }

  /** Rows of the side table that belong to a subject. */
  rows(list: number, owner: number): readonly number[] {
    return this.rowsByOwner[list]?.[owner] ?? [];
  }

  /** Whether a row of the side table that belongs to no subject may be the subject's, or one of its rows is in error. */
  rowsAreInDoubt(list: number, owner: number): boolean {
    if (this.doubtedRows.size === 0) return false;
    const field = at(this.program.fields, at(this.program.lists, list).field);
    return this.doubtedRows.has(placeOf(this.program.subject, owner, field.name));
  }

  private valueOf(field: Field, cell: Cell, place: { name: string; order: number; table: string; row: number }): Value {
    const value = valueOfCell(field.type.kind === "number", cell);
    if (value !== null) return value;
    // A problem without a column is one of the whole row: nothing in it can be trusted.
    const problem =
      this.problems.get(placeOf(place.table, place.row, field.name)) ??
      this.problems.get(placeOf(place.table, place.row, null)) ??
      null;
    // A default replaces a missing cell; nothing may replace a cell that could not be read.
    if (problem === null && field.default !== null) return this.evaluate(field.default);
    const { name, order } = place;
    return awaiting({ name, order, assessor: field.assessor }, problem, field.optional && problem === null);
  }
}

function awaiting(
  { name, order, assessor }: Pick<Field, "name" | "assessor"> & { readonly order: number },
  problem: CellProblem | null,
  isNone = false,
): Pending {
  const reason = problem === null ? "blank" : problem.reason === "out-of-range" ? "out-of-range" : "unreadable";
  return new Pending([{ order, awaited: { field: name, assessor, problem, reason } }], isNone);
}

function placeOf(table: string, index: number | null, column: string | null): string {
  return `${table}\n${index ?? ""}\n${column ?? ""}`;
}
