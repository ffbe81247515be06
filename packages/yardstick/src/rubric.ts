/**
 * A sound rubric, ready to score: what `compile` gives. Pure and synchronous; no I/O, no state between runs.
 */
import type { ColumnarOptions, ColumnarResult, Dataset, Result, SubjectResult, TestOutcome } from "@yardstick/engine";
import { Deadline, DEFAULT_LIMITS as ENGINE_LIMITS, LimitExceeded, runTests, Session } from "@yardstick/engine";
import type { Diagnostic } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import type { Fault } from "./fault.js";
import type { Limits } from "./limits.js";
import { periodsOf } from "./period.js";
import type { Scored } from "./scored.js";
import { ScoredTables } from "./scored.js";
import type { RowTables } from "./tables-given.js";
import { datasetOf } from "./tables-given.js";

export interface ScoreOptions {
  /** Name of a scenario of the rubric. */
  readonly scenario?: string | null | undefined;
  /** Only this period's subjects; otherwise all, each among those of its own period. */
  readonly period?: string | null | undefined;
  /** Aborting it makes `score` throw and `scoreAsync` reject with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told the share that is done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
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
  ) {}

  score(tables: Dataset | RowTables, options: ScoreOptions = {}): Scored {
    const given = datasetOf(this.program, tables);
    const deadline = this.deadline(options);
    try {
      deadline.throwIfAborted();
      const run = this.prepared(given, options, deadline, this.faultsOf(given, options));
      const work = published(run.session.result(), options, deadline);
      for (let step = work.next(); ; step = work.next()) if (step.done === true) return run.scored(step.value);
    } catch (error) {
      return this.stopped(error, given, options);
    }
  }

  async scoreAsync(tables: Dataset | RowTables, options: ScoreOptions = {}): Promise<Scored> {
    await otherWork();
    const given = datasetOf(this.program, tables);
    const deadline = this.deadline(options);
    try {
      deadline.throwIfAborted();
      const run = this.prepared(given, options, deadline, this.faultsOf(given, options));
      const work = published(await run.session.resultAsync(), options, deadline);
      let until = Date.now() + SLICE_MS;
      for (let step = work.next(); ; step = work.next()) {
        if (step.done === true) return run.scored(step.value);
        if (Date.now() < until) continue;
        await otherWork();
        until = Date.now() + SLICE_MS;
      }
    } catch (error) {
      return this.stopped(error, given, options);
    }
  }

  private deadline({ signal }: ScoreOptions): Deadline {
    return new Deadline(signal, this.limits.milliseconds);
  }

  /** A limit that was passed on the way is a fault like any other; whatever else was thrown goes on. */
  private stopped(error: unknown, given: Dataset, options: ScoreOptions): Scored {
    if (!(error instanceof LimitExceeded) || (error.limit !== "bytes" && error.limit !== "milliseconds")) throw error;
    const { limit, allowed, found } = error;
    const fault: Fault =
      limit === "bytes" ? { kind: "too-large", found, limit: allowed } : { kind: "too-long", limit: allowed };
    const run = this.prepared(given, options, new Deadline(undefined, null), [fault]);
    const how = run.session.result();
    const { rubric, scenario, requirements, policies, problems } = how;
    return run.scored({ result: { rubric, scenario, subjects: [], requirements, policies, problems }, how });
  }

  private prepared(given: Dataset, options: ScoreOptions, signal: Deadline, faults: readonly Fault[]) {
    const { program, source, file, diagnostics, limits } = this;
    // What cannot be scored gives an empty result, so that callers need not look for a missing one.
    const isSound = faults.length === 0;
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
        new ScoredTables({ program, source, file, diagnostics, dataset, result, how, faults, scenario, period }),
    };
  }

  test(): readonly TestOutcome[] {
    return runTests(this.program);
  }

  private faultsOf(dataset: Dataset, { scenario, period }: ScoreOptions): readonly Fault[] {
    const { program, limits } = this;
    const faults: Fault[] = [];
    const hold = (table: string, found: number, limit: number) => {
      if (found > limit) faults.push({ kind: "too-many-rows", table, found, limit });
    };
    hold(program.subject, dataset.subjects.rows, limits.rows);
    dataset.lists.forEach((list, index) => hold(program.lists[index]?.name ?? "", list.rows, limits.sideRows));
    const scenarios = program.scenarios.map(({ name }) => name);
    if (scenario !== null && scenario !== undefined && !scenarios.includes(scenario)) {
      faults.push({ kind: "unknown-scenario", name: scenario, known: scenarios });
    }
    const periods = periodsOf(program, dataset);
    if (period !== null && period !== undefined && !periods.includes(period)) {
      faults.push({ kind: "unknown-period", name: period, known: periods });
    }
    return faults;
  }
}

function withoutRows(dataset: Dataset): Dataset {
  return {
    ...dataset,
    subjects: { rows: 0, columns: dataset.subjects.columns.map(() => []) },
    lists: dataset.lists.map(({ columns }) => ({ rows: 0, columns: columns.map(() => []), owner: [] })),
  };
}

/** A run that yields goes on for so long at a stretch. */
const SLICE_MS = 12;
/** Subjects that are written down between two looks at the clock or the signal. */
const BATCH = 64;
/** The share of the work that is done before subjects are written down. */
const SCORED = 0.5;

interface Published {
  readonly result: Result;
  readonly how: ColumnarResult;
}

/** All subjects as plain objects, so that a result can be kept, sent and compared whatever becomes of the tables. */
function* published(
  how: ColumnarResult,
  { onProgress }: ScoreOptions,
  deadline: Deadline,
): Generator<void, Published, void> {
  const { rubric, scenario, requirements, policies, problems } = how;
  const report = onProgress === undefined ? null : scaled(onProgress, SCORED, 1);
  const subjects: SubjectResult[] = [];
  for (const subject of how.subjects) {
    subjects.push(subject);
    if (subjects.length % BATCH !== 0) continue;
    deadline.throwIfAborted();
    report?.(subjects.length / how.subjects.length);
    yield;
  }
  report?.(1);
  return { result: { rubric, scenario, subjects, requirements, policies, problems }, how };
}

function scaled(report: (share: number) => void, from: number, to: number): (share: number) => void {
  return (share) => report(from + (to - from) * share);
}

/** Lets timers, messages and painting go first. */
function otherWork(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
