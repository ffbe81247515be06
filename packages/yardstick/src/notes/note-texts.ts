/**
 * The notes of a result as texts: all of them, and those of one subject.
 */
import type { SubjectResult } from "@yardstick/engine";
import type { Lang } from "@yardstick/language";
import { hasSeveralPeriods } from "../document/ranked-groups.js";
import type { Scored } from "../scored.js";
import type { NoteText } from "./describe-note.js";
import { describeAward } from "../sheet/places.js";
import { describeNote, undecidedWord, withUndecided } from "./describe-note.js";
import type { ResultNote } from "./result-notes.js";
import { resultNotes } from "./result-notes.js";

/** The notes of a result as texts. */
export interface NoteTexts {
  /** All notes, by kind. */
  readonly all: readonly NoteText[];
  /** Sentences about a subject, then those about the whole result, without the names of other subjects concerned. */
  of(subject: SubjectResult): readonly string[];
  /** Sentences for a score sheet: undecided, tied at a cut, provisional. A pending score is excluded, since the sheet states it. */
  onSheet(subject: Pick<SubjectResult, "key" | "period">): readonly string[];
}

/** For a subject without a score, only the note on the score and undecided vetoes are reported. */
const isReported = (note: ResultNote): boolean => !("isScored" in note) || note.isScored || note.kind === "veto";

/** The texts of a result that files contain besides its numbers. */
export interface ResultTexts {
  readonly lang: Lang;
  describeAward(award: SubjectResult["awards"][number]): string;
  withUndecided(known: readonly string[], undecided: readonly string[]): string;
  readonly undecided: string;
  notesOf(subject: SubjectResult): readonly string[];
  readonly notes: readonly NoteText[];
}

/** The texts of a result in one language. */
export function resultMessages(scored: Pick<Scored, "result" | "program">, lang: Lang): ResultTexts {
  const notes = noteTexts(scored, lang);
  return {
    lang,
    describeAward: (award) => describeAward(scored.program, award, lang),
    withUndecided: (known, undecided) => withUndecided(known, undecided, lang),
    undecided: undecidedWord(lang),
    notesOf: (subject) => notes.of(subject),
    notes: notes.all,
  };
}

/** The notes of a result in one language; `hasPeriods`: whether a name alone does not identify a subject. */
export function noteTexts(
  { result, program }: Pick<Scored, "result" | "program">,
  lang: Lang,
  hasPeriods?: boolean,
): NoteTexts {
  const notes = resultNotes(result, program).filter(isReported);
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
  const notesOf = ({ key, period }: Pick<SubjectResult, "key" | "period">): readonly ResultNote[] =>
    bySubject.size === 0 ? [] : (bySubject.get(identity(key, period)) ?? []);
  const alone = (note: ResultNote) => {
    const { what, why } = describeNote(note, lang, { hasPeriods: false });
    return describeOne(what, why, lang);
  };
  let all: readonly NoteText[] | null = null;
  const described = (): readonly NoteText[] => {
    const several = hasPeriods ?? (program.period !== null && hasSeveralPeriods(result));
    return notes.map((note) => describeNote(note, lang, { hasPeriods: several }));
  };
  return {
    get all() {
      return (all ??= described());
    },
    of: (subject) => [...notesOf(subject), ...general].map(alone),
    onSheet: (subject) =>
      notesOf(subject)
        .filter(({ kind }) => kind !== "pending" && kind !== "invalid")
        .map((note) => `${alone(note)}${lang === "zh" ? "。" : "."}`),
  };
}

const describeOne = (what: string, why: string, lang: Lang): string =>
  lang === "zh" ? `${what}：${why}` : `${what}: ${why}`;
