/**
 * The data at hand as sources for a plan: each field that the rubric reads, once, with its defaults filled in and its
 * blanks beside it; side rows in the order of their subjects.
 */
import { isRational, lcm, type Rational, whole } from "@yardstick/exact";
import type { Field, DataModel } from "@yardstick/language/core";
import type { CellProblem } from "../data/cell-problem.js";
import { F64 } from "../plan/facts.js";
import type { Domain, Source, Values } from "../plan/node.js";
import { SUBJECT, Unsupported } from "../plan/node.js";
import type { Value } from "../values/value.js";
import { isPending } from "../values/value.js";
import { columnOfCells } from "./cells-to-columns.js";
import type { Column, Columns } from "./columns.js";
import { rangeOf, valuesFor } from "./columns.js";

/** A field in one domain. `blank` and `unreadable` are flags a row; null: none. */
export interface Input {
  readonly name: string;
  readonly source: Source;
  readonly blank: Source | null;
  readonly unreadable: Source | null;
}

/** Side rows of one list, put in the order of their subjects. */
export interface SideRows {
  /** `offsets[s]` is the first row of subject `s`; one more than there are subjects. */
  readonly offsets: Int32Array;
  readonly owners: Int32Array;
  /** The original row of each row in the side table; null: unchanged. */
  readonly order: Int32Array | null;
  /** The most rows that a subject has. */
  readonly most: number;
}

export class Inputs {
  private readonly made = new Map<string, Input>();
  private readonly sides = new Map<number, SideRows>();
  private readonly codes = new Map<string, number>();
  readonly texts: string[] = [];
  private problems: ReadonlySet<string> | null = null;

  constructor(
    readonly program: DataModel,
    readonly columns: Columns,
    private readonly valueOfDefault: (field: Field) => Value | null,
  ) {}

  field(index: number): Input {
    const field = this.program.fields[index];
    if (field === undefined) throw new Unsupported("a field that is not there");
    return this.input(`field ${index}`, field, this.columns.fields[index] ?? null, this.program.subject, SUBJECT);
  }

  side(list: number, index: number): Input {
    const { name, columns } = this.program.lists[list] ?? { name: "", columns: [] };
    const field = columns[index];
    if (field === undefined) throw new Unsupported("a column that is not there");
    return this.input(`side ${list} ${index}`, field, this.columns.lists[list]?.columns[index] ?? null, name, list + 1);
  }

  sideRows(domain: Domain): SideRows {
    const known = this.sides.get(domain);
    if (known !== undefined) return known;
    const list = this.columns.lists[domain - 1];
    const rows = sideRowsOf(this.columns.rows, list?.rows ?? 0, list?.owner ?? []);
    this.sides.set(domain, rows);
    return rows;
  }

  /** The code of a text: the same for the same text, without order. */
  code(text: string): number {
    const known = this.codes.get(text);
    if (known !== undefined) return known;
    this.codes.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  private input(key: string, field: Field, column: Column | null, table: string, domain: Domain): Input {
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const input = this.make(field, column, table, domain);
    this.made.set(key, input);
    return input;
  }

  private make(field: Field, column: Column | null, table: string, domain: Domain): Input {
    const rows = domain === SUBJECT ? this.columns.rows : (this.columns.lists[domain - 1]?.rows ?? 0);
    const order = domain === SUBJECT ? null : this.sideRows(domain).order;
    const typed = column === null || column.kind === "cells" ? this.fromCells(field, column, rows, table) : column;
    const given = this.numbered(field, typed);
    const marks = typed.marks;
    let values = given.values;
    let den = given.den;
    let blank: Uint8Array | null = null;
    let unreadable: Uint8Array | null = null;
    if (marks !== null) {
      const filler = this.filler(field);
      if (filler === null) blank = marks.map((mark) => Number(mark === 1));
      else if (marks.includes(1)) {
        const shared = lcm(den, filler.denominator);
        values = filled(values, marks, Number(shared / den), Number((filler.numerator * shared) / filler.denominator));
        den = shared;
      }
      unreadable = marks.map((mark) => Number(mark === 2));
    }
    return {
      name: field.name,
      source: source(field.name, sorted(values, order), den),
      blank: blank === null ? null : flagSource(`${field.name} blank`, sorted(blank, order)),
      unreadable: unreadable === null ? null : flagSource(`${field.name} unreadable`, sorted(unreadable, order)),
    };
  }

  private fromCells(
    field: Field,
    column: Column | null,
    rows: number,
    table: string,
  ): Exclude<Column, { kind: "cells" }> {
    const cells = column?.kind === "cells" ? column.cells : [];
    const { kind } = field.type;
    const form = kind === "number" ? "number" : kind === "flag" || kind === "level" ? "code" : "text";
    const problems = this.problemsByCell();
    return columnOfCells(cells, rows, form, (row) =>
      problems.has(`${table}\n${row}\n${field.name}`) || problems.has(`${table}\n${row}\n`) ? 2 : 1,
    );
  }

  /** Texts by their number, dates as year, month and day in one number. */
  private numbered(
    field: Field,
    column: Exclude<Column, { kind: "cells" }>,
  ): { readonly values: Values; readonly den: bigint } {
    if (column.kind === "numbers") return column;
    const codes = Float64Array.from(column.texts, (text) =>
      field.type.kind === "date" ? dateNumber(text) : this.code(text),
    );
    const { low, high } = rangeOf(codes);
    const values = valuesFor(column.values.length, Math.min(0, low), high);
    for (let row = 0; row < values.length; row += 1) values[row] = codes[column.values[row] as number] ?? 0;
    return { values, den: 1n };
  }

  /** What a missing cell is read as; null: no replacement. */
  private filler(field: Field): Rational | null {
    const value = this.valueOfDefault(field);
    if (value === null || isPending(value)) return null;
    if (isRational(value)) return value;
    const code = this.codeOf(value, field.type.kind === "date");
    return code === null ? null : whole(code);
  }

  /** The code of a flag, a level, a text or a date in columns; null: a number or a series. */
  codeOf(value: unknown, isDate: boolean): number | null {
    if (typeof value === "boolean") return Number(value);
    if (typeof value === "number") return value;
    if (typeof value !== "string") return null;
    return isDate ? dateNumber(value) : this.code(value);
  }

  private problemsByCell(): ReadonlySet<string> {
    this.problems ??= new Set(
      this.columns.problems
        .filter(({ severity }) => severity === "error")
        .map(({ table, index, column }: CellProblem) => `${table}\n${index ?? ""}\n${column ?? ""}`),
    );
    return this.problems;
  }
}

function dateNumber(text: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (match === null) throw new Unsupported("a date that is not written YYYY-MM-DD");
  return Number(match[1]) * 10_000 + Number(match[2]) * 100 + Number(match[3]);
}

export function source(name: string, values: Values, den: bigint): Source {
  return { name, values, den, ...rangeOf(values) };
}

export function flagSource(name: string, values: Uint8Array): Source {
  return source(name, values, 1n);
}

function filled(values: Values, marks: Uint8Array, scale: number, filler: number): Values {
  const wide = Float64Array.from(values, (value, row) => (marks[row] === 1 ? filler : value * scale));
  const { low, high } = rangeOf(wide);
  if (Math.max(Math.abs(low), Math.abs(high)) > Number(F64)) throw new Unsupported("a default does not fit its column");
  const narrow = valuesFor(values.length, low, high);
  narrow.set(wide);
  return narrow;
}

function sorted<T extends Values>(values: T, order: Int32Array | null): T {
  if (order === null) return values;
  const moved = values.slice(0, order.length) as T;
  for (let row = 0; row < moved.length; row += 1) moved[row] = values[order[row] as number] as number;
  return moved;
}

/** Stable: the side rows of one subject keep their order. */
function sideRowsOf(subjects: number, rows: number, owner: ArrayLike<number>): SideRows {
  const offsets = new Int32Array(subjects + 1);
  let isSorted = true;
  let kept = 0;
  for (let row = 0; row < rows; row += 1) {
    const subject = owner[row] ?? -1;
    if (subject < 0 || subject >= subjects) continue;
    offsets[subject + 1] = (offsets[subject + 1] ?? 0) + 1;
    kept += 1;
    if (row > 0 && subject < (owner[row - 1] ?? 0)) isSorted = false;
  }
  let most = 0;
  for (let subject = 0; subject < subjects; subject += 1) {
    most = Math.max(most, offsets[subject + 1] ?? 0);
    offsets[subject + 1] = (offsets[subject + 1] ?? 0) + (offsets[subject] ?? 0);
  }
  // What belongs to no subject is left out.
  const owners = new Int32Array(kept);
  if (isSorted && kept === rows) {
    for (let row = 0; row < rows; row += 1) owners[row] = owner[row] ?? 0;
    return { offsets, owners, order: null, most };
  }
  const next = offsets.slice();
  const order = new Int32Array(kept);
  for (let row = 0; row < rows; row += 1) {
    const subject = owner[row] ?? -1;
    if (subject < 0 || subject >= subjects) continue;
    const place = next[subject] ?? 0;
    next[subject] = place + 1;
    order[place] = row;
    owners[place] = subject;
  }
  return { offsets, owners, order, most };
}
