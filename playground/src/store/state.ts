/**
 * The shapes of the store's state, and what it asks of those around it: the editor, the disk, the Worker, the browser.
 */
import type { SubjectId } from "@yardstick/engine";
import type { Diagnostic, Lang, TextEdit } from "@yardstick/language";
import type { Span } from "@yardstick/language/program";
import type { Heading, Sheet } from "yardstick";
import type { PreferenceStore } from "../storage/preferences.js";
import type { Good } from "../protocol/protocol.js";
import type { WorkerPort } from "./scoring-client.js";
import type { Disk } from "../storage/autosave.js";
import type { ProjectContent } from "../project/project.js";

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

/** What the workbench needs of the browser or of the page that it is in. */
export interface Environment {
  readonly preferences: PreferenceStore;
  readonly browserLang: Lang;
  readonly example: ProjectContent;
  /** The name of a project whose rubric has no title. */
  readonly untitled: Readonly<Record<Lang, string>>;
  readonly createWorker: () => WorkerPort;
  readonly disk: Disk;
}
