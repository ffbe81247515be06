/**
 * The rankings of a rubric over the subjects: who takes part, by what key, in which group. A subject that is pending, or
 * fails the ranking's condition, is not ranked; while a subject that may belong to a group is pending, its places are
 * provisional.
 */
import type { Expression, CoreProgram, Ranking } from "@yardstick/language/core";
import { evaluate } from "./expression.js";
import { at } from "../values/internal-error.js";
import type { RankedSubject, Standing } from "../values/places.js";
import { directionsOf, rank } from "../values/places.js";
import type { Datum, Pending, Value } from "../values/value.js";
import { awaitedBy, datumText, isPending } from "../values/value.js";
import type { Scope } from "./scope.js";
import { keyOfPart, publishedKey, sectionsRanked } from "../values/ranking-key.js";
import type { Subject } from "./subject.js";
import { firedWith } from "./veto.js";

/** A ranking, or one section's part of a ranking by each section. */
export interface RankingTable {
  /** `NAME`, or `NAME/SECTION`. */
  readonly name: string;
  readonly section: number | null;
  /** By row of the subject table. */
  readonly standings: ReadonlyMap<number, Standing>;
  isProvisional(subject: Subject): boolean;
  /** Why it is not known where a subject stands; null where it is known, or where it takes no part. */
  pendingOf(subject: Subject): Pending | null;
  /** The group a subject belongs to, as the ranking names it; null while that is pending. */
  groupOf(subject: Subject): string | null;
  /** The key of a subject as published. */
  textOf(key: Datum): string;
  /** The same of a subject; null outside the ranking. */
  keyText(subject: Subject): string | null;
}

export function rankingTables(
  program: CoreProgram,
  ranking: Ranking,
  subjects: readonly Subject[],
): readonly RankingTable[] {
  const { by } = ranking;
  if (by !== "each-section") {
    const { textOf } = publishedKey(program, by);
    return [named(tableOf(program, ranking, subjects, null), ranking.name, null, textOf)];
  }
  return sectionsRanked(program).map((section) => {
    const part = at(program.parts, section);
    const { textOf } = keyOfPart(program, section);
    return named(tableOf(program, ranking, subjects, section), `${ranking.name}/${part.name}`, section, textOf);
  });
}

/** Why the place of a subject in a ranking is not known, or in its part for a section; null where it is known. */
export function unknownStanding(
  program: CoreProgram,
  ranking: Ranking,
  section: number | null,
  subject: Subject,
): Pending | null {
  return entryOf(program, ranking, section, subject).pending;
}

/** The key of a subject as published; null where a section does not concern it. */
function keyOf(
  program: CoreProgram,
  { by }: Ranking,
  section: number | null,
  subject: Subject,
  scope: Scope,
): Value | null {
  if (section === null) return by === "each-section" ? null : roundedKey(by, evaluate(by, scope), program);
  const { score, provisional } = subject.part(section);
  scope.trace.provisional ||= provisional;
  return score === null || isPending(score) ? score : keyOfPart(program, section).valueOf(score);
}

function named(
  table: ReturnType<typeof tableOf>,
  name: string,
  section: number | null,
  textOf: RankingTable["textOf"],
): RankingTable {
  const keyText = ({ row }: Subject) => {
    const standing = table.standings.get(row);
    return standing === undefined ? null : textOf(standing.rankedSubject.key);
  };
  return { ...table, name, section, textOf, keyText };
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

function tableOf(
  program: CoreProgram,
  ranking: Ranking,
  subjects: readonly Subject[],
  section: number | null,
): Pick<RankingTable, "standings" | "isProvisional" | "pendingOf" | "groupOf"> {
  const entries = subjects.map((subject) => entryOf(program, ranking, section, subject));
  const open = entries.filter((entry) => entry.isOpen);
  const openGroups = new Set(open.map(({ group }) => group));
  const openPeriods = new Set(open.filter(({ group }) => group === null).map(({ subject }) => subject.period));
  const groups = new Map(entries.map(({ subject, group }) => [subject.row, group]));
  const pending = new Map(entries.map((entry) => [entry.subject.row, entry.pending]));
  const groupOf = (subject: Subject) => groups.get(subject.row) ?? null;
  return {
    standings: rank(
      entries.flatMap(({ rankedSubject }) => rankedSubject ?? []),
      directionsOf(ranking),
      ranking.ties,
    ),
    isProvisional: (subject) => openPeriods.has(subject.period) || openGroups.has(groupOf(subject)),
    pendingOf: ({ row }) => pending.get(row) ?? null,
    groupOf,
  };
}

function entryOf(program: CoreProgram, ranking: Ranking, section: number | null, subject: Subject): Entry {
  const scope = subject.scope(subject.owner(ranking.name), true);
  const { published, vetoes } = subject.score();
  const within = ranking.within === null ? "" : subject.field(ranking.within);
  const group = isPending(within) ? null : JSON.stringify([subject.period, datumText(within)]);
  const meets = subject.held(ranking.where === null ? true : evaluate(ranking.where, scope));
  const outside: Entry = { subject, rankedSubject: null, group, isOpen: false, pending: null };
  if (meets === false) return outside;
  const key = keyOf(program, ranking, section, subject, scope);
  // A section that does not concern the subject ranks it nowhere, and nothing is pending.
  if (key === null) return outside;
  const pending = awaitedBy([published, meets, key, within]);
  if (pending !== null || isPending(key) || group === null) return { ...outside, isOpen: true, pending };
  const thenBy = ranking.thenBy.map((tieBreak) =>
    roundedKey(tieBreak.by, evaluate(tieBreak.by, scope), subject.program),
  );
  // A veto acts on the overall result: single sections rank as they scored.
  const barred = section === null && firedWith(vetoes, "unranked", "no-place").length > 0;
  const isOpen = scope.trace.provisional || thenBy.some((each) => isPending(each));
  return { subject, rankedSubject: { subject: subject.row, group, key, thenBy, barred }, group, isOpen, pending };
}

function roundedKey(key: Expression, value: Value, program: CoreProgram): Datum | Pending {
  return isPending(value) ? value : publishedKey(program, key).valueOf(value);
}
