/**
 * What scoring gave: the result, and what can be asked of it (a ranking, an explanation, a comparison, a receipt).
 */
import type { CellProblem, ColumnarResult, Dataset, Explanation, Result, SubjectResult } from "@yardstick/engine";
import { explain, hasErrors, latestOf } from "@yardstick/engine";
import type { Diagnostic, Lang } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import type { SubjectDifference } from "./compare.js";
import { compareResults } from "./compare.js";
import type { Failure } from "./failure.js";
import type { Receipt } from "./receipt.js";
import { receiptOf } from "./receipt.js";
import { notesJson } from "./notes/notes-json.js";
import type { ResultJson } from "./result-json.js";
import { diagnosticJson, resultJson } from "./result-json.js";

export interface RankedSubject {
  readonly place: number;
  readonly key: string;
  readonly period: string | null;
  /** The published score, which need not be what the ranking goes by. */
  readonly score: string | null;
}

export interface Scored {
  readonly program: Program;
  readonly dataset: Dataset;
  readonly result: Result;
  /** In the order of the data. */
  readonly subjects: readonly SubjectResult[];
  /**
   * Whether `yardstick score` would end with 0 for the same data: nothing failed, no problem is an error, no subject is invalid, and
   * no requirement or policy is broken. Subjects may be pending all the same.
   */
  readonly ok: boolean;
  /** What was found wrong with the data, or left aside in it. A row, column or cell whose problem is an error was not used. */
  readonly problems: readonly CellProblem[];
  /** Why nothing was scored: more rows than the limits allow, or a scenario or period that there is not. Usually none. */
  readonly failures: readonly Failure[];
  readonly receipt: Receipt;
  /** In the order of the places, those who share one in the order of the data. `RANKING/SECTION` names one by each section. */
  ranking(name: string): readonly RankedSubject[];
  /** Null where there is no such subject. Without `period`, of several rows of one key, that of the latest period. */
  explain(key: string, period?: string | null): Explanation | null;
  /** This result as it was, `other` as it is. */
  compare(other: Scored): readonly SubjectDifference[];
  /** The documented form of `score --format json`. */
  toJSON(): ResultJson;
}

interface Run {
  readonly program: Program;
  readonly source: string;
  readonly file: string | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly lang: Lang;
  readonly dataset: Dataset;
  readonly result: Result;
  /** The run behind it, which knows the places of all. */
  readonly how: ColumnarResult;
  readonly failures: readonly Failure[];
  readonly scenario: string | null;
  readonly period: string | null;
}

export class ScoredTables implements Scored {
  private known: Receipt | null = null;

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
    const { subjects, requirements, policies, problems } = this.run.result;
    return (
      this.failures.length === 0 &&
      !hasErrors(problems) &&
      requirements.length === 0 &&
      policies.every(({ holds }) => holds !== false) &&
      subjects.every(({ status }) => status !== "invalid")
    );
  }

  /** Hashing all data takes time, so it waits until it is asked for. */
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
    const { program, dataset, scenario, how } = this.run;
    if (how.explain !== null) {
      const among = period === null ? this.subjects : this.subjects.filter((subject) => subject.period === period);
      const subject = latestOf(among, key);
      if (subject !== null) return how.explain(this.subjects.indexOf(subject));
      // Of another period than was scored.
      if (period === null || this.run.period === null || period === this.run.period) return null;
    }
    return explain(program, dataset, key, { scenario, period: period ?? this.run.period });
  }

  compare(other: Scored): readonly SubjectDifference[] {
    return compareResults(this.result, other.result);
  }

  toJSON(): ResultJson {
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
