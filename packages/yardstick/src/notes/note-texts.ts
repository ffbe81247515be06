/**
 * Notes of a result as texts, all of them and those that concern one subject: what tables and files put beside its numbers.
 */
import type { SubjectResult } from "@yardstick/engine";
import type { Lang } from "@yardstick/language";
import { hasSeveralPeriods } from "../document/standings.js";
import type { Scored } from "../scored.js";
import type { NoteText } from "./describe-note.js";
import { describeAward } from "../sheet/standing.js";
import { describeNote, withUndecided } from "./describe-note.js";
import type { ResultNote } from "./result-notes.js";
import { resultNotes } from "./result-notes.js";

export interface NoteTexts {
  /** In the order of their kinds. */
  readonly all: readonly NoteText[];
  /** Sentences about a subject, then those about the result as a whole; names of others who share the note are left out. */
  of(subject: SubjectResult): readonly string[];
  /** Sentences for a score sheet: what is undecided, tied at a cut or provisional. That a score is pending the sheet says itself. */
  onSheet(subject: Pick<SubjectResult, "key" | "period">): readonly string[];
}

/** Without a score nothing else is decided either: one note says so. */
const isTold = (note: ResultNote): boolean => !("isScored" in note) || note.isScored || note.kind === "veto";

/** What writers of files need of a result besides its numbers; none can be written without. */
export interface ResultTexts {
  readonly lang: Lang;
  describeAward(award: SubjectResult["awards"][number]): string;
  withUndecided(known: readonly string[], undecided: readonly string[]): string;
  notesOf(subject: SubjectResult): readonly string[];
  readonly notes: readonly NoteText[];
}

export function resultMessages(scored: Pick<Scored, "result" | "program">, lang: Lang): ResultTexts {
  const notes = noteTexts(scored, lang);
  return {
    lang,
    describeAward: (award) => describeAward(scored.program, award, lang),
    withUndecided: (known, undecided) => withUndecided(known, undecided, lang),
    notesOf: (subject) => notes.of(subject),
    notes: notes.all,
  };
}

export function noteTexts({ result, program }: Pick<Scored, "result" | "program">, lang: Lang): NoteTexts {
  const hasPeriods = hasSeveralPeriods(result);
  const notes = resultNotes(result, program).filter(isTold);
  const identity = (key: string, period: string | null) => JSON.stringify([key, period]);
  const bySubject = new Map<string, ResultNote[]>();
  const general = notes.filter(({ subjects }) => subjects.length === 0);
  for (const note of notes) {
    for (const key of note.subjects) {
      const name = identity(key, note.period);
      const known = bySubject.get(name);
      if (known === undefined) bySubject.set(name, [note]);
      else known.push(note);
    }
  }
  const alone = (note: ResultNote) => {
    const { what, why } = describeNote(note, lang, { hasPeriods: false });
    return describeOne(what, why, lang);
  };
  return {
    all: notes.map((note) => describeNote(note, lang, { hasPeriods })),
    of: ({ key, period }) => [...(bySubject.get(identity(key, period)) ?? []), ...general].map(alone),
    onSheet: ({ key, period }) =>
      (bySubject.get(identity(key, period)) ?? [])
        .filter(({ kind }) => kind !== "pending" && kind !== "invalid")
        .map((note) => `${alone(note)}${lang === "zh" ? "。" : "."}`),
  };
}

const describeOne = (what: string, why: string, lang: Lang): string =>
  lang === "zh" ? `${what}：${why}` : `${what}: ${why}`;
