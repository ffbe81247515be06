/**
 * A ranking: competition places, 1 2 2 4, or dense ones, 1 2 2 3. Ties are broken by `then by` in order; subjects that still tie share the higher
 * place. A veto that takes a place away lets those behind move up.
 */
import type { RankingNode } from "@yardstick/language/core";
import { compare } from "./comparison.js";
import { at } from "./internal-error.js";
import { Meetings } from "./meetings.js";
import type { Datum, Pending } from "./value.js";
import { isPending } from "./value.js";

/** One who takes part. Subjects that are pending, or fail the ranking's condition, do not. */
export interface RankedSubject {
  readonly subject: number;
  readonly group: string;
  /** Parallel to the keys of the ranking. A pending one, which the first never is, does not separate the subjects of its tie. */
  readonly keys: readonly (Datum | Pending | Meetings)[];
  /** A veto takes its place away. */
  readonly barred: boolean;
}

/** One group in its order, best first, with places. */
export interface RankedGroup {
  /** The whole group, vetoed or not; ties are adjacent. */
  readonly ties: readonly (readonly RankedSubject[])[];
  /** How many hold a place, and the greatest place given (0 where none is). */
  readonly of: number;
  readonly lastPlace: number;
}

export interface Standing {
  readonly rankedSubject: RankedSubject;
  readonly group: RankedGroup;
  /** Null where a veto took it away. */
  readonly place: number | null;
  /** The place among all, vetoed or not. */
  readonly withoutVetoes: number;
}

/** Whether each key ranks the lowest first. */
export type Directions = readonly boolean[];

/** The directions of all keys of a ranking. */
export function directionsOf({ keys }: RankingNode): Directions {
  return keys.map(({ lowestFirst }) => lowestFirst);
}

/** Standings by subject. */
export function rank(
  rankedSubjects: readonly RankedSubject[],
  lowestFirst: Directions,
  placing: RankingNode["ties"],
): ReadonlyMap<number, Standing> {
  const groups = new Map<string, RankedSubject[]>();
  for (const rankedSubject of rankedSubjects) {
    const group = groups.get(rankedSubject.group);
    if (group === undefined) groups.set(rankedSubject.group, [rankedSubject]);
    else group.push(rankedSubject);
  }
  const standings = new Map<number, Standing>();
  for (const members of groups.values()) {
    for (const standing of rankGroup(members, lowestFirst, placing))
      standings.set(standing.rankedSubject.subject, standing);
  }
  return standings;
}

function rankGroup(
  members: readonly RankedSubject[],
  lowestFirst: Directions,
  placing: RankingNode["ties"],
): readonly Standing[] {
  const ties = tiesOf(members, lowestFirst);
  const free = members.filter(({ barred }) => !barred);
  const places = placesOf(free.length === members.length ? ties : tiesOf(free, lowestFirst), placing);
  const withoutVetoes = placesOf(ties, placing);
  const group: RankedGroup = { ties, of: free.length, lastPlace: Math.max(0, ...[...places.values()].slice(-1)) };
  return ties.flat().map((rankedSubject) => ({
    rankedSubject,
    group,
    place: places.get(rankedSubject) ?? null,
    withoutVetoes: withoutVetoes.get(rankedSubject) ?? 0,
  }));
}

function placesOf(
  ties: readonly (readonly RankedSubject[])[],
  placing: RankingNode["ties"],
): ReadonlyMap<RankedSubject, number> {
  const places = new Map<RankedSubject, number>();
  for (const [index, tie] of ties.entries()) {
    const place = placing === "dense" ? index + 1 : places.size + 1;
    for (const rankedSubject of tie) places.set(rankedSubject, place);
  }
  return places;
}

function tiesOf(members: readonly RankedSubject[], lowestFirst: Directions): readonly (readonly RankedSubject[])[] {
  return parted<RankedSubject, Datum | Pending>(members, {
    keys: lowestFirst.length,
    keyOf: keysAmong,
    isAwaited: isPending,
    order: (own, other, index) => {
      if (isPending(own) || isPending(other)) return 0;
      return at(lowestFirst, index) ? compare(own, other) : compare(other, own);
    },
  });
}

/** The values of one key of those who tie; of meetings, the sum of each against the others. */
function keysAmong(tie: readonly RankedSubject[], index: number): (member: RankedSubject) => Datum | Pending {
  const names = new Set(tie.flatMap(({ keys }) => namesOf(at(keys, index))));
  const sums = new Map<RankedSubject, Datum | Pending>();
  return (member) => {
    const key = at(member.keys, index);
    if (!(key instanceof Meetings)) return key;
    const sum = sums.get(member) ?? key.against(names);
    sums.set(member, sum);
    return sum;
  };
}

const namesOf = (key: RankedSubject["keys"][number]): readonly string[] => (key instanceof Meetings ? [key.own] : []);

/** What each of those who tied before a key by meetings had against the others, for each such key that the subject came to. */
export function headToHeadOf(
  own: RankedSubject,
  members: readonly RankedSubject[],
  lowestFirst: Directions,
): readonly (readonly { readonly subject: number; readonly sum: Datum | Pending }[])[] {
  return own.keys.flatMap((key, index) => {
    if (!(key instanceof Meetings)) return [];
    const tie = tiesOf(members, lowestFirst.slice(0, index)).find((each) => each.includes(own)) ?? [];
    const isReached = tie.every(({ keys }) => keys.slice(0, index).every((each) => !isPending(each)));
    if (tie.length < 2 || !isReached) return [];
    const keyOf = keysAmong(tie, index);
    return [tie.map((member) => ({ subject: member.subject, sum: keyOf(member) }))];
  });
}

/** How members are distinguished: by this many keys, one after the other. */
interface TieBreaking<Member, Key> {
  readonly keys: number;
  /** The values of a key for those who tie before it. */
  keyOf(tie: readonly Member[], key: number): (member: Member) => Key;
  isAwaited(value: Key): boolean;
  /** Negative where `a` is ahead of `b`, 0 where the key leaves them tied; called only where neither is pending. */
  order(a: Key, b: Key, key: number): number;
}

/**
 * Members in their order, those who tie together and in the order given. A key that is pending for one of a tie parts none
 * of that tie, and neither do the keys after it: the order that it would give is not known yet.
 */
export function parted<Member, Key>(
  members: readonly Member[],
  by: TieBreaking<Member, Key>,
  key = 0,
): readonly (readonly Member[])[] {
  if (members.length === 0) return [];
  if (members.length === 1 || key === by.keys) return [members];
  const valueOf = by.keyOf(members, key);
  if (members.some((member) => by.isAwaited(valueOf(member)))) return [members];
  const sorted = [...members].sort((a, b) => by.order(valueOf(a), valueOf(b), key));
  const ties: Member[][] = [];
  sorted.forEach((member, index) => {
    const tie = ties.at(-1);
    if (tie === undefined || by.order(valueOf(at(sorted, index - 1)), valueOf(member), key) !== 0) ties.push([member]);
    else tie.push(member);
  });
  return ties.flatMap((tie) => parted(tie, by, key + 1));
}
