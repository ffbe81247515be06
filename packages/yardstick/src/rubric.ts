/**
 * A rubric without errors that can be scored. It does no I/O and keeps no state between runs.
 */
import type {
  ColumnarOptions,
  ColumnarResult,
  Dataset,
  Result,
  RowChoices,
  SubjectResult,
  TestOutcome,
} from "@yardstick/engine";
import {
  Deadline,
  DEFAULT_LIMITS as ENGINE_LIMITS,
  emptyDataset,
  LimitExceeded,
  runTests,
  Session,
} from "@yardstick/engine";
import type { Diagnostic, Lang } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import { checkOptions, shown } from "@yardstick/language/program";
import type { Steps } from "@yardstick/tables/rows";
import type { Failure } from "./failure.js";
import type { Limits } from "./limits.js";
import { checkLimits } from "./limits.js";
import { periodsOf } from "./period.js";
import type { Scored } from "./scored.js";
import { ScoredTables } from "./scored.js";
import type { RowTables } from "./input-tables.js";
import { datasetSteps } from "./input-tables.js";
import { runSteps, runStepsAsync, yieldToEventLoop } from "./run-steps.js";

/** Options of scoring. */
export interface ScoreOptions {
  /** Name of a scenario of the rubric. */
  readonly scenario?: string | null | undefined;
  /** Scores only the subjects of this period; otherwise all, each ranked among those of its own period. */
  readonly period?: string | null | undefined;
  /** Cancels the run: `score` throws and `scoreAsync` rejects with the reason of the signal. */
  readonly signal?: Pick<AbortSignal, "aborted" | "reason" | "throwIfAborted"> | undefined;
  /** Called with the completed fraction, 0–1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Override the limits passed to `compile`. The time limit covers reading the tables, scoring and building the result. */
  readonly limits?: Partial<Limits> | undefined;
  /** Keys of rows that are subjects, and of rows that are not. A key without a row is a problem; not allowed with typed columns. */
  readonly rows?: RowChoices | undefined;
  /**
   * Whether subjects are kept as plain objects; default: true. Otherwise each is made when it is read, so that a long result takes little
   * memory and a reader of few subjects little time; such a result cannot be cloned.
   */
  readonly keepSubjects?: boolean | undefined;
}

/** The names of the options of scoring. */
export const SCORE_OPTIONS: readonly (keyof ScoreOptions)[] = [
  "scenario",
  "period",
  "signal",
  "onProgress",
  "limits",
  "rows",
  "keepSubjects",
];

/** Throws a `TypeError` for an unknown option or an invalid value. `of` is the function named in the message. */
export function checkScoreOptions(
  options: ScoreOptions,
  of = "score()",
  known: readonly string[] = SCORE_OPTIONS,
): void {
  checkOptions(of, options, known);
  checkLimits(of, options.limits);
  checkOptions(`the rows of ${of}`, options.rows, ["keep", "leave"]);
  for (const [name, keys] of Object.entries((options.rows ?? {}) as Readonly<Record<string, unknown>>)) {
    if (keys === undefined || (Array.isArray(keys) && keys.every((key) => typeof key === "string"))) continue;
    throw new TypeError(`the rows to ${name} of ${of} must be an array of keys as text, not ${shown(keys)}`);
  }
  const signal: unknown = options.signal ?? null;
  if (signal !== null && typeof (signal as Partial<AbortSignal>).throwIfAborted !== "function") {
    throw new TypeError(`the signal of ${of} must be an AbortSignal, not ${shown(signal)}`);
  }
  for (const name of ["scenario", "period"] as const) {
    const value: unknown = options[name] ?? null;
    if (value !== null && typeof value !== "string") {
      throw new TypeError(`the ${name} of ${of} must be text, not ${shown(value)}`);
    }
  }
}

/** A rubric without errors, as `compile` returns it. */
export interface Rubric {
  readonly program: Program;
  /** The text that all spans refer to. */
  readonly source: string;
  /** The path passed to `compile`, or the resolved path of a used rubric. */
  readonly file: string | null;
  /** Warnings and advice. */
  readonly diagnostics: readonly Diagnostic[];
  /** The used rubrics, parallel to `Program.uses`; null where one could not be loaded. */
  readonly uses: readonly (Rubric | null)[];
  /**
   * Scores tables, given as typed columns or as row objects with numbers as text, bigint or safe integers. Problems of the data and
   * exceeded limits are part of the result; invalid arguments throw a `TypeError`.
   */
  score(tables: Dataset | RowTables, options?: ScoreOptions): Scored;
  /** Scores like `score`, yielding to the event loop; invalid arguments reject. */
  scoreAsync(tables: Dataset | RowTables, options?: ScoreOptions): Promise<Scored>;
  /** Runs the tests of the rubric. */
  test(): readonly TestOutcome[];
}

/** The implementation of `Rubric`. */
export class CompiledRubric implements Rubric {
  constructor(
    readonly program: Program,
    readonly source: string,
    readonly file: string | null,
    readonly diagnostics: readonly Diagnostic[],
    private readonly limits: Limits,
    readonly uses: readonly (Rubric | null)[],
    /** The language of texts in results. */
    private readonly lang: Lang,
  ) {}

  score(tables: Dataset | RowTables, options: ScoreOptions = {}): Scored {
    checkScoreOptions(options);
    const limits = this.limitsOf(options);
    const deadline = new Deadline(options.signal, limits.milliseconds);
    let dataset: Dataset | null = null;
    try {
      deadline.throwIfAborted();
      dataset = runSteps(datasetSteps(this.program, tables, options.rows), deadline);
      const run = this.prepareRun(dataset, options, limits, deadline, this.failuresOf(dataset, options, limits));
      return run.scored(runSteps(published(run.session.result(), options), deadline));
    } catch (error) {
      return this.failedRun(error, dataset, options, limits);
    }
  }

  async scoreAsync(tables: Dataset | RowTables, options: ScoreOptions = {}): Promise<Scored> {
    checkScoreOptions(options);
    const limits = this.limitsOf(options);
    const deadline = new Deadline(options.signal, limits.milliseconds);
    let dataset: Dataset | null = null;
    try {
      deadline.throwIfAborted();
      await yieldToEventLoop();
      dataset = await runStepsAsync(datasetSteps(this.program, tables, options.rows), deadline);
      const run = this.prepareRun(dataset, options, limits, deadline, this.failuresOf(dataset, options, limits));
      return run.scored(await runStepsAsync(published(await run.session.resultAsync(), options), deadline));
    } catch (error) {
      return this.failedRun(error, dataset, options, limits);
    }
  }

  private limitsOf({ limits }: ScoreOptions): Limits {
    return { ...this.limits, ...limits };
  }

  /** The result of a run that exceeded a limit; rethrows any other error. `read` is the dataset, null where it was not yet read. */
  private failedRun(error: unknown, read: Dataset | null, options: ScoreOptions, limits: Limits): Scored {
    if (!(error instanceof LimitExceeded) || (error.limit !== "bytes" && error.limit !== "milliseconds")) throw error;
    const { limit, allowed, found } = error;
    const failure: Failure =
      limit === "bytes" ? { kind: "too-large", found, limit: allowed } : { kind: "too-long", limit: allowed };
    const dataset = read ?? emptyDataset(this.program);
    const run = this.prepareRun(dataset, options, limits, new Deadline(undefined, null), [failure]);
    const columnar = run.session.result();
    const { rubric, scenario, requirements, policies, cuts, problems } = columnar;
    return run.scored({ result: { rubric, scenario, subjects: [], requirements, policies, cuts, problems }, columnar });
  }

  private prepareRun(
    read: Dataset,
    options: ScoreOptions,
    limits: Limits,
    signal: Deadline,
    failures: readonly Failure[],
  ) {
    const { program, source, file, diagnostics, lang } = this;
    // A failed run has an empty result, so that callers need not handle a missing one.
    const isSound = failures.length === 0;
    const scenario = isSound ? (options.scenario ?? null) : null;
    const period = isSound ? (options.period ?? null) : null;
    const dataset = isSound ? read : withoutRows(read);
    const { rows, bytes } = limits;
    const own = { rows, bytes, sideRows: limits.sideRows * Math.max(1, dataset.lists.length) };
    const run: ColumnarOptions = { scenario, period, signal, limits: { ...ENGINE_LIMITS, ...own } };
    const onProgress = options.onProgress === undefined ? {} : { onProgress: scaled(options.onProgress, 0, SCORED) };
    return {
      session: new Session(program, dataset, { ...run, ...onProgress }, false),
      scored: ({ result, columnar }: Published) =>
        new ScoredTables({
          program,
          source,
          file,
          diagnostics,
          lang,
          dataset,
          result,
          columnar,
          failures,
          scenario,
          period,
        }),
    };
  }

  test(): readonly TestOutcome[] {
    return runTests(this.program);
  }

  private failuresOf(dataset: Dataset, { scenario, period }: ScoreOptions, limits: Limits): readonly Failure[] {
    const { program } = this;
    const failures: Failure[] = [];
    const checkRows = (table: string, found: number, limit: number) => {
      if (found > limit) failures.push({ kind: "too-many-rows", table, found, limit });
    };
    checkRows(program.subject, dataset.subjects.rows, limits.rows);
    dataset.lists.forEach((list, index) => checkRows(program.lists[index]?.name ?? "", list.rows, limits.sideRows));
    const scenarios = program.scenarios.map(({ name }) => name);
    if (scenario !== null && scenario !== undefined && !scenarios.includes(scenario)) {
      failures.push({ kind: "unknown-scenario", name: scenario, known: scenarios });
    }
    const periods = periodsOf(program, dataset);
    if (period !== null && period !== undefined && !periods.includes(period)) {
      failures.push({ kind: "unknown-period", name: period, known: periods });
    }
    return failures;
  }
}

function withoutRows(dataset: Dataset): Dataset {
  return {
    ...dataset,
    subjects: { rows: 0, columns: dataset.subjects.columns.map(() => []) },
    lists: dataset.lists.map(({ columns }) => ({ rows: 0, columns: columns.map(() => []), owner: [] })),
  };
}

/** The number of subjects copied into the result in one step. */
const BATCH = 64;
/** The fraction of progress after scoring, before the subjects are copied. */
const SCORED = 0.5;

interface Published {
  readonly result: Result;
  readonly columnar: ColumnarResult;
}

/** Copies all subjects to plain objects where they are kept, so that a result can be stored, sent and compared independently of the tables. */
function* published(columnar: ColumnarResult, { onProgress, keepSubjects = true }: ScoreOptions): Steps<Published> {
  if (!keepSubjects) return { result: columnar, columnar };
  const { rubric, scenario, requirements, policies, cuts, problems } = columnar;
  const report = onProgress === undefined ? null : scaled(onProgress, SCORED, 1);
  const subjects: SubjectResult[] = [];
  for (const subject of columnar.subjects) {
    subjects.push(subject);
    if (subjects.length % BATCH !== 0) continue;
    report?.(subjects.length / columnar.subjects.length);
    yield;
  }
  report?.(1);
  return { result: { rubric, scenario, subjects, requirements, policies, cuts, problems }, columnar };
}

function scaled(report: (share: number) => void, from: number, to: number): (share: number) => void {
  return (share) => report(from + (to - from) * share);
}
