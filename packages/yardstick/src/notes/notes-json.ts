/**
 * Notes of a result for other programs: `undecided` and `provisional` of its JSON.
 */
import type { Awaited, Result } from "@yardstick/engine";
import type { Lang } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import { describeNote } from "./describe-note.js";
import type { ResultNote } from "./result-notes.js";
import { resultNotes } from "./result-notes.js";

export interface NoteJson {
  readonly kind: Exclude<ResultNote["kind"], "pending" | "invalid" | "data">;
  /** In words: `等次 优秀`. */
  readonly what: string;
  /** Of the grades, the award, the consequence and so on; `score` of the score. */
  readonly name: string;
  readonly period: string | null;
  /** Keys, in the order of the data. */
  readonly subjects: readonly string[];
  /** In words. */
  readonly why: string;
}

export interface UndecidedJson extends NoteJson {
  /** Empty where nothing is awaited that would decide it. */
  readonly awaiting: readonly {
    readonly field: string;
    readonly assessor: string | null;
    readonly reason: Awaited["reason"];
  }[];
  /** Of a tie at a quota's cut: the grade, the group, and how many of its places nobody got. */
  readonly grade?: string;
  readonly group?: string | null;
  readonly left?: number;
}

export interface NotesJson {
  readonly undecided: readonly UndecidedJson[];
  readonly provisional: readonly NoteJson[];
}

export function notesJson(result: Result, program: Program, lang: Lang): NotesJson {
  const undecided: UndecidedJson[] = [];
  const provisional: NoteJson[] = [];
  for (const note of resultNotes(result, program)) {
    const { period, subjects } = note;
    const { what, why } = describeNote(note, lang, { hasPeriods: false });
    const about = { what, period, subjects, why };
    // Who is pending stands with the subjects, what was found in the data with its problems.
    if (note.kind === "pending" || note.kind === "invalid" || note.kind === "data") continue;
    if (note.kind === "provisional") {
      provisional.push({ kind: note.kind, name: note.name ?? "score", ...about });
    } else if (note.kind === "tie-at-cut") {
      const { kind, name, grade, group, left } = note;
      undecided.push({ kind, name, ...about, awaiting: [], grade, group, left });
    } else {
      const { kind, name, awaiting } = note;
      undecided.push({
        kind,
        name,
        ...about,
        awaiting: awaiting.map(({ field, assessor, reason }) => ({ field, assessor, reason })),
      });
    }
  }
  return { undecided, provisional };
}
