/**
 * Results at a position of the weights, in the Worker: quick figures while a thumb is dragged, complete ones
 * afterwards. Small data is scored by the reference evaluator, large data by a session that recomputes only what has
 * changed; for a rubric that a session cannot score, the scores of large data are derived from part scores by addition.
 */
import {
  type Cell,
  changesOfShares,
  type Contributions,
  contributionsFrom,
  contributionsIn,
  contributionsOn,
  type CriteriaGroup,
  type Dataset,
  evaluate,
  type Figures,
  quickFigures,
  Session,
  type StandingColumns,
  type SubjectId,
  type SubjectResult,
  weightStanding,
  type WeightStanding,
  withScenario,
  withShares,
} from "@yardstick/engine";
import { type RationalText, unitsText } from "@yardstick/exact";
import type { Program } from "@yardstick/language/program";
import type { Position, StageRow } from "../protocol/protocol.js";

/** Number of subjects up to which everything is scored again after each change. */
const SMALL = 600;
/** Number of single-subject contributions that are cached: those in view, at the baseline and now, with a margin. */
const MAX_CONTRIBUTIONS = 300;

/** Figures of all subjects; `detail` returns the full result of one, where available. */
export interface ScoredPosition extends Figures {
  readonly hasDetail: boolean;
  detail(row: number): SubjectResult | null;
}

const noDetail = { hasDetail: false, detail: () => null } as const;

/** Computes and caches results by position, for one rubric, data and period. */
export class WhatIfCache {
  readonly #wholes = new Map<string, ScoredPosition>();
  readonly #figures = new Map<string, ScoredPosition>();
  readonly #standings = new Map<string, WeightStanding | null>();
  readonly #movers = new WeakMap<WeightStanding, ReturnType<typeof quickFigures>>();
  readonly #contributionFunctions = new WeakMap<WeightStanding, ReturnType<typeof contributionsFrom>>();
  readonly #contributions = new Map<string, (row: number, group: CriteriaGroup) => Contributions | null>();
  readonly #contributionsByRow = new Map<string, Contributions | null>();
  readonly #sessions = new Map<string, Session>();
  /** The position of each scenario's session. */
  readonly #sessionAt = new Map<string, string>();
  readonly #outcome = new Map<string, Set<number>>();
  /** The result whose details are available: only that of the session's current position. */
  readonly #currentDetails = new Map<string, object>();
  /** Whether the columnar evaluator supports the rubric; null until tried. */
  #isColumnar: boolean | null = null;
  /** Whether only scores and places are columnar, and details need the reference evaluator. */
  #needsReference = false;

  constructor(
    readonly program: Program,
    readonly dataset: Dataset,
    readonly period: string | null,
    readonly ranking: string,
    /** The result that the playground has already computed. */
    private readonly written: {
      readonly position: Position;
      readonly subjects: readonly SubjectResult[];
    } | null = null,
    private readonly most = SMALL,
  ) {}

  get isSmall(): boolean {
    return this.dataset.subjects.rows <= this.most;
  }

  get isLowestFirst(): boolean {
    return this.program.rankings.find(({ name }) => name === this.ranking)?.lowestFirst ?? false;
  }

  /** The program at a position, without the constants of its scenario. */
  programAt({ scenario, shares }: Position): Program {
    const written = scenario === null ? this.program : withScenario(this.program, scenario);
    return withShares(written, new Map(shares));
  }

  /** Scores, places and details, however long that takes. */
  whole(position: Position): ScoredPosition {
    const text = textOf(position);
    const known = recentlyUsed(this.#wholes, text);
    if (known !== undefined) return known;
    const columnar = this.isSmall ? null : this.#columnar(position);
    return columnar ?? this.#remember(this.#wholes, text, this.#evaluated(position));
  }

  /** The complete result when it does not take seconds; otherwise scores and places only. */
  resting(position: Position, group: CriteriaGroup): ScoredPosition {
    if (this.isSmall || this.#wholes.has(textOf(position))) return this.whole(position);
    const columnar = this.#columnar(position);
    if (columnar !== null) return columnar;
    return this.#isWritten(position) ? this.whole(position) : this.quick(position, group);
  }

  /** Scores and places by the quickest method while one group moves; with details when they are cached. */
  quick(position: Position, group: CriteriaGroup): ScoredPosition {
    const text = textOf(position);
    const known = recentlyUsed(this.#wholes, text) ?? recentlyUsed(this.#figures, text);
    if (known !== undefined) return known;
    const columns = this.isSmall ? null : this.#columns(position);
    const made = columns ?? (this.#isWritten(position) ? null : this.#moved(position, group));
    return made === null ? this.whole(position) : this.#remember(this.#figures, text, made);
  }

  /** Derived from part scores by addition. */
  #moved(position: Position, group: CriteriaGroup): ScoredPosition | null {
    const standing = this.#standingBeside(position, group);
    if (standing === null) return null;
    const mover = this.#movers.get(standing) ?? quickFigures(standing);
    this.#movers.set(standing, mover);
    const figures = mover?.(sharesOf(position, standing)) ?? null;
    return figures === null ? null : { ...figures, ...noDetail };
  }

  /** The standing with everything fixed except the group's own shares, so that it stays valid while they move. */
  #standingBeside(position: Position, group: CriteriaGroup): WeightStanding | null {
    const own = new Set(group.criteria.map(({ part }) => part));
    return this.standing({ ...position, shares: position.shares.filter(([part]) => !own.has(part)) }, group);
  }

  standing(
    position: Position,
    group: CriteriaGroup,
    options: { locked?: readonly number[]; sharing?: WeightStanding["weighing"]["sharing"] } = {},
  ): WeightStanding | null {
    const { locked = [], sharing = "proportional" } = options;
    const key = `${textOf(position)} ${group.parent ?? ""} ${group.variant ?? ""} ${sharing} ${locked.join()}`;
    const known = recentlyUsed(this.#standings, key);
    if (known !== undefined) return known;
    const made = weightStanding(this.program, this.dataset, {
      scenario: position.scenario,
      period: this.period,
      shares: new Map(position.shares),
      group: group.parent,
      variant: group.variant,
      ranking: this.program.rankings.findIndex(({ name }) => name === this.ranking),
      locked: new Set(locked),
      sharing,
    });
    return this.#remember(this.#standings, key, made);
  }

  /** What each criterion contributes to a subject's score. With `isQuick`, null when that needs rescoring. */
  contributions(position: Position, row: number, group: CriteriaGroup, isQuick = false): Contributions | null {
    const standing = this.isSmall || this.#isColumnar === false ? this.#standingBeside(position, group) : null;
    if (standing !== null && standing.model !== null) {
      const contributionsAt = this.#contributionFunctions.get(standing) ?? contributionsFrom(standing);
      this.#contributionFunctions.set(standing, contributionsAt);
      const found = contributionsAt(row, sharesOf(position, standing));
      if (found !== null) return found;
    }
    if (isQuick) return null;
    const key = textOf(position);
    if (!this.isSmall && this.#isColumnar !== false) {
      const place = `${key} ${row} ${group.parent ?? ""} ${group.variant ?? ""}`;
      const known = recentlyUsed(this.#contributionsByRow, place);
      return known !== undefined
        ? known
        : this.#remember(
            this.#contributionsByRow,
            place,
            contributionsOn(this.#sessionFor(position), this.rows().indexOf(row), group),
            MAX_CONTRIBUTIONS,
          );
    }
    const run =
      recentlyUsed(this.#contributions, key) ??
      this.#remember(
        this.#contributions,
        key,
        contributionsIn(this.#runnable(position), this.dataset, this.#options(position)),
      );
    return run(row, group);
  }

  #isWritten(position: Position): boolean {
    const { written } = this;
    return written?.subjects.length === this.rows().length && textOf(position) === textOf(written.position);
  }

  #evaluated(position: Position): ScoredPosition {
    if (this.written !== null && this.#isWritten(position)) return this.#pointOf(this.written.subjects);
    return this.#pointOf(evaluate(this.#runnable(position), this.dataset, this.#options(position)).subjects);
  }

  #pointOf(subjects: readonly SubjectResult[]): ScoredPosition {
    const rows = this.rows();
    const unit = 10 ** this.program.scoreDecimals;
    const places = new Int32Array(this.dataset.subjects.rows);
    const stands = new Uint8Array(places.length);
    const scores = new Float64Array(places.length).fill(NaN);
    const byRow = new Map<number, SubjectResult>();
    subjects.forEach((subject, index) => {
      const row = rows[index] ?? index;
      byRow.set(row, subject);
      places[row] = subject.rankings[this.ranking] ?? 0;
      stands[row] = places[row] > 0 || subject.vetoes.length > 0 ? 1 : 0;
      if (subject.score !== null) scores[row] = Math.round(Number(subject.score) * unit);
    });
    return { places, stands, scores, hasDetail: true, detail: (row) => byRow.get(row) ?? null };
  }

  /** Scores and places; null when the columnar evaluator does not support the rubric. */
  #columns(position: Position): ScoredPosition | null {
    if (this.#isColumnar === false) return null;
    const columns = this.#sessionFor(position).standing();
    this.#currentDetails.delete(position.scenario ?? "");
    this.#isColumnar = columns !== null;
    return columns === null ? null : { ...this.#figuresOf(columns), ...noDetail };
  }

  /**
   * Null when the columnar evaluator does not support the whole rubric: the rest would need the reference evaluator,
   * for all subjects at once.
   */
  #columnar(position: Position): ScoredPosition | null {
    if (this.#isColumnar === false || this.#needsReference) return null;
    const key = position.scenario ?? "";
    const known = recentlyUsed(this.#figures, textOf(position)) ?? this.#columns(position);
    if (known === null) return null;
    this.#remember(this.#figures, textOf(position), known);
    const { subjects, because } = this.#sessionFor(position).result();
    this.#needsReference = because !== null;
    if (this.#needsReference) return null;
    // The session moves on to other positions, so details are valid only while this result is current.
    const currentDetails = {};
    this.#currentDetails.set(key, currentDetails);
    const seen = new Map<number, SubjectResult | null>();
    return {
      ...known,
      hasDetail: true,
      detail: (row) => {
        if (!seen.has(row))
          seen.set(
            row,
            this.#currentDetails.get(key) === currentDetails ? (subjects[this.rows().indexOf(row)] ?? null) : null,
          );
        return seen.get(row) ?? null;
      },
    };
  }

  #figuresOf({ scores: { values, den, pending }, rankings }: StandingColumns): Figures {
    const given = rankings.get(this.ranking);
    const factor = 10 ** this.program.scoreDecimals / den;
    const places = new Int32Array(this.dataset.subjects.rows);
    const stands = new Uint8Array(places.length);
    const scores = new Float64Array(places.length).fill(NaN);
    this.rows().forEach((row, index) => {
      if (pending?.[index] !== 1) scores[row] = Math.round((values[index] ?? NaN) * factor);
      places[row] = given?.places[index] ?? 0;
      stands[row] = given?.stands[index] ?? 0;
    });
    return { places, stands, scores };
  }

  /** The session of the scenario, moved to the position. */
  #sessionFor(position: Position): Session {
    const key = position.scenario ?? "";
    const session = recentlyUsed(this.#sessions, key) ?? this.#newSession(key, position.scenario);
    if (this.#sessionAt.get(key) === textOf(position)) return session;
    const outcome = this.#outcome.get(key) ?? new Set<number>();
    this.#outcome.set(key, outcome);
    const { scenario, shares } = position;
    const written = scenario === null ? this.program : withScenario(this.program, scenario);
    this.#currentDetails.delete(key);
    for (const change of changesOfShares(written, new Map(shares), outcome)) {
      session.set(change);
      outcome.add(change.part);
    }
    this.#sessionAt.set(key, textOf(position));
    return session;
  }

  #newSession(key: string, scenario: string | null): Session {
    this.#sessionAt.delete(key);
    this.#outcome.delete(key);
    return this.#remember(
      this.#sessions,
      key,
      new Session(this.program, this.dataset, { scenario, period: this.period }),
    );
  }

  keyOf(row: number): string {
    return cellText(this.dataset.subjects.columns[this.program.key]?.[row]);
  }

  periodOf(row: number): string | null {
    const { period } = this.program;
    return period === null ? null : cellText(this.dataset.subjects.columns[period]?.[row]);
  }

  rowOf({ key, period }: SubjectId): number {
    this.#rowsByName ??= new Map(
      this.rows().map((row) => [`${this.keyOf(row)}\u0000${this.periodOf(row) ?? ""}`, row]),
    );
    return this.#rowsByName.get(`${key}\u0000${period ?? ""}`) ?? -1;
  }

  /** Units of the last published decimal as decimal text. */
  scoreText(units: number): string | null {
    if (Number.isNaN(units)) return null;
    return unitsText(BigInt(units), this.program.scoreDecimals);
  }

  /** The level in the first grading, and whether it is the best or the worst. */
  gradeOf({ grades }: SubjectResult): StageRow["grade"] {
    const [grading] = this.program.grades;
    const name = grading === undefined ? null : (grades[grading.name] ?? null);
    if (grading === undefined || name === null) return null;
    const level = grading.rows.findIndex(({ grade }) => grade === name);
    return { name, level: level === 0 ? "first" : name === grading.otherwise ? "last" : "middle" };
  }

  /** Vetoes do not depend on the weights when quick figures suffice: those of the last complete result are used. */
  vetoesOf(row: number, detail: SubjectResult | null): readonly string[] {
    if (detail !== null) this.#vetoes.set(row, detail.vetoes);
    return detail?.vetoes ?? this.#vetoes.get(row) ?? [];
  }

  readonly #vetoes = new Map<number, readonly string[]>();
  #rowsByName: Map<string, number> | null = null;
  #rows: readonly number[] | null = null;

  /** Rows of the subject table that are scored, in order. */
  rows(): readonly number[] {
    return (this.#rows ??= this.#scoredRows());
  }

  #scoredRows(): readonly number[] {
    const { rows, columns } = this.dataset.subjects;
    const all = Array.from({ length: rows }, (_, row) => row);
    const period = this.program.period;
    if (this.period === null || period === null) return all;
    return all.filter((row) => columns[period]?.[row] === this.period);
  }

  #runnable(position: Position): Program {
    const changed = this.programAt(position);
    const constants = this.program.scenarios.map((each) => ({
      ...each,
      changes: each.changes.filter(({ kind }) => kind === "constant"),
    }));
    return { ...changed, scenarios: constants };
  }

  #options({ scenario }: Position) {
    return { scenario, period: this.period };
  }

  #remember<T>(cache: Map<string, T>, key: string, value: T, most = 6): T {
    cache.delete(key);
    if (cache.size >= most) cache.delete(cache.keys().next().value ?? "");
    cache.set(key, value);
    return value;
  }
}

/** Returns a cached value and marks it as recently used. */
function recentlyUsed<T>(cache: Map<string, T>, key: string): T | undefined {
  const known = cache.get(key);
  if (known === undefined) return undefined;
  cache.delete(key);
  cache.set(key, known);
  return known;
}

function cellText(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? "" : String(cell);
}

/** A position as text; equal for equal positions. */
export function textOf({ scenario, shares }: Position): string {
  return JSON.stringify([scenario, [...shares].sort(([a], [b]) => a - b)]);
}

function sharesOf({ shares }: Position, { group }: WeightStanding): readonly RationalText[] {
  const given = new Map(shares);
  return group.criteria.map(({ part, share }) => given.get(part) ?? share);
}

/** The share of a part at a position; null when it has none. */
export function shareOf({ shares }: Position, part: number): RationalText | null {
  return shares.find(([each]) => each === part)?.[1] ?? null;
}
