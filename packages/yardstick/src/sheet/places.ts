/**
 * The places, grades, awards, consequences and outputs of a subject, and the summary at the top of its score sheet.
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
import type { SheetContext } from "./read.js";
import { describeAwaited, ownReasons, withUnit } from "./read.js";
import type { SheetRanking, SheetResult } from "./sheet.js";

/** The place in a ranking as text. */
export function sheetRanking(
  ranking: RankingExplanation,
  { provisional }: Pick<Explanation, "provisional">,
  { messages }: SheetContext,
): SheetRanking {
  const { name, span, place, of, group, tiedWith } = ranking;
  const stands = place === null ? messages.noPlace : messages.place(place, of, group, tiedWith.join(messages.list));
  const text = [stands, ...(ranking.headToHead ?? []).map(messages.headToHead)].join("");
  const isProvisional = provisional.includes(name);
  return { name, span, place, of, tiedWith, isProvisional, text: isProvisional ? messages.provisional(text) : text };
}

/** The text of an undecided result: `待定，尚待 事故次数（待填）`. Without a score the summary lists the missing values instead. */
export function undecidedText(
  kind: Undecided["kind"],
  name: string,
  { status, undecided }: Pick<Explanation, "status" | "undecided">,
  { messages, lang }: SheetContext,
): string {
  const awaiting = undecided.find((one) => one.kind === kind && one.name === name)?.awaiting ?? [];
  if (awaiting.length === 0 || (status !== "scored" && kind !== "veto")) return messages.undecided;
  const own = ownReasons(name, awaiting, lang);
  if (own !== null) return messages.undecidedBy(own.join(messages.list));
  return messages.undecidedFor(awaiting.map((awaited) => describeAwaited(awaited, lang)).join(messages.list));
}

/** The payment of an award in the base unit of its amount: `3000 元`. */
function paidText(program: Program, award: string, pays: string | null, lang: Lang): string | null {
  if (pays === null) return null;
  const type = program.awards.find(({ name }) => name === award)?.pays?.type;
  return withUnit(pays, type === undefined ? null : publishedUnit(type, lang), lang);
}

/** An award with its payment: `红旗单位 3000 元`. */
export function describeAward(program: Program, award: SubjectResult["awards"][number], lang: Lang): string {
  const paid = paidText(program, award.name, award.pays, lang);
  return paid === null ? award.name : `${award.name} ${paid}`;
}

/** The results of a subject as text. */
export function sheetResults(explanation: Explanation, context: SheetContext): readonly SheetResult[] {
  const { program, messages, lang } = context;
  const undecided = (kind: Undecided["kind"], name: string) => undecidedText(kind, name, explanation, context);
  const marked = (name: string, text: string): string =>
    explanation.provisional.includes(name) ? messages.provisional(text) : text;
  const truth = (kind: "award" | "consequence", name: string, holds: boolean | null, said: string): string =>
    holds === null ? undecided(kind, name) : holds ? marked(name, said) : messages.notHeld;
  const paid = (name: string, pays: string | null): string | null =>
    explanation.undecided.some((one) => one.kind === "payment" && one.name === name)
      ? undecided("payment", name)
      : paidText(program, name, pays, lang);
  const outputUnit = (name: string): string | null => {
    const type = program.outputs.find((output) => output.name === name)?.value.type;
    return type === undefined ? null : publishedUnit(type, lang);
  };
  const flagWords: Readonly<Record<string, string>> = { yes: messages.yes, no: messages.no };
  const outputText = (name: string, value: string): string => {
    const type = program.outputs.find((output) => output.name === name)?.value.type;
    return type?.kind === "flag" ? (flagWords[value] ?? value) : withUnit(value, outputUnit(name), lang);
  };

  return [
    ...explanation.grades.map(({ name, span, grade, note, drawn, adjustments }): SheetResult => {
      const rules = adjustments.filter(({ holds }) => holds === true).map((rule) => context.sentence(rule.span));
      const moved = drawn === null ? "" : messages.gradeMoved(drawn, rules.join(messages.comma));
      return {
        kind: "grade",
        name,
        span,
        holds: grade === null ? null : true,
        text:
          grade === null && note === null
            ? undecided("grade", name)
            : marked(name, `${messages.grade(grade, note)}${moved}`),
      };
    }),
    ...explanation.awards.map(({ name, span, holds, pays, overruledBy }): SheetResult => ({
      kind: "award",
      name,
      span,
      holds: overruledBy.length > 0 ? false : holds,
      text:
        overruledBy.length > 0
          ? messages.awardOverruled(overruledBy.join(messages.list))
          : truth("award", name, holds, messages.awardHeld(paid(name, pays))),
    })),
    ...explanation.consequences.map(({ name, span, holds }): SheetResult => ({
      kind: "consequence",
      name,
      span,
      holds,
      text: truth("consequence", name, holds, messages.consequence),
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

/** The sentences at the top of the score sheet. */
export function summaryOf(explanation: Explanation, { messages, program, lang }: SheetContext): readonly string[] {
  const sentences: string[] = [];
  if (explanation.status !== "scored" && explanation.awaiting.length > 0) {
    const fields = explanation.awaiting.map((awaited) => describeAwaited(awaited, lang));
    sentences.push(messages.waiting(fields.join(messages.list)));
  }
  const fired = explanation.vetoes.filter(({ holds }) => holds === true).map(({ name }) => `“${name}”`);
  if (fired.length > 0) sentences.push(messages.firedOnYou(fired.join(messages.list)));
  // Rankings by section are explained with the section and not in the summary.
  const overall = new Set(program.rankings.filter(({ by }) => by !== "each-section").map(({ name }) => name));
  for (const ranking of explanation.rankings) {
    const { name, place, withoutVetoes, vetoedAhead } = ranking;
    if (!overall.has(name) || place === null) continue;
    if (withoutVetoes !== null && withoutVetoes !== place && vetoedAhead.length > 0) {
      const ahead = vetoedAhead.map(({ key, veto }) => messages.vetoedBy(key, veto)).join(messages.comma);
      sentences.push(messages.movedUp(name, withoutVetoes, place, ahead));
    } else if (ranking.tiedWith.length > 0) {
      sentences.push(
        messages.placed(name, messages.place(place, ranking.of, ranking.group, ranking.tiedWith.join(messages.list))),
      );
    }
  }
  return sentences;
}
