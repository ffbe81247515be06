/**
 * Finds the row of a subject by key and period, however they are spelt.
 */
import type { Cell } from "@yardstick/engine";
import { foldName, foldPeriod } from "@yardstick/engine";

/** Finds rows by key and period, however they are spelt. */
export class SubjectIndex {
  /** By key and period; by the key alone where a row has no period. */
  private readonly rowOf = new Map<string, number>();
  /** The rows of a key that have a period; a number where it is one, which is nearly always. */
  private readonly rowsOfKey = new Map<string, number | number[]>();
  private isSeveral = false;

  /** Adds a row; gives the row that already has this key and period, or null. */
  add(key: Cell, period: Cell, row: number): number | null {
    const name = joined(key, period);
    const earlier = this.rowOf.get(name);
    if (earlier !== undefined) return earlier;
    this.rowOf.set(name, row);
    if (period === null) return null;
    const alone = joined(key, null);
    const rows = this.rowsOfKey.get(alone);
    if (rows === undefined) this.rowsOfKey.set(alone, row);
    else if (typeof rows === "number") this.rowsOfKey.set(alone, [rows, row]);
    else rows.push(row);
    this.isSeveral ||= rows !== undefined || this.rowOf.has(alone);
    return null;
  }

  /** A side row or a subject without a period belongs to the only row of its key. */
  find(key: Cell, period: Cell): number | "ambiguous" | null {
    const exact = this.rowOf.get(joined(key, period));
    if (exact !== undefined) return exact;
    const alone = joined(key, null);
    const rows = this.rowsOfKey.get(alone);
    if (period === null) return rows === undefined ? null : typeof rows === "number" ? rows : "ambiguous";
    return rows === undefined ? (this.rowOf.get(alone) ?? null) : null;
  }

  /** Whether some key stands in several periods. */
  get hasSeveralPeriods(): boolean {
    return this.isSeveral;
  }
}

const joined = (key: Cell, period: Cell): string => {
  const folded = foldName(String(key ?? ""));
  return period === null ? folded : `${folded}\u0000${foldPeriod(String(period))}`;
};
