/**
 * What scoring gave: the result, and what can be asked of it (a ranking, an explanation, a comparison, a receipt).
 */
import type { ColumnarResult, Dataset, Explanation, Result, SubjectResult } from "@yardstick/engine";
import { explain, latestOf } from "@yardstick/engine";
import type { Diagnostic } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import type { SubjectDifference } from "./compare.js";
import { compareResults } from "./compare.js";
import type { Fault } from "./fault.js";
import type { Receipt } from "./receipt.js";
import { receiptOf } from "./receipt.js";
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
  /** Why nothing was scored: more rows than the limits allow, or a scenario or period that there is not. Usually none. */
  readonly faults: readonly Fault[];
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
  readonly dataset: Dataset;
  readonly result: Result;
  /** The run behind it, which knows the places of all. */
  readonly how: ColumnarResult;
  readonly faults: readonly Fault[];
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

  get faults(): readonly Fault[] {
    return this.run.faults;
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
    const { result, diagnostics, file } = this.run;
    return resultJson(
      result,
      this.receipt,
      diagnostics.map((diagnostic) => diagnosticJson(diagnostic, file)),
    );
  }
}
