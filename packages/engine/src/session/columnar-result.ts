/**
 * The result of a columnar run: scores and places as columns, subjects made into objects one by one when a caller reads
 * them. A million rows cost a million numbers, not a million objects.
 */
import { fixedText, whole } from "@yardstick/exact";
import type { CoreProgram } from "@yardstick/language/core";
import type { Node, Values } from "../plan/node.js";
import { Unsupported } from "../plan/node.js";
import { openPolicies } from "../reference/checks.js";
import { publish } from "../reference/publish.js";
import type { Explanation } from "../data/explanation.js";
import type { Result, SubjectResult } from "../data/result.js";
import type { BoundRubric } from "../plan/bound-rubric.js";
import type { ColumnarEvaluation, Finished } from "./columnar-evaluation.js";
import type { Columns } from "../columnar/columns.js";
import { ResultWriter } from "./result-writer.js";
import { lazyArray } from "../columnar/lazy-array.js";
import type { SubjectId } from "../data/subject-id.js";

/** The scores of all subjects as fractions with a common denominator. */
export interface ScoreColumn {
  /** Each is `values[row] / den`; of a subject that is pending it says nothing. */
  readonly values: Values;
  readonly den: number;
  /** 1: the subject has no score yet. Null: all have one. */
  readonly pending: Uint8Array | null;
}

/** What a result says of how it came about, and its columns: not among its enumerable members, so that as plain data it is like any other. */
export interface ColumnarResult extends Result {
  /** `reference`: the rubric holds something that columns cannot do, named in `because`. `columnar` with a reason: scores and places are columns, the rest comes from the reference when it is read. */
  readonly engine: "columnar" | "reference";
  readonly because: string | null;
  /** Null where the reference evaluator ran. */
  readonly scores: ScoreColumn | null;
  /** Places by name of the ranking (`NAME/SECTION`), 0 where there is none. Empty where the reference evaluator ran. */
  readonly places: ReadonlyMap<string, Values>;
  /** Why the subject in this row of the result has its score. Null where the reference has to be asked for everything. */
  readonly explain: ((row: number) => Explanation) | null;
  /** Rows of the subjects of which anything is pending, undecided or provisional; all others are none of these. Null where only the subjects themselves say it. */
  readonly noted: (() => readonly number[]) | null;
  /** The key and the period of the subject in a row of the result, without publishing it. Null where the reference evaluator ran. */
  readonly identity: ((row: number) => SubjectId) | null;
  /** The rows of the subjects with a key, in order. Null where the reference evaluator ran. */
  readonly rowsOf: ((key: string) => readonly number[]) | null;
}

/** Scores and places as columns, without anything that is read from them. */
export interface StandingColumns {
  readonly scores: ScoreColumn;
  /** By name of the ranking (`NAME/SECTION`). */
  readonly rankings: ReadonlyMap<string, RankingColumns>;
}

/** The places of one ranking, a value for each row of the subjects. */
export interface RankingColumns {
  /** 0 where there is none. */
  readonly places: Values;
  /** 0: outside the ranking. Who is in it without a place was barred from one. */
  readonly stands: Values;
}

/** What has to be computed for `standingColumns`. */
export function standingNodes({ score, tables }: BoundRubric): readonly Node[] {
  return [score.value, score.pending, ...tables.flat().flatMap(({ place, stands }) => [place, stands])];
}

/** The columns of scores and places of a run over `rows` subjects. */
export function standingColumns({ bound, run }: Finished, rows: number): StandingColumns {
  const rankings = bound.tables.flat().map(({ ranking, place, stands }): [string, RankingColumns] => {
    const places = place.op === "constant" ? new Uint8Array(rows) : run.finished(place).values;
    return [ranking.publishedAs, { places, stands: flagColumn(stands, run, rows) }];
  });
  return { scores: scoreColumn({ bound, run }, rows), rankings: new Map(rankings) };
}

function scoreColumn({ bound, run }: Finished, rows: number): ScoreColumn {
  const score = run.column(bound.score.value);
  const { pending } = bound.score;
  const isNever = pending.op === "constant" && pending.value.equals(0);
  return {
    values: score.values.length === rows ? score.values : new Float64Array(rows).fill(score.values[0] ?? 0),
    den: Number(score.den),
    pending: isNever ? null : (flagColumn(pending, run, rows) as Uint8Array),
  };
}

function flagColumn(flag: Node, run: Finished["run"], rows: number): Values {
  if (flag.op !== "constant") return run.finished(flag).values;
  return new Uint8Array(rows).fill(flag.value.equals(0) ? 0 : 1);
}

export function columnarResult(
  program: CoreProgram,
  columns: Columns,
  scenario: string | null,
  { bound, run }: Finished,
  evaluation: ColumnarEvaluation,
  byReference: (() => ColumnarResult) | null,
  explain: (row: number) => Explanation,
): ColumnarResult {
  const { rows } = columns;
  const { scores, rankings } = standingColumns({ bound, run }, rows);
  const places = new Map([...rankings].map(([name, ranking]) => [name, ranking.places]));
  const scoreText = (row: number) =>
    fixedText(whole(scores.values[row] ?? 0).div(whole(scores.den)), program.scoreDecimals);
  let columnsOfSubjects: ResultWriter | null | undefined;
  const writer = (): ResultWriter | null => {
    if (columnsOfSubjects === undefined) columnsOfSubjects = publishedColumns(program, { bound, run }, evaluation);
    return columnsOfSubjects;
  };
  const subject = (row: number): SubjectResult => {
    const known = writer()?.subject(row) ?? null;
    if (known !== null) return known;
    const published = publish(evaluation.subjectAt(row), evaluation);
    return published.status === "scored" ? { ...published, score: scoreText(row) } : published;
  };
  if (byReference !== null) return describedByReference(program, columns, scenario, byReference, scores, places);
  let subjects: readonly SubjectResult[] | null = null;
  let cuts: Result["cuts"] | null = null;
  const result: Result = {
    rubric: program.title,
    scenario,
    get subjects() {
      return (subjects ??= lazyArray(rows, subject));
    },
    requirements: requirementsOf(program, { bound, run }, evaluation, rows),
    policies: openPolicies(evaluation),
    get cuts() {
      return (cuts ??= evaluation.cuts());
    },
    problems: columns.problems,
  };
  const identity = (row: number) => evaluation.identityAt(row);
  const noted = () => writer()?.noted(rows) ?? Array.from({ length: rows }, (_, row) => row);
  const rowsOf = (key: string) => evaluation.rowsOf(key);
  return described(result, { engine: "columnar", because: null, scores, places, explain, noted, identity, rowsOf });
}

/** Null: something is published that columns do not hold, so that the reference works subjects out. */
function publishedColumns(
  program: CoreProgram,
  finished: Finished,
  evaluation: ColumnarEvaluation,
): ResultWriter | null {
  try {
    return new ResultWriter(program, finished, evaluation);
  } catch (error) {
    if (error instanceof Unsupported) return null;
    throw error;
  }
}

/** Scores and places are in columns; everything else is computed by the reference when it is read. */
function describedByReference(
  program: CoreProgram,
  columns: Columns,
  scenario: string | null,
  byReference: () => ColumnarResult,
  scores: ScoreColumn,
  places: ReadonlyMap<string, Values>,
): ColumnarResult {
  let known: ColumnarResult | null = null;
  const given = () => (known ??= byReference());
  const result: Result = {
    rubric: program.title,
    scenario,
    get subjects() {
      return given().subjects;
    },
    get requirements() {
      return given().requirements;
    },
    get policies() {
      return given().policies;
    },
    get cuts() {
      return given().cuts;
    },
    problems: columns.problems,
  };
  const because = "subjects: what is provisional depends on results over all subjects that are still awaited";
  return described(result, { engine: "columnar", because, scores, places, ...WITHOUT_ROWS });
}

/** What a result answers by row where the reference evaluator ran. */
export const WITHOUT_ROWS = { explain: null, noted: null, identity: null, rowsOf: null };

export function described(result: Result, how: Omit<ColumnarResult, keyof Result>): ColumnarResult {
  const hidden = Object.entries(how).map(([name, value]): [string, PropertyDescriptor] => [
    name,
    { value, enumerable: false },
  ]);
  return Object.defineProperties(result, Object.fromEntries(hidden)) as ColumnarResult;
}

function requirementsOf(
  program: CoreProgram,
  { bound, run }: Finished,
  evaluation: ColumnarEvaluation,
  rows: number,
): Result["requirements"] {
  const failed: Result["requirements"][number][] = [];
  program.requirements.forEach(({ message, span }, index) => {
    const no = bound.requirements[index]?.no;
    if (no === undefined || (no.op === "constant" && no.value.equals(0))) return;
    const values = no.op === "constant" ? null : run.finished(no).values;
    for (let row = 0; row < rows; row += 1) {
      if (values !== null && values[row] === 0) continue;
      const { key, period } = evaluation.subjectAt(row);
      failed.push({ key, period, message, span });
    }
  });
  return failed;
}
