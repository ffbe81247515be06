/**
 * The ranking as it is shown: place, score, marks and move of each subject, and the pending subjects. A vetoed subject
 * keeps its position in score order, without a place.
 */
import type { SubjectId, SubjectResult } from "@yardstick/engine";
import { ownEntry, type Award, type Dimension, type Program } from "@yardstick/language/program";
import type { Heading } from "yardstick";
import type { Good } from "../protocol/protocol.js";
import { numberOrZero } from "@yardstick/exact";
import { SectionBars, type Axis, type Bar } from "./section-bars.js";

/** A row of the ranking. */
export interface RankedSubject {
  readonly subject: SubjectResult;
  readonly key: string;
  readonly period: string | null;
  readonly place: number | null;
  /** Places gained since the previous period; negative when lost, null when it had none. */
  readonly moved: number | null;
  /** The score that the ranking is by; the total for a ranking by another value. */
  readonly score: string | null;
  readonly bar: Bar;
  readonly vetoes: readonly VetoMark[];
  readonly awards: readonly AwardMark[];
  readonly grades: readonly string[];
  readonly consequences: readonly string[];
  /** Names of the outcomes that cannot be decided yet. */
  readonly undecided: readonly string[];
  /** Grades whose quota ends within a tie that includes this subject. */
  readonly tiedAt: readonly string[];
  /** Missing data may still change part of the result. */
  readonly isProvisional: boolean;
  /** The value that the ranking is by when it is not a score; null outside the ranking. */
  readonly rankedBy: string | null;
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
  /** True for first place only. */
  readonly isFirst: boolean;
}

/** A subject with the data it is missing. */
export type PendingSubject = Pick<SubjectResult, "key" | "period" | "awaiting">;

/** A ranking as it is shown. */
export interface RankingView {
  readonly axis: Axis;
  readonly ranked: readonly RankedSubject[];
  readonly pending: readonly SubjectResult[];
  /** Places or what depends on them may change when missing data arrives. */
  readonly isProvisional: boolean;
  /** Label of the value that the ranking is by; null when it is a score. */
  readonly rankedBy: string | null;
}

/** The title of a rubric with its edition; null when it has no title. */
export function rubricName({ title: own, edition: of }: Heading): string | null {
  const title = own ?? "";
  const edition = of?.name ?? "";
  return title === "" ? null : title.includes(edition) ? title : `${title} ${edition}`;
}

/** Computes the view of a ranking; `name` null: by total score, for a rubric without rankings. */
export function rankingView(good: Good, name: string | null): RankingView {
  const { program, result } = good;
  const bars = new SectionBars(program, result.subjects);
  const scoreOf = scoreReader(program, name);
  const before = name === null ? undefined : good.before.get(name);
  const placeOf = placeReader(good, name);
  const tied = tiedAtCuts(result);
  const scored = result.subjects
    .map((subject, row) => ({ subject, row }))
    .filter(({ subject }) => subject.status === "scored")
    .map(({ subject, row }) => ({ subject, place: placeOf(subject, row) }));
  const ranked = inOrder(scored, scoreOf).map(({ subject, place }) => {
    const was = before?.get(subject.key);
    const moved = place === null || was === undefined ? null : was - place;
    return new Ranked(subject, place, moved, scoreOf, program, bars, name, tied);
  });
  const pending = result.subjects.filter(({ status }) => status !== "scored");
  const isProvisional = scored.some(({ subject }) => subject.provisional.length > 0);
  const rankedBy = name === null ? null : (good.rankedBy.get(name) ?? null);
  return { axis: bars.axis, ranked, pending, isProvisional, rankedBy };
}

type TiedAt = ReadonlyMap<string, readonly string[]>;
/** A subject of a result as the key of a map. */
export const identityOf = ({ key, period }: SubjectId): string => JSON.stringify([key, period]);

/** Grades by the subjects that tie at the cut of their quotas. */
function tiedAtCuts({ cuts }: Good["result"]): TiedAt {
  const tied = new Map<string, string[]>();
  for (const { grade, period, tied: keys } of cuts) {
    for (const key of keys) {
      const name = identityOf({ key, period });
      const known = tied.get(name);
      if (known === undefined) tied.set(name, [grade]);
      else known.push(grade);
    }
  }
  return tied;
}

/** With many subjects, places are stored in columns. */
function placeReader({ many }: Good, name: string | null): (subject: SubjectResult, row: number) => number | null {
  if (name === null) return () => null;
  const places = many?.places.find(([known]) => known === name)?.[1];
  return places === undefined
    ? ({ rankings }) => ownEntry(rankings, name) ?? null
    : (_, row) => (places[row] === 0 ? null : (places[row] ?? null));
}

/** Most rows have no marks, and all rows are counted by them. */
const NONE: readonly never[] = [];

/** Computes the properties of a row on access: of ten thousand rows, only those on the screen are computed. */
class Ranked implements RankedSubject {
  #bar: { readonly of: SubjectResult["parts"]; readonly bar: Bar } | null = null;

  constructor(
    readonly subject: SubjectResult,
    readonly place: number | null,
    readonly moved: number | null,
    private readonly scoreOf: (subject: SubjectResult) => string | null,
    private readonly program: Program,
    private readonly bars: SectionBars,
    private readonly ranking: string | null,
    private readonly tied: TiedAt,
  ) {}

  get key(): string {
    return this.subject.key;
  }
  get period(): string | null {
    return this.subject.period;
  }
  get score(): string | null {
    return this.scoreOf(this.subject) ?? this.subject.score;
  }
  get bar(): Bar {
    const { parts } = this.subject;
    if (this.#bar?.of !== parts) this.#bar = { of: parts, bar: this.bars.barOf(this.subject) };
    return this.#bar.bar;
  }
  get vetoes(): readonly VetoMark[] {
    const { vetoes } = this.program;
    if (this.subject.vetoes.length === 0) return NONE;
    return this.subject.vetoes.map((veto) => ({
      name: veto,
      effects: vetoes.filter((known) => known.name === veto).flatMap(({ effects }) => effects),
    }));
  }
  get awards(): readonly AwardMark[] {
    return this.subject.awards.map(({ name, pays }) => awardMark(this.program.awards, name, pays));
  }
  get grades(): readonly string[] {
    return Object.values(this.subject.grades).flatMap((grade) => (grade === null ? [] : [grade]));
  }
  get consequences(): readonly string[] {
    return this.subject.consequences;
  }
  get undecided(): readonly string[] {
    if (this.subject.undecided.length === 0) return NONE;
    return [...new Set(this.subject.undecided.map(({ name }) => name))];
  }
  get tiedAt(): readonly string[] {
    if (this.tied.size === 0) return NONE;
    return this.tied.get(identityOf(this)) ?? [];
  }
  get isProvisional(): boolean {
    return this.subject.provisional.length > 0;
  }
  get rankedBy(): string | null {
    return this.ranking === null ? null : (ownEntry(this.subject.rankedBy, this.ranking) ?? null);
  }
}

/** Returns a function that reads the score that a ranking is by; null for a ranking by anything else. */
function scoreReader(program: Program, name: string | null): (subject: SubjectResult) => string | null {
  const [ranking, section] = (name ?? "").split("/");
  const found = program.rankings.find((known) => known.name === ranking);
  if (found === undefined) return ({ score }) => score;
  if (found.by === "each-section") return ({ parts }) => ownEntry(parts, section ?? "") ?? null;
  const { by } = found;
  return by.kind === "reference" && by.to.kind === "score" ? ({ score }) => score : () => null;
}

interface Placed {
  readonly subject: SubjectResult;
  readonly place: number | null;
}

/** Sorted by place; a subject without a place comes before the first with a lower score, or at the end. */
function inOrder(subjects: readonly Placed[], scoreOf: (subject: SubjectResult) => string | null): readonly Placed[] {
  const placed = subjects.filter(({ place }) => place !== null).sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
  const others = subjects
    .filter(({ place }) => place === null)
    .map((each) => ({ each, score: scoreOf(each.subject) }))
    .sort((a, b) => numberOrZero(b.score).compare(numberOrZero(a.score)));
  const order: Placed[] = [];
  let at = 0;
  for (const { each, score } of others) {
    const isBehind = ({ subject }: Placed) =>
      score === null || numberOrZero(scoreOf(subject)).compare(numberOrZero(score)) >= 0;
    const end = placed.findIndex((other, index) => index >= at && !isBehind(other));
    order.push(...placed.slice(at, end < 0 ? placed.length : end), each);
    at = end < 0 ? placed.length : end;
  }
  return [...order, ...placed.slice(at)];
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
