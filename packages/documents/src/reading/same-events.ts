/** Events of an item that are one figure in data although two clauses may mean two things by them. */
import type { Asked } from "../form/pattern.js";
import type { ReadClause } from "../match/read-clause.js";
import { eventWords, nameOf } from "../patterns/names.js";
import type { RulePart, ScoringRule } from "../rule/rule.js";

const isRule = (part: RulePart): part is ScoringRule => part.kind === "rule";
/** The rules of a clause that score. */
export const ownRules = (clause: ReadClause): readonly ScoringRule[] =>
  clause.matches.flatMap(({ parts }) => parts.filter(isRule));

/** Asked where a clause counts what another one of its item counts as well, or what has the same name in other words. */
export const sameEvent = (text: string, other: number): Asked => ({
  code: "same-event",
  scope: "clause",
  text: {
    zh: `“${text}”与第 ${String(other)} 条说的是同一件事吗？`,
    en: `Is “${text}” the same thing as in clause ${String(other)}?`,
  },
  options: [
    { zh: "是，共用一个数据", en: "yes; both use one figure" },
    { zh: "不是，这一条另写", en: "no; the clause is written by hand" },
  ],
});

/** Asked where two counts of a clause differ by a figure alone, so that one case may be in both. */
export const withinOther: Asked = {
  code: "within-other",
  scope: "clause",
  text: {
    zh: "两种情形只有数字不同，超过后一限度的，前一情形还计吗？",
    en: "Two cases differ by a figure alone. Is what is beyond the second limit counted in the first as well?",
  },
  options: [
    { zh: "不计，填报时归入一种情形", en: "no; each case is filled in once" },
    { zh: "两种都计，这一条另写", en: "yes, in both; the clause is written by hand" },
  ],
};

/** Whether two counts of a clause have names that differ by a figure alone: 超过15分钟, 超过30分钟. */
export function hasTiers(clause: ReadClause): boolean {
  const names = new Set(ownRules(clause).flatMap(({ per }) => (per === null ? [] : [per.field.name])));
  return new Set([...names].map((name) => name.replaceAll(/\d+(?:\.\d+)?/gu, "#"))).size < names.size;
}

/** Clauses of an entry that count what one before counts with another figure: 超过8小时的，每份扣3分 and 超过24小时的，每份扣5分. */
export function tiersAcross(own: readonly { readonly clause: ReadClause; readonly at: number }[]): readonly number[] {
  const known = new Map<string, { readonly name: string; readonly at: number; readonly passage: number }>();
  const found = new Set<number>();
  for (const { clause, at } of own)
    for (const { per } of ownRules(clause)) {
      const name = per?.field.name ?? "";
      if (!/\d/u.test(name)) continue;
      const key = name.replaceAll(/\d+(?:\.\d+)?/gu, "#");
      const before = known.get(key);
      if (before === undefined) known.set(key, { name, at, passage: clause.passage });
      else if (before.name !== name && before.at !== at && before.passage === clause.passage) found.add(at);
    }
  return [...found];
}

/** Fields by which rules are decided, by name and unit. */
function fieldsOf(clause: ReadClause): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("levels" in value && "name" in value && typeof value.name === "string") found.add(value.name);
    for (const each of Object.values(value)) visit(each);
  };
  for (const { parts } of clause.matches) visit(parts);
  return found;
}

/** Clauses whose event has the name of one before in other words, or is counted by one before as well. */
export function confusedEvents(
  own: readonly { readonly clause: ReadClause; readonly at: number }[],
  item: string,
): readonly { readonly at: number; readonly text: string; readonly other: number }[] {
  const known = new Map<string, { readonly words: string; readonly number: number }>();
  // One question for each clause.
  const found = new Map<number, { readonly at: number; readonly text: string; readonly other: number }>();
  const add = (at: number, text: string, other: number) => {
    if (!found.has(at)) found.set(at, { at, text, other });
  };
  // What is counted by one clause and again by another.
  const counted = new Map<string, number>();
  for (const { clause, at } of own) {
    for (const { per, effect } of ownRules(clause)) {
      if (per === null) continue;
      const key = JSON.stringify([per, effect]);
      const before = counted.get(key);
      if (before === undefined) counted.set(key, clause.number);
      else if (before !== clause.number) add(at, clause.text, before);
    }
    const fields = fieldsOf(clause);
    for (const { slots } of clause.matches)
      for (const [slot, { text }] of Object.entries(slots)) {
        if (!/^(?:[EMT]\d?|C9)(?:\.\d+)?$/u.test(slot) || text === "") continue;
        const name = nameOf(text, item);
        if (!fields.has(name)) continue;
        const words = eventWords(text);
        const before = known.get(name);
        if (before === undefined) known.set(name, { words, number: clause.number });
        else if (before.words !== words) add(at, text, before.number);
      }
  }
  return [...found.values()];
}
