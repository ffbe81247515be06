/**
 * A ranking: competition places, 1 2 2 4, or dense ones, 1 2 2 3. Ties are broken by `then by` in order; subjects that still tie share the higher
 * place. A veto that takes a place away lets those behind move up.
 */
import type { RankingNode } from "@yardstick/language/core";
import { compare } from "./comparison.js";
import { at, InternalError } from "./internal-error.js";
import { Meetings, sumsAmong } from "./meetings.js";
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
  /** By subject, for each key by meetings that it came to while it tied, in their order. */
  readonly headToHead: ReadonlyMap<RankedSubject, readonly HeadToHead[]>;
}

/** What those who tied before a key by meetings had against each other. */
interface HeadToHead {
  readonly tie: readonly RankedSubject[];
  sumOf(member: RankedSubject): Datum | Pending;
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
  const { ties, headToHead } = tiesOf(members, lowestFirst);
  const places = placesOf(
    ties.map((tie) => tie.filter(({ barred }) => !barred)).filter((tie) => tie.length > 0),
    placing,
  );
  const withoutVetoes = placesOf(ties, placing);
  const lastPlace = Math.max(0, ...[...places.values()].slice(-1));
  const group: RankedGroup = { ties, of: places.size, lastPlace, headToHead };
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

/** The order of a group: without its barred members it is the order of the others alone. */
function tiesOf(members: readonly RankedSubject[], lowestFirst: Directions): Pick<RankedGroup, "ties" | "headToHead"> {
  const headToHead = new Map<RankedSubject, HeadToHead[]>();
  const ties = parted<RankedSubject, Datum | Pending>(members, {
    keys: lowestFirst.length,
    keyOf: (tie, index) => {
      if (!(at(at(tie, 0).keys, index) instanceof Meetings)) return (member) => plainKey(member, index);
      const sumOf = sumsAmong(tie, { meetingsOf: (member) => meetingsAt(member, index), isBarred });
      for (const member of tie) headToHead.set(member, [...(headToHead.get(member) ?? []), { tie, sumOf }]);
      return sumOf;
    },
    isAwaited: isPending,
    isBarred,
    order: (own, other, index) => {
      if (isPending(own) || isPending(other)) return 0;
      return at(lowestFirst, index) ? compare(own, other) : compare(other, own);
    },
  });
  return { ties, headToHead };
}

const isBarred = ({ barred }: RankedSubject): boolean => barred;

/** A key of a ranking is by meetings for all of its subjects, or for none. */
function plainKey({ keys }: RankedSubject, index: number): Datum | Pending {
  const key = at(keys, index);
  if (key instanceof Meetings) throw new InternalError("a key by meetings was read as a value");
  return key;
}

function meetingsAt({ keys }: RankedSubject, index: number): Meetings {
  const key = at(keys, index);
  if (!(key instanceof Meetings)) throw new InternalError("a value was read as a key by meetings");
  return key;
}

/** How members are distinguished: by this many keys, one after the other. */
interface TieBreaking<Member, Key> {
  readonly keys: number;
  /** The values of a key for those who tie before it. */
  keyOf(tie: readonly Member[], key: number): (member: Member) => Key;
  isAwaited(value: Key): boolean;
  /** Without a place: it does not tell whether the others stay tied. */
  isBarred(member: Member): boolean;
  /** Negative where `a` is ahead of `b`, 0 where the key leaves them tied; called only where neither is pending. */
  order(a: Key, b: Key, key: number): number;
}

/**
 * Members in their order, those who tie together and in the order given. A key that is pending for one of a tie parts none
 * of that tie, and neither do the keys after it: the order that it would give is not known yet. Barred members for whom it
 * is pending come behind the others of the tie instead, so that the order of the others is the same without them.
 */
export function parted<Member, Key>(
  members: readonly Member[],
  by: TieBreaking<Member, Key>,
  key = 0,
): readonly (readonly Member[])[] {
  if (members.length === 0) return [];
  if (members.length === 1 || key === by.keys) return [members];
  const valueOf = by.keyOf(members, key);
  const awaited = members.filter((member) => by.isAwaited(valueOf(member)));
  if (awaited.some((member) => !by.isBarred(member))) return [members];
  const known = awaited.length === 0 ? members : members.filter((member) => !by.isAwaited(valueOf(member)));
  const sorted = [...known].sort((a, b) => by.order(valueOf(a), valueOf(b), key));
  const ties: Member[][] = [];
  sorted.forEach((member, index) => {
    const tie = ties.at(-1);
    if (tie === undefined || by.order(valueOf(at(sorted, index - 1)), valueOf(member), key) !== 0) ties.push([member]);
    else tie.push(member);
  });
  return [...ties.flatMap((tie) => parted(tie, by, key + 1)), ...(awaited.length === 0 ? [] : [awaited])];
}
