/**
 * Reads the side rows of one CSV file from columns of codes: each different cell is read once, and the subject of each different key is
 * found once. Gives what `mergeSideRows` gives for the same rows as objects, with the same problems in the same order.
 */
import { arrayOfCodedCells } from "@yardstick/engine";
import type { List, Program } from "@yardstick/language/program";
import { isBlank } from "./cell/written.js";
import type { InputTable } from "./input-tables.js";
import type { LocatedProblem } from "./problem.js";
import { codesWithoutRows, takenCodes } from "./raw-columns.js";
import type { RawColumns } from "./raw-columns.js";
import type { CodesRead } from "./record-reader.js";
import { RecordReader } from "./record-reader.js";
import type { Owners, SideRows } from "./side-owners.js";
import { expectedSideFields, reportStranger } from "./side-owners.js";
import type { Steps } from "./steps.js";

/** The number of side rows read in one step. */
const BATCH = 4096;

/** Finds the subject of each different pair of key and period once. */
function ownerFinder(keys: CodesRead, periods: CodesRead | null, { index }: Owners): (row: number) => number | null {
  const known = new Map<number, number | null>();
  const byKey = new Int32Array(keys.cells.length).fill(-2);
  const find = (key: number, period: number): number | null => {
    const owner = index.find(keys.cells[key] ?? null, periods?.cells[period] ?? null);
    return typeof owner === "number" ? owner : null;
  };
  if (periods === null) {
    return (row) => {
      const code = keys.codes[row] ?? 0;
      if (byKey[code] === -2) byKey[code] = find(code, 0) ?? -1;
      const owner = byKey[code] ?? -1;
      return owner < 0 ? null : owner;
    };
  }
  return (row) => {
    const [key, period] = [keys.codes[row] ?? 0, periods.codes[row] ?? 0];
    const both = key * periods.cells.length + period;
    let owner = known.get(both);
    if (owner === undefined) {
      owner = find(key, period);
      known.set(both, owner);
    }
    return owner;
  };
}

/** Whether every row has a period, so that titles and the names of files need not say it. */
function hasAllPeriods({ codes, cells, texts }: CodesRead): boolean {
  const isMissing = cells.map((cell, code) => cell === null && isBlank(texts[code]));
  return !isMissing.includes(true) || !codes.some((code) => isMissing[code] === true);
}

/** Reads one table; null where its rows must be read one by one. */
export function* readSideColumns(
  program: Program,
  list: List,
  { input, columns }: { readonly input: InputTable; readonly columns: RawColumns },
  owners: Owners,
): Steps<SideRows | null> {
  const expected = expectedSideFields(program, list, owners, true);
  const width = expected.length - list.columns.length;
  const reader = new RecordReader(input, expected, program.choices);
  const keys = reader.namesOf(0, columns);
  const periods = width > 1 ? reader.namesOf(1, columns) : null;
  if (periods !== null && !hasAllPeriods(periods)) return null;
  const reads = list.columns.map((_, column) => reader.codes(width + column, columns));
  const reported = reads.flatMap((read, column) => (read.readings.size > 0 ? [{ read, column }] : []));
  const ownerOf = ownerFinder(keys, periods, owners);
  const keyName = expected[0]?.field.name ?? null;
  const problems: LocatedProblem[] = [];
  const rows = new Int32Array(reader.has(0) ? columns.count : 0);
  const owner: number[] = [];
  const shifted = new Set<number>();
  for (let row = 0; row < rows.length; row += 1) {
    if (row % BATCH === BATCH - 1) yield;
    const key = keys.cells[keys.codes[row] ?? 0] ?? null;
    if (key === null) {
      reader.reportInvalidKey(columns.row(row), 0, keyName ?? "");
      continue;
    }
    if (periods !== null && (periods.cells[periods.codes[row] ?? 0] ?? null) === null) {
      reader.reportUnclearPeriod(columns.row(row), 1);
      continue;
    }
    const found = ownerOf(row);
    if (found === null) {
      const period = periods?.cells[periods.codes[row] ?? 0] ?? null;
      const stranger = { reader, location: input.location, row: columns.row(row), key: String(key), period };
      for (const problem of reportStranger(program, list, owners, stranger)) problems.push(problem);
      continue;
    }
    const index = owner.length;
    if (columns.beyond(row).length > 0) {
      reader.reportShiftedRow(columns.row(row), index);
      shifted.add(index);
    } else {
      for (const { read, column } of reported) {
        const code = read.codes[row] ?? 0;
        const reading = read.readings.get(code);
        if (reading === undefined) continue;
        reader.reportCell(width + column, { raw: read.texts[code] ?? "", reading }, columns.line(row), index);
      }
    }
    rows[index] = row;
    owner.push(found);
  }
  const placed = rows.subarray(0, owner.length);
  return {
    table: {
      rows: owner.length,
      columns: reads.map(({ codes, cells }) =>
        arrayOfCodedCells({ codes: codesWithoutRows(takenCodes(codes, placed), shifted), cells }),
      ),
      owner,
    },
    problems: [...reader.problems.found, ...problems],
  };
}
