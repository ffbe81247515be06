/**
 * Scores as functions of the shares of one group: an evaluated run in, for each ranked subject what every criterion brings for a
 * share of one, out. Part scores stay as they are, so that any other shares need additions alone.
 */
import { isRational, ONE, rational, type Rational, rounded, ZERO } from "@yardstick/exact";
import type { Multiply, RankingNode } from "@yardstick/language/core";
import type { Sum } from "../reference/section-total.js";
import type { Evaluation } from "../reference/evaluation.js";
import { at, InternalError } from "../values/internal-error.js";
import { Meetings } from "../values/meetings.js";
import type { RankedSubject, Directions } from "../values/places.js";
import { directionsOf, rank } from "../values/places.js";
import type { Subject } from "../reference/subject.js";
import type { Datum, Pending } from "../values/value.js";
import { known } from "../values/value.js";
import { firedWith } from "../reference/veto.js";
import type { CriteriaGroup } from "./criteria.js";
import { isScore } from "./dependence.js";

/** `brings` a share of one; `dropped`: does not apply, its share goes to those that bring; `decreed`: keeps its share, takes none. */
export interface Term {
  readonly kind: "brings" | "dropped" | "decreed";
  /** Points of the parent, for a share of one. */
  readonly rate: Rational;
}

/** What a ranking compares: a number that moves with the shares, `base + factor · inner(shares)`, published; or what does not move. */
export type Key =
  | { readonly base: Rational; readonly factor: Rational; readonly decimals: number }
  | { readonly fixed: Datum | Pending };

export interface SubjectModel {
  /** Row of the subject table. */
  readonly row: number;
  readonly group: string;
  readonly barred: boolean;
  /** Parallel to the group's criteria. */
  readonly terms: readonly Term[];
  /** First what the ranking is based on, then what breaks ties. */
  readonly keys: readonly Key[];
  /** From what the terms bring to the score before it is rounded; null where a veto sets the score. */
  readonly toScore: Rational | null;
}

export interface ShareModel {
  readonly subjects: readonly SubjectModel[];
  readonly lowestFirst: Directions;
  readonly ties: RankingNode["ties"];
}

export function shareModel(
  evaluation: Evaluation,
  group: CriteriaGroup,
  shares: readonly Rational[],
  ranking: RankingNode,
): ShareModel {
  const table = evaluation.rankingTable(ranking);
  const rankedSubjects = [...table.standings.values()].map(({ rankedSubject }) => rankedSubject);
  return {
    lowestFirst: directionsOf(ranking),
    ties: ranking.ties,
    subjects: rankedSubjects
      .sort((a, b) => a.subject - b.subject)
      .map((rankedSubject) =>
        modelOf(evaluation.subjectAt(rankedSubject.subject), rankedSubject, group, shares, ranking),
      ),
  };
}

function modelOf(
  subject: Subject,
  rankedSubject: RankedSubject,
  group: CriteriaGroup,
  shares: readonly Rational[],
  ranking: RankingNode,
): SubjectModel {
  const { program } = subject;
  const terms = termsOf(subject, group);
  const now = terms === null ? ZERO : (innerAt(terms, shares) ?? ZERO);
  const score = subject.score();
  const isSet = firedWithScore(score.vetoes);
  const keys = ranking.keys.map(({ value: expression }, index): Key => {
    const published = at(rankedSubject.keys, index);
    if (published instanceof Meetings) throw new InternalError("a model of shares was made of meetings");
    const fixed: Key = { fixed: published };
    if (!isScore(expression) || terms === null) return fixed;
    const { to } = expression;
    if (to.kind === "score") {
      const exact = known(score.exact);
      const factor = factorTo(subject, group.parent, null);
      if (isSet || exact === null || factor === null) return fixed;
      return { base: exact.sub(factor.mul(now)), factor, decimals: program.scoreDecimals };
    }
    if (to.kind !== "part-score") return fixed;
    const own = subject.part(to.part).score;
    const factor = factorTo(subject, group.parent, to.part);
    const { decimals } = at(program.parts, to.part);
    // An item is above no group of shares.
    if (!isRational(own) || factor === null || decimals === null) return fixed;
    return { base: own.sub(factor.mul(now)), factor, decimals };
  });
  return {
    row: rankedSubject.subject,
    group: rankedSubject.group,
    barred: rankedSubject.barred,
    terms: terms ?? group.criteria.map(() => ({ kind: "decreed", rate: ZERO })),
    keys,
    toScore: isSet || terms === null ? null : factorTo(subject, group.parent, null),
  };
}

function firedWithScore(vetoes: Parameters<typeof firedWith>[0]): boolean {
  return firedWith(vetoes, "score-zero").length > 0;
}

/** Null where the group does not concern the subject: another variant, or a section that does not apply. */
export function termsOf(subject: Subject, group: CriteriaGroup): readonly Term[] | null {
  const sum = sumWith(subject, group);
  if (sum === null) return null;
  const whole = rational(group.whole);
  return group.criteria.map(({ part: index }): Term => {
    const part = at(subject.program.parts, index);
    const outcome = subject.part(index);
    const points = rational(part.points);
    if (outcome.score === null) return { kind: "dropped", rate: ZERO };
    const kind = outcome.applies === false ? "decreed" : "brings";
    const score = known(outcome.score);
    // A part of no points contributes its score as it is, whatever its share.
    if (score === null || points.equals(0)) return { kind, rate: ZERO };
    return { kind, rate: score.div(points).mul(whole).mul(factorOf(part.addend.steps, subject)) };
  });
}

function sumWith(subject: Subject, { parent, criteria }: CriteriaGroup): Sum | null {
  if (parent === null) return subject.score().sum;
  if (factorTo(subject, parent, null) === null) return null;
  const section = subject.part(parent).section;
  const isChosen = section !== null && criteria.every(({ part }) => section.chosen.includes(part));
  return isChosen ? section.sum : null;
}

/**
 * What one point of the sum inside `from` is worth in the score of part `to` (null: in the exact total). Null where that sum is
 * no part of it, for this subject or at all.
 */
export function factorTo(subject: Subject, from: number | null, to: number | null): Rational | null {
  const { program } = subject;
  let factor = ONE;
  let index = from;
  while (index !== to && index !== null) {
    const part = at(program.parts, index);
    const sum = part.parent === null ? subject.score().sum : (subject.part(part.parent).section?.sum ?? null);
    const contribution = sum?.contributions.find((each) => each.part === index) ?? null;
    if (contribution === null || subject.part(index).section === null) return null;
    const { scale, steps } = part.addend;
    const own = scale === null ? ONE : contribution.worth.div(rational(scale));
    factor = factor.mul(own).mul(factorOf(steps, subject));
    index = part.parent;
  }
  if (index !== to) return null;
  if (to !== null) return factor;
  return factor.mul(factorOf(program.total.steps, subject));
}

/** The product of coefficients; one that is pending counts 0. */
function factorOf(steps: readonly Multiply[], subject: Subject): Rational {
  return steps.reduce(
    (product, { coefficient }) => product.mul(known(subject.coefficient(coefficient).value) ?? ZERO),
    ONE,
  );
}

/** Whether a subject has no score only because all that applies to it has a share of 0; with other shares it has one. */
export function isAnyoneSilenced(
  evaluation: Evaluation,
  { criteria }: CriteriaGroup,
  shares: readonly Rational[],
): boolean {
  if (!shares.some((share) => share.equals(0))) return false;
  return evaluation.subjects.some((subject) => {
    const outcomes = criteria.map(({ part }) => subject.part(part));
    const isHandedOver = outcomes.some(({ score }) => score === null);
    return (
      isHandedOver &&
      outcomes.every(({ score, applies }, index) => score === null || applies === false || at(shares, index).equals(0))
    );
  });
}

/** What the group adds up to; null where no part is left to take the shares of those that do not apply. */
export function innerAt(terms: readonly Term[], shares: readonly Rational[]): Rational | null {
  let brought = ZERO;
  let decreed = ZERO;
  let bringing = ZERO;
  let dropped = ZERO;
  terms.forEach(({ kind, rate }, index) => {
    const share = at(shares, index);
    if (kind === "dropped") dropped = dropped.add(share);
    else if (kind === "decreed") decreed = decreed.add(rate.mul(share));
    else {
      bringing = bringing.add(share);
      brought = brought.add(rate.mul(share));
    }
  });
  if (!terms.some(({ kind }) => kind === "dropped")) return brought.add(decreed);
  return bringing.equals(0) ? null : decreed.add(brought.mul(bringing.add(dropped)).div(bringing));
}

/** A key as published; null where there is none at these shares. */
export function keyAt(key: Key, inner: Rational | null): Datum | Pending | null {
  if ("fixed" in key) return key.fixed;
  return inner === null ? null : rounded(key.base.add(key.factor.mul(inner)), key.decimals);
}

/** Places by row at these shares; null where a subject has no score there, which only the evaluator can judge. */
export function placesAt(
  { subjects, lowestFirst, ties }: ShareModel,
  shares: readonly Rational[],
): ReadonlyMap<number, number | null> | null {
  const rankedSubjects: RankedSubject[] = [];
  for (const { row, group, barred, terms, keys } of subjects) {
    const inner = innerAt(terms, shares);
    if (inner === null) return null;
    const own = keys.map((each) => keyAt(each, inner));
    if (own.includes(null)) return null;
    rankedSubjects.push({ subject: row, group, barred, keys: own as readonly (Datum | Pending)[] });
  }
  return new Map([...rank(rankedSubjects, lowestFirst, ties)].map(([row, { place }]) => [row, place]));
}
