/**
 * The notes of a result, which every output contains besides the numbers: pending subjects, undecided results, ties at the cut of a
 * quota, provisional results and problems of the data. All outputs are written from this list.
 */
import type { Awaited, CellProblem, Result, SubjectResult, Undecided } from "@yardstick/engine";
import { notedSubjects } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { problemsOfRows } from "./data-notes.js";
import { tieDeciders, type TieDecider } from "./tie-deciders.js";

interface Common {
  /** The period of the subjects; null where the data has no periods, or the note concerns the whole result. */
  readonly period: string | null;
  /** Keys in the order of the data; empty where the note concerns the whole result. */
  readonly subjects: readonly string[];
}

/** A note of a result. */
export type ResultNote =
  /** A subject whose score is pending. */
  | (Common & { readonly kind: "pending"; readonly awaiting: readonly Awaited[] })
  /** A subject without a score because a cell cannot be read. */
  | (Common & { readonly kind: "invalid"; readonly awaiting: readonly Awaited[] })
  /** `isScored`: whether the subjects have a score; otherwise everything that depends on it is undecided as well. */
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
      readonly deciders: readonly TieDecider[];
    })
  | (Common & { readonly kind: "policy"; readonly name: string; readonly awaiting: readonly Awaited[] })
  /** `name` of a part or a result; null for the score. */
  | (Common & { readonly kind: "provisional"; readonly name: string | null })
  /** A problem of a row or a column of the data. */
  | (Common & { readonly kind: "data"; readonly problem: CellProblem });

/** The kind of a note. */
export type NoteKind = ResultNote["kind"];

/** All notes of a result, by kind, each in the order of the rubric and the data. */
export function resultNotes(result: Result, program: Program): readonly ResultNote[] {
  const noted = [...notedSubjects(result)];
  return [
    ...withoutScore(noted),
    ...undecidedOf(noted),
    ...result.policies
      .filter(({ holds }) => holds === null)
      .map(({ message, awaiting }): ResultNote => ({
        kind: "policy",
        name: message,
        awaiting,
        period: null,
        subjects: [],
      })),
    ...result.cuts.map((cut): ResultNote => {
      const { grades, grade, group, left, period, tied } = cut;
      const deciders = tieDeciders(cut, result, program);
      return { kind: "tie-at-cut", name: grades, grade, group, left, period, subjects: tied, deciders };
    }),
    ...provisionalOf(noted, program),
    ...problemsOfRows(result.problems).map((problem): ResultNote => ({
      kind: "data",
      problem,
      period: null,
      subjects: [],
    })),
  ];
}

function withoutScore(subjects: readonly SubjectResult[]): readonly ResultNote[] {
  const of = (status: "pending" | "invalid") =>
    subjects
      .filter((subject) => subject.status === status)
      .map(({ key, period, awaiting }): ResultNote => ({ kind: status, period, subjects: [key], awaiting }));
  return [...of("pending"), ...of("invalid")];
}

/** Groups notes that differ only in the subject. */
class NoteGroups<T> {
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

function undecidedOf(subjects: readonly SubjectResult[]): readonly ResultNote[] {
  const groups = new NoteGroups<Undecided & { readonly isScored: boolean }>();
  for (const subject of subjects) {
    const isScored = subject.status === "scored";
    for (const one of subject.undecided) {
      const identity = [one.kind, one.name, isScored, one.awaiting.map(({ field, reason }) => [field, reason])];
      groups.add(identity, { ...one, isScored }, subject);
    }
  }
  return groups.all
    .map(({ of, ...common }): ResultNote & { readonly kind: Undecided["kind"] } => ({ ...of, ...common }))
    .sort((a, b) => KINDS[a.kind] - KINDS[b.kind]);
}

function provisionalOf(subjects: readonly SubjectResult[], program: Program): readonly ResultNote[] {
  // A ranking by section has a name for each section, which are reported as one.
  const rankings = program.rankings.map(({ name }) => name);
  const baseName = (of: string) => rankings.find((ranking) => of.startsWith(`${ranking}/`)) ?? of;
  const groups = new NoteGroups<string>();
  for (const subject of subjects) {
    for (const name of new Set(subject.provisional.map(baseName))) groups.add([name], name, subject);
  }
  return groups.all.map(({ of, ...common }): ResultNote => ({
    kind: "provisional",
    name: of === "score" ? null : of,
    ...common,
  }));
}
