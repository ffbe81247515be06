/**
 * The messages between the page and its Worker. The page sends complete inputs with an increasing version; of the
 * inputs that arrive while the Worker is busy, only the newest is evaluated. All messages are plain data that can be
 * cloned.
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
import type { CollectAnswers, Collected, DepartmentProgress, WrittenTable } from "@yardstick/tables";
import type { Alternative, Heading, NoteText, Sheet } from "yardstick";
import type { StageResponse, StageRequest } from "@yardstick/stage";
import type { CellPlace, ProjectContent, ProjectFile, TableRole, TableText } from "../project/project.js";
import type {
  ComparisonRequest,
  InsertionRequest,
  ReadingRequest,
  ReadingSheet,
  ReadingSource,
} from "./reading-sheet.js";
import type { TablesChange } from "./table-changes.js";

/** Everything that determines a result. */
export interface Inputs extends ProjectContent {
  readonly scenario: string | null;
  /** Language of messages and sentences. */
  readonly lang: Lang;
  /** Rows of the subjects on the screen, whose details are sent with a result of many subjects. */
  readonly inView?: readonly number[];
}

/** Inputs without their tables, which are sent beforehand. */
export interface SentInputs extends Omit<Inputs, "tables" | "others" | "script" | "collection" | "fixed"> {
  readonly others: readonly Omit<ProjectFile, "tables">[];
}

/**
 * The features that the page can request besides an evaluation, each with its request and response. Offsets refer to
 * the rubric sent with the request.
 */
interface Features {
  /** From the last evaluation without errors; null when it has no such subject. */
  readonly sheet: {
    readonly request: { readonly key: string; readonly period: string | null };
    readonly response: Sheet | null;
  };
  /** Details of some of many subjects, by row. */
  readonly subjects: {
    readonly request: { readonly rows: readonly number[] };
    readonly response: readonly KnownSubject[];
  };
  /** The marks of all of many subjects, in the order of the rows; null when the evaluation included them. */
  readonly marks: {
    readonly request: Readonly<Record<never, never>>;
    readonly response: readonly SubjectMarks[] | null;
  };
  /** The notes of the last evaluation without errors, in the order of their kinds; null when there was none. */
  readonly notes: { readonly request: Readonly<Record<never, never>>; readonly response: readonly NoteText[] | null };
  readonly complete: { readonly request: AtOffset; readonly response: readonly Completion[] };
  readonly hover: { readonly request: AtOffset; readonly response: Hover | null };
  readonly signature: { readonly request: AtOffset; readonly response: Signature | null };
  readonly definition: { readonly request: AtOffset; readonly response: Definition | null };
  readonly references: { readonly request: AtOffset; readonly response: readonly Span[] };
  readonly hints: { readonly request: OfText; readonly response: readonly InlayHint[] };
  readonly renamable: { readonly request: AtOffset; readonly response: Renamable | null };
  readonly rename: { readonly request: AtOffset & { readonly to: string }; readonly response: Renamed };
  readonly folds: { readonly request: OfText; readonly response: readonly Fold[] };
  readonly tokens: { readonly request: OfText; readonly response: readonly ClassifiedToken[] };
  readonly lenses: { readonly request: OfText; readonly response: readonly TestLens[] };
  /** Null when errors in the text prevent formatting. */
  readonly format: { readonly request: OfText; readonly response: readonly TextEdit[] | null };
  readonly outline: { readonly request: OfText; readonly response: readonly OutlineEntry[] };
  /** From the last evaluation without errors, like all features below; null when there was none. */
  readonly json: { readonly request: JsonRequest; readonly response: string | null };
  /** The alternative reading at an index, with what it changes. */
  readonly impact: {
    readonly request: { readonly at: number; readonly ranking: string | null };
    readonly response: AlternativeImpact | "none" | null;
  };
  readonly print: { readonly request: PrintRequest; readonly response: string | null };
  readonly read: {
    readonly request: { readonly files: readonly InputFile[]; readonly rows: RowChoices };
    readonly response: FilesRead | null;
  };
  readonly collect: { readonly request: CollectRequest; readonly response: SentCollected | null };
  readonly fix: { readonly request: FixRequest; readonly response: PeriodFixed | null };
  /** A document, clause by clause; needs no evaluation, like the five below. */
  readonly document: { readonly request: ReadingRequest; readonly response: ReadingSheet };
  /** Whether a file is a document with clauses rather than a table of data. */
  readonly recognise: { readonly request: { readonly source: ReadingSource }; readonly response: boolean };
  /** The text of the open rubric with what was read; null where the place does not allow it. */
  readonly insertion: { readonly request: InsertionRequest; readonly response: string | null };
  /** A document beside its rules as a file. */
  readonly comparison: { readonly request: ComparisonRequest; readonly response: Uint8Array<ArrayBuffer> };
  /** Sample data for a rubric that is not open yet; null when its text has errors. */
  readonly sample: { readonly request: SampleRequest; readonly response: readonly TableText[] | null };
  /** The rubric as an office document; null when its text has syntax errors. */
  readonly paper: { readonly request: PaperRequest; readonly response: Uint8Array<ArrayBuffer> | null };
  readonly demonstrate: { readonly request: StageRequest; readonly response: StageResponse | null };
  readonly write: { readonly request: FileRequest; readonly response: Uint8Array<ArrayBuffer> | null };
}

/** Another reading of the rubric or its data, and what it would change. */
export interface AlternativeImpact {
  readonly alternative: Alternative;
  /** Ends in a colon: “If these 3 blanks were 0: ”. */
  readonly condition: string;
  readonly text: string;
}

/** JSON for developers; `rubric` is the current text, for the syntax tree. */
export interface JsonRequest {
  readonly of: "tree" | "program" | "result";
  readonly rubric: string;
}

/** Sample data to generate; the same seed gives the same data. */
export interface SampleRequest {
  readonly rubric: string;
  readonly subjects: number;
  readonly seed: number;
}

/** A document to write from the text of a rubric; `lang` is the language of headings, sentences and keywords. */
export interface PaperRequest {
  readonly rubric: string;
  readonly format: "docx" | "html";
  readonly lang: Lang;
}

/** A page to print: the notice of the ranking, or the score sheet of a subject. */
export type PrintRequest =
  | { readonly kind: "notice"; readonly withSheets: boolean }
  | { readonly kind: "sheet"; readonly key: string; readonly period: string | null };

/**
 * A file chosen by the user, and the table that it is to fill; a workbook for the subjects fills the other tables too.
 */
export interface InputFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly role: TableRole;
  readonly name: string;
  /** Null: detected. */
  readonly encoding: string | null;
  /** Sheet of a workbook that contains the table; null: found by its name or headers. */
  readonly sheet: string | null;
  /** Time of the last change, in milliseconds since 1970; absent when it is not known. */
  readonly modified?: number;
}

/** Files to be merged into the tables of the front file, with the user's decisions. */
export interface CollectRequest {
  /** Path of the front file. */
  readonly path: string;
  readonly files: readonly InputFile[];
  readonly answers: CollectAnswers;
}

/** A message about a file. */
interface FileMessage {
  readonly file: string;
  readonly severity: "error" | "warning" | "note";
  readonly text: string;
}

/** The result of merging files: the tables of the project afterwards, and everything that the user must know or decide. */
export interface FilesCollected extends Omit<Collected, "tables" | "reports" | "problems" | "unread"> {
  readonly tables: readonly TableText[];
  readonly unread: readonly FileMessage[];
  readonly problems: readonly FileMessage[];
  /** Progress of the departments before and after the merge. */
  readonly before: readonly DepartmentProgress[];
  readonly after: readonly DepartmentProgress[];
  /** Messages about what is missing afterwards, parallel to `after`; empty where nothing is. */
  readonly missingTexts: readonly string[];
}

/** The same as it is sent, with the change of the tables that the Worker has. */
interface SentCollected extends Omit<FilesCollected, "tables"> {
  readonly change: TablesChange;
}

/** The results of the last evaluation are to be added to the earlier results; `period` is that of data without one. */
export interface FixRequest {
  readonly path: string;
  readonly period: string | null;
}

/** The earlier results with those that were fixed; `problem` says why there are none. */
export type PeriodFixed =
  | { readonly problem: "unreadable" | "no-period" }
  | {
      readonly problem: null;
      readonly history: TableText;
      readonly periods: readonly string[];
      readonly added: number;
      readonly replaced: number;
      readonly scored: number;
      readonly open: number;
      readonly receipt: { readonly rubric: string; readonly data: string; readonly engine: string };
    };

/** The tables that were read from files, with a report for each file. */
export interface FilesRead {
  readonly tables: readonly WrittenTable[];
  /** Messages about files that could not be read. */
  readonly problems: readonly string[];
  readonly reports: readonly {
    readonly file: string;
    readonly encoding: string | null;
    readonly isDoubtful: boolean;
    /** For a workbook: the sheet that was read, then the sheets that were not. */
    readonly sheets: readonly string[];
    /** Messages about everything that was not read as a plain cell. */
    readonly notes: readonly string[];
  }[];
}

/** A file to be written: tables as a workbook, an entry form, or the results. */
export type FileRequest =
  | { readonly kind: "tables"; readonly title: string; readonly tables: readonly TableText[] }
  | { readonly kind: "form"; readonly assessor: string | null }
  /** The forms of these assessors in one archive. */
  | { readonly kind: "forms"; readonly assessors: readonly string[] }
  /** What the departments still have to fill in. */
  | { readonly kind: "missing"; readonly departments: readonly DepartmentProgress[] }
  | { readonly kind: "results" };

/** `path` is the file's own path; the files it uses are resolved against it. */
interface OfText {
  readonly rubric: string;
  readonly path: string;
}
interface AtOffset extends OfText {
  readonly offset: number;
}

/** The name of a feature. */
export type Feature = keyof Features;
/** The request of a feature. */
export type RequestOf<F extends Feature> = Features[F]["request"];
/** The response of a feature. */
export type ResponseOf<F extends Feature> = Features[F]["response"];

/** A request for a feature, with the language of its response. */
export type FeatureRequest = {
  readonly [F in Feature]: { readonly feature: F; readonly request: RequestOf<F>; readonly lang: Lang };
}[Feature];

/** A message from the page to the Worker. */
export type WorkerRequest =
  /** How the tables of a file differ from those sent before; at first from an empty list. */
  | { readonly kind: "tables"; readonly path: string; readonly change: TablesChange }
  | { readonly kind: "evaluate"; readonly version: number; readonly inputs: SentInputs }
  | { readonly kind: "request"; readonly version: number; readonly request: FeatureRequest };

/** A message from the Worker to the page. */
export type WorkerResponse =
  | { readonly kind: "evaluated"; readonly version: number; readonly evaluation: SentEvaluation }
  /** The type of `answer` is that of the requested feature. */
  | { readonly kind: "response"; readonly version: number; readonly response: ResponseOf<Feature> }
  /** A defect of the program: no rubric and no data may cause an exception. */
  | { readonly kind: "failed"; readonly version: number; readonly message: string };

/** The outcome of an evaluation: diagnostics always, a result only when the text has no errors. */
export interface Evaluation {
  readonly heading: Heading;
  readonly diagnostics: readonly Diagnostic[];
  /** Diagnostics of the other files by path; files without any are absent. */
  readonly others: ReadonlyMap<string, readonly Diagnostic[]>;
  /** Null while the text has errors. */
  readonly good: Good | null;
}

/** Parts of a result that are left out where they are the same as in the result sent before. */
export type KeptPart = "program" | "tests" | "rankedBy" | "before";
/** Columns of many subjects that are left out likewise. */
export type KeptColumn = "keys" | "periods";

/** A result without the parts that are the same as before. */
interface SentGood extends Omit<Good, KeptPart | "many">, Partial<Pick<Good, KeptPart>> {
  readonly many: (Omit<ManyScored, KeptColumn> & Partial<ManyScored>) | null;
}

/** An evaluation as it is sent; `evaluation-changes.ts` makes it and restores the whole. */
export interface SentEvaluation extends Omit<Evaluation, "good"> {
  readonly good: SentGood | null;
}

/** The result of a text without errors. */
export interface Good {
  /** The text that the spans of this object refer to. */
  readonly rubric: string;
  readonly program: Program;
  /** With many subjects, the Worker sends no subject objects; `withSubjects` adds them on the page. */
  readonly result: Result;
  readonly many: ManyScored | null;
  readonly problems: readonly TableProblem[];
  /** Outcomes of the tests in the rubric. */
  readonly tests: readonly TestOutcome[];
  /** For each ranking by a value other than the score: the label of that value. */
  readonly rankedBy: ReadonlyMap<string, string>;
  /** For each ranking, the place of each subject in its previous period. */
  readonly before: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** A subject with its row in the data. */
export type KnownSubject = readonly [row: number, subject: SubjectResult];

/** What is marked beside the score of a subject. */
export type SubjectMarks = Pick<
  SubjectResult,
  "vetoes" | "grades" | "awards" | "consequences" | "undecided" | "provisional"
>;

/** Many subjects as columns; the length of each column is the number of subjects. */
export interface ManyScored {
  readonly keys: readonly string[];
  readonly periods: readonly string[] | null;
  /** The score of a row is `scores[row] / den`; both are whole numbers. */
  readonly scores: Float64Array<ArrayBuffer>;
  readonly den: number;
  /** 1: no score yet. Null: every subject has a score. */
  readonly pending: Uint8Array<ArrayBuffer> | null;
  /** By name of the ranking, or `RANKING/SECTION`; 0 means no place. */
  readonly places: readonly (readonly [name: string, places: Int32Array<ArrayBuffer>])[];
  /** Full details of some of the subjects. */
  readonly known: readonly KnownSubject[];
}

/** A problem of the data with its message, and the cell at which the grid shows it; row -1 is the header row. */
export interface TableProblem {
  readonly problem: CellProblem;
  readonly text: string;
  readonly place: CellPlace | null;
}
