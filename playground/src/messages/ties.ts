/** Messages about ties at the cut of a quota; fetched with the notes of a result that has one. */
import type { Lang } from "@yardstick/language";

interface TieMessages {
  readonly mark: string;
  /** Who ties, for which grade, and how many places are left. */
  readonly says: (grade: string, left: number, names: string) => string;
  readonly within: (grade: string, group: string) => string;
  readonly more: (names: string, count: number) => string;
  readonly list: string;
  readonly could: string;
  readonly to: (grade: string) => string;
  readonly thenBy: (name: string) => string;
  readonly byHand: string;
  readonly byHandWhy: (field: string) => string;
  readonly noRanking: string;
  readonly none: string;
}

/** The texts by language. */
export const tieMessages: Readonly<Record<Lang, TieMessages>> = {
  zh: {
    mark: "并列未定",
    says: (grade, left, names) => `“${grade}”还剩 ${left} 名，${names} 并列。规则没有写怎样分先后，暂列其下。`,
    within: (grade, group) => `${grade}（${group}）`,
    more: (names, count) => `${names}等 ${count} 个`,
    list: "、",
    could: "可以怎样分",
    to: (grade) => `${grade}归`,
    thenBy: (name) => `写进规则：再按 ${name}`,
    byHand: "由人裁定…",
    byHandWhy: (field) => `增加字段“${field}”，排名再按它分先后；在数据中给应列前的填较大的数，没有填的按 0。`,
    noRanking: "等次没有写明按哪个排名，请先在等次中写“按”，再为该排名写“再按”。",
    none: "各项得分也分不出先后。",
  },
  en: {
    mark: "Undecided tie",
    says: (grade, left, names) =>
      `${left} ${left === 1 ? "place" : "places"} of “${grade}” left, and ${names} tie. The rubric does not say what goes first, so they stay below it.`,
    within: (grade, group) => `${grade} (${group})`,
    more: (names, count) => `${names} and others, ${count} in all,`,
    list: ", ",
    could: "what could decide it",
    to: (grade) => `${grade} to`,
    thenBy: (name) => `Add to the rubric: then by ${name}`,
    byHand: "Decide by hand…",
    byHandWhy: (field) =>
      `Adds the field “${field}” as the next key of the ranking: enter a larger number for those that go first; 0 where nothing is entered.`,
    noRanking: "The grades name no ranking: state it after “by” in the grades, then add “then by” to that ranking.",
    none: "No score of a part decides it.",
  },
};
