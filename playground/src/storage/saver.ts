/**
 * Decides when to write, and reports the state. A change is "saving" from the first keystroke until the write has
 * completed; changes made during a write are written afterwards. After a failure it retries on the next change and
 * every 30 seconds.
 */
import type { SaveFailure, SaveOutcome } from "./database.js";

/** The state of the newest change. */
export type SaveState =
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: number }
  /** The current content is stored nowhere: the user is asked to download it. */
  | { readonly kind: "unsaved"; readonly why: SaveFailure | "unavailable" | "newer" };

const QUIET = 500;
const PATIENCE = 3_000;
const RETRY = 30_000;

/** Schedules writes. */
export class Saver {
  #dirty = false;
  #running: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the oldest unwritten change was made, in milliseconds since 1970. */
  #since = 0;

  /**
   * @param write writes the current content
   * @param report called at every change of state
   */
  constructor(
    private readonly write: () => Promise<SaveOutcome>,
    private readonly report: (state: SaveState) => void,
    private readonly now: () => number = Date.now,
  ) {}

  get isDirty(): boolean {
    return this.#dirty || this.#running !== null;
  }

  /** Called after a change: it is written after a short pause in editing, at the latest after three seconds. */
  changed(): void {
    if (!this.#dirty) this.#since = this.now();
    this.#dirty = true;
    this.report({ kind: "saving" });
    this.#schedule(Math.min(QUIET, Math.max(0, this.#since + PATIENCE - this.now())));
  }

  /** Writes pending changes immediately; resolves when the write has ended, successfully or not. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#running !== null) await this.#running;
    if (!this.#dirty) return;
    this.#running = this.#run();
    await this.#running;
  }

  #schedule(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), after);
  }

  async #run(): Promise<void> {
    this.#dirty = false;
    const outcome = await this.write();
    this.#running = null;
    if (outcome.kind === "saved") {
      if (!this.#dirty) this.report({ kind: "saved", at: outcome.updated });
      return;
    }
    this.#dirty = true;
    this.report({ kind: "unsaved", why: outcome.failure });
    // Another tab's version is stored: writing again would not help and must not overwrite it.
    if (outcome.failure !== "conflict") this.#schedule(RETRY);
  }
}
