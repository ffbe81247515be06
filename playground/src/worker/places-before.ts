/** The places that subjects held in the period before their own, from published results: what a move up or down is counted from. */
import type { HistoryRow, SubjectResult } from "@yardstick/engine";

/** By ranking, then by key. Where subjects have no period, the newest period of the history counts. */
export function placesBefore(
  subjects: readonly SubjectResult[],
  history: readonly HistoryRow[],
): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const rankings = Object.keys(subjects[0]?.rankings ?? {});
  const rowsOf = new Map<string, HistoryRow[]>();
  for (const row of history) rowsOf.set(row.key, [...(rowsOf.get(row.key) ?? []), row]);

  const before: Record<string, Record<string, number>> = Object.fromEntries(rankings.map((name) => [name, {}]));
  for (const { key, period } of subjects) {
    const earlier = (rowsOf.get(key) ?? [])
      .filter((row) => period === null || inOrder(row.period, period) < 0)
      .sort((a, b) => inOrder(a.period, b.period))
      .at(-1);
    for (const name of rankings) {
      const place = Number(earlier?.results[name] ?? NaN);
      const places = before[name];
      if (places !== undefined && Number.isInteger(place) && place > 0) places[key] = place;
    }
  }
  return before;
}

function inOrder(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
