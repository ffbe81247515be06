/**
 * A sound rubric, ready to score: what `compile` gives. Pure and synchronous; no I/O, no state between runs.
 */
import type { Dataset, TestOutcome } from "@yardstick/engine";
import { evaluate, runTests } from "@yardstick/engine";
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
    const { program, source, file, diagnostics } = this;
    options.signal?.throwIfAborted();
    const dataset = datasetOf(program, tables);
    const faults = this.faultsOf(dataset, options);
    const { signal } = options;
    // What cannot be scored gives an empty result, so that callers need not look for a missing one.
    const isSound = faults.length === 0;
    const scenario = isSound ? (options.scenario ?? null) : null;
    const period = isSound ? (options.period ?? null) : null;
    const scoredData = isSound ? dataset : withoutRows(dataset);
    const result = evaluate(program, scoredData, { scenario, period, signal });
    return new ScoredTables({
      program,
      source,
      file,
      diagnostics,
      dataset: scoredData,
      result,
      faults,
      scenario,
      period,
    });
  }

  async scoreAsync(tables: Dataset | RowTables, options: ScoreOptions = {}): Promise<Scored> {
    await otherWork();
    const scored = this.score(tables, options);
    await otherWork();
    options.signal?.throwIfAborted();
    return scored;
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

/** Lets timers, messages and painting go first. */
function otherWork(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
