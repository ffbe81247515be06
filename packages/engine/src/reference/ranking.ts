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
import { datumText, isPending } from "../values/value.js";
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
    const keyOf = (_subject: Subject, scope: Scope): Value => roundedKey(by, evaluate(by, scope), program);
    return [named(tableOf(ranking, subjects, keyOf, true), ranking.name, null, textOf)];
  }
  return sectionsRanked(program).map((section) => {
    const part = at(program.parts, section);
    const { valueOf, textOf } = keyOfPart(program, section);
    const keyOf = (subject: Subject, scope: Scope): Value | null => {
      const { score, provisional } = subject.part(section);
      scope.trace.provisional ||= provisional;
      return score === null || isPending(score) ? score : valueOf(score);
    };
    // A veto acts on the overall result: single sections rank as they scored.
    const table = tableOf(ranking, subjects, keyOf, false);
    return named(table, `${ranking.name}/${part.name}`, section, textOf);
  });
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
}

type KeyOf = (subject: Subject, scope: Scope) => Value | null;

function tableOf(
  ranking: Ranking,
  subjects: readonly Subject[],
  keyOf: KeyOf,
  vetoesCount: boolean,
): Pick<RankingTable, "standings" | "isProvisional" | "groupOf"> {
  const entries = subjects.map((subject) => entryOf(ranking, subject, keyOf, vetoesCount));
  const open = entries.filter((entry) => entry.isOpen);
  const openGroups = new Set(open.map(({ group }) => group));
  const openPeriods = new Set(open.filter(({ group }) => group === null).map(({ subject }) => subject.period));
  const groups = new Map(entries.map(({ subject, group }) => [subject.row, group]));
  const groupOf = (subject: Subject) => groups.get(subject.row) ?? null;
  return {
    standings: rank(
      entries.flatMap(({ rankedSubject }) => rankedSubject ?? []),
      directionsOf(ranking),
      ranking.ties,
    ),
    isProvisional: (subject) => openPeriods.has(subject.period) || openGroups.has(groupOf(subject)),
    groupOf,
  };
}

function entryOf(ranking: Ranking, subject: Subject, keyOf: KeyOf, vetoesCount: boolean): Entry {
  const scope = subject.scope(subject.owner(ranking.name), true);
  const { published, vetoes } = subject.score();
  const within = ranking.within === null ? "" : subject.field(ranking.within);
  const group = isPending(within) ? null : JSON.stringify([subject.period, datumText(within)]);
  const meets = subject.held(ranking.where === null ? true : evaluate(ranking.where, scope));
  if (meets === false) return { subject, rankedSubject: null, group, isOpen: false };
  const key = keyOf(subject, scope);
  // A section that does not concern the subject ranks it nowhere, and nothing is pending.
  if (key === null) return { subject, rankedSubject: null, group, isOpen: false };
  if (isPending(published) || isPending(meets) || isPending(key) || group === null)
    return { subject, rankedSubject: null, group, isOpen: true };
  const thenBy = ranking.thenBy.map((tieBreak) =>
    roundedKey(tieBreak.by, evaluate(tieBreak.by, scope), subject.program),
  );
  const barred = vetoesCount && firedWith(vetoes, "unranked", "no-place").length > 0;
  const isOpen = scope.trace.provisional || thenBy.some((each) => isPending(each));
  return { subject, rankedSubject: { subject: subject.row, group, key, thenBy, barred }, group, isOpen };
}

function roundedKey(key: Expression, value: Value, program: CoreProgram): Datum | Pending {
  return isPending(value) ? value : publishedKey(program, key).valueOf(value);
}
