/**
 * A ranking: competition places, 1 2 2 4. Ties are broken by `then by` in order; whoever still ties shares the higher
 * place. A veto that takes a place away lets those behind move up.
 */
import { compare } from "./comparison.js";
import { at } from "./internal-error.js";
import type { Datum, Pending } from "./value.js";
import { isPending } from "./value.js";

/** One who takes part. Subjects that are pending, or fail the ranking's condition, do not. */
export interface Contestant {
  readonly subject: number;
  readonly group: string;
  readonly key: Datum;
  /** A tie-break that is still awaited counts as the lowest. */
  readonly thenBy: readonly (Datum | Pending)[];
  /** A veto takes its place away. */
  readonly barred: boolean;
}

/** One group's order, best first, with places. */
export interface RankedGroup {
  readonly order: readonly Contestant[];
  /** How many hold a place, and the greatest place given (0 where none is). */
  readonly of: number;
  readonly lastPlace: number;
}

export interface Standing {
  readonly contestant: Contestant;
  readonly group: RankedGroup;
  /** Null where a veto took it away. */
  readonly place: number | null;
  /** The place among all, vetoed or not. */
  readonly withoutVetoes: number;
}

/** Standings by subject. */
export function rank(contestants: readonly Contestant[], lowestFirst: boolean): ReadonlyMap<number, Standing> {
  const groups = new Map<string, Contestant[]>();
  for (const contestant of contestants) {
    const group = groups.get(contestant.group);
    if (group === undefined) groups.set(contestant.group, [contestant]);
    else group.push(contestant);
  }
  const standings = new Map<number, Standing>();
  for (const members of groups.values()) {
    for (const standing of rankGroup(members, lowestFirst)) standings.set(standing.contestant.subject, standing);
  }
  return standings;
}

function rankGroup(members: readonly Contestant[], lowestFirst: boolean): readonly Standing[] {
  const order = [...members].sort((a, b) => before(a, b, lowestFirst));
  const free = order.filter(({ barred }) => !barred);
  const places = placesOf(free, lowestFirst);
  const withoutVetoes = placesOf(order, lowestFirst);
  const group: RankedGroup = { order, of: free.length, lastPlace: Math.max(0, ...[...places.values()].slice(-1)) };
  return order.map((contestant) => ({
    contestant,
    group,
    place: places.get(contestant) ?? null,
    withoutVetoes: withoutVetoes.get(contestant) ?? 0,
  }));
}

function placesOf(order: readonly Contestant[], lowestFirst: boolean): ReadonlyMap<Contestant, number> {
  const places = new Map<Contestant, number>();
  let place = 1;
  order.forEach((contestant, index) => {
    if (index > 0 && before(at(order, index - 1), contestant, lowestFirst) !== 0) place = index + 1;
    places.set(contestant, place);
  });
  return places;
}

/** Negative where `a` stands before `b`, 0 where they tie. With the lowest first, the tie-breaks still put the highest first. */
function before(a: Contestant, b: Contestant, lowestFirst: boolean): number {
  const byKey = lowestFirst ? compare(a.key, b.key) : compare(b.key, a.key);
  if (byKey !== 0) return byKey;
  for (const [index, own] of a.thenBy.entries()) {
    const order = descending(own, at(b.thenBy, index));
    if (order !== 0) return order;
  }
  return 0;
}

/** Whether two contestants hold the same place. */
export function tied(a: Contestant, b: Contestant): boolean {
  return before(a, b, false) === 0;
}

function descending(a: Datum | Pending, b: Datum | Pending): number {
  if (isPending(a) || isPending(b)) return Number(isPending(a)) - Number(isPending(b));
  return compare(b, a);
}
