/**
 * `yardstick/run`: scores compiled rubrics without the compiler, in at most 25 KB compressed. `yardstick compile` or `compiledProgram`
 * compiles them.
 */
import {
  hasErrors,
  runCore,
  type CellProblem,
  type Dataset,
  type Result,
  type SubjectResult,
} from "@yardstick/engine/run";
import { checkProgram, type CompiledProgram } from "./compiled-program.js";
import { readPlainRows, type PlainRow, type PlainTables } from "./read-plain-rows.js";
import { checkedColumns, isDataset } from "./typed-columns.js";

export type { CellProblem, Dataset, HistoryRow, Result, SubjectResult, UsedResults } from "@yardstick/engine/run";
export type { CompiledProgram } from "./compiled-program.js";
export type { PlainRow, PlainTables, PlainValue } from "./read-plain-rows.js";

/** Options of a run. */
export interface RunOptions {
  /** Name of a scenario of the rubric. */
  readonly scenario?: string | null | undefined;
  /** Scores only the subjects of this period; otherwise all, each ranked among those of its own period. */
  readonly period?: string | null | undefined;
  /** Ends the run between two subjects: its reason is thrown. */
  readonly signal?: Pick<AbortSignal, "aborted" | "reason"> | undefined;
}

/** A place in a ranking. */
export interface PlacedSubject {
  readonly place: number;
  readonly key: string;
  readonly period: string | null;
  /** The published score, which need not be the value that the ranking is ordered by. */
  readonly score: string | null;
}

/** What a run gives. */
export interface RunResult {
  readonly result: Result;
  /** In the order of the data. */
  readonly subjects: readonly SubjectResult[];
  /** What is wrong with the data. A row or cell in it was not used. */
  readonly problems: readonly CellProblem[];
  /** No problems, no subjects that cannot be read, and all requirements and policies are met. Subjects may be pending. */
  readonly ok: boolean;
  /** The subjects of a ranking by place, ties in the order of the data. A ranking by section is named `RANKING/SECTION`. */
  ranking(name: string): readonly PlacedSubject[];
}

/** A compiled rubric that can be scored. */
export interface RunnableProgram {
  /** Title of the rubric. */
  readonly title: string | null;
  /** Names of its scenarios. */
  readonly scenarios: readonly string[];
  /**
   * Scores rows of the subjects, tables of rows, or typed columns as `Scored.dataset` of `yardstick` has them. Throws a `TypeError` for
   * what is none of these: another table, history without key, period and results, columns of other lengths or with a key twice. Throws
   * a `RangeError` for a scenario or a period that there is not.
   */
  score(tables: readonly PlainRow[] | PlainTables | Dataset, options?: RunOptions): RunResult;
}

/** Takes a compiled rubric, as parsed from its JSON. Throws a `TypeError` for anything else, a `RangeError` for that of another version. */
export function load(compiled: CompiledProgram): RunnableProgram {
  checkProgram(compiled);
  const { program, scenarios } = compiled;
  return {
    title: program.title,
    scenarios: scenarios.map(({ name }) => name),
    score(tables, options = {}) {
      const dataset = datasetOf(compiled, tables);
      const { period = null } = options;
      const periods = dataset.subjects.columns[program.period ?? -1];
      if (period !== null && periods?.includes(period) !== true)
        throw new RangeError(`the data have no period “${period}”`);
      const result = runCore(compiled, dataset, options);
      const { subjects, problems, requirements, policies } = result;
      return {
        result,
        subjects,
        problems,
        ok:
          !hasErrors(problems) &&
          requirements.length === 0 &&
          policies.every(({ holds }) => holds !== false) &&
          subjects.every(({ status }) => status !== "invalid"),
        ranking: (name) =>
          subjects
            .flatMap(({ rankings, key, period, score }) => {
              const place = rankings[name] ?? null;
              return place === null ? [] : [{ place, key, period, score }];
            })
            .sort((a, b) => a.place - b.place),
      };
    },
  };
}

/** Typed columns have their keys from a reader, which has reported those that are missing or there twice. */
function datasetOf({ program }: CompiledProgram, tables: readonly PlainRow[] | PlainTables | Dataset): Dataset {
  if (Array.isArray(tables)) return readPlainRows(program, { subjects: tables as readonly PlainRow[] });
  if (!isDataset(tables)) return readPlainRows(program, (tables ?? {}) as PlainTables);
  const { subjects } = checkedColumns(program, tables);
  const keys = subjects.columns[program.key] ?? [];
  const periods = subjects.columns[program.period ?? -1];
  const known = new Set(keys.map((key, row) => JSON.stringify([key, periods?.[row]])));
  if (known.size < keys.length || !keys.every(Boolean)) throw new TypeError("a key is missing or there twice");
  return tables;
}
