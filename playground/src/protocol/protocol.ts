/**
 * What the page and its Worker say to each other. The page sends whole inputs under a rising version; of inputs that came
 * while the Worker was busy only the newest is worked on. All of it is plain data that can be cloned.
 */
import type { Diagnostic, Lang, TextEdit } from "@yardstick/language";
import type { Program, Span } from "@yardstick/language/program";
import type { CellProblem, Result, RowChoices, SubjectResult, TestOutcome } from "@yardstick/engine";
import type {
  ClassifiedToken,
  Completion,
  Definition,
  Fold,
  Hover,
  InlayHint,
  OutlineEntry,
  Renamable,
  Renamed,
  Signature,
  TestLens,
} from "@yardstick/service";
import type { WrittenTable } from "@yardstick/tables";
import type { Heading, NoteText, Sheet } from "yardstick";
import type { StageAnswer, StageAsked } from "@yardstick/stage";
import type { CellPlace, ProjectContent, ProjectFile, TableRole, TableText } from "../project/project.js";
import type { TablesChange } from "./table-changes.js";

/** Everything a result follows from. */
export interface Inputs extends ProjectContent {
  readonly scenario: string | null;
  /** Of messages and sentences. */
  readonly lang: Lang;
}

/** Inputs without their tables, which the Worker was told of before. */
export interface SentInputs extends Omit<Inputs, "tables" | "others" | "script"> {
  readonly others: readonly Omit<ProjectFile, "tables">[];
}

/** What can be asked besides: with which facts, and what comes back. Offsets are into the rubric that is sent along. */
interface Features {
  /** Of the last evaluation without errors; null where it has no such subject. */
  readonly sheet: {
    readonly ask: { readonly key: string; readonly period: string | null };
    readonly answer: Sheet | null;
  };
  /** What is known of some subjects of many, by row. */
  readonly subjects: { readonly ask: { readonly rows: readonly number[] }; readonly answer: readonly KnownSubject[] };
  /** What the last evaluation without errors says besides its numbers, in the order of their kinds; null where there was none. */
  readonly notes: { readonly ask: Readonly<Record<never, never>>; readonly answer: readonly NoteText[] | null };
  readonly complete: { readonly ask: AtOffset; readonly answer: readonly Completion[] };
  readonly hover: { readonly ask: AtOffset; readonly answer: Hover | null };
  readonly signature: { readonly ask: AtOffset; readonly answer: Signature | null };
  readonly definition: { readonly ask: AtOffset; readonly answer: Definition | null };
  readonly references: { readonly ask: AtOffset; readonly answer: readonly Span[] };
  readonly hints: { readonly ask: OfText; readonly answer: readonly InlayHint[] };
  readonly renamable: { readonly ask: AtOffset; readonly answer: Renamable | null };
  readonly rename: { readonly ask: AtOffset & { readonly to: string }; readonly answer: Renamed };
  readonly folds: { readonly ask: OfText; readonly answer: readonly Fold[] };
  readonly tokens: { readonly ask: OfText; readonly answer: readonly ClassifiedToken[] };
  readonly lenses: { readonly ask: OfText; readonly answer: readonly TestLens[] };
  /** Null where the text has errors that keep it from being laid out. */
  readonly format: { readonly ask: OfText; readonly answer: readonly TextEdit[] | null };
  readonly outline: { readonly ask: OfText; readonly answer: readonly OutlineEntry[] };
  /** Of the last evaluation without errors, like all that follows; null where there was none. */
  readonly json: { readonly ask: JsonAsked; readonly answer: string | null };
  readonly paper: { readonly ask: PaperAsked; readonly answer: string | null };
  readonly read: {
    readonly ask: { readonly files: readonly FileGiven[]; readonly rows: RowChoices };
    readonly answer: FilesRead | null;
  };
  readonly demonstrate: { readonly ask: StageAsked; readonly answer: StageAnswer | null };
  readonly write: { readonly ask: FileAsked; readonly answer: Uint8Array<ArrayBuffer> | null };
}

/** What a developer reads; `rubric` is the text as it stands, for the tree. */
export interface JsonAsked {
  readonly of: "tree" | "program" | "result";
  readonly rubric: string;
}

export type PaperAsked =
  | { readonly kind: "notice"; readonly withSheets: boolean }
  | { readonly kind: "sheet"; readonly key: string; readonly period: string | null };

/** A file as a person gave it, and the table that it is to fill; a workbook of the subjects fills the others too. */
export interface FileGiven {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly role: TableRole;
  readonly name: string;
  /** Null: judged. */
  readonly encoding: string | null;
  /** Sheet of a workbook that holds the table; null: found by its name or headers. */
  readonly sheet: string | null;
}

export interface FilesRead {
  readonly tables: readonly WrittenTable[];
  /** Sentences about files that could not be read. */
  readonly problems: readonly string[];
  readonly reports: readonly {
    readonly file: string;
    readonly encoding: string | null;
    readonly isDoubtful: boolean;
    /** Of a workbook: the sheet that was read, then those that nothing was read from. */
    readonly sheets: readonly string[];
    /** Sentences about all that was not plain. */
    readonly notes: readonly string[];
  }[];
}

export type FileAsked =
  | { readonly kind: "tables"; readonly title: string; readonly tables: readonly TableText[] }
  | { readonly kind: "form"; readonly assessor: string | null }
  | { readonly kind: "results" };

/** `path` is that of the file, which what it uses is sought from. */
interface OfText {
  readonly rubric: string;
  readonly path: string;
}
interface AtOffset extends OfText {
  readonly offset: number;
}

export type Feature = keyof Features;
export type AskOf<F extends Feature> = Features[F]["ask"];
export type AnswerOf<F extends Feature> = Features[F]["answer"];

/** A question with all that it needs to be answered in a language. */
export type Question = {
  readonly [F in Feature]: { readonly feature: F; readonly ask: AskOf<F>; readonly lang: Lang };
}[Feature];

export type Request =
  /** How the tables of a file differ from those it had when the Worker was last told; from none at first. */
  | { readonly kind: "tables"; readonly path: string; readonly change: TablesChange }
  | { readonly kind: "evaluate"; readonly version: number; readonly inputs: SentInputs }
  | { readonly kind: "ask"; readonly version: number; readonly question: Question };

export type Answer =
  | { readonly kind: "evaluated"; readonly version: number; readonly evaluation: Evaluation }
  /** `answer` is of the type that its question's feature names. */
  | { readonly kind: "answered"; readonly version: number; readonly answer: AnswerOf<Feature> }
  /** A bug: nothing in a rubric or in data may throw. */
  | { readonly kind: "failed"; readonly version: number; readonly message: string };

export interface Evaluation {
  readonly heading: Heading;
  readonly diagnostics: readonly Diagnostic[];
  /** Of the other files, by path: those that have any. */
  readonly others: ReadonlyMap<string, readonly Diagnostic[]>;
  /** Null while the text has errors. */
  readonly good: Good | null;
}

export interface Good {
  /** The text that the spans in here point into. */
  readonly rubric: string;
  readonly program: Program;
  /** Of many subjects the Worker sends none of them one by one; see `received.ts`. */
  readonly result: Result;
  readonly many: ManyScored | null;
  readonly problems: readonly TableProblem[];
  /** Of the samples in the rubric. */
  readonly tests: readonly TestOutcome[];
  /** Of each ranking that goes by a value that is not the score: what the value is called. */
  readonly rankedBy: ReadonlyMap<string, string>;
  /** For each ranking, the place each subject held in the period before its own. */
  readonly before: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** A subject by its row in the data. */
export type KnownSubject = readonly [row: number, subject: SubjectResult];

/** Many subjects as columns, each as long as there are subjects. */
export interface ManyScored {
  readonly keys: readonly string[];
  readonly periods: readonly string[] | null;
  /** Each is `scores[row] / den`, whole numbers both. */
  readonly scores: Float64Array<ArrayBuffer>;
  readonly den: number;
  /** 1: no score yet. Null: all have one. */
  readonly pending: Uint8Array<ArrayBuffer> | null;
  /** By name of the ranking, or `RANKING/SECTION`; 0 where there is no place. */
  readonly places: readonly (readonly [name: string, places: Int32Array<ArrayBuffer>])[];
  /** Everything that is known of a few of them. */
  readonly known: readonly KnownSubject[];
}

/** A problem of the data with its sentence, and where the grid shows it: row -1 is the head of a table. */
export interface TableProblem {
  readonly problem: CellProblem;
  readonly text: string;
  readonly place: CellPlace | null;
}
