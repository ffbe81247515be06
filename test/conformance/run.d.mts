/** Types of `run.mjs`, the runner of the cases for other implementations. */
import type { ConformanceCase } from "./case-file.js";

/** A case with the construct of its file. */
export type NamedCase = ConformanceCase & { readonly construct: string };

/** What an implementation reads of a case, one line of JSON. */
export interface CaseRequest {
  readonly id: number;
  readonly construct: string;
  readonly name: string;
  readonly rubric: string;
  readonly wants: readonly string[];
}

/** What it answers, one line of JSON; `leftOut`: why it answers nothing. */
export type CaseAnswer = Readonly<Record<string, unknown>> & { readonly leftOut?: string };

/** All cases, or those of one construct. */
export function allCases(only?: string | null): readonly NamedCase[];
/** What is asked about a case. */
export function requestOf(one: NamedCase, id: number): CaseRequest;
/** Where an answer is not as the case expects. */
export function failuresOf(one: NamedCase, answer: CaseAnswer): readonly string[];
/** Asks about each case. */
export function runCases(
  cases: readonly NamedCase[],
  ask: (request: CaseRequest) => CaseAnswer | Promise<CaseAnswer>,
): Promise<{ readonly passed: number; readonly leftOut: number; readonly failures: readonly string[] }>;
