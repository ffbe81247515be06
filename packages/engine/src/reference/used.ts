/**
 * Published results of another rubric, `use "team.rubric" as 班子 by 乡镇 [all periods]`: found by key, in the same period
 * or, with `all periods`, as a series. A missing row is missing.
 */
import { ownEntry } from "@yardstick/language/core";
import type { ValueType } from "@yardstick/language/core";
import type { UsedRecord, UsedResults } from "../data/dataset.js";
import type { Awaited } from "../data/result.js";
import { foldName } from "../names/fold-name.js";
import { foldPeriod } from "../names/fold-period.js";
import { valueOfCell } from "../values/published-text.js";
import type { Datum } from "../values/value.js";
import { Series } from "../values/value.js";

/** Null: no such row, or no such result in it. `period` null: a rubric without periods, so the latest record counts. */
export function usedResult(
  used: UsedResults | undefined,
  key: string,
  period: string | null,
  allPeriods: boolean,
  result: string,
  type: ValueType,
): Datum | null {
  const records = recordsOf(used, key);
  const read = (record: (typeof records)[number] | undefined, of: ValueType) =>
    valueOfCell(of.kind === "number", record === undefined ? null : (ownEntry(record.results, result) ?? null));
  if (allPeriods) {
    const of = type.kind === "series" ? type.of : type;
    return records.length === 0 ? null : new Series(records.map((record) => read(record, of)));
  }
  return read(recordIn(records, period), type);
}

/**
 * Why a result is not there: no row of the key, in the period where there are periods, or a row without this result, and what that row
 * awaits. `at`: the place of a record in the series of all periods.
 */
export function whyNoUsedResult(
  used: UsedResults | undefined,
  key: string,
  period: string | null,
  result: string,
  at: number | null,
): { readonly reason: Awaited["reason"]; readonly used?: Awaited["used"] } {
  const records = recordsOf(used, key);
  const record = at === null ? recordIn(records, period) : records[at];
  if (record === undefined) return { reason: "no-used-row" };
  return {
    reason: "used-pending",
    used: { period: record.period, awaiting: ownEntry(record.undecided ?? {}, result) ?? record.awaiting ?? [] },
  };
}

/** The record of a period. A rubric without periods has one, which then holds for every period. */
function recordIn(records: Records, period: string | null): UsedRecord | undefined {
  const isSame = (of: string | null) => of !== null && period !== null && foldPeriod(of) === foldPeriod(period);
  const same = records.find((record) => isSame(record.period)) ?? records.find((record) => record.period === null);
  return same ?? (period === null ? records.at(-1) : undefined);
}

type Records = NonNullable<ReturnType<UsedResults["get"]>>;

const byFoldedKey = new WeakMap<UsedResults, ReadonlyMap<string, Records>>();

/** The records of a key, however it is spelt there. */
function recordsOf(used: UsedResults | undefined, key: string): Records {
  if (used === undefined) return [];
  const exact = used.get(key);
  if (exact !== undefined) return exact;
  let folded = byFoldedKey.get(used);
  if (folded === undefined) {
    folded = new Map([...used].map(([name, records]) => [foldName(name), records]));
    byFoldedKey.set(used, folded);
  }
  return folded.get(foldName(key)) ?? [];
}
