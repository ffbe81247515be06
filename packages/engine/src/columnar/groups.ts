/**
 * Subjects by period and group, as small whole numbers.
 */
import type { Values, Whole } from "../plan/node.js";

export interface Groups {
  /** Group of each subject, from 0. Null: all are in one. */
  readonly of: Int32Array | Uint8Array | Uint16Array | null;
  readonly count: number;
}

/** Whole numbers up to this are their own group, without a table. */
const MAX_DIRECT = 65_535;

/** Either may be null: nothing keeps subjects apart by it. */
/** `most` is the greatest number of a group that stands alone, where it is known. */
export function groupsOf(period: Whole | null, group: Whole | null, rows: number, most: number | null = null): Groups {
  if (period === null && group === null) return { of: null, count: 1 };
  const [only, other] = period === null || group === null ? [period ?? group, null] : [period, group];
  const values = only?.values;
  if (other === null && (values instanceof Uint8Array || values instanceof Uint16Array))
    return { of: values, count: (most ?? greatest(values)) + 1 };
  return numbered(only?.values ?? new Uint8Array(rows), other?.values ?? null, rows);
}

function greatest(values: Values): number {
  let most = 0;
  for (let row = 0; row < values.length; row += 1) if (values[row]! > most) most = values[row]!;
  return Math.min(most, MAX_DIRECT);
}

function numbered(first: Values, second: Values | null, rows: number): Groups {
  const of = new Int32Array(rows);
  const names = new Map<number, Map<number, number>>();
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    const a = first[row]! + 0;
    const within = names.get(a) ?? new Map<number, number>();
    names.set(a, within);
    const b = second === null ? 0 : second[row]! + 0;
    const known = within.get(b) ?? count;
    if (known === count) {
      within.set(b, known);
      count += 1;
    }
    of[row] = known;
  }
  return { of, count: Math.max(1, count) };
}
