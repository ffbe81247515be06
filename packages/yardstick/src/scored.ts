/**
 * A scored dataset: the result, with its rankings, explanations, comparisons and receipt.
 */
import type { CellProblem, ColumnarResult, Dataset, Explanation, Result, SubjectResult } from "@yardstick/engine";
import { explain, hasErrors, latestOf, notedSubjects, subjectIds } from "@yardstick/engine";
import type { Diagnostic, Lang } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import type { SubjectDifference } from "./compare.js";
import { compareResults } from "./compare.js";
import type { Failure } from "./failure.js";
import type { Receipt } from "./receipt.js";
import { receiptOf } from "./receipt.js";
import { notesJson } from "./notes/notes-json.js";
import type { ResultJson, ResultJsonStream } from "./result-json.js";
import { diagnosticJson, resultJson } from "./result-json.js";

/** A subject in a ranking. */
export interface RankedSubject {
  readonly place: number;
  readonly key: string;
  readonly period: string | null;
  /** The published score, which need not be the value that the ranking is ordered by. */
  readonly score: string | null;
}

/** A scored dataset. */
export interface Scored {
  readonly program: Program;
  readonly dataset: Dataset;
  readonly result: Result;
  /** In the order of the data. */
  readonly subjects: readonly SubjectResult[];
  /**
   * Whether `yardstick score` would exit with 0 for the same data: there are no failures, no problems that are errors, no invalid subjects,
   * and all requirements and policies are met. Subjects may be pending.
   */
  readonly ok: boolean;
  /** The problems of the data. A row, column or cell whose problem is an error was not used. */
  readonly problems: readonly CellProblem[];
  /** Why there is no result: an exceeded limit, or an unknown scenario or period. Usually empty. */
  readonly failures: readonly Failure[];
  readonly receipt: Receipt;
  /** The subjects of a ranking by place, ties in the order of the data. A ranking by section is named `RANKING/SECTION`. */
  ranking(name: string): readonly RankedSubject[];
  /** The explanation of a subject; null where there is none. Without `period`, that of the latest period of the key. */
  explain(key: string, period?: string | null): Explanation | null;
  /** The differences from this result to `other`. */
  compare(other: Scored): readonly SubjectDifference[];
  /** The documented form of `score --format json`. */
  toJSON(): ResultJson;
  /** The same, with subjects that are made one by one as they are read. */
  toJsonStream(): ResultJsonStream;
}

interface Run {
  readonly program: Program;
  readonly source: string;
  readonly file: string | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly lang: Lang;
  readonly dataset: Dataset;
  readonly result: Result;
  /** The columnar result of the run. */
  readonly columnar: ColumnarResult;
  readonly failures: readonly Failure[];
  readonly scenario: string | null;
  readonly period: string | null;
}

/** The rows of a result by key. */
function rowsByKey(result: Result): ReadonlyMap<string, readonly number[]> {
  const rowsOf = new Map<string, number[]>();
  let row = 0;
  for (const { key } of subjectIds(result)) {
    const known = rowsOf.get(key);
    if (known === undefined) rowsOf.set(key, [row]);
    else known.push(row);
    row += 1;
  }
  return rowsOf;
}

/** Whether a subject has no score because a cell cannot be read. */
export function hasInvalidSubjects(result: Result): boolean {
  for (const { status } of notedSubjects(result)) if (status === "invalid") return true;
  return false;
}

/** The implementation of `Scored`. */
export class ScoredTables implements Scored {
  private known: Receipt | null = null;
  private rows: ReadonlyMap<string, readonly number[]> | null = null;
  private isAskedAgain = false;

  constructor(private readonly run: Run) {}

  get program(): Program {
    return this.run.program;
  }

  get dataset(): Dataset {
    return this.run.dataset;
  }

  get result(): Result {
    return this.run.result;
  }

  get subjects(): readonly SubjectResult[] {
    return this.run.result.subjects;
  }

  get failures(): readonly Failure[] {
    return this.run.failures;
  }

  get problems(): readonly CellProblem[] {
    return this.run.result.problems;
  }

  get ok(): boolean {
    const { requirements, policies, problems } = this.run.result;
    return (
      this.failures.length === 0 &&
      !hasErrors(problems) &&
      requirements.length === 0 &&
      policies.every(({ holds }) => holds !== false) &&
      !hasInvalidSubjects(this.run.result)
    );
  }

  /** Computed on first use, since hashing all data takes time. */
  get receipt(): Receipt {
    const { program, source, dataset } = this.run;
    this.known ??= receiptOf(program, source, dataset);
    return this.known;
  }

  ranking(name: string): readonly RankedSubject[] {
    return this.subjects
      .flatMap(({ rankings, key, period, score }) => {
        const place = rankings[name] ?? null;
        return place === null ? [] : [{ place, key, period, score }];
      })
      .sort((a, b) => a.place - b.place);
  }

  explain(key: string, period: string | null = null): Explanation | null {
    const { program, dataset, scenario, columnar } = this.run;
    if (columnar.explain !== null) {
      const row = this.rowOf(key, period, columnar);
      if (row !== null) return columnar.explain(row);
      // The requested period was not scored.
      if (period === null || this.run.period === null || period === this.run.period) return null;
    }
    return explain(program, dataset, key, { scenario, period: period ?? this.run.period });
  }

  /** The row of a subject in the result; null where there is none. */
  private rowOf(key: string, period: string | null, { identity, rowsOf }: ColumnarResult): number | null {
    if (identity === null || rowsOf === null) return null;
    const { length } = this.subjects;
    const among = (some: Iterable<number>) => {
      const all = Array.from(some, (row) => ({ ...identity(row), row }));
      return period === null ? all : all.filter((subject) => subject.period === period);
    };
    const exact = among(this.rowsOf(key, rowsOf));
    return latestOf(exact.length > 0 ? exact : among(Array.from({ length }, (_, row) => row)), key)?.row ?? null;
  }

  /** The rows of a key: looked through once, and kept by key from the second question on. */
  private rowsOf(key: string, search: (key: string) => readonly number[]): readonly number[] {
    if (!this.isAskedAgain) {
      this.isAskedAgain = true;
      return search(key);
    }
    this.rows ??= rowsByKey(this.run.result);
    return this.rows.get(key) ?? [];
  }

  compare(other: Scored): readonly SubjectDifference[] {
    return compareResults(this.result, other.result);
  }

  toJSON(): ResultJson {
    const json = this.toJsonStream();
    return { ...json, subjects: [...json.subjects] };
  }

  toJsonStream(): ResultJsonStream {
    const { result, diagnostics, file, failures, program, lang } = this.run;
    return resultJson(
      result,
      program,
      notesJson(result, program, lang),
      this.receipt,
      failures,
      diagnostics.map((diagnostic) => diagnosticJson(diagnostic, file)),
    );
  }
}
