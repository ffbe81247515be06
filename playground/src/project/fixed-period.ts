/** Periods whose results were fixed, with their receipts. */

/** Results of one period that were fixed. */
export interface FixedPeriod {
  readonly period: string;
  /** When, in milliseconds since 1970. */
  readonly fixed: number;
  /** Fingerprints of the rubric and of the data, and the version of the engine. */
  readonly rubric: string;
  readonly data: string;
  readonly engine: string;
  /** Subjects with a score, and those without one. */
  readonly scored: number;
  readonly open: number;
}

/** The fixed periods with another one; it replaces an earlier one of the same period. */
export function withFixed(periods: readonly FixedPeriod[], added: FixedPeriod): readonly FixedPeriod[] {
  return [...periods.filter(({ period }) => period !== added.period), added];
}
