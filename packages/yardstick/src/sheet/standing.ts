/**
 * Where a subject stands and what follows: places, grades, awards, consequences, outputs, and the sentences at the top of
 * the sheet that say what decided.
 */
import {
  type Explanation,
  publishedUnit,
  type RankingExplanation,
  type SubjectResult,
  type Undecided,
} from "@yardstick/engine";
import type { Lang } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import type { Writing } from "./read.js";
import { describeAwaited, ownReasons, withUnit } from "./read.js";
import type { SheetRanking, SheetResult } from "./sheet.js";

export function sheetRanking(
  ranking: RankingExplanation,
  { provisional }: Pick<Explanation, "provisional">,
  { words }: Writing,
): SheetRanking {
  const { name, span, place, of, group, tiedWith } = ranking;
  const text = place === null ? words.noPlace : words.place(place, of, group, tiedWith.join(words.list));
  return { name, span, place, of, text: provisional.includes(name) ? words.provisional(text) : text };
}

/** `待定，尚待 事故次数（待填）`. Of a subject without a score the summary says what is awaited. */
export function undecidedText(
  kind: Undecided["kind"],
  name: string,
  { status, undecided }: Pick<Explanation, "status" | "undecided">,
  { words, lang }: Writing,
): string {
  const awaiting = undecided.find((one) => one.kind === kind && one.name === name)?.awaiting ?? [];
  if (awaiting.length === 0 || (status !== "scored" && kind !== "veto")) return words.undecided;
  const own = ownReasons(name, awaiting, lang);
  if (own !== null) return words.undecidedBy(own.join(words.list));
  return words.undecidedFor(awaiting.map((awaited) => describeAwaited(awaited, lang)).join(words.list));
}

/** `3000 元`: what an award pays, in the base unit of the sum that the rubric names. */
function paidText(program: Program, award: string, pays: string | null, lang: Lang): string | null {
  if (pays === null) return null;
  const type = program.awards.find(({ name }) => name === award)?.pays?.type;
  return withUnit(pays, type === undefined ? null : publishedUnit(type, lang), lang);
}

/** `红旗单位 3000 元`: an award that was won. */
export function describeAward(program: Program, award: SubjectResult["awards"][number], lang: Lang): string {
  const paid = paidText(program, award.name, award.pays, lang);
  return paid === null ? award.name : `${award.name} ${paid}`;
}

export function sheetResults(explanation: Explanation, writing: Writing): readonly SheetResult[] {
  const { program, words, lang } = writing;
  const undecided = (kind: Undecided["kind"], name: string) => undecidedText(kind, name, explanation, writing);
  const marked = (name: string, text: string): string =>
    explanation.provisional.includes(name) ? words.provisional(text) : text;
  const truth = (kind: "award" | "consequence", name: string, holds: boolean | null, said: string): string =>
    holds === null ? undecided(kind, name) : holds ? marked(name, said) : words.notHeld;
  const paid = (name: string, pays: string | null): string | null =>
    explanation.undecided.some((one) => one.kind === "payment" && one.name === name)
      ? undecided("payment", name)
      : paidText(program, name, pays, lang);
  const outputUnit = (name: string): string | null => {
    const type = program.outputs.find((output) => output.name === name)?.value.type;
    return type === undefined ? null : publishedUnit(type, lang);
  };
  const flagWords: Readonly<Record<string, string>> = { yes: words.yes, no: words.no };
  const outputText = (name: string, value: string): string => {
    const type = program.outputs.find((output) => output.name === name)?.value.type;
    return type?.kind === "flag" ? (flagWords[value] ?? value) : withUnit(value, outputUnit(name), lang);
  };

  return [
    ...explanation.grades.map(({ name, span, grade, note }): SheetResult => ({
      kind: "grade",
      name,
      span,
      holds: grade === null ? null : true,
      text: grade === null && note === null ? undecided("grade", name) : marked(name, words.grade(grade, note)),
    })),
    ...explanation.awards.map(({ name, span, holds, pays, overruledBy }): SheetResult => ({
      kind: "award",
      name,
      span,
      holds: overruledBy.length > 0 ? false : holds,
      text:
        overruledBy.length > 0
          ? words.awardOverruled(overruledBy.join(words.list))
          : truth("award", name, holds, words.awardHeld(paid(name, pays))),
    })),
    ...explanation.consequences.map(({ name, span, holds }): SheetResult => ({
      kind: "consequence",
      name,
      span,
      holds,
      text: truth("consequence", name, holds, words.consequence),
    })),
    ...explanation.outputs.map(({ name, span, value }): SheetResult => ({
      kind: "output",
      name,
      span,
      holds: value === null ? null : true,
      text: value === null ? undecided("output", name) : marked(name, outputText(name, value)),
    })),
  ];
}

export function summaryOf(explanation: Explanation, { words, program, lang }: Writing): readonly string[] {
  const sentences: string[] = [];
  if (explanation.status !== "scored" && explanation.awaiting.length > 0) {
    const fields = explanation.awaiting.map((awaited) => describeAwaited(awaited, lang));
    sentences.push(words.waiting(fields.join(words.list)));
  }
  const fired = explanation.vetoes.filter(({ holds }) => holds === true).map(({ name }) => `“${name}”`);
  if (fired.length > 0) sentences.push(words.firedOnYou(fired.join(words.list)));
  // A ranking by each section has one entry a section: its story is told there, not at the top.
  const overall = new Set(program.rankings.filter(({ by }) => by !== "each-section").map(({ name }) => name));
  for (const ranking of explanation.rankings) {
    const { name, place, withoutVetoes, vetoedAhead } = ranking;
    if (!overall.has(name) || place === null) continue;
    if (withoutVetoes !== null && withoutVetoes !== place && vetoedAhead.length > 0) {
      const ahead = vetoedAhead.map(({ key, veto }) => words.vetoedBy(key, veto)).join(words.comma);
      sentences.push(words.movedUp(name, withoutVetoes, place, ahead));
    } else if (ranking.tiedWith.length > 0) {
      sentences.push(
        words.placed(name, words.place(place, ranking.of, ranking.group, ranking.tiedWith.join(words.list))),
      );
    }
  }
  return sentences;
}
