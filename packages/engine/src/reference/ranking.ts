/**
 * The rankings of a rubric over the subjects: who takes part, by what key, in which group. A subject that is pending, or
 * fails the ranking's condition, is not ranked; while a subject that may belong to a group is pending, its places are
 * provisional.
 */
import type { Expression, CoreProgram, RankingKey, RankingNode } from "@yardstick/language/core";
import { foldName } from "../names/fold-name.js";
import { evaluate } from "./expression.js";
import { at, InternalError } from "../values/internal-error.js";
import { Meetings } from "../values/meetings.js";
import type { RankedSubject, Standing } from "../values/places.js";
import { directionsOf, rank } from "../values/places.js";
import type { Datum, Pending, Value } from "../values/value.js";
import { awaitedBy, datumText, isPending } from "../values/value.js";
import { publishedKey } from "../values/ranking-key.js";
import type { Scope } from "./scope.js";
import type { Subject } from "./subject.js";
import { firedWith } from "./veto.js";

/** One order of subjects. */
export interface RankingTable {
  readonly ranking: RankingNode;
  /** By row of the subject table. */
  readonly standings: ReadonlyMap<number, Standing>;
  isProvisional(subject: Subject): boolean;
  /** Why it is not known where a subject stands; null where it is known, or where it takes no part. */
  pendingOf(subject: Subject): Pending | null;
  /** The group a subject belongs to, as the ranking names it; null while that is pending. */
  groupOf(subject: Subject): string | null;
  /** What a subject is ranked by, as published; null outside the ranking. */
  keyText(subject: Subject): string | null;
}

/** Why the place of a subject in a ranking is not known; null where it is known. */
export function unknownStanding(program: CoreProgram, ranking: RankingNode, subject: Subject): Pending | null {
  return entryOf(program, ranking, subject).pending;
}

/** Where one subject stands before places are given. */
interface Entry {
  readonly subject: Subject;
  /** Null: it takes no part, for now or for good. */
  readonly rankedSubject: RankedSubject | null;
  /** Null while its group is pending. */
  readonly group: string | null;
  /** Whether its part in the ranking is still pending, or depends on something pending. */
  readonly isOpen: boolean;
  /** Why it is not known where it stands; null where it is, or where it takes no part. */
  readonly pending: Pending | null;
}

export function rankingTable(program: CoreProgram, ranking: RankingNode, subjects: readonly Subject[]): RankingTable {
  const entries = subjects.map((subject) => entryOf(program, ranking, subject));
  const open = entries.filter((entry) => entry.isOpen);
  const openGroups = new Set(open.map(({ group }) => group));
  const openPeriods = new Set(open.filter(({ group }) => group === null).map(({ subject }) => subject.period));
  const groups = new Map(entries.map(({ subject, group }) => [subject.row, group]));
  const pending = new Map(entries.map((entry) => [entry.subject.row, entry.pending]));
  const groupOf = (subject: Subject) => groups.get(subject.row) ?? null;
  const standings = rank(
    entries.flatMap(({ rankedSubject }) => rankedSubject ?? []),
    directionsOf(ranking),
    ranking.ties,
  );
  const { textOf } = publishedKey(program, at(ranking.keys, 0).value);
  return {
    ranking,
    standings,
    isProvisional: (subject) => openPeriods.has(subject.period) || openGroups.has(groupOf(subject)),
    pendingOf: ({ row }) => pending.get(row) ?? null,
    groupOf,
    keyText: ({ row }) => {
      const key = standings.get(row)?.rankedSubject.keys[0];
      return key === undefined || key instanceof Meetings || isPending(key) ? null : textOf(key);
    },
  };
}

function entryOf(program: CoreProgram, ranking: RankingNode, subject: Subject): Entry {
  const scope = subject.scope(subject.owner(ranking.name), true);
  const { published, vetoes } = subject.score();
  const within = ranking.within === null ? "" : subject.field(ranking.within);
  const group = isPending(within) ? null : JSON.stringify([subject.period, datumText(within)]);
  const meets = subject.held(ranking.where === null ? true : evaluate(ranking.where, scope));
  const outside: Entry = { subject, rankedSubject: null, group, isOpen: false, pending: null };
  if (meets === false) return outside;
  // A section that does not concern the subject ranks it nowhere, and nothing is pending.
  if (ranking.section !== null && subject.part(ranking.section).score === null) return outside;
  const [basis, ...tieBreaks] = ranking.keys;
  if (basis === undefined) throw new InternalError("a ranking has no key");
  const keyOf = ({ value }: RankingKey) => roundedKey(value, evaluate(value, scope), program);
  const key = keyOf(basis);
  const pending = awaitedBy([published, meets, key, within]);
  if (pending !== null || group === null) return { ...outside, isOpen: true, pending };
  const keys = [
    key,
    ...tieBreaks.map((each) => (each.against === null ? keyOf(each) : meetingsOf(each, subject, scope))),
  ];
  const barred = ranking.obeysVetoes && firedWith(vetoes, "unranked", "no-place").length > 0;
  const isOpen =
    scope.trace.provisional || keys.some((each) => (each instanceof Meetings ? each.isOpen : isPending(each)));
  return { subject, rankedSubject: { subject: subject.row, group, keys, barred }, group, isOpen, pending };
}

/** What the rows of a list say of the subject and those that they name; none for a key that is a value of the subject. */
export function meetingsOf({ value, against }: RankingKey, { key }: Subject, scope: Scope): Meetings {
  if (against === null) return new Meetings(foldName(key), []);
  const { list, column } = against;
  const rows = scope.rows(list).map((row) => {
    const atRow = scope.atRow(list, row);
    const opponent = atRow.cell(list, column);
    return {
      opponent: isPending(opponent) ? opponent : foldName(datumText(opponent)),
      result: evaluate(value, atRow),
    };
  });
  return new Meetings(foldName(key), rows);
}

function roundedKey(key: Expression, value: Value, program: CoreProgram): Datum | Pending {
  return isPending(value) ? value : publishedKey(program, key).valueOf(value);
}
