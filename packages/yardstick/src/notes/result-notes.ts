/**
 * What a result must say besides its numbers: who is pending, what cannot be decided yet, ties at the cut of a quota, what is
 * provisional. One list that every output is written from, so that none leaves out a kind.
 */
import type { Awaited, CellProblem, Result, Undecided } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { problemsOfRows } from "./data-notes.js";

interface Common {
  /** Of all subjects named; null where the data has no periods, and of what concerns the result as a whole. */
  readonly period: string | null;
  /** Keys, in the order of the data; empty where it concerns the result as a whole. */
  readonly subjects: readonly string[];
}

export type ResultNote =
  /** One subject without a score; nothing that follows from its score is decided either. */
  | (Common & { readonly kind: "pending"; readonly awaiting: readonly Awaited[] })
  /** The same where a cell that matters cannot be read. */
  | (Common & { readonly kind: "invalid"; readonly awaiting: readonly Awaited[] })
  /** `isScored`: the subjects have a score; where they have none, everything that follows from it is undecided with it. */
  | (Common & {
      readonly kind: Undecided["kind"];
      readonly name: string;
      readonly awaiting: readonly Awaited[];
      readonly isScored: boolean;
    })
  | (Common & {
      readonly kind: "tie-at-cut";
      readonly name: string;
      readonly grade: string;
      readonly group: string | null;
      readonly left: number;
    })
  | (Common & { readonly kind: "policy"; readonly name: string; readonly awaiting: readonly Awaited[] })
  /** `name`: of a part, a result or the score. */
  | (Common & { readonly kind: "provisional"; readonly name: string | null })
  /** About a row or a column of the data. */
  | (Common & { readonly kind: "data"; readonly problem: CellProblem });

export type NoteKind = ResultNote["kind"];

/** All of a result, of one kind after the other, each in the order of the rubric and the data. */
export function resultNotes(result: Result, program: Program): readonly ResultNote[] {
  return [
    ...withoutScore(result),
    ...undecidedOf(result),
    ...result.policies
      .filter(({ holds }) => holds === null)
      .map(({ message, awaiting }): ResultNote => ({
        kind: "policy",
        name: message,
        awaiting,
        period: null,
        subjects: [],
      })),
    ...result.cuts.map(({ grades, grade, group, left, period, tied }): ResultNote => ({
      kind: "tie-at-cut",
      name: grades,
      grade,
      group,
      left,
      period,
      subjects: tied,
    })),
    ...provisionalOf(result, program),
    ...problemsOfRows(result.problems).map((problem): ResultNote => ({
      kind: "data",
      problem,
      period: null,
      subjects: [],
    })),
  ];
}

function withoutScore({ subjects }: Result): readonly ResultNote[] {
  const of = (status: "pending" | "invalid") =>
    subjects
      .filter((subject) => subject.status === status)
      .map(({ key, period, awaiting }): ResultNote => ({ kind: status, period, subjects: [key], awaiting }));
  return [...of("pending"), ...of("invalid")];
}

/** Gathers what is the same but for the subject. */
class Gathered<T> {
  private readonly found = new Map<
    string,
    { readonly of: T; readonly period: string | null; readonly keys: string[] }
  >();

  add(
    identity: readonly unknown[],
    of: T,
    { key, period }: { readonly key: string; readonly period: string | null },
  ): void {
    const name = JSON.stringify([period, ...identity]);
    const known = this.found.get(name);
    if (known === undefined) this.found.set(name, { of, period, keys: [key] });
    else known.keys.push(key);
  }

  get all(): readonly { readonly of: T; readonly period: string | null; readonly subjects: readonly string[] }[] {
    return [...this.found.values()].map(({ of, period, keys }) => ({ of, period, subjects: keys }));
  }
}

const KINDS: Readonly<Record<Undecided["kind"], number>> = {
  veto: 0,
  grade: 1,
  award: 2,
  payment: 3,
  consequence: 4,
  output: 5,
  requirement: 6,
};

function undecidedOf({ subjects }: Result): readonly ResultNote[] {
  const gathered = new Gathered<Undecided & { readonly isScored: boolean }>();
  for (const subject of subjects) {
    const isScored = subject.status === "scored";
    for (const one of subject.undecided) {
      const identity = [one.kind, one.name, isScored, one.awaiting.map(({ field, reason }) => [field, reason])];
      gathered.add(identity, { ...one, isScored }, subject);
    }
  }
  return gathered.all
    .map(({ of, ...common }): ResultNote & { readonly kind: Undecided["kind"] } => ({ ...of, ...common }))
    .sort((a, b) => KINDS[a.kind] - KINDS[b.kind]);
}

function provisionalOf({ subjects }: Result, program: Program): readonly ResultNote[] {
  // A ranking by each section has a name a section; one mention is enough.
  const rankings = program.rankings.map(({ name }) => name);
  const baseName = (of: string) => rankings.find((ranking) => of.startsWith(`${ranking}/`)) ?? of;
  const gathered = new Gathered<string>();
  for (const subject of subjects) {
    for (const name of new Set(subject.provisional.map(baseName))) gathered.add([name], name, subject);
  }
  return gathered.all.map(({ of, ...common }): ResultNote => ({
    kind: "provisional",
    name: of === "score" ? null : of,
    ...common,
  }));
}
