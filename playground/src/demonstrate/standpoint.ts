/**
 * Results at a position of the weights, in the Worker: quick ones while a thumb moves, whole ones when it rests. Small data is
 * scored by the reference evaluator, large data by a session that works out only what changed.
 */
import {
  changesOfShares,
  contributionsIn,
  evaluate,
  figuresWith,
  Session,
  weightStanding,
  withScenario,
  withShares,
  type Cell,
  type Contributions,
  type CriteriaGroup,
  type Dataset,
  type SubjectResult,
  type WeightStanding,
} from "@yardstick/engine";
import type { Exact, Program } from "@yardstick/language/program";
import type { SubjectId } from "../store/subject-id.js";
import type { Position, StageRow } from "./protocol.js";

/** Up to so many subjects everything is scored anew at each rest. */
const SMALL = 600;

/** Figures of all subjects; `detail` gives the rest of one, where it is known. */
export interface Standpoint {
  readonly places: Int32Array;
  /** Published scores in units of the last decimal; NaN where there is none. */
  readonly scores: Float64Array;
  detail(row: number): SubjectResult | null;
}

export class Standpoints {
  readonly #cache = new Map<string, Standpoint>();
  readonly #standings = new Map<string, WeightStanding | null>();
  readonly #contributions = new Map<string, (row: number, group: CriteriaGroup) => Contributions | null>();
  readonly #sessions = new Map<string, Session>();

  constructor(
    readonly program: Program,
    readonly dataset: Dataset,
    readonly period: string | null,
    readonly ranking: string,
  ) {}

  get isSmall(): boolean {
    return this.dataset.subjects.rows <= SMALL;
  }

  /** The rubric at a position, its scenario's constants not counted. */
  programAt({ scenario, shares }: Position): Program {
    const written = scenario === null ? this.program : withScenario(this.program, scenario);
    return withShares(written, new Map(shares));
  }

  whole(position: Position): Standpoint {
    const known = this.#cache.get(textOf(position));
    if (known !== undefined) return known;
    return this.#remember(
      this.#cache,
      textOf(position),
      this.isSmall ? this.#evaluated(position) : this.#columnar(position),
    );
  }

  /** While one group moves; the whole where there is no quicker way. */
  quick(position: Position, group: CriteriaGroup): Standpoint {
    if (!this.isSmall) return this.whole(position);
    const own = new Set(group.criteria.map(({ part }) => part));
    const others = { ...position, shares: position.shares.filter(([part]) => !own.has(part)) };
    const standing = this.standing(others, group);
    const share = new Map(position.shares);
    const figures =
      standing === null
        ? null
        : figuresWith(
            standing,
            standing.group.criteria.map((each) => share.get(each.part) ?? each.share),
          );
    if (figures === null || standing === null) return this.whole(position);
    const unit = 10 ** this.program.scoreDecimals;
    const places = new Int32Array(this.dataset.subjects.rows);
    const scores = new Float64Array(places.length).fill(NaN);
    for (const [row, place] of figures.places) places[row] = place ?? 0;
    for (const [row, score] of figures.scores) scores[row] = Math.round(Number(score) * unit);
    return { places, scores, detail: () => null };
  }

  standing(
    position: Position,
    group: CriteriaGroup,
    options: { locked?: readonly number[]; sharing?: WeightStanding["weighing"]["sharing"] } = {},
  ): WeightStanding | null {
    const { locked = [], sharing = "proportional" } = options;
    const key = `${textOf(position)} ${group.parent} ${group.variant} ${sharing} ${locked.join()}`;
    const known = this.#standings.get(key);
    if (known !== undefined) return known;
    const made = weightStanding(this.program, this.dataset, {
      scenario: position.scenario,
      period: this.period,
      shares: new Map(position.shares),
      group: group.parent,
      ranking: this.program.rankings.findIndex(({ name }) => name === this.ranking),
      locked: new Set(locked),
      sharing,
    });
    return this.#remember(this.#standings, key, made);
  }

  contributions(position: Position, row: number, group: CriteriaGroup): Contributions | null {
    const key = textOf(position);
    const known = this.#contributions.get(key);
    const run =
      known ??
      this.#remember(
        this.#contributions,
        key,
        contributionsIn(this.#runnable(position), this.dataset, this.#options(position)),
      );
    return run(row, group);
  }

  #evaluated(position: Position): Standpoint {
    const { subjects } = evaluate(this.#runnable(position), this.dataset, this.#options(position));
    const rows = this.rows();
    const unit = 10 ** this.program.scoreDecimals;
    const places = new Int32Array(this.dataset.subjects.rows);
    const scores = new Float64Array(places.length).fill(NaN);
    const byRow = new Map<number, SubjectResult>();
    subjects.forEach((subject, index) => {
      const row = rows[index] ?? index;
      byRow.set(row, subject);
      places[row] = subject.rankings[this.ranking] ?? 0;
      if (subject.score !== null) scores[row] = Math.round(Number(subject.score) * unit);
    });
    return { places, scores, detail: (row) => byRow.get(row) ?? null };
  }

  #columnar(position: Position): Standpoint {
    const session = this.#session(position.scenario);
    const written = position.scenario === null ? this.program : withScenario(this.program, position.scenario);
    for (const change of changesOfShares(written, new Map(position.shares))) session.set(change);
    const result = session.result();
    this.#last = position;
    const { rows } = this.dataset.subjects;
    const unit = 10 ** this.program.scoreDecimals;
    const given = result.places.get(this.ranking);
    const places =
      given === undefined
        ? Int32Array.from({ length: rows }, (_, row) => result.subjects[row]?.rankings[this.ranking] ?? 0)
        : Int32Array.from(given);
    const { scores: column } = result;
    const factor = column === null ? 1 : unit / Number(column.den);
    const scores = new Float64Array(rows).fill(NaN);
    for (let row = 0; row < rows; row += 1) {
      if (column !== null) {
        if (column.pending?.[row] !== 1) scores[row] = Math.round((column.values[row] ?? NaN) * factor);
        continue;
      }
      const text = result.subjects[row]?.score ?? null;
      if (text !== null) scores[row] = Math.round(Number(text) * unit);
    }
    // The session goes on to other positions: what is looked at is looked at now.
    const seen = new Map<number, SubjectResult | null>();
    return {
      places,
      scores,
      detail: (row) => {
        if (!seen.has(row)) seen.set(row, this.#last === position ? (result.subjects[row] ?? null) : null);
        return seen.get(row) ?? null;
      },
    };
  }

  /** The position the session stands at. */
  #last: Position | null = null;

  #session(scenario: string | null): Session {
    const key = scenario ?? "";
    const known = this.#sessions.get(key);
    return (
      known ??
      this.#remember(this.#sessions, key, new Session(this.program, this.dataset, { scenario, period: this.period }))
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
    const { scoreDecimals: decimals } = this.program;
    const digits = String(Math.abs(units)).padStart(decimals + 1, "0");
    const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
    return units < 0 ? `-${text}` : text;
  }

  /** The first grading's level, and whether it is the best or the worst. */
  gradeOf({ grades }: SubjectResult): StageRow["grade"] {
    const [grading] = this.program.grades;
    const name = grading === undefined ? null : (grades[grading.name] ?? null);
    if (grading === undefined || name === null) return null;
    const level = grading.rows.findIndex(({ grade }) => grade === name);
    return { name, level: level === 0 ? "first" : name === grading.otherwise ? "last" : "middle" };
  }

  /** Vetoes do not move with the weights where a quick look is enough: those of the last whole look are taken. */
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

  #remember<T>(cache: Map<string, T>, key: string, value: T): T {
    if (cache.size >= 6) cache.delete(cache.keys().next().value ?? "");
    cache.set(key, value);
    return value;
  }
}

function cellText(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? "" : String(cell);
}

export function textOf({ scenario, shares }: Position): string {
  return JSON.stringify([scenario, [...shares].sort(([a], [b]) => a - b)]);
}

export function shareOf({ shares }: Position, part: number): Exact | null {
  return shares.find(([each]) => each === part)?.[1] ?? null;
}
