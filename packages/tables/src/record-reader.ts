/**
 * Reads the rows of one input table into typed cells, field by field, and reports cells that cannot be read with their location.
 */
import { Decimal, rational } from "@yardstick/exact";
import { type Cell, cellIdentity, type RowVerdict } from "@yardstick/engine";
import type { Choice, Field } from "@yardstick/language/program";
import { rawReader } from "./cell/reader.js";
import type { CellNote, CellReading } from "./cell/written.js";
import { isBlank, shownText } from "./cell/written.js";
import { ColumnsTable } from "./columns-table.js";
import type { Column, ExpectedField } from "./header.js";
import { matchHeaders } from "./header.js";
import type { ReadPercentage } from "./percent-mix.js";
import { mayBeMixed, percentageMix } from "./percent-mix.js";
import { ProblemList } from "./problem.js";
import type { RawColumn, RawColumns } from "./raw-columns.js";
import type { RawCell, RawRow } from "./raw-table.js";
import type { InputTable } from "./input-tables.js";

interface FieldReader {
  readonly field: Field;
  readonly column: Column | null;
  /** Index of the column to read; -1 where there is none or it contains side rows. */
  readonly at: number;
  readonly read: (raw: RawCell | undefined) => CellReading;
}

/** A column of codes, with the cell of each code; all are blank where the table has no column for the field. */
export interface CodesRead extends RawColumn {
  readonly cells: readonly Cell[];
  /** Those to be reported wherever their code occurs. */
  readonly readings: ReadonlyMap<number, CellReading>;
}

/** A cell as written, and what was read. */
interface CellToReport {
  readonly raw: string;
  readonly reading: CellReading;
}

/** The number of cells that a problem of a column names at most. */
const MAX_NAMED = 5;

const PERCENT_UNITS = new Set(["%", "‰", "百分点", "个百分点", "percent"]);

function countsPercent({ type }: Field): boolean {
  return type.kind === "number" && (type.form === "percent" || PERCENT_UNITS.has(type.unit?.name ?? ""));
}

/** The approximate value of an exact share in hundredths; null where the cell is not a number. */
function percentOf(cell: Cell): number | null {
  if (cell instanceof Decimal) return (cell.units / 10 ** cell.scale) * 100;
  return typeof cell === "string" ? rational(cell).toNumber() * 100 : null;
}

/** The percentages of a column, read once for each different cell; none where no cell can be in doubt. */
function percentagesIn(
  columns: RawColumns,
  at: number,
  percentage: (written: string) => Omit<ReadPercentage, "row"> | null,
): readonly ReadPercentage[] {
  const { codes, texts } = columns.columns[at] ?? { codes: new Uint8Array(0), texts: [] };
  const found = texts.map(percentage);
  if (!mayBeMixed(found.filter((each) => each !== null))) return [];
  const cells: ReadPercentage[] = [];
  for (let row = 0; row < columns.count; row += 1) {
    const of = found[codes[row] ?? 0] ?? null;
    if (of !== null && columns.beyond(row).length === 0) cells.push({ row: columns.line(row), ...of });
  }
  return cells;
}

/** Reads the rows of one table; fields are given by their position among the expected fields. */
export class RecordReader {
  readonly problems: ProblemList;
  private readonly readers: readonly FieldReader[];
  /** Indexes of the rows of which a cell was reported. */
  readonly reported = new Set<number>();
  /** Which columns are read for which fields, and how. */
  readonly layout: string;

  constructor(input: InputTable, expectedFields: readonly ExpectedField[], choices: readonly Choice[]) {
    this.problems = new ProblemList(input.location);
    const isEmpty = input.headerRow === null && input.raw.rows.length === 0;
    const { headers, units = [] } = input.raw;
    const isFilled = (row: RawRow, at: number) => !isBlank(row.cells[at]);
    const isInPlaceOf = (column: number, other: number) => {
      const { rows } = input.raw;
      return (
        rows.some((row) => isFilled(row, column)) &&
        rows.every((row) => !isFilled(row, column) || !isFilled(row, other))
      );
    };
    const columns = isEmpty
      ? []
      : matchHeaders(headers, expectedFields, { row: input.headerRow, units, isInPlaceOf }, this.problems);
    this.readers = expectedFields.map(({ field }, index): FieldReader => {
      const column = columns[index] ?? null;
      const at = field.type.kind === "list" ? -1 : (column?.at ?? -1);
      return { field, column, at, read: rawReader(field.type, choices, column?.scale ?? null, input.raw.serials) };
    });
    this.layout = JSON.stringify([
      input.location.format,
      input.raw.serials ?? null,
      ...this.readers.map(({ field, at, column }) => [field.name, at, column?.scale ?? null]),
    ]);
    for (const reader of this.readers) if (countsPercent(reader.field)) this.reportMix(reader, input);
  }

  /** Reports a column of percentages written in two notations. */
  private reportMix({ field, column, at, read }: FieldReader, { raw, location }: InputTable): void {
    if (at < 0) return;
    const isSheet = location.format === "xlsx";
    const percentage = (written: RawCell | undefined): Omit<ReadPercentage, "row"> | null => {
      const reading = written === undefined ? null : read(written);
      const percent = reading !== null && "cell" in reading ? percentOf(reading.cell) : null;
      if (percent === null) return null;
      const shown = shownText(written);
      return { shown, percent, sign: !/[%‰％]/u.test(shown) ? "bare" : isSheet ? "format" : "written" };
    };
    const cells =
      raw instanceof ColumnsTable
        ? percentagesIn(raw.columns, at, percentage)
        : raw.rows.flatMap((row): readonly ReadPercentage[] => {
            const found = row.beyond.length > 0 ? null : percentage(row.cells[at]);
            return found === null ? [] : [{ row: row.row, ...found }];
          });
    const mix = percentageMix(cells);
    if (mix === null) return;
    const used = (percent: number) => `${Number(percent.toPrecision(12))}%`;
    const named = mix.small.slice(0, MAX_NAMED).flatMap((cell) => [String(cell.row), cell.shown, used(cell.percent)]);
    this.problems.add({
      severity: "warning",
      index: null,
      row: null,
      column: column === null ? null : field.name,
      found: mix.large[0]?.shown ?? "",
      reason: "mixed-percentages",
      expected: [String(mix.small.length), ...named],
    });
  }

  /** Whether the table has a column for the field. */
  has(position: number): boolean {
    return (this.readers[position]?.column ?? null) !== null;
  }

  /** Name of the field; empty where there is none at this position. */
  fieldName(position: number): string {
    return this.readers[position]?.field.name ?? "";
  }

  /** The cell of a field as written; undefined where it has no column. */
  raw(row: RawRow, position: number): RawCell | undefined {
    const column = this.readers[position]?.column ?? null;
    return column === null ? undefined : row.cells[column.at];
  }

  /** Reads a cell without reporting problems; used for keys, which are read before the row's subject is known. */
  peek(row: RawRow, position: number): Cell {
    const reading = this.readers[position]?.read(this.raw(row, position));
    return reading !== undefined && "cell" in reading ? cellIdentity(reading.cell) : null;
  }

  /**
   * Appends the cells of one field in some rows to `into`; problems are reported under the rows' `indexes`. Shifted rows give null.
   */
  column(position: number, rows: readonly RawRow[], indexes: readonly number[], into: Cell[]): void {
    const reader = this.readers[position];
    const at = reader?.at ?? -1;
    // An index is faster than an iterator, and this runs once for each cell.
    for (let number = 0; number < rows.length; number++) {
      const row = rows[number];
      const raw = row === undefined || at < 0 || row.beyond.length > 0 ? undefined : row.cells[at];
      if (raw === undefined || raw === "" || reader === undefined) {
        into.push(null);
        continue;
      }
      const reading = reader.read(raw);
      if ("cell" in reading) {
        into.push(reading.cell);
        if (reading.note === undefined) continue;
        this.reported.add(indexes[number] ?? 0);
        this.note(reader, raw, reading.note, row?.row ?? 0);
      } else {
        this.reported.add(indexes[number] ?? 0);
        this.reportUnreadable(reader, raw, reading, row?.row ?? 0, indexes[number] ?? 0);
        into.push(null);
      }
    }
  }

  /** Reads the different cells of the column of a field. */
  codes(position: number, { columns, count }: RawColumns): CodesRead {
    const reader = this.readers[position];
    const column = reader === undefined ? undefined : columns[reader.at];
    const readings = new Map<number, CellReading>();
    if (column === undefined || reader === undefined) {
      return { codes: new Uint8Array(count), texts: [""], cells: [null], readings };
    }
    const cells = column.texts.map((text, code): Cell => {
      if (text === "") return null;
      const reading = reader.read(text);
      if (!("cell" in reading) || reading.note !== undefined) readings.set(code, reading);
      return "cell" in reading ? reading.cell : null;
    });
    return { ...column, cells, readings };
  }

  /** Reads the different keys or periods, as `peek` reads those of single rows. */
  namesOf(position: number, columns: RawColumns): CodesRead {
    const read = this.codes(position, columns);
    return { ...read, cells: read.cells.map(cellIdentity) };
  }

  /** Reports a cell that was read with a note, or could not be read, under the index of its row. */
  reportCell(position: number, { raw, reading }: CellToReport, row: number, index: number): void {
    const reader = this.readers[position];
    if (reader === undefined) return;
    this.reported.add(index);
    if (!("cell" in reading)) this.reportUnreadable(reader, raw, reading, row, index);
    else if (reading.note !== undefined) this.note(reader, raw, reading.note, row);
  }

  /** Reports a row whose key is blank or not usable. */
  reportInvalidKey(row: RawRow, position: number, column: string): void {
    const raw = this.raw(row, position);
    const reading = this.readers[position]?.read(raw);
    const isLost = reading !== undefined && "reason" in reading && reading.reason === "digits-lost";
    const reason = isLost ? reading.reason : "missing-key";
    this.problems.add({ index: null, row: row.row, column, found: shownText(raw), reason, expected: [] });
  }

  /** Reports a side row whose period cannot be read. */
  reportUnclearPeriod(row: RawRow, position: number): void {
    const found = shownText(this.raw(row, position));
    this.problems.add({ index: null, row: row.row, column: null, found, reason: "unclear-period", expected: [] });
  }

  /** Reports a row that has more cells than headers. */
  reportShiftedRow(row: RawRow, index: number): void {
    const found = row.beyond.join(",");
    this.problems.add({ index, row: row.row, column: null, found, reason: "too-many-cells", expected: [] });
  }

  /** Reports a row that may not be a subject, or a subject whose figures are like those of a total. */
  reportVerdict(row: RawRow, index: number, key: string, { state, kind, by }: RowVerdict): void {
    const isDoubted = state === "doubted";
    this.problems.add({
      severity: isDoubted ? "error" : "warning",
      index,
      row: row.row,
      column: null,
      found: key,
      reason: isDoubted ? "row-doubted" : "row-agrees",
      expected: [kind, by, key],
    });
  }

  private note({ field }: FieldReader, raw: RawCell, note: CellNote, row: number): void {
    this.problems.noteCell(field.name, row, shownText(raw), note);
  }

  private reportUnreadable(
    { field }: FieldReader,
    raw: RawCell,
    { reason, expected }: Extract<CellReading, { readonly reason: unknown }>,
    row: number,
    index: number,
  ): void {
    const shown = shownText(raw);
    // For 3.5 shown as 4 the stored number is given as well.
    const isRounded = typeof raw === "object" && raw?.kind === "formatted" && raw.isRounded;
    const found = isRounded && field.type.kind === "number" ? `${shown}（${raw.kept}）` : shown;
    this.problems.add({ index, row, column: field.name, found, reason, expected });
  }

  /**
   * The cells of a row, parallel to the expected fields; those that cannot be read are null and reported under `index`.
   * A row with more cells than headers may be shifted (an unquoted comma): only the positions in `kept` are read from it.
   */
  cells(row: RawRow, index: number, kept: readonly number[]): readonly Cell[] {
    const isShifted = row.beyond.length > 0;
    if (isShifted) this.reportShiftedRow(row, index);
    return this.readers.map((reader, position) => {
      const raw = reader.at < 0 ? undefined : row.cells[reader.at];
      if (raw === undefined || raw === "" || (isShifted && !kept.includes(position))) return null;
      const reading = reader.read(raw);
      if ("cell" in reading) {
        if (reading.note !== undefined) this.note(reader, raw, reading.note, row.row);
        return reading.cell;
      }
      this.reportUnreadable(reader, raw, reading, row.row, index);
      return null;
    });
  }
}
