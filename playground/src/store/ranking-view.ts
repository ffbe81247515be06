/**
 * The ranking as it is shown: who stands where, with what score, marks and moves, and who stands apart because something is
 * awaited. A vetoed subject stays in the order of the scores, without a place.
 */
import type { Awaited, SubjectResult } from "@yardstick/engine";
import type { Award, Dimension, Program } from "@yardstick/language/program";
import type { Good } from "../worker/protocol.js";
import { compare, rational } from "./exact.js";
import { SectionBars, type Axis, type Bar } from "./section-bars.js";

export interface RankedSubject {
  readonly key: string;
  readonly period: string | null;
  readonly place: number | null;
  /** Places won since the period before; negative where lost, null where it had none. */
  readonly moved: number | null;
  /** The number the ranking goes by, where it is a score; else the total. */
  readonly score: string | null;
  readonly bar: Bar;
  readonly vetoes: readonly VetoMark[];
  readonly awards: readonly AwardMark[];
  readonly grades: readonly string[];
  readonly consequences: readonly string[];
}

interface VetoMark {
  readonly name: string;
  readonly effects: readonly VetoEffect[];
}
type VetoEffect = Program["vetoes"][number]["effects"][number];

interface AwardMark {
  readonly name: string;
  readonly pays: string | null;
  readonly unit: string | null;
  /** Of the first place alone. */
  readonly isFirst: boolean;
}

export interface PendingSubject {
  readonly key: string;
  readonly period: string | null;
  readonly awaiting: readonly Awaited[];
}

export interface RankingView {
  readonly axis: Axis;
  readonly ranked: readonly RankedSubject[];
  readonly pending: readonly PendingSubject[];
  /** Places or what follows from them may change when awaited data comes in. */
  readonly isProvisional: boolean;
}

/** As a rubric calls itself, with its edition; null where it has no name. */
export function rubricName(program: Program | undefined): string | null {
  const title = program?.title ?? "";
  const edition = program?.edition?.name ?? "";
  return title === "" ? null : title.includes(edition) ? title : `${title} ${edition}`;
}

/** The rankings of a rubric by name; one by each section is one a section. */
export function rankingNames({ rankings, roots, parts }: Program): readonly string[] {
  return rankings.flatMap(({ name, by }) =>
    by === "each-section"
      ? roots.map((root) => parts[root]).flatMap((part) => (part?.kind === "section" ? [`${name}/${part.name}`] : []))
      : [name],
  );
}

export function rankingView(good: Good, name: string | null): RankingView {
  const { program, result } = good;
  const bars = new SectionBars(program, result.subjects);
  const scoreOf = scoreReader(program, name);
  const before = (name === null ? undefined : good.before[name]) ?? {};
  const scored = result.subjects.filter(({ status }) => status === "scored");
  const ranked = inOrder(scored, name, scoreOf).map((subject): RankedSubject => {
    const place = name === null ? null : (subject.rankings[name] ?? null);
    const was = before[subject.key];
    return {
      key: subject.key,
      period: subject.period,
      place,
      moved: place === null || was === undefined ? null : was - place,
      score: scoreOf(subject) ?? subject.score,
      bar: bars.barOf(subject),
      vetoes: subject.vetoes.map((veto) => ({
        name: veto,
        effects: program.vetoes.filter((known) => known.name === veto).flatMap(({ effects }) => effects),
      })),
      awards: subject.awards.map(({ name: award, pays }) => awardMark(program.awards, award, pays)),
      grades: Object.values(subject.grades).flatMap((grade) => (grade === null ? [] : [grade])),
      consequences: subject.consequences,
    };
  });
  const pending = result.subjects
    .filter(({ status }) => status !== "scored")
    .map(({ key, period, awaiting }) => ({ key, period, awaiting }));
  return { axis: bars.axis, ranked, pending, isProvisional: scored.some(({ provisional }) => provisional.length > 0) };
}

/** Reads the score that a ranking goes by; null for a ranking by anything else. */
function scoreReader(program: Program, name: string | null): (subject: SubjectResult) => string | null {
  const [ranking, section] = (name ?? "").split("/");
  const found = program.rankings.find((known) => known.name === ranking);
  if (found === undefined) return ({ score }) => score;
  if (found.by === "each-section") return ({ parts }) => parts[section ?? ""] ?? null;
  const { by } = found;
  return by.kind === "reference" && by.to.kind === "score" ? ({ score }) => score : () => null;
}

/** By place; a subject without one stands before the first that has a lower score, or at the end. */
function inOrder(
  subjects: readonly SubjectResult[],
  name: string | null,
  scoreOf: (subject: SubjectResult) => string | null,
): readonly SubjectResult[] {
  const placeOf = (subject: SubjectResult) => (name === null ? null : (subject.rankings[name] ?? null));
  const order = subjects
    .filter((subject) => placeOf(subject) !== null)
    .sort((a, b) => (placeOf(a) ?? 0) - (placeOf(b) ?? 0));
  const others = subjects
    .filter((subject) => placeOf(subject) === null)
    .sort((a, b) => compare(rational(scoreOf(b)), rational(scoreOf(a))));
  for (const subject of others) {
    const score = scoreOf(subject);
    const at = score === null ? -1 : order.findIndex((other) => compare(rational(scoreOf(other)), rational(score)) < 0);
    order.splice(at < 0 ? order.length : at, 0, subject);
  }
  return order;
}

function awardMark(awards: readonly Award[], name: string, pays: string | null): AwardMark {
  const award = awards.find((known) => known.name === name);
  const type = award?.pays?.type;
  const unit = type?.kind === "number" ? unitOf(type.dimension) : null;
  return { name, pays, unit, isFirst: award?.from === 1 && award.to === 1 };
}

function unitOf(dimension: Dimension): string | null {
  const [first, ...others] = Object.entries(dimension);
  return first !== undefined && others.length === 0 && first[1] === 1 ? first[0] : null;
}
