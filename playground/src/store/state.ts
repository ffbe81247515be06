/** The types of the store's state, and the interfaces that it requires: editor, storage, Worker, browser. */
import type { SubjectId } from "@yardstick/engine";
import type { Diagnostic, Lang, TextEdit } from "@yardstick/language";
import type { Span } from "@yardstick/language/program";
import type { Heading, Sheet } from "yardstick";
import type { PreferenceStore } from "../storage/preferences.js";
import type { Good } from "../protocol/protocol.js";
import type { WorkerPort } from "./scoring-client.js";
import type { Disk } from "../storage/autosave.js";
import type { ProjectContent } from "../project/project.js";

/** The panes of the workbench. */
export type PaneName = "rubric" | "data" | "results";
/** The tabs of the results pane. */
export type ResultsTab = "ranking" | "distribution" | "checks" | "tests";

/** Diagnostics and results of the newest text; the last result without errors is kept while the text has errors. */
export interface EvaluationState {
  /** Title and edition of the text. */
  readonly heading: Heading;
  readonly diagnostics: readonly Diagnostic[];
  /** Diagnostics of the other files, by path. */
  readonly others: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly good: Good | null;
  /** When `good` was computed, in milliseconds since 1970. */
  readonly goodAt: number;
  /** The newest inputs gave no result, and `good` is older than the text. */
  readonly isStale: boolean;
  readonly failure: "hung" | "failure" | "unavailable" | null;
}

/** The open score sheet. */
export interface SheetState {
  readonly subject: SubjectId;
  /** Null until it has been computed. */
  readonly content: Sheet | null;
}

/** The operations of an open text editor that the store uses. */
export interface TextPort {
  apply(edits: readonly TextEdit[]): void;
  /** @param isOther the text is that of another project or file */
  replace(text: string, isOther: boolean): void;
  reveal(span: Span): void;
  focus(): void;
  undo(): void;
  redo(): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The project of a first visit, with the scheme that it is. */
interface FirstExample {
  readonly scheme: string;
  readonly content: ProjectContent;
}

/** What the workbench requires of the browser or of the embedding page. */
export interface Environment {
  readonly preferences: PreferenceStore;
  readonly browserLang: Lang;
  readonly example: ProjectContent;
  /** Loads the example of the first visit; null where `example` stays until the user opens another. */
  readonly firstExample: (() => Promise<FirstExample>) | null;
  /** The name of a project whose rubric has no title. */
  readonly untitled: Readonly<Record<Lang, string>>;
  readonly createWorker: () => WorkerPort;
  readonly disk: Disk;
}
