/**
 * What follows from one subject's score: vetoes and what they overrode, places, grades, awards, consequences, outputs.
 */
import { decimalText, fixedText, isRational, PUBLISHED_DECIMALS } from "@yardstick/exact";
import type { Explanation, RankingExplanation, Truth, VetoExplanation } from "../data/explanation.js";
import { awardHolds, paidText } from "../reference/award.js";
import type { Evaluation } from "../reference/evaluation.js";
import { exactOrNull } from "./explain-steps.js";
import { at } from "../values/internal-error.js";
import { publishedText, displayOfField } from "../values/display-value.js";
import type { RankedSubject } from "../values/places.js";
import type { RankingTable } from "../reference/ranking.js";
import type { Subject } from "../reference/subject.js";
import type { Value } from "../values/value.js";
import { isPending, known } from "../values/value.js";
import type { VetoOutcome } from "../reference/veto.js";
import { firedWith } from "../reference/veto.js";

type Results = Pick<Explanation, "vetoes" | "rankings" | "grades" | "awards" | "consequences" | "outputs">;

export function explainResults(subject: Subject, evaluation: Evaluation): Results {
  const { program } = evaluation;
  return {
    vetoes: subject.score().vetoes.map((veto) => explainVeto(veto, subject, evaluation)),
    rankings: program.rankings.flatMap((_, index) =>
      evaluation.rankingTables(index).map((table) => explainRanking(table, subject, evaluation)),
    ),
    grades: program.grades.map(({ name, span, adjustments }, index) => {
      const graded = evaluation.grade(index, subject);
      return {
        name,
        span,
        grade: graded?.grade ?? null,
        note: graded?.note ?? null,
        drawn: graded?.drawn ?? null,
        adjustments: adjustments.map(({ span: own, basis, condition }) => {
          const { value, trace } = subject.find(condition, name, true);
          return { span: own, basis, holds: truth(value), reads: trace.reads };
        }),
      };
    }),
    awards: program.awards.map(({ name, span }, index) => {
      const { holds, pays, overruledBy } = evaluation.award(index, subject);
      return {
        name,
        span,
        holds: truth(holds),
        pays: paidText(pays),
        overruledBy: overruledBy.map((veto) => veto.name),
      };
    }),
    consequences: program.consequences.map(({ name, span }, index) => {
      const { value, trace } = evaluation.consequence(index, subject);
      return { name, span, holds: truth(value), reads: trace.reads };
    }),
    outputs: program.outputs.map(({ name, span, value: { type }, decimals }, index) => {
      const { value, trace } = subject.output(index);
      const text = isPending(value) ? null : publishedText(program, type, value, decimals);
      return { name, span, value: text, exact: isRational(value) ? exactOrNull(value) : null, reads: trace.reads };
    }),
  };
}

function truth(value: Value): Truth {
  return isPending(value) ? null : value === true;
}

function explainVeto({ veto, holds, trace }: VetoOutcome, subject: Subject, evaluation: Evaluation): VetoExplanation {
  const { name, span, basis } = veto;
  const overrode = holds === true ? overridden(veto, subject, evaluation) : [];
  return { name, span, basis, holds: truth(holds), reads: trace.reads, overrode };
}

/** What the subject would have had: its score, its places with the awards that went with them, a better grade. */
function overridden(veto: VetoOutcome["veto"], subject: Subject, evaluation: Evaluation): VetoExplanation["overrode"] {
  const { program } = evaluation;
  const has = (...kinds: readonly string[]) => veto.effects.some(({ kind }) => kinds.includes(kind));
  const before = known(subject.score().rounded);
  const placeOf = (ranking: number) => {
    const [order] = at(program.rankings, ranking).orders;
    if (order === undefined || !order.obeysVetoes) return null;
    return evaluation.rankingTable(order).standings.get(subject.row)?.withoutVetoes ?? null;
  };
  const losesPlaces = has("unranked", "no-place");
  return [
    ...(has("score-zero") && before !== null
      ? [{ kind: "score" as const, was: fixedText(before, program.scoreDecimals) }]
      : []),
    ...program.rankings.flatMap(({ name }, index) => {
      const was = losesPlaces ? placeOf(index) : null;
      return was === null ? [] : [{ kind: "place" as const, ranking: name, was }];
    }),
    ...program.awards.flatMap((award, index) => {
      const isOverruled = evaluation.award(index, subject).overruledBy.includes(veto);
      const scope = subject.scope(subject.owner(award.name), true);
      const isLost = losesPlaces && awardHolds(award, placeOf(award.ranking), scope) === true;
      return isOverruled || isLost ? [{ kind: "award" as const, name: award.name }] : [];
    }),
    ...program.grades.flatMap(({ name }, index) => {
      const was = has("grade-at-most") ? (evaluation.grade(index, subject)?.was ?? null) : null;
      return was === null ? [] : [{ kind: "grade" as const, name, was }];
    }),
  ];
}

function explainRanking(table: RankingTable, subject: Subject, evaluation: Evaluation): RankingExplanation {
  const { span, within, publishedAs } = table.ranking;
  const standing = table.standings.get(subject.row);
  const group = within === null ? null : subject.field(within);
  const field = within === null ? null : at(evaluation.program.fields, within);
  const common = {
    name: publishedAs,
    span,
    group:
      group === null || field === null || isPending(group)
        ? null
        : displayOfField(evaluation.program, field, group).text,
  };
  if (standing === undefined) {
    const own = table.groupOf(subject);
    const others = [...table.standings.values()].find(({ rankedSubject }) => rankedSubject.group === own);
    return {
      ...common,
      value: null,
      place: null,
      of: others?.group.of ?? 0,
      tiedWith: [],
      withoutVetoes: null,
      vetoedAhead: [],
    };
  }
  const { rankedSubject: own, group: ranked, place, withoutVetoes } = standing;
  const tiedWith: RankedSubject[] = [];
  const ahead: RankedSubject[] = [];
  for (const tie of ranked.ties) {
    for (const each of tie) {
      if (each === own) continue;
      const other = table.standings.get(each.subject);
      if (place !== null && other?.place === place) tiedWith.push(each);
      if (each.barred && (other?.withoutVetoes ?? withoutVetoes) < withoutVetoes) ahead.push(each);
    }
  }
  const headToHead = (ranked.headToHead.get(own) ?? []).flatMap(({ tie, sumOf }) => {
    const tied = new Set(tie);
    const counted = ranked.ties.flat().filter((each) => tied.has(each) && (each === own || !each.barred));
    if (counted.length < 2) return [];
    const sums = counted.map((each) => {
      const sum = sumOf(each);
      const value = isRational(sum) ? decimalText(sum, PUBLISHED_DECIMALS) : null;
      return { key: evaluation.subjectAt(each.subject).key, value };
    });
    return [sums];
  });
  return {
    ...common,
    value: table.keyText(subject),
    place,
    of: ranked.of,
    tiedWith: tiedWith.map((each) => evaluation.subjectAt(each.subject).key),
    withoutVetoes,
    ...(headToHead.length === 0 ? {} : { headToHead }),
    vetoedAhead: ahead.flatMap((each) => {
      const { key, veto } = vetoedSubject(evaluation.subjectAt(each.subject));
      return veto === undefined ? [] : [{ key, veto: veto.name }];
    }),
  };
}

/** A subject with the first of the vetoes that took its place away. */
function vetoedSubject(subject: Subject): { readonly key: string; readonly veto: VetoOutcome["veto"] | undefined } {
  const vetoes = subject.program.vetoes.map((_, index) => subject.veto(index));
  const [veto] = firedWith(vetoes, "unranked", "no-place");
  return { key: subject.key, veto };
}
