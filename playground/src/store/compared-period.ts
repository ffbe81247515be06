/** The scores of the subjects beside those of the period before, from the earlier results of the project. */
import { foldName, foldPeriod, type SubjectId } from "@yardstick/engine";
import { decimal, fixedText } from "@yardstick/exact";
import { rankingNames } from "../project/ranking-names.js";
import { columnAt, type TableText } from "../project/project.js";
import type { Good } from "../protocol/protocol.js";

/** One subject; texts as published, null where there is none. */
export interface ComparedSubject extends SubjectId {
  readonly before: string | null;
  readonly now: string | null;
  readonly change: string | null;
  readonly placeBefore: string | null;
  readonly place: number | null;
}

/** The comparison with one earlier period. */
export interface ComparedPeriod {
  readonly period: string;
  /** In the order of the data. */
  readonly rows: readonly ComparedSubject[];
}

const SCORE_NAMES = ["总分", "score"];
const PERIOD_NAMES = ["期别", "年度", "period"];
const DECIMAL = /^-?\d+(?:\.\d+)?$/u;

/** `now` minus `before` with a sign, in the decimals of the longer one; null where one is no number. */
function changeOf(before: string | null, now: string | null): string | null {
  if (before === null || now === null || !DECIMAL.test(before) || !DECIMAL.test(now)) return null;
  const decimals = Math.max(before.split(".")[1]?.length ?? 0, now.split(".")[1]?.length ?? 0);
  const text = fixedText(decimal(now).sub(decimal(before)), decimals);
  return text.startsWith("-") ? text.replace("-", "−") : /[1-9]/u.test(text) ? `+${text}` : text;
}

/** The period of the results: the last that they have, or the year of the rubric's edition; empty where there is neither. */
export function periodOfResults({ program, result }: Good): string {
  const periods = result.subjects.flatMap(({ period }) => period ?? []);
  return periods.at(-1) ?? /\d{4}/u.exec(program.edition?.name ?? "")?.[0] ?? "";
}

/** The comparison with the newest period before `period`; null where the earlier results have none. */
export function comparedWithBefore(
  { program, result }: Good,
  period: string,
  history: TableText | undefined,
): ComparedPeriod | null {
  if (history === undefined) return null;
  const columnOf = (names: readonly string[]) =>
    names.map((name) => columnAt(history, name)).find((at) => at >= 0) ?? -1;
  const named = (at: number | null) => (at === null ? [] : (program.fields[at]?.name ?? []));
  const keyAt = columnOf([named(program.key)].flat());
  const periodAt = columnOf([...[named(program.period)].flat(), ...PERIOD_NAMES]);
  const scoreAt = columnOf(SCORE_NAMES);
  const [ranking] = rankingNames(program);
  const placeAt = ranking === undefined ? -1 : columnOf([ranking]);
  if (keyAt < 0 || periodAt < 0 || scoreAt < 0) return null;
  const inOrder = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });
  const current = foldPeriod(period);
  const earlier = [...new Map(history.rows.map((row) => [foldPeriod(row[periodAt] ?? ""), row[periodAt] ?? ""]))]
    .filter(([folded]) => folded !== "" && (current === "" || inOrder(folded, current) < 0))
    .sort(([a], [b]) => inOrder(a, b))
    .at(-1);
  if (earlier === undefined) return null;
  const rows = new Map(
    history.rows.flatMap((row) =>
      foldPeriod(row[periodAt] ?? "") === earlier[0] ? [[foldName(row[keyAt] ?? ""), row] as const] : [],
    ),
  );
  const textOf = (text: string | undefined) => (text === undefined || text.trim() === "" ? null : text.trim());
  return {
    period: earlier[1],
    rows: result.subjects.flatMap(({ key, period: own, score, rankings }) => {
      // Of results of several periods, those of the period are compared.
      if (own !== null && foldPeriod(own) !== current) return [];
      const row = rows.get(foldName(key));
      const before = textOf(row?.[scoreAt]);
      const compared = {
        key,
        period: own,
        before,
        now: score,
        change: changeOf(before, score),
        placeBefore: placeAt < 0 ? null : textOf(row?.[placeAt]),
        place: ranking === undefined ? null : (rankings[ranking] ?? null),
      };
      return [compared];
    }),
  };
}
