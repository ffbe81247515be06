/**
 * The quota of a grade in heads, and who surely ranks ahead of whom for it.
 */
import { type Rational, rounded } from "@yardstick/exact";
import type { GradesNode } from "@yardstick/language/core";

type Quota = NonNullable<GradesNode["rows"][number]["quota"]>;

/** How many who surely meet a row's condition rank better than one that may meet it, and how many better or tied with it. */
export interface Ahead {
  readonly better: number;
  readonly all: number;
}

/** Of each of `order`, best first, those who tie side by side. */
export function surelyAhead<T>(
  order: readonly T[],
  isSure: (one: T) => boolean,
  tied: (a: T, b: T) => boolean,
): readonly Ahead[] {
  const ahead: Ahead[] = [];
  let better = 0;
  for (let begin = 0; begin < order.length;) {
    let end = begin + 1;
    while (end < order.length && tied(order[begin]!, order[end]!)) end += 1;
    const tie = order.slice(begin, end);
    const sure = tie.filter(isSure).length;
    ahead.push(...tie.map(() => ({ better, all: better + sure })));
    better += sure;
    begin = end;
  }
  return ahead;
}

/** The quota in heads: of a share, so much of the group, in whole heads as the rubric rounds. */
export function quotaInHeads(
  { kind, rounding }: Pick<Quota, "kind" | "rounding">,
  value: Rational,
  groupSize: number,
): number {
  const heads = kind === "share" ? value.mul(groupSize) : value;
  const whole = { down: () => heads.floor(), up: () => heads.ceil(), "half-up": () => rounded(heads, 0) }[rounding]();
  return Math.max(0, whole.toNumber());
}
