/** The places of subjects in their previous period, from published results; moves up or down are relative to them. */
import type { Dataset, HistoryRow } from "@yardstick/engine";
import { ownEntry, type Program } from "@yardstick/language/program";
import { rankingNames } from "../project/ranking-names.js";

/** By ranking, then by key. When subjects have no period, the newest period of the history is used. */
export function placesBefore(
  program: Program,
  { subjects, history }: Dataset,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const rankings = rankingNames(program);
  const before = new Map(rankings.map((name) => [name, new Map<string, number>()]));
  if (history.length === 0) return before;
  const rowsOf = new Map<string, HistoryRow[]>();
  for (const row of history) {
    const known = rowsOf.get(row.key);
    if (known === undefined) rowsOf.set(row.key, [row]);
    else known.push(row);
  }
  for (let row = 0; row < subjects.rows; row += 1) {
    const key = String(subjects.columns[program.key]?.[row] ?? "");
    const cell = program.period === null ? null : subjects.columns[program.period]?.[row];
    const period = typeof cell === "string" ? cell : null;
    const earlier = (rowsOf.get(key) ?? [])
      .filter((each) => period === null || inOrder(each.period, period) < 0)
      .sort((a, b) => inOrder(a.period, b.period))
      .at(-1);
    for (const name of rankings) {
      const place = Number(ownEntry(earlier?.results ?? {}, name) ?? NaN);
      if (Number.isInteger(place) && place > 0) before.get(name)?.set(key, place);
    }
  }
  return before;
}

function inOrder(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
