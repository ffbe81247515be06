/**
 * A sound rubric, ready to score: what `compile` gives. Pure and synchronous; no I/O, no state between runs.
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
import type { RowTables } from "./tables-given.js";
import { datasetSteps } from "./tables-given.js";
import { driven, drivenAsync, yieldToEventLoop } from "./driven.js";

export interface ScoreOptions {
  /** Name of a scenario of the rubric. */
  readonly scenario?: string | null | undefined;
  /** Only this period's subjects; otherwise all, each among those of its own period. */
  readonly period?: string | null | undefined;
  /** Aborting it makes `score` throw and `scoreAsync` reject with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the completed fraction, 0–1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** In place of those given to `compile`. The time limit counts reading, scoring and writing the result down. */
  readonly limits?: Partial<Limits> | undefined;
  /** Which rows are subjects whatever they look like, and which are none, by their keys. A key of no row is a problem; typed columns take none. */
  readonly rows?: RowChoices | undefined;
}

export const SCORE_OPTIONS: readonly (keyof ScoreOptions)[] = [
  "scenario",
  "period",
  "signal",
  "onProgress",
  "limits",
  "rows",
];

/** Throws a `TypeError` for an option that there is not or whose value cannot be meant. */
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

export interface Rubric {
  readonly program: Program;
  /** The text that all spans point into. */
  readonly source: string;
  /** As given to `compile`, or as resolved for a used rubric. */
  readonly file: string | null;
  /** Warnings and advice; a rubric with errors is none. */
  readonly diagnostics: readonly Diagnostic[];
  /** Parallel to `Program.uses`; null where a used rubric could not be had. */
  readonly uses: readonly (Rubric | null)[];
  /** Tables as typed columns, or as arrays of row objects with numbers as text, bigint or safe integers. */
  score(tables: Dataset | RowTables, options?: ScoreOptions): Scored;
  /** The same, letting other work go first. */
  scoreAsync(tables: Dataset | RowTables, options?: ScoreOptions): Promise<Scored>;
  /** Runs the tests that the rubric contains. */
  test(): readonly TestOutcome[];
}

export class CompiledRubric implements Rubric {
  constructor(
    readonly program: Program,
    readonly source: string,
    readonly file: string | null,
    readonly diagnostics: readonly Diagnostic[],
    private readonly limits: Limits,
    readonly uses: readonly (Rubric | null)[],
    /** Of what its results say in words. */
    private readonly lang: Lang,
  ) {}

  score(tables: Dataset | RowTables, options: ScoreOptions = {}): Scored {
    checkScoreOptions(options);
    const limits = this.limitsOf(options);
    const deadline = new Deadline(options.signal, limits.milliseconds);
    let given: Dataset | null = null;
    try {
      deadline.throwIfAborted();
      given = driven(datasetSteps(this.program, tables, options.rows), deadline);
      const run = this.prepared(given, options, limits, deadline, this.failuresOf(given, options, limits));
      return run.scored(driven(published(run.session.result(), options), deadline));
    } catch (error) {
      return this.stopped(error, given, options, limits);
    }
  }

  async scoreAsync(tables: Dataset | RowTables, options: ScoreOptions = {}): Promise<Scored> {
    checkScoreOptions(options);
    const limits = this.limitsOf(options);
    const deadline = new Deadline(options.signal, limits.milliseconds);
    let given: Dataset | null = null;
    try {
      deadline.throwIfAborted();
      await yieldToEventLoop();
      given = await drivenAsync(datasetSteps(this.program, tables, options.rows), deadline);
      const run = this.prepared(given, options, limits, deadline, this.failuresOf(given, options, limits));
      return run.scored(await drivenAsync(published(await run.session.resultAsync(), options), deadline));
    } catch (error) {
      return this.stopped(error, given, options, limits);
    }
  }

  private limitsOf({ limits }: ScoreOptions): Limits {
    return { ...this.limits, ...limits };
  }

  /** A limit that was passed on the way is a failure like any other; whatever else was thrown goes on. */
  private stopped(error: unknown, given: Dataset | null, options: ScoreOptions, limits: Limits): Scored {
    if (!(error instanceof LimitExceeded) || (error.limit !== "bytes" && error.limit !== "milliseconds")) throw error;
    const { limit, allowed, found } = error;
    const failure: Failure =
      limit === "bytes" ? { kind: "too-large", found, limit: allowed } : { kind: "too-long", limit: allowed };
    const dataset = given ?? emptyDataset(this.program);
    const run = this.prepared(dataset, options, limits, new Deadline(undefined, null), [failure]);
    const how = run.session.result();
    const { rubric, scenario, requirements, policies, cuts, problems } = how;
    return run.scored({ result: { rubric, scenario, subjects: [], requirements, policies, cuts, problems }, how });
  }

  private prepared(
    given: Dataset,
    options: ScoreOptions,
    limits: Limits,
    signal: Deadline,
    failures: readonly Failure[],
  ) {
    const { program, source, file, diagnostics, lang } = this;
    // What cannot be scored gives an empty result, so that callers need not look for a missing one.
    const isSound = failures.length === 0;
    const scenario = isSound ? (options.scenario ?? null) : null;
    const period = isSound ? (options.period ?? null) : null;
    const dataset = isSound ? given : withoutRows(given);
    const { rows, bytes } = limits;
    const own = { rows, bytes, sideRows: limits.sideRows * Math.max(1, dataset.lists.length) };
    const run: ColumnarOptions = { scenario, period, signal, limits: { ...ENGINE_LIMITS, ...own } };
    const onProgress = options.onProgress === undefined ? {} : { onProgress: scaled(options.onProgress, 0, SCORED) };
    return {
      session: new Session(program, dataset, { ...run, ...onProgress }, false),
      scored: ({ result, how }: Published) =>
        new ScoredTables({
          program,
          source,
          file,
          diagnostics,
          lang,
          dataset,
          result,
          how,
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
    const hold = (table: string, found: number, limit: number) => {
      if (found > limit) failures.push({ kind: "too-many-rows", table, found, limit });
    };
    hold(program.subject, dataset.subjects.rows, limits.rows);
    dataset.lists.forEach((list, index) => hold(program.lists[index]?.name ?? "", list.rows, limits.sideRows));
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

/** Subjects that are written down between two looks at the clock or the signal. */
const BATCH = 64;
/** The share of the work that is done before subjects are written down. */
const SCORED = 0.5;

interface Published {
  readonly result: Result;
  readonly how: ColumnarResult;
}

/** All subjects as plain objects, so that a result can be kept, sent and compared whatever becomes of the tables. */
function* published(how: ColumnarResult, { onProgress }: ScoreOptions): Steps<Published> {
  const { rubric, scenario, requirements, policies, cuts, problems } = how;
  const report = onProgress === undefined ? null : scaled(onProgress, SCORED, 1);
  const subjects: SubjectResult[] = [];
  for (const subject of how.subjects) {
    subjects.push(subject);
    if (subjects.length % BATCH !== 0) continue;
    report?.(subjects.length / how.subjects.length);
    yield;
  }
  report?.(1);
  return { result: { rubric, scenario, subjects, requirements, policies, cuts, problems }, how };
}

function scaled(report: (share: number) => void, from: number, to: number): (share: number) => void {
  return (share) => report(from + (to - from) * share);
}
