/**
 * Reads a subject table from columns of codes: each different cell of a column is read once. Gives what `readSubjects` gives for the same
 * rows as objects, with the same problems in the same order.
 */
import type { Cell } from "@yardstick/engine";
import { arrayOfCodedCells, occurringCodes } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import type { InputTable } from "./input-tables.js";
import type { RawColumns } from "./raw-columns.js";
import { codesWithoutRows, takenCodes } from "./raw-columns.js";
import type { CodesRead } from "./record-reader.js";
import { RecordReader } from "./record-reader.js";
import type { Steps } from "./steps.js";
import { expectedFieldsOf } from "./subject-fields.js";
import type { Subjects } from "./subject-places.js";
import { BLOCK, SubjectPlaces } from "./subject-places.js";

/** A cell to be reported: the position of its field, its row, and its code. */
interface Trouble {
  readonly position: number;
  readonly index: number;
  readonly code: number;
}

/** Rows of a table that are given their places. */
interface Placing {
  readonly columns: RawColumns;
  readonly places: SubjectPlaces;
  readonly keys: CodesRead | undefined;
  readonly periods: CodesRead | undefined;
  /** Row of `columns`, by place. */
  readonly rows: Int32Array;
  /** Number of places. */
  count: number;
  /** Places of the rows with more cells than headers. */
  readonly shifted: Set<number>;
}

function placeRows(placing: Placing, from: number, to: number): void {
  const { columns, places, keys, periods, rows, shifted } = placing;
  let { count } = placing;
  for (let row = from; row < to; row += 1) {
    const keyCell = keys?.cells[keys.codes[row] ?? 0] ?? null;
    const periodCell = periods?.cells[periods.codes[row] ?? 0] ?? null;
    if (!places.add(count, keyCell, periodCell, () => columns.row(row))) continue;
    if (!columns.isPlain) {
      const isShifted = columns.beyond(row).length > 0;
      if (isShifted) shifted.add(count);
      if (isShifted || columns.verdict(row) !== undefined) places.check(count, keyCell, columns.row(row));
    }
    rows[count] = row;
    count += 1;
  }
  placing.count = count;
}

/** Reads one table. */
export function* readColumnsTable(program: Program, input: InputTable, columns: RawColumns): Steps<Subjects> {
  const { expectedFields, at } = expectedFieldsOf(program, input, true);
  const reader = new RecordReader(input, expectedFields, program.choices);
  const key = at.indexOf(program.key);
  const period = program.period === null ? -1 : at.indexOf(program.period);
  const places = new SubjectPlaces(program, reader, key, period);
  const names = new Map([key, period].map((position) => [position, reader.namesOf(position, columns)]));
  const [keys, periods] = [names.get(key), period < 0 ? undefined : names.get(period)];
  const all = reader.has(key) ? columns.count : 0;
  const placing: Placing = { columns, places, keys, periods, rows: new Int32Array(all), count: 0, shifted: new Set() };
  for (let from = 0; from < all; from += BLOCK) {
    placeRows(placing, from, Math.min(all, from + BLOCK));
    yield;
  }
  const { count, shifted } = placing;
  const placed = placing.rows.subarray(0, count);
  const cells = program.fields.map((): readonly Cell[] => []);
  const reads = at.map((_, position) => names.get(position) ?? reader.codes(position, columns));
  const troubles: Trouble[] = [];
  for (const [position, read] of reads.entries()) {
    const codes = takenCodes(read.codes, placed);
    const field = at[position] ?? -1;
    // A shifted row keeps its key and period, so that its problem can be assigned to a subject.
    if (names.has(position)) cells[field] = arrayOfCodedCells({ codes, cells: read.cells });
    else {
      const used = codesWithoutRows(codes, shifted);
      // The header is a cell of its column, too, and seldom a value: only what occurs in the rows counts.
      const occurs = occurringCodes(used, read.cells.length);
      const isReported = [...read.readings.keys()].some((code) => occurs[code] === 1);
      for (let index = 0; index < (isReported ? count : 0); index += 1) {
        const code = used[index] ?? 0;
        if (read.readings.has(code)) troubles.push({ position, index, code });
      }
      cells[field] = arrayOfCodedCells({ codes: codesWithoutRows(used, places.doubted), cells: read.cells });
    }
    yield;
  }
  // Rows as objects are read in blocks, field by field; notes about columns are in the same order here.
  const block = ({ index }: Trouble) => Math.floor(index / BLOCK);
  troubles.sort((a, b) => block(a) - block(b) || a.position - b.position || a.index - b.index);
  for (const { position, index, code } of troubles) {
    const { texts = [], readings } = reads[position] ?? { readings: new Map() };
    const reading = readings.get(code);
    const row = columns.line(placed[index] ?? 0);
    if (reading !== undefined) reader.reportCell(position, { raw: texts[code] ?? "", reading }, row, index);
  }
  return {
    table: { rows: count, columns: cells },
    index: places.index,
    nested: [],
    problems: reader.problems.inOrder(),
  };
}
