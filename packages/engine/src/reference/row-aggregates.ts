/**
 * Functions over a subject's side rows, or over a series from a used rubric: `sum average count any all share`, with what
 * is left out (`where`) and trimmed (`drop highest 1 lowest 1`). An average or share of nothing has no value.
 */
import { isRational, type Rational, whole, ZERO } from "@yardstick/exact";
import type { Aggregate } from "@yardstick/language/core";
import { assertNever } from "../values/internal-error.js";
import type { Slice } from "../values/trim.js";
import { keptRange } from "../values/trim.js";
import type { Bounds, Pending, Value } from "../values/value.js";
import { and, awaitedBy, isPending, not, or } from "../values/value.js";

/** One row: whether it counts (three-valued), and its value; null where the function was given none. */
export interface Member {
  readonly meets: Value;
  readonly value: Value | null;
}

/** `noValue` is what the average or share of no rows comes to. */
export function aggregateRows(
  node: Pick<Aggregate, "name" | "trim">,
  members: readonly Member[],
  noValue: () => Value,
): Value {
  const { name } = node;
  switch (name) {
    case "any":
      return members.reduce<Value>((found, member) => or(found, () => counts(member)), false);
    case "all":
      return members.reduce<Value>(
        (found, { meets, value }) => and(found, () => or(not(meets), () => value ?? true)),
        true,
      );
    case "count":
      return numberOf(members.map(counts));
    case "share": {
      // With a value: of the rows that meet the condition, those that say yes. Without one: of all rows, those that meet it.
      const all = numberOf(members.map(({ meets, value }) => (value === null ? true : meets)));
      const yes = numberOf(members.map(counts));
      if (isPending(yes) || isPending(all)) return awaitedBy([yes, all]) ?? yes;
      return all.equals(0) ? noValue() : yes.div(all);
    }
    case "sum":
    case "average":
    case "median": {
      const kept = keptValues(members, name === "median" ? { kind: "middle" } : node.trim);
      if (isPending(kept)) return kept;
      const sum = kept.reduce((total, value) => total.add(value), ZERO);
      if (name === "sum") return sum;
      return kept.length === 0 ? noValue() : sum.div(kept.length);
    }
    default:
      return assertNever(name);
  }
}

/** Whether a row is counted: it meets the condition and, where there is a value, the value says yes or is there at all. */
function counts({ meets, value }: Member): Value {
  return and(meets, () => {
    if (value === null || typeof value === "boolean") return value ?? true;
    if (isPending(value)) return value.isNone ? false : value;
    return true;
  });
}

/** How many rows count at least and at most while it is not known of some. */
export function countBounds(members: readonly Member[]): Bounds {
  const flags = members.map(counts);
  const known = flags.filter((flag) => flag === true).length;
  return { low: whole(known), high: whole(known + flags.filter(isPending).length) };
}

function numberOf(flags: readonly Value[]): Rational | Pending {
  return awaitedBy(flags) ?? whole(flags.filter((flag) => flag === true).length);
}

/**
 * Numbers of the rows that meet the condition, as far as they are kept.
 * A row whose cell is blank where the rubric allows a blank has nothing to add, so it is left out.
 */
function keptValues(members: readonly Member[], slice: Slice | null): readonly Rational[] | Pending {
  const taken = members.filter(({ meets, value }) => meets !== false && !(isPending(value) && value.isNone));
  const pending = awaitedBy(taken.flatMap(({ meets, value }) => [meets, value]));
  if (pending !== null) return pending;
  const values = taken.map(({ value }) => value).filter(isRational);
  if (slice === null) return values;
  return values.sort((a, b) => a.compare(b)).slice(...keptRange(slice, values.length));
}
