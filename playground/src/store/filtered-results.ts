/** Results found, filtered, sorted and grouped. Places stay those of the ranking. Loaded with the bar over the results. */
import { numberOrZero } from "@yardstick/exact";
import type { SubjectResult } from "@yardstick/engine";
import { initialsOf, matchesInitials } from "../help/initials.js";
import { identityOf, type RankedSubject, type RankingView } from "./ranking-view.js";
import type { ResultsChoice, ResultsGroup, ShownResults, SortColumn, SubjectState } from "./shown-results.js";
import type { SubjectProperty } from "./subject-properties.js";

export { comparedWithBefore, periodOfResults } from "./compared-period.js";
export { subjectProperties } from "./subject-properties.js";

/** How many subjects have each state. */
export function countsOf({ ranked, pending }: RankingView): Readonly<Record<SubjectState, number>> {
  const counts = { pending: pending.length, vetoed: 0, tied: 0, undecided: 0, provisional: 0 };
  for (const each of ranked) {
    if (each.vetoes.length > 0) counts.vetoed += 1;
    if (each.tiedAt.length > 0) counts.tied += 1;
    if (each.undecided.length > 0) counts.undecided += 1;
    if (each.isProvisional) counts.provisional += 1;
  }
  return counts;
}

const hasState: Readonly<Record<SubjectState, (row: RankedSubject) => boolean>> = {
  pending: () => false,
  vetoed: ({ vetoes }) => vetoes.length > 0,
  tied: ({ tiedAt }) => tiedAt.length > 0,
  undecided: ({ undecided }) => undecided.length > 0,
  provisional: ({ isProvisional }) => isProvisional,
};

/**
 * @param properties those that the results have; choices of others are without effect
 * @param changes what each subject's score changed since the period before, by identity; empty where it is not compared
 */
export function filteredResults(
  { ranked, pending }: RankingView,
  choice: ResultsChoice,
  properties: readonly SubjectProperty[],
  changes: ReadonlyMap<string, string | null>,
): ShownResults {
  const chosen = properties.flatMap((property) => {
    const value = choice.values.get(property.name);
    return value !== undefined && property.values.includes(value) ? [{ property, value }] : [];
  });
  const isFound = finder(choice.find);
  const fits = (subject: SubjectResult) =>
    isFound(subject.key) && chosen.every(({ property, value }) => property.valueOf(subject) === value);
  const { state } = choice;
  const kept = ranked.filter((row) => (state === null || hasState[state](row)) && fits(row.subject));
  const open = state === null || state === "pending" ? pending.filter(fits) : [];
  const rows = sorted(kept, choice.sort, changes);
  const property = properties.find(({ name }) => name === choice.group);
  const groups = property === undefined ? [{ property: null, value: null, rows }] : grouped(rows, property);
  return {
    groups,
    rows: groups.flatMap((group) => group.rows),
    pending: open,
    shown: rows.length + open.length,
    total: ranked.length + pending.length,
  };
}

/** Whether a name contains a text, or its characters begin with these initials. */
function finder(find: string): (name: string) => boolean {
  const text = find.normalize("NFKC").trim().toLowerCase();
  if (text === "") return () => true;
  const isInitials = /^[a-z]+$/u.test(text);
  return (name) =>
    name.normalize("NFKC").toLowerCase().includes(text) || (isInitials && matchesInitials(initialsOf(name), text));
}

function grouped(rows: readonly RankedSubject[], { name, values, valueOf }: SubjectProperty): readonly ResultsGroup[] {
  const byValue = new Map<string | null, RankedSubject[]>();
  for (const row of rows) {
    const value = valueOf(row.subject);
    const group = byValue.get(value);
    if (group === undefined) byValue.set(value, [row]);
    else group.push(row);
  }
  const order = new Set<string | null>([...values, ...byValue.keys()].filter((value) => value !== null));
  order.add(null);
  return [...order].flatMap((value) => {
    const group = byValue.get(value);
    return group === undefined ? [] : [{ property: name, value, rows: group }];
  });
}

/** Rows without a value come last in both directions; equal ones keep the order of the ranking. */
function sorted(
  rows: readonly RankedSubject[],
  sort: ResultsChoice["sort"],
  changes: ReadonlyMap<string, string | null>,
): readonly RankedSubject[] {
  if (sort === null) return rows;
  if (sort.by === "place") return sort.isDescending ? [...rows].reverse() : rows;
  const sign = sort.isDescending ? -1 : 1;
  if (sort.by === "name") {
    const collator = new Intl.Collator("zh", { numeric: true });
    return [...rows].sort((a, b) => sign * collator.compare(a.key, b.key));
  }
  const textOf: Readonly<Record<Exclude<SortColumn, "place" | "name">, (row: RankedSubject) => string | null>> = {
    lost: ({ bar }) => bar.lostText,
    bonus: ({ bar }) => bar.bonusText,
    score: ({ score }) => score,
    change: (row) => changes.get(identityOf(row))?.replace("−", "-").replace(/^\+/u, "") ?? null,
  };
  const read = textOf[sort.by];
  const valued = rows.map((row) => {
    const text = read(row);
    return { row, value: text === null ? null : numberOrZero(text) };
  });
  return valued
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return sign * a.value.compare(b.value);
    })
    .map(({ row }) => row);
}
