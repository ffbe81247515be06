/**
 * Reads the rows of one given table into typed cells, field by field, and reports what cannot be read with its place.
 */
import type { Cell, RowVerdict } from "@yardstick/engine";
import type { Choice, Field } from "@yardstick/language/program";
import { rawReader } from "./cell/reader.js";
import type { CellNote, CellReading } from "./cell/written.js";
import { isBlank, shownText } from "./cell/written.js";
import type { Column, Wanted } from "./header.js";
import { matchHeaders } from "./header.js";
import type { ReadPercentage } from "./percent-mix.js";
import { percentageMix } from "./percent-mix.js";
import { ProblemList } from "./problem.js";
import type { RawCell, RawRow } from "./raw-table.js";
import type { GivenTable } from "./given-tables.js";

interface FieldReader {
  readonly field: Field;
  readonly column: Column | null;
  /** Where a cell is to be read; -1 where there is no column, or side rows stand in it. */
  readonly at: number;
  readonly read: (raw: RawCell | undefined) => CellReading;
}

/** Cells that a diagnostic about a column names. */
const MAX_NAMED = 5;

const PERCENT_UNITS = new Set(["%", "‰", "百分点", "个百分点", "percent"]);

function countsPercent({ type }: Field): boolean {
  return type.kind === "number" && (type.form === "percent" || PERCENT_UNITS.has(type.unit?.name ?? ""));
}

/** An exact share in hundredths, near enough to judge by. */
function percentOf(exact: string): number {
  const [numerator = "", denominator = "1"] = exact.split("/");
  return (Number(numerator) / Number(denominator)) * 100;
}

export class RecordReader {
  readonly problems: ProblemList;
  private readonly readers: readonly FieldReader[];

  constructor(given: GivenTable, wanted: readonly Wanted[], choices: readonly Choice[]) {
    this.problems = new ProblemList(given.place);
    const isEmpty = given.headerRow === null && given.raw.rows.length === 0;
    const { headers, rows, units = [] } = given.raw;
    const isFilled = (row: RawRow, at: number) => !isBlank(row.cells[at]);
    const isInPlaceOf = (column: number, other: number) =>
      rows.some((row) => isFilled(row, column)) && rows.every((row) => !isFilled(row, column) || !isFilled(row, other));
    const columns = isEmpty
      ? []
      : matchHeaders(headers, wanted, { row: given.headerRow, units, isInPlaceOf }, this.problems);
    this.readers = wanted.map(({ field }, index): FieldReader => {
      const column = columns[index] ?? null;
      const at = field.type.kind === "list" ? -1 : (column?.at ?? -1);
      return { field, column, at, read: rawReader(field.type, choices, column?.scale ?? null, given.raw.serials) };
    });
    for (const reader of this.readers) if (countsPercent(reader.field)) this.reportMix(reader, given);
  }

  /** Points out a column of percentages that are written in two ways. */
  private reportMix({ field, column, at, read }: FieldReader, { raw: { rows }, place }: GivenTable): void {
    if (at < 0) return;
    const isSheet = place.format === "xlsx";
    const cells = rows.flatMap((row): readonly ReadPercentage[] => {
      const raw = row.cells[at];
      const reading = raw === undefined || row.beyond.length > 0 ? null : read(raw);
      if (reading === null || !("cell" in reading) || typeof reading.cell !== "string") return [];
      const shown = shownText(raw);
      const sign = !/[%‰％]/u.test(shown) ? "bare" : isSheet ? "format" : "written";
      return [{ row: row.row, shown, percent: percentOf(reading.cell), sign }];
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

  has(wanted: number): boolean {
    return (this.readers[wanted]?.column ?? null) !== null;
  }

  fieldName(wanted: number): string {
    return this.readers[wanted]?.field.name ?? "";
  }

  raw(row: RawRow, wanted: number): RawCell | undefined {
    const column = this.readers[wanted]?.column ?? null;
    return column === null ? undefined : row.cells[column.at];
  }

  /** One cell without a report: for keys, which are read before it is known where their row goes. */
  peek(row: RawRow, wanted: number): Cell {
    const reading = this.readers[wanted]?.read(this.raw(row, wanted));
    return reading !== undefined && "cell" in reading ? reading.cell : null;
  }

  /**
   * The cells of one field in some rows, appended to `into`; problems stand under the rows' `indexes`. Of rows that have slipped
   * nothing is read.
   */
  column(wanted: number, rows: readonly RawRow[], indexes: readonly number[], into: Cell[]): void {
    const reader = this.readers[wanted];
    const at = reader?.at ?? -1;
    // An index and not an iterator: this runs once a cell.
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
        if (reading.note !== undefined) this.note(reader, raw, reading.note, row?.row ?? 0);
      } else {
        this.refuse(reader, raw, reading, row?.row ?? 0, indexes[number] ?? 0);
        into.push(null);
      }
    }
  }

  /** Reports a row without a key, or whose key cannot be one. */
  refuseKey(row: RawRow, wanted: number, column: string): void {
    const raw = this.raw(row, wanted);
    const reading = this.readers[wanted]?.read(raw);
    const isLost = reading !== undefined && "reason" in reading && reading.reason === "digits-lost";
    const reason = isLost ? reading.reason : "missing-key";
    this.problems.add({ index: null, row: row.row, column, found: shownText(raw), reason, expected: [] });
  }

  /** Reports a row that has more cells than headers. */
  refuseShifted(row: RawRow, index: number): void {
    const found = row.beyond.join(",");
    this.problems.add({ index, row: row.row, column: null, found, reason: "too-many-cells", expected: [] });
  }

  /** Reports a row that may be no subject, or a subject whose figures are like a total's. */
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

  private refuse(
    { field }: FieldReader,
    raw: RawCell,
    { reason, expected }: Extract<CellReading, { readonly reason: unknown }>,
    row: number,
    index: number,
  ): void {
    const shown = shownText(raw);
    // 3.5 that is shown as 4 is refused for what is kept.
    const isRounded = typeof raw === "object" && raw?.kind === "formatted" && raw.isRounded;
    const found = isRounded && field.type.kind === "number" ? `${shown}（${raw.kept}）` : shown;
    this.problems.add({ index, row, column: field.name, found, reason, expected });
  }

  /**
   * The cells of a row, parallel to the wanted fields; those that cannot be read are null and reported under `index`.
   * A row with more cells than headers has lost its alignment (a comma without quotes): of it nothing but `kept` is read.
   */
  cells(row: RawRow, index: number, kept: readonly number[]): readonly Cell[] {
    const isShifted = row.beyond.length > 0;
    if (isShifted) this.refuseShifted(row, index);
    return this.readers.map((reader, position) => {
      const raw = reader.at < 0 ? undefined : row.cells[reader.at];
      if (raw === undefined || raw === "" || (isShifted && !kept.includes(position))) return null;
      const reading = reader.read(raw);
      if ("cell" in reading) {
        if (reading.note !== undefined) this.note(reader, raw, reading.note, row.row);
        return reading.cell;
      }
      this.refuse(reader, raw, reading, row.row, index);
      return null;
    });
  }
}
