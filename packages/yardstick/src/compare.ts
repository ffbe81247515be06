/**
 * Compares two results of the same subjects: scores and places before and after, and their change, as exact decimals.
 */
import type { Result, SubjectResult } from "@yardstick/engine";
import { decimal, fixedText } from "@yardstick/exact";

/** The difference of one subject between two results. */
export interface SubjectDifference {
  readonly key: string;
  readonly period: string | null;
  readonly score: {
    readonly before: string | null;
    readonly after: string | null;
    /** `after` minus `before` as decimal text; null where either is pending. */
    readonly change: string | null;
  };
  /** Places by ranking. `rise` is the number of places gained: 2 from the fifth to the third place. */
  readonly rankings: Readonly<
    Record<string, { readonly before: number | null; readonly after: number | null; readonly rise: number | null }>
  >;
}

/** `a - b` for decimal texts, with the decimals of the longer one. */
function difference(a: string, b: string): string {
  const decimals = Math.max(a.split(".")[1]?.length ?? 0, b.split(".")[1]?.length ?? 0);
  return fixedText(decimal(a).sub(decimal(b)), decimals);
}

const identity = ({ key, period }: SubjectResult): string => `${key}\u0000${period ?? ""}`;

/** One entry for each subject of either result: first those of `before`, then those only in `after`, in their order. */
export function compareResults(before: Result, after: Result): readonly SubjectDifference[] {
  const earlier = new Map(before.subjects.map((subject) => [identity(subject), subject]));
  const later = new Map(after.subjects.map((subject) => [identity(subject), subject]));
  const all = new Map([...later, ...earlier]);
  const order = [...earlier.keys(), ...[...later.keys()].filter((name) => !earlier.has(name))];
  return order.flatMap((name) => {
    const subject = all.get(name);
    if (subject === undefined) return [];
    const earlierResult = earlier.get(name);
    const laterResult = later.get(name);
    const scores = { before: earlierResult?.score ?? null, after: laterResult?.score ?? null };
    const rankings = new Set([
      ...Object.keys(earlierResult?.rankings ?? {}),
      ...Object.keys(laterResult?.rankings ?? {}),
    ]);
    return [
      {
        key: subject.key,
        period: subject.period,
        score: {
          ...scores,
          change: scores.before === null || scores.after === null ? null : difference(scores.after, scores.before),
        },
        rankings: Object.fromEntries(
          [...rankings].map((ranking) => {
            const places = {
              before: earlierResult?.rankings[ranking] ?? null,
              after: laterResult?.rankings[ranking] ?? null,
            };
            const rise = places.before === null || places.after === null ? null : places.before - places.after;
            return [ranking, { ...places, rise }];
          }),
        ),
      },
    ];
  });
}
