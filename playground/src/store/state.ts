/**
 * The shapes of the store's state, and what it asks of those around it: the editor, the disk, the Worker, the browser.
 */
import type { SubjectId } from "./subject-id.js";
import type { Diagnostic, Lang, TextEdit } from "@yardstick/language";
import type { Span } from "@yardstick/language/program";
import type { Heading, Sheet } from "yardstick";
import type { PreferenceStore } from "../storage/preferences.js";
import type { Good } from "../worker/protocol.js";
import type { WorkerPort } from "../worker/scoring-client.js";
import type { Disk } from "./keeping.js";
import type { ProjectContent } from "./project.js";

export type PaneName = "rubric" | "data" | "results";
export type ResultsTab = "ranking" | "distribution" | "checks" | "samples";

/** What the checks and the results say of the newest text; the last good result outlives errors. */
export interface EvaluationState {
  /** What the text calls itself. */
  readonly heading: Heading;
  readonly diagnostics: readonly Diagnostic[];
  /** Of the files beside the one in front, by path. */
  readonly others: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly good: Good | null;
  /** When the good result was made, in milliseconds since 1970. */
  readonly goodAt: number;
  /** The newest inputs gave no result, and `good` is older than the text. */
  readonly isStale: boolean;
  readonly trouble: "hung" | "fault" | "unavailable" | null;
}

export interface SheetState {
  readonly subject: SubjectId;
  /** Null until it is worked out. */
  readonly content: Sheet | null;
}

/** What the store asks of an open text editor. */
export interface TextPort {
  apply(edits: readonly TextEdit[]): void;
  replace(text: string): void;
  reveal(span: Span): void;
  focus(): void;
  undo(): void;
  redo(): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** What the store asks of the form, while that is how the rubric is shown. */
export interface FormPort {
  reveal(span: Span): void;
}

/** Where the text cursor stands: line and column from 1, offset from the start of the text. */
export interface Cursor {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface Surroundings {
  readonly preferences: PreferenceStore;
  readonly browserLang: Lang;
  readonly example: ProjectContent;
  readonly createWorker: () => WorkerPort;
  readonly disk: Disk;
}
