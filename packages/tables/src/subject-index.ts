/**
 * An index of the subject table by key and period.
 */
import type { Cell } from "@yardstick/engine";
import { foldName, foldPeriod } from "@yardstick/engine";
import { RowsByText } from "./rows-by-text.js";

/** Finds rows by key and period, ignoring differences of spelling such as width, case and spaces. */
export class SubjectIndex {
  /** By key and period, or by the key alone for rows without a period. */
  private readonly rowOf = new RowsByText();
  /** The rows with a period of each key; a number in the common case of a single row. */
  private readonly rowsOfKey = new Map<string, number | number[]>();
  private isSeveral = false;

  /** Adds a row. Returns the row that already has this key and period, which is kept; null where there is none. */
  add(key: Cell, period: Cell, row: number): number | null {
    const earlier = this.rowOf.add(joined(key, period), row);
    if (earlier !== undefined) return earlier;
    if (period === null) return null;
    const alone = joined(key, null);
    const rows = this.rowsOfKey.get(alone);
    if (rows === undefined) this.rowsOfKey.set(alone, row);
    else if (typeof rows === "number") this.rowsOfKey.set(alone, [rows, row]);
    else rows.push(row);
    this.isSeveral ||= rows !== undefined || this.rowOf.has(alone);
    return null;
  }

  /** The row of a key and period; without a period the only row of the key, `ambiguous` where there are several; null where none. */
  find(key: Cell, period: Cell): number | "ambiguous" | null {
    const exact = this.rowOf.get(joined(key, period));
    if (exact !== undefined) return exact;
    const alone = joined(key, null);
    const rows = this.rowsOfKey.get(alone);
    if (period === null) return rows === undefined ? null : typeof rows === "number" ? rows : "ambiguous";
    return rows === undefined ? (this.rowOf.get(alone) ?? null) : null;
  }

  /** Whether any row has this key. */
  hasKey(key: Cell): boolean {
    const alone = joined(key, null);
    return this.rowOf.has(alone) || this.rowsOfKey.has(alone);
  }

  /** Whether any key occurs in several periods. */
  get hasSeveralPeriods(): boolean {
    return this.isSeveral;
  }
}

const joined = (key: Cell, period: Cell): string => {
  const folded = foldName(String(key ?? ""));
  return period === null ? folded : `${folded}\u0000${foldPeriod(String(period))}`;
};
