/** Which screen lies over the workbench, if any, with what it was opened for. One at a time. */
import type { NamedProject } from "../storage/project-file.js";
import type { Repairs } from "../storage/repair.js";
import type { FileGiven, PaperAsked } from "../protocol/protocol.js";
import type { ProjectContent } from "../project/project.js";

export type Screen =
  | { readonly kind: "start" }
  | { readonly kind: "projects" }
  | { readonly kind: "revisions" }
  | { readonly kind: "share" }
  /** Somebody's link or file: shown before it is opened. */
  | { readonly kind: "received"; readonly projects: readonly NamedProject[]; readonly damaged: number }
  | { readonly kind: "import"; readonly files: readonly FileGiven[] }
  | { readonly kind: "export" }
  | { readonly kind: "sample" }
  | { readonly kind: "developer" }
  | { readonly kind: "paper"; readonly asked: PaperAsked }
  /** Fields of the project that was opened were replaced. */
  | { readonly kind: "repaired"; readonly repairs: Repairs }
  /** Something that was asked for could not be done. */
  | {
      readonly kind: "refused";
      readonly why: Refusal;
      /** What was to be opened, should the person give up what is on the screen. */
      readonly instead: ProjectContent | null;
    };

export type Refusal =
  | "not-saved"
  | "not-readable"
  | "link-too-large"
  | "link-damaged"
  | "link-newer"
  | "link-unsupported"
  | "file-foreign"
  | "file-newer"
  | "file-empty";

export class Screens {
  #open: Screen | null = null;

  constructor(private readonly tell: () => void) {}

  get current(): Screen | null {
    return this.#open;
  }

  show(screen: Screen): void {
    this.#open = screen;
    this.tell();
  }

  close(): void {
    if (this.#open === null) return;
    this.#open = null;
    this.tell();
  }
}
