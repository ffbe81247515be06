/**
 * Two results of the same subjects side by side: what the score and the places were, what they are, and by how much they
 * moved. Exact decimals; nothing passes through a binary float.
 */
import type { Result, SubjectResult } from "@yardstick/engine";
import { decimal, fixedText } from "@yardstick/exact";

export interface SubjectDifference {
  readonly key: string;
  readonly period: string | null;
  readonly score: {
    readonly before: string | null;
    readonly after: string | null;
    /** After less before, as decimal text; null where either is pending. */
    readonly change: string | null;
  };
  /** By ranking. `rise` counts places upward: 2 from the fifth place to the third. */
  readonly rankings: Readonly<
    Record<string, { readonly before: number | null; readonly after: number | null; readonly rise: number | null }>
  >;
}

/** `a` less `b` of two decimal texts, with as many decimals as the longer has. */
function difference(a: string, b: string): string {
  const decimals = Math.max(a.split(".")[1]?.length ?? 0, b.split(".")[1]?.length ?? 0);
  return fixedText(decimal(a).sub(decimal(b)), decimals);
}

const identity = ({ key, period }: SubjectResult): string => `${key}\u0000${period ?? ""}`;

/** One entry a subject that stands in either, first those of `before` in their order. */
export function compareResults(before: Result, after: Result): readonly SubjectDifference[] {
  const earlier = new Map(before.subjects.map((subject) => [identity(subject), subject]));
  const later = new Map(after.subjects.map((subject) => [identity(subject), subject]));
  const all = new Map([...later, ...earlier]);
  const order = [...earlier.keys(), ...[...later.keys()].filter((name) => !earlier.has(name))];
  return order.flatMap((name) => {
    const subject = all.get(name);
    if (subject === undefined) return [];
    const was = earlier.get(name);
    const is = later.get(name);
    const scores = { before: was?.score ?? null, after: is?.score ?? null };
    const rankings = new Set([...Object.keys(was?.rankings ?? {}), ...Object.keys(is?.rankings ?? {})]);
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
            const places = { before: was?.rankings[ranking] ?? null, after: is?.rankings[ranking] ?? null };
            const rise = places.before === null || places.after === null ? null : places.before - places.after;
            return [ranking, { ...places, rise }];
          }),
        ),
      },
    ];
  });
}
