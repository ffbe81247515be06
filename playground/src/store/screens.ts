/** The screen that is open over the workbench, if any, with its parameters. At most one is open. */
import type { NamedProject } from "../storage/project-file.js";
import type { Repairs } from "../storage/repair.js";
import type { InputFile, PrintRequest } from "../protocol/protocol.js";
import type { Answers } from "@yardstick/documents";
import type { ReadingSource } from "../protocol/reading-sheet.js";
import type { ProjectContent } from "../project/project.js";

/** A screen with its parameters. */
export type Screen =
  | { readonly kind: "start" }
  /** All projects; with `at`, the deleted ones are brought into view. */
  | { readonly kind: "projects"; readonly at?: "deleted" }
  | { readonly kind: "revisions" }
  | { readonly kind: "share" }
  /** A project from a link or file, shown before it is opened. */
  | { readonly kind: "received"; readonly projects: readonly NamedProject[]; readonly damaged: number }
  | { readonly kind: "import"; readonly files: readonly InputFile[] }
  /** Files to be merged; none at first when the board of the departments is opened. */
  | { readonly kind: "collect"; readonly files: readonly InputFile[] }
  /** A document to be read as a rubric. */
  | {
      readonly kind: "reading";
      readonly source: ReadingSource;
      /** Start of the part of the open rubric that was selected when it was pasted; offered as its place. */
      readonly into: number | null;
      /** Answers given before a reload. */
      readonly answers?: Answers;
    }
  | { readonly kind: "export" }
  /** Fixing the results of a period, and beginning the next one. */
  | { readonly kind: "period" }
  | { readonly kind: "sample" }
  | { readonly kind: "developer" }
  | { readonly kind: "print"; readonly request: PrintRequest }
  /** Fields of the opened project were replaced. */
  | { readonly kind: "repaired"; readonly repairs: Repairs }
  /** A requested operation failed. */
  | {
      readonly kind: "refused";
      readonly why: Refusal;
      /** The project to open if the user chooses to discard the current one. */
      readonly instead: ProjectContent | null;
    };

/** Why an operation failed. */
export type Refusal =
  | "not-saved"
  | "not-readable"
  | "link-too-large"
  | "link-damaged"
  | "link-newer"
  | "link-unsupported"
  | "link-unloaded"
  | "file-foreign"
  | "file-newer"
  | "file-empty"
  | "file-unloaded";

/** Opens and closes screens. */
export class Screens {
  #open: Screen | null = null;

  constructor(private readonly notify: () => void) {}

  get current(): Screen | null {
    return this.#open;
  }

  /** A screen that covers the workbench, instead of a dialog over it. */
  get isCovering(): boolean {
    return this.#open?.kind === "start" || this.#open?.kind === "reading";
  }

  show(screen: Screen): void {
    this.#open = screen;
    this.notify();
  }

  close(): void {
    if (this.#open === null) return;
    this.#open = null;
    this.notify();
  }
}
