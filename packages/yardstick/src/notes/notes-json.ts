/**
 * The notes in the JSON of a result: `undecided` and `provisional`.
 */
import type { Result } from "@yardstick/engine";
import type { Lang } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import { type AwaitedJson, awaitedJson } from "./awaited-json.js";
import { describeNote } from "./describe-note.js";
import type { ResultNote } from "./result-notes.js";
import { resultNotes } from "./result-notes.js";
import type { TieDecider } from "./tie-deciders.js";

/** A note in JSON. */
export interface NoteJson {
  readonly kind: Exclude<ResultNote["kind"], "pending" | "invalid" | "data">;
  /** The subject matter as text: `等次 优秀`. */
  readonly what: string;
  /** The name of the grades, the award, the consequence and so on; `score` for the score. */
  readonly name: string;
  readonly period: string | null;
  /** Keys of the subjects concerned, in the order of the data. */
  readonly subjects: readonly string[];
  /** The explanation as text. */
  readonly why: string;
}

/** An undecided result in JSON. */
export interface UndecidedJson extends NoteJson {
  /** The missing values; empty where no missing value would decide it. */
  readonly awaiting: readonly AwaitedJson[];
  /** For a tie at the cut of a quota: the grade, the group, and the number of places left unassigned. */
  readonly grade?: string;
  readonly group?: string | null;
  readonly left?: number;
  /** For such a tie: each value that would decide it, with the values and keys of those who tie; empty where none would. */
  readonly deciders?: readonly TieDecider[];
}

/** The notes of a result in JSON. */
export interface NotesJson {
  readonly undecided: readonly UndecidedJson[];
  readonly provisional: readonly NoteJson[];
}

/** The notes of a result for its JSON; `lang` is the language of the texts. */
export function notesJson(result: Result, program: Program, lang: Lang): NotesJson {
  const undecided: UndecidedJson[] = [];
  const provisional: NoteJson[] = [];
  for (const note of resultNotes(result, program)) {
    const { period, subjects } = note;
    const { what, why } = describeNote(note, lang, { hasPeriods: false });
    const about = { what, period, subjects, why };
    // Pending subjects and problems of the data are in other properties of the JSON.
    if (note.kind === "pending" || note.kind === "invalid" || note.kind === "data") continue;
    if (note.kind === "provisional") {
      provisional.push({ kind: note.kind, name: note.name ?? "score", ...about });
    } else if (note.kind === "tie-at-cut") {
      const { kind, name, grade, group, left, deciders } = note;
      undecided.push({ kind, name, ...about, awaiting: [], grade, group, left, deciders });
    } else {
      const { kind, name, awaiting } = note;
      undecided.push({
        kind,
        name,
        ...about,
        awaiting: awaiting.map(awaitedJson),
      });
    }
  }
  return { undecided, provisional };
}
