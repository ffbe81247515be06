/**
 * What an evaluator is given besides the program: typed columns of the subjects, their side rows, constants, history and
 * the results of used rubrics. A blank is `null`, never zero; a bad cell is `null` and a `CellProblem`.
 */
import { Decimal } from "@yardstick/exact";
import type { CellProblem } from "./cell-problem.js";
import type { Awaited } from "./result.js";

/**
 * One cell, by its field's type: number as an exact number in the field's base unit, a `Decimal` (what readers of tables give where the
 * number is one) or rational text (`"4500000"`, `"1/3"`), text and period as text, date as ISO `YYYY-MM-DD`, flag as boolean, level as
 * its index in the choice. Equal numbers may be two objects: compare by `cellIdentity`.
 */
export type Cell = Decimal | string | boolean | number | null;

/** What two cells of one field have in common (`===`) where they hold the same value. */
export function cellIdentity(cell: Cell): Exclude<Cell, Decimal> {
  return cell instanceof Decimal ? cell.toString() : cell;
}

/** `columns[f]` holds field `f` of the program, one cell a row; empty for list fields. */
export interface Table {
  readonly rows: number;
  readonly columns: readonly (readonly Cell[])[];
}

/** The side rows of one list. `owner[r]` is the row of the subject that side row `r` belongs to. */
export interface SideTable extends Table {
  readonly owner: readonly number[];
}

/** Published results of earlier periods, as text by result name: `总分`, a section, `全街道`, `分线/党群工作`, an output, a grade. */
export interface HistoryRow {
  readonly key: string;
  readonly period: string;
  readonly results: Readonly<Record<string, string | null>>;
}

/** Published results of a used rubric, by key; parallel to `Program.uses`. Each list is in order of period. */
export type UsedResults = ReadonlyMap<string, readonly UsedRecord[]>;

/** What a used rubric published for a subject in a period. */
export interface UsedRecord {
  readonly period: string | null;
  readonly results: Readonly<Record<string, Cell>>;
  /** What the subject awaits there, and what a single result does; absent where nothing is awaited or known of it. */
  readonly awaiting?: readonly Awaited[];
  readonly undecided?: Readonly<Record<string, readonly Awaited[]>>;
}

/** The typed data of one run: subjects, side tables, constants, history, results of used rubrics, and what is wrong with them. */
export interface Dataset {
  readonly subjects: Table;
  /** Parallel to `Program.lists`. */
  readonly lists: readonly SideTable[];
  /** Parallel to `Program.constants`. */
  readonly constants: readonly Cell[];
  readonly history: readonly HistoryRow[];
  readonly used: readonly UsedResults[];
  readonly problems: readonly CellProblem[];
}
