/**
 * Matches the headers of a table to the fields it should hold: after trimming and folding widths, with the unit in brackets
 * if the author likes, `招商完成（万元）`. Missing, duplicate and misspelt columns are errors, reported together, each mistake once; a
 * column that is near to no field is left aside with a note.
 */
import type { ProblemSeverity } from "@yardstick/engine";
import type { Exact, Field } from "@yardstick/language/program";
import { composed } from "./cell/written.js";
import { foldedHeader, fullHeader, scaleOfBracket, splitHeader } from "./known-headers.js";
import { nearestName } from "./nearest-name.js";
import type { ProblemList } from "./problem.js";

/** A field that a table may hold. */
export interface Wanted {
  readonly field: Field;
  /** Reported when its column is missing. */
  readonly required: boolean;
}

/** Where a field's cells are; null where its column is missing or in doubt. */
export interface Column {
  readonly at: number;
  /** Factor of the unit that the header carries; null where it carries none. */
  readonly scale: Exact | null;
}

/**
 * One entry a wanted field. `firstRow` is the line of the headers, or null where a format has none.
 * Of two columns for one field neither is read: nobody can tell which is meant.
 */
export function matchHeaders(
  headers: readonly string[],
  wanted: readonly Wanted[],
  firstRow: number | null,
  problems: ProblemList,
): readonly (Column | null)[] {
  const columns: (Column | null)[] = wanted.map(() => null);
  const isTaken = wanted.map(() => false);
  const report = (
    reason: "unknown-column" | "missing-column" | "duplicate-column",
    name: string,
    expected: string[],
    severity: ProblemSeverity = "error",
  ) => problems.add({ severity, index: null, row: firstRow, column: name, found: name, reason, expected });

  /** A field of that name, preferably one that has no column yet (a side table may repeat the name of the key). */
  const fieldNamed = (name: string): number => {
    const free = wanted.findIndex(({ field }, index) => !isTaken[index] && foldedHeader(field.name) === name);
    return free >= 0 ? free : wanted.findIndex(({ field }) => foldedHeader(field.name) === name);
  };

  const strangers: string[] = [];
  const take = (index: number, header: string, column: Column) => {
    if (isTaken[index]) {
      columns[index] = null;
      report("duplicate-column", header, []);
    } else {
      columns[index] = column;
      isTaken[index] = true;
    }
  };

  for (const [at, header] of headers.entries()) {
    const name = foldedHeader(header);
    if (name === "") continue;
    const whole = fieldNamed(name);
    if (whole >= 0) {
      take(whole, composed(header), { at, scale: null });
      continue;
    }
    const split = splitHeader(name);
    const index = split === null ? -1 : fieldNamed(split.name);
    const meant = wanted[index]?.field;
    if (split === null || meant === undefined) {
      strangers.push(composed(header));
      continue;
    }
    const fits = scaleOfBracket(split.inside, meant);
    if (fits !== null) {
      take(index, composed(header), { at, scale: fits.scale });
    } else {
      isTaken[index] = true;
      report("unknown-column", composed(header), [fullHeader(meant)]);
    }
  }

  const unmatched = wanted.filter((_, index) => !isTaken[index]).map(({ field }) => field.name);
  const suspected = new Set<string>();
  for (const stranger of strangers) {
    const near = nearestName(foldedHeader(stranger), unmatched);
    if (near !== null) suspected.add(near);
    if (near === null) report("unknown-column", stranger, [], "note");
    else report("unknown-column", stranger, [near]);
  }
  for (const [index, { field, required }] of wanted.entries()) {
    // A misspelt header has been reported already, with the name it should have had.
    if (required && !isTaken[index] && !suspected.has(field.name)) report("missing-column", field.name, []);
  }
  return columns;
}
