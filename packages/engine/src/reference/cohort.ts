/**
 * Functions across subjects: `highest lowest mean median total count rank` among those of one group who meet the condition.
 * Vetoed subjects count like any other. They are computed over what is known; while the share of a subject is pending, all that reads them is provisional.
 */
import { isRational, type Rational, whole, ZERO } from "@yardstick/exact";
import type { Cohort } from "@yardstick/language/core";
import { compare } from "../values/comparison.js";
import { assertNever, InternalError } from "../values/internal-error.js";
import { keptRange } from "../values/trim.js";
import type { Datum, Value } from "../values/value.js";
import { isPending } from "../values/value.js";

/** One subject's part in it. */
export interface CohortMember {
  /** Null while the group it belongs to is pending. */
  readonly group: string | null;
  readonly meets: Value;
  /** Null where the function was given none: `count(where …)`. */
  readonly value: Value | null;
  readonly provisional: boolean;
}

/** What the functions need of one group, gathered once for all who ask. */
export interface Group {
  /** Highest first, so that a rank is found by halving. */
  readonly values: readonly Datum[];
  /** How many meet the condition and have a value. */
  readonly size: number;
  readonly provisional: boolean;
}

const NO_SUBJECT: Group = { values: [], size: 0, provisional: false };

export function gather(members: readonly CohortMember[]): (group: string) => Group {
  const groups = new Map<string, { values: Datum[]; size: number; provisional: boolean }>();
  // A subject that may belong to any group makes every group provisional.
  const isAnyOpen = members.some(({ group, meets }) => group === null && meets !== false);
  for (const member of members) {
    if (member.group === null || member.meets === false) continue;
    const group = groups.get(member.group) ?? { values: [], size: 0, provisional: false };
    groups.set(member.group, group);
    const { value } = member;
    if (isPending(member.meets) || isPending(value)) group.provisional = true;
    else if (value !== false) {
      group.size += 1;
      if (value !== null) group.values.push(value);
    }
    group.provisional ||= member.provisional;
  }
  for (const { values } of groups.values()) values.sort((a, b) => compare(b, a));
  return (name) => {
    const group = groups.get(name) ?? NO_SUBJECT;
    return isAnyOpen ? { ...group, provisional: true } : group;
  };
}

/** The answer for one subject; `own` is its own value, which only `rank` looks at. */
export function answer(
  { name, ties }: Pick<Cohort, "name" | "ties">,
  group: Group,
  own: Value | null,
  noValue: () => Value,
): Value {
  const { values } = group;
  switch (name) {
    case "count":
      return whole(group.size);
    case "highest":
      return values[0] ?? noValue();
    case "lowest":
      return values.at(-1) ?? noValue();
    case "total":
      return totalOf(values);
    case "mean":
      return values.length === 0 ? noValue() : totalOf(values).div(values.length);
    case "median": {
      const [from, to] = keptRange({ kind: "middle" }, values.length);
      return to === 0 ? noValue() : totalOf(values.slice(from, to)).div(to - from);
    }
    case "rank":
      if (own === null) throw new InternalError("a rank of nothing");
      return isPending(own) ? own : placeOf(own, values, ties);
    default:
      return assertNever(name);
  }
}

function totalOf(values: readonly Datum[]): Rational {
  return values.filter(isRational).reduce((sum, value) => sum.add(value), ZERO);
}

/** Among the values, highest first. */
function placeOf(own: Datum, values: readonly Datum[], ties: Cohort["ties"]): Rational {
  const greater = greaterThan(values, own);
  switch (ties) {
    case "gap":
      return whole(1 + greater);
    case "dense":
      return whole(
        1 + values.slice(0, greater).filter((value, at) => at === 0 || !isSame(value, values[at - 1])).length,
      );
    case "average": {
      const equal = values.slice(greater).filter((value) => isSame(value, own)).length;
      return whole(1 + greater).add(whole(Math.max(0, equal - 1)).div(2));
    }
    default:
      return assertNever(ties);
  }
}

const isSame = (a: Datum, b: Datum | undefined): boolean => b !== undefined && compare(a, b) === 0;

/** How many of the values, highest first, are greater. */
function greaterThan(values: readonly Datum[], own: Datum): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = values[middle];
    if (value !== undefined && compare(value, own) > 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
