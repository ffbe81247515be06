/**
 * Earlier periods, as published: which records there are, in what order, and which comes before which. Old data is never
 * run under the new text.
 */
import type { HistoryRow } from "../data/dataset.js";
import { comparePeriods, isYear } from "../values/period-order.js";

/** The record of the period before: a record, a break in the subject's own history, or nothing because it begins here. */
export type Before =
  | { readonly kind: "record"; readonly record: HistoryRow }
  /** This many periods are missing; the record before them is the one before `from`. */
  | { readonly kind: "gap"; readonly missing: number; readonly from: string }
  | { readonly kind: "none" };

export class History {
  private readonly periods: readonly string[];
  private readonly byPeriod = new Map<string, Map<string, HistoryRow>>();
  /** The first period in which each subject has a record. */
  private readonly first = new Map<string, string>();

  constructor(rows: readonly HistoryRow[]) {
    for (const row of rows) {
      const records = this.byPeriod.get(row.period) ?? new Map<string, HistoryRow>();
      this.byPeriod.set(row.period, records.set(row.key, row));
    }
    this.periods = [...this.byPeriod.keys()].sort(comparePeriods);
    for (const period of this.periods) {
      for (const key of this.recordsOf(period).keys()) if (!this.first.has(key)) this.first.set(key, period);
    }
  }

  /** All published records of a period, by subject. */
  recordsOf(period: string): ReadonlyMap<string, HistoryRow> {
    return this.byPeriod.get(period) ?? new Map<string, HistoryRow>();
  }

  /**
   * The record before `period` (null: a rubric without periods, so after all of them). A subject without a record there
   * that has an earlier one leaves a gap; without any, its record begins here. Years are known to follow each other:
   * where no subject has a record of the year just before, it is missing for every subject.
   */
  before(key: string, period: string | null): Before {
    const earlier = period === null ? this.periods : this.periods.filter((each) => comparePeriods(each, period) < 0);
    const previous = earlier.at(-1);
    const first = this.first.get(key);
    if (previous === undefined || first === undefined || (period !== null && comparePeriods(first, period) >= 0))
      return { kind: "none" };
    const missing = period !== null && isYear(period) && isYear(previous) ? Number(period) - Number(previous) - 1 : 0;
    if (missing > 0) return { kind: "gap", missing, from: String(Number(previous) + 1).padStart(4, "0") };
    const record = this.recordsOf(previous).get(key);
    return record === undefined ? { kind: "gap", missing: 1, from: previous } : { kind: "record", record };
  }
}
